import Measures
import Storage

/// One form of trust in one term: the level, everything that it rests on, and what the team and its supervisor say.
struct TrustLevelPage: Page {
    static let template = "trust-level"
    let heading: PageHeading
    let name: String
    let mistakes: Mistakes?
    /// Why there is no level to read.
    let resting: String?
    let verdicts: [TrustVerdictPart]
    let running: String?
    let reading: TrustReadingPart?
    let said: TrustCommentsPart
    let ruling: TrustRulingPart?
    let hasOthers: Bool
    let others: [Other]

    /// Another level of the same form or the same term.
    struct Other: Sendable {
        let link: Link
        let word: String
    }
}

/// What was typed into one of the page's forms and came back, with what is wrong with it.
struct TrustTyped: Sendable {
    var comment: TrustCommentDraft?
    var override: TrustOverrideDraft?
    let problems: FormProblems
}

extension TrustLevelPage {
    /// Reads the page in as many statements whatever there is to read.
    /// - Throws: `WebError.notFound` for a term or form that the map does not show this reader.
    static func read(
        _ db: Session, _ view: TrustView, form: String, term code: String, typed: TrustTyped? = nil
    ) throws -> TrustLevelPage {
        guard let form = TrustForm(rawValue: form) else { throw WebError.notFound }
        let spot = TrustSpot(team: view.room.key, form: form, term: code)
        let comments = try TrustCommentStore(db: db).comments(at: spot)
        if view.isResting {
            guard !comments.isEmpty else { throw WebError.notFound }
            return TrustLevelPage(view, spot, resting: comments)
        }
        let map = try TrustMap.read(db, team: view.room.key, today: view.today)
        let terms = view.terms(map)
        guard let term = terms.first(where: { $0.period.code == code }) else { throw WebError.notFound }
        return TrustLevelPage(
            view, spot, term, among: terms, map.settings, comments: comments,
            overrides: try TrustOverrideStore(db: db).overrides(of: view.room.key),
            notes: try EvidenceStore(db: db).notes(of: view.room.key), typed)
    }

    private init(_ view: TrustView, _ spot: TrustSpot, resting comments: [TrustComment]) {
        let title = Self.title(spot)
        heading = view.heading(title, trail: [Self.map(view)])
        name = title(view.language)
        mistakes = nil
        resting = Sentence(
            sv: "Laget har färre än tre medlemmar, så nivån vilar. Det ni har skrivit finns kvar.",
            en:
                "The team has fewer than three members, so the level rests. What you have written is still here."
        )(
            view.language)
        verdicts = []
        running = nil
        reading = nil
        said = TrustCommentsPart(comments, at: spot, view, nil)
        ruling = nil
        others = []
        hasOthers = false
    }

    private init(
        _ view: TrustView, _ spot: TrustSpot, _ term: TrustMap.Term, among terms: [TrustMap.Term],
        _ settings: TrustSettings, comments: [TrustComment], overrides: [TrustOverride],
        notes: [String: String],
        _ typed: TrustTyped?
    ) {
        let (language, title) = (view.language, Self.title(spot))
        let verdict = term.assessment?.verdict(on: spot.form)
        heading = view.heading(title, trail: [Self.map(view)], problems: typed?.problems)
        name = title(language)
        mistakes = Mistakes(typed?.problems, language)
        resting =
            verdict == nil
            ? Sentence(
                sv: "Laget hade färre än tre medlemmar när terminen slutade, så nivån vilar.",
                en: "The team had fewer than three members when the term ended, so the level rests.")(
                    language) : nil
        let own = verdict == nil ? nil : overrides.standing(spot.form, spot.term)
        verdicts = TrustVerdictPart.all(verdict, own, view)
        running = term.isRunning && verdict != nil ? TrustWords.running(language) : nil
        reading = term.assessment.flatMap {
            TrustReadingPart($0, spot.form, settings, notes: notes, isRunning: term.isRunning, view)
        }
        said = TrustCommentsPart(comments, at: spot, view, typed)
        ruling =
            verdict == nil
            ? nil : TrustRulingPart(overrides.filter { $0.spot == spot }, at: spot, view, typed)
        others = Self.others(spot, term, terms, view)
        hasOthers = !others.isEmpty
    }

    private static func title(_ spot: TrustSpot) -> Sentence {
        func words(_ language: Language) -> String {
            "\(TrustWords.form(spot.form)(language)), \(language.shortTerm(spot.term))"
        }
        return Sentence(sv: words(.sv), en: words(.en))
    }

    private static func map(_ view: TrustView) -> Link {
        Link(
            Sentence(sv: "Tillitskarta", en: "Trust map")(view.language), .team(view.room.publicID, .trust))
    }

    /// The same form the term before and after, and the other forms of the term.
    private static func others(
        _ spot: TrustSpot, _ term: TrustMap.Term, _ terms: [TrustMap.Term], _ view: TrustView
    ) -> [Other] {
        func other(_ form: TrustForm, _ term: TrustMap.Term) -> Other {
            let language = view.language
            let code = term.period.code
            return Other(
                link: Link(
                    "\(TrustWords.form(form)(language)), \(language.shortTerm(code))",
                    .trustLevel(team: view.room.publicID, form: form.rawValue, term: code)),
                word: TrustSign(term.assessment?.verdict(on: form), language).told)
        }
        let near = terms.filter { abs($0.number - term.number) == 1 }.map { other(spot.form, $0) }
        return near + TrustForm.allCases.filter { $0 != spot.form }.map { other($0, term) }
    }
}
