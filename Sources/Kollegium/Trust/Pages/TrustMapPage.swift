import Measures
import Storage

/// A team's trust over time as a page: a row for each term, a stop on the way for each form, each the door to its
/// reasons.
struct TrustMapPage: Page {
    static let template = "trust-map"
    let heading: PageHeading
    let tabs: TeamTabs
    let resting: Resting?
    let isEmpty: Bool
    let map: Map?

    /// A team with fewer than three members: what was said stays readable.
    struct Resting: Sendable {
        let hasWritten: Bool
        let written: [Link]
    }

    struct Map: Sendable {
        let forms: [Form]
        let rows: [Row]
        let coming: Coming?
        let sinceJoining: String?
        let key: [TrustSign]
        let outlook: TrustOutlookPart?
        let ladder: TrustLadderPart?
        let caution: String
    }

    struct Form: Sendable {
        let name: String
        let about: String
    }

    struct Row: Sendable {
        let style: String
        let term: String
        let isRunning: Bool
        let days: String
        let stops: [Stop]
    }

    struct Stop: Sendable {
        let path: String
        let sign: TrustSign
        /// What the supervisor set beside it.
        let own: TrustSign?
        /// Form and term, for who hears the link alone.
        let about: String
    }

    /// The term after the last that has begun.
    struct Coming: Sendable {
        let term: String
        let from: String
    }

    static func read(_ db: Session, _ view: TrustView) throws -> TrustMapPage {
        if view.isResting {
            let written = try TrustCommentStore(db: db).spots(of: view.room.key)
            return TrustMapPage(
                view, written: written.filter { view.day($0.at) >= view.since }.map(\.spot))
        }
        return TrustMapPage(
            view, try TrustMap.read(db, team: view.room.key, today: view.today),
            overrides: try TrustOverrideStore(db: db).overrides(of: view.room.key),
            coming: try view.room.place.programmes.first.map(ProgrammeStore(db: db).terms)?.filter {
                $0.from > view.today
            }
            .min { $0.from < $1.from })
    }

    private init(_ view: TrustView, written: [TrustSpot]) {
        let language = view.language
        heading = view.heading(Self.title)
        tabs = TeamTabs(view.room.publicID, name: view.room.name, at: .trust, language)
        resting = Resting(
            hasWritten: !written.isEmpty,
            written: written.map { spot in
                Link(
                    "\(TrustWords.form(spot.form)(language)), \(language.shortTerm(spot.term))",
                    .trustLevel(team: view.room.publicID, form: spot.form.rawValue, term: spot.term))
            })
        isEmpty = false
        map = nil
    }

    private init(
        _ view: TrustView, _ map: TrustMap, overrides: [TrustOverride], coming: StudyDocument.Period?
    ) {
        let (language, terms) = (view.language, view.terms(map))
        heading = view.heading(Self.title)
        tabs = TeamTabs(view.room.publicID, name: view.room.name, at: .trust, language)
        resting = nil
        isEmpty = terms.isEmpty
        self.map = terms.isEmpty ? nil : Map(view, map, terms, overrides, coming)
    }

    private static let title = Sentence(sv: "Tillitskarta", en: "Trust map")
}

extension TrustMapPage.Map {
    fileprivate init(
        _ view: TrustView, _ map: TrustMap, _ terms: [TrustMap.Term], _ overrides: [TrustOverride],
        _ coming: StudyDocument.Period?
    ) {
        let language = view.language
        forms = TrustForm.allCases.map {
            TrustMapPage.Form(name: $0.heading(language), about: $0.about(language))
        }
        rows = terms.map { TrustMapPage.Row($0, view, overrides) }
        self.coming = coming.map {
            TrustMapPage.Coming(
                term: language.shortTerm($0.code).capitalFirst.breakable,
                from: Sentence(
                    sv: "från \(language.dayAndMonth($0.from))", en: "from \(language.dayAndMonth($0.from))")(
                        language))
        }
        sinceJoining = terms.count < map.terms.count ? view.sinceJoining : nil
        key = [.level(.high), .level(.enough), .level(.low), .divided, .insufficient, .resting].map {
            TrustSign($0, language)
        }
        let latest = terms.last { $0.assessment != nil }
        outlook = latest.flatMap { TrustOutlookPart($0, overrides, language) }
        ladder = map.ladder.map { TrustLadderPart($0, language) }
        caution = TrustWords.caution(language)
    }
}

extension TrustMapPage.Row {
    fileprivate init(_ term: TrustMap.Term, _ view: TrustView, _ overrides: [TrustOverride]) {
        let language = view.language
        let name = language.shortTerm(term.period.code)
        self.term = name.capitalFirst.breakable
        isRunning = term.isRunning
        style = term.isRunning ? "now" : ""
        let end = language.dayAndMonth(term.period.to)
        days =
            (term.isRunning
            ? Sentence(sv: "pågår till \(end)", en: "until \(end)")
            : Sentence(sv: "till \(end)", en: "to \(end)"))(language)
        stops = TrustForm.allCases.map { form in
            let own = term.assessment == nil ? nil : overrides.standing(form, term.period.code)
            return TrustMapPage.Stop(
                path: SiteURL.trustLevel(
                    team: view.room.publicID, form: form.rawValue, term: term.period.code
                ).path, sign: TrustSign(term.assessment?.verdict(on: form), language),
                own: own.map { TrustSign(.level($0.level), language) },
                about: "\(TrustWords.form(form)(language)), \(name)")
        }
    }
}

extension TrustForm {
    /// Over a narrow column, with the place where the long word may break: no browser finds it by itself.
    fileprivate func heading(_ language: Language) -> String {
        TrustWords.form(self)(language).replacing("tillit", with: "\u{AD}tillit").replacing(
            " \u{AD}", with: " ")
    }

    /// What the trust is in, as the team itself reads it.
    fileprivate func about(_ language: Language) -> String {
        switch self {
        case .process:
            Sentence(
                sv: "till arbetets syfte, innehåll och ledning",
                en: "in the purpose, content and leadership of the work")(language)
        case .collegial: Sentence(sv: "mellan er i laget", en: "between you in the team")(language)
        case .collective:
            Sentence(sv: "till vad laget kan tillsammans", en: "in what the team can do together")(language)
        }
    }
}

extension Language {
    /// `30 juni`, where the year stands beside it.
    fileprivate func dayAndMonth(_ day: Day) -> String {
        date(day).split(separator: "\u{A0}").prefix(2).joined(separator: " ")
    }
}

extension String {
    /// For a column that is narrower than what should stay together.
    fileprivate var breakable: String { replacing("\u{A0}", with: " ") }
}
