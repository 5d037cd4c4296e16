import Storage

/// People and teams from a spreadsheet: the field to paste into, and above it what would happen.
struct PastePage: Page {
    static let template = "paste"
    let heading: PageHeading
    let path: String
    let text: String
    let mistakes: Mistakes?
    /// Why nothing of it can be taken in, for pupils' data.
    let refusal: String?
    let hasChanged: Bool
    let preview: PastePreview?
    let fields: [EntryField]
    let hint = "text-h"

    /// What was sent, and what came of it.
    struct State: Sendable {
        var paste = RosterPaste()
        var problems: FormProblems?
        var refusal: Sentence?
        var hasChanged = false
        var preview: RosterPreview?
    }

    init(_ programme: ProgrammeSummary, teams: [(String, String)], _ state: State, _ language: Language) {
        let title = Sentence(sv: "Klistra in människor och lag", en: "Paste people and teams")
        heading = .programme(title, programme, language, problems: state.problems)
        path = SiteURL.programme(programme.publicID, .paste).path
        text = state.refusal == nil ? state.paste.text : ""
        mistakes = Mistakes(state.problems, language)
        refusal = state.refusal?(language)
        hasChanged = state.hasChanged
        preview = state.preview.map { PastePreview($0, language) }
        let entry = EntryFields(language: language, problems: state.problems)
        let from = entry.text(
            "from", Sentence(sv: "Första dag för rader utan datum", en: "First day for rows without one"),
            state.paste.from,
            hint: Sentence(
                sv: "Tomt är i dag. Dagen får ha passerat: det går att börja mitt i ett program.",
                en: "Empty is today. The day may have passed: one can begin in the middle of a programme."))
        let team = entry.choice(
            "team", Sentence(sv: "Arbetslag för rader utan lag", en: "Team for rows without one"),
            [ChoiceField.nothingChosen] + teams, state.paste.team)
        fields = teams.isEmpty ? [from] : [from, team]
    }
}

/// What a paste would do, row by row.
struct PastePreview: Sendable {
    let digest: String
    let facts: [Fact]
    let hasRoles: Bool
    /// How words for roles were read.
    let roles: [String]
    let warnings: [String]
    let rows: [Row]
    /// The words of the button, nil where there is nothing to do.
    let act: String?
    let hasMistakes: Bool
    let mistaken: String
    let isNothing: Bool

    struct Fact: Sendable {
        let name: String
        let count: String
    }

    struct Row: Sendable {
        let line: String
        let isWrong: Bool
        let who: String
        let email: String
        let what: String
        let happens: String
        let remarks: String
    }

    init(_ preview: RosterPreview, _ language: Language) {
        digest = preview.digest
        let totals = preview.totals
        let counts: [(Sentence, Int)] = [
            (Sentence(sv: "Nya skolor", en: "New schools"), totals.schools),
            (Sentence(sv: "Nya arbetslag", en: "New teams"), totals.teams),
            (Sentence(sv: "Nya människor", en: "New people"), totals.people),
            (Sentence(sv: "Nya medlemskap", en: "New memberships"), totals.memberships),
            (Sentence(sv: "Rader att rätta", en: "Rows to mend"), totals.mistaken),
        ]
        facts = counts.map { Fact(name: $0(language), count: language.grouped($1)) }
        roles = preview.roles.map { $0.words(language) }
        hasRoles = !roles.isEmpty
        warnings = preview.warnings.map { $0.asWhole(language) }
        rows = preview.rows.map { Row($0, language) }
        hasMistakes = totals.mistaken > 0
        isNothing = totals.isNothing && totals.mistaken == 0
        let mistakenRows = language.grouped(totals.mistaken)
        mistaken =
            (totals.mistaken == 1
            ? Sentence(sv: "En rad går inte att läsa in", en: "One row can’t be taken in")
            : Sentence(
                sv: "\(mistakenRows) rader går inte att läsa in", en: "\(mistakenRows) rows can’t be taken in"
            ))(
                language)
        let sound = language.grouped(preview.rows.count - totals.mistaken)
        act =
            totals.isNothing
            ? nil
            : (totals.mistaken > 0
                ? Sentence(sv: "Läs in de \(sound) som går", en: "Take in the \(sound) that can be")
                : Sentence(sv: "Läs in allt", en: "Take in everything"))(language)
    }
}

extension PastePreview.Row {
    fileprivate init(_ row: RosterPreview.Row, _ language: Language) {
        line = language.grouped(row.line)
        isWrong = !row.mistakes.isEmpty
        who = row.name.isEmpty ? "–" : row.name
        email = row.email
        let place = [row.team, row.school, row.role?.name(language) ?? ""].filter { !$0.isEmpty }
        what = place.isEmpty ? "–" : place.joined(separator: ", ")
        happens =
            isWrong
            ? row.mistakes.map { $0.asWhole(language) }.joined(separator: " ")
            : Self.words(row)(language)
        remarks = row.warnings.map { $0.asWhole(language) }.joined(separator: " ")
    }

    private static func words(_ row: RosterPreview.Row) -> Sentence {
        let steps = row.steps.compactMap { step -> Sentence? in
            switch step {
            case .newSchool: Sentence(sv: "ny skola", en: "new school")
            case .newTeam: Sentence(sv: "nytt arbetslag", en: "new team")
            case .newPerson: Sentence(sv: "ny person", en: "new person")
            case .knownPerson: nil
            case .newMembership:
                row.from.map {
                    Sentence(
                        sv: "med i laget från \(Language.sv.date($0))",
                        en: "in the team from \(Language.en.date($0))")
                }
            case .nothingNew: Sentence(sv: "finns redan, inget ändras", en: "here already, nothing changes")
            }
        }
        return Sentence(
            sv: steps.map(\.sv).joined(separator: ", "), en: steps.map(\.en).joined(separator: ", "))
    }
}
