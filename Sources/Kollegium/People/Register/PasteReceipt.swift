/// What came of a paste, as it goes by the address of the page that tells it: numbers, and nothing that anybody typed.
struct PasteReceipt: Sendable, Equatable {
    let schools: Int
    let teams: Int
    let people: Int
    let memberships: Int
    /// Rows with mistakes, which were passed over.
    let leftOut: Int

    init(_ totals: RosterPreview.Totals) {
        schools = totals.schools
        teams = totals.teams
        people = totals.people
        memberships = totals.memberships
        leftOut = totals.mistaken
    }

    /// A number that is missing, or is none, counts as nought.
    init(_ asked: Asked) {
        func number(_ name: String) -> Int { wholeNumber(Array(asked[name].utf8)) ?? 0 }
        schools = number("schools")
        teams = number("teams")
        people = number("people")
        memberships = number("memberships")
        leftOut = number("left")
    }

    var query: String {
        "schools=\(schools)&teams=\(teams)&people=\(people)&memberships=\(memberships)&left=\(leftOut)"
    }

    /// `7 personer och 2 arbetslag lades till, 1 rad hoppades över.`
    var words: Sentence {
        let made = made
        let left = Sentence(
            sv: leftOut == 0
                ? "" : ", \(Language.sv.grouped(leftOut)) \(leftOut == 1 ? "rad" : "rader") hoppades över",
            en: leftOut == 0
                ? "" : ", \(Language.en.grouped(leftOut)) \(leftOut == 1 ? "row was" : "rows were") left out")
        guard !made.isEmpty else {
            return Sentence(sv: "Inget lades till\(left.sv).", en: "Nothing was added\(left.en).")
        }
        let isOne = made.count == 1 && schools + teams + people + memberships == 1
        return Sentence(
            sv: "\(Language.sv.list(made.map(\.sv))) lades till\(left.sv).",
            en: "\(Language.en.list(made.map(\.en))) \(isOne ? "was" : "were") added\(left.en).")
    }

    /// What was made, each with its number. A place in a team is said where the person is not new.
    private var made: [Sentence] {
        let counts: [(Int, one: Sentence, more: Sentence)] = [
            (people, Sentence(sv: "person", en: "person"), Sentence(sv: "personer", en: "people")),
            (
                people > 0 ? 0 : memberships, Sentence(sv: "medlemskap", en: "membership"),
                Sentence(sv: "medlemskap", en: "memberships")
            ),
            (teams, Sentence(sv: "arbetslag", en: "team"), Sentence(sv: "arbetslag", en: "teams")),
            (schools, Sentence(sv: "skola", en: "school"), Sentence(sv: "skolor", en: "schools")),
        ]
        return counts.filter { $0.0 > 0 }.map { count, one, more in
            let name = count == 1 ? one : more
            return Sentence(
                sv: "\(Language.sv.grouped(count)) \(name.sv)", en: "\(Language.en.grouped(count)) \(name.en)"
            )
        }
    }
}

/// What came of a paste, and what is sensible next.
struct PasteReceiptPage: Page {
    static let template = "paste-receipt"
    let heading: PageHeading
    let words: String
    /// Where everybody is asked in who was not, and how many they are; nil where there is nobody.
    let invitations: Link?
    let ways: [Link]

    /// - Parameter waiting: how many of the programme's people could be invited.
    init(_ programme: ProgrammeSummary, _ receipt: PasteReceipt, waiting: Int, _ language: Language) {
        let id = programme.publicID
        heading = .programme(Sentence(sv: "Inlagt", en: "Taken in"), programme, language)
        words = receipt.words(language)
        invitations =
            waiting == 0 ? nil : Link(InvitationsPage.act(waiting, language), .programme(id, .invitations))
        ways = [
            Link(Sentence(sv: "Arbetslagen", en: "The teams")(language), .programme(id, .teams)),
            Link(Sentence(sv: "Människorna", en: "The people")(language), .programme(id, .people)),
            Link(Sentence(sv: "Klistra in fler", en: "Paste more")(language), .programme(id, .paste)),
        ]
    }
}
