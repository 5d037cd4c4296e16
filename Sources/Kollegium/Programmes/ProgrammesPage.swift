/// The programmes that a person may open. An administrator, who reads none, sees only that one can be begun.
struct ProgrammesPage: Page {
    static let template = "programmes"
    let heading: PageHeading
    let hasList: Bool
    let programmes: [Row]
    let isEmpty: Bool
    let mayFound: Bool
    let maySend: Bool
    let newPath = SiteURL.newProgramme.path
    let uploadsPath = SiteURL.uploads.path

    struct Row: Sendable {
        let path: String
        let title: String
        let days: String
        let state: String
        let isNow: Bool
    }

    init(_ list: [ProgrammeSummary], _ reach: Reach, today: Day, _ language: Language) {
        heading = PageHeading(
            title: Sentence(sv: "Program", en: "Programmes")(language), room: .programme(language))
        hasList = !list.isEmpty
        isEmpty = list.isEmpty && reach.hat.role != .administrator
        let place = Place(organisation: reach.organisation, owner: reach.hat.person)
        mayFound = reach.may(.found, Thing(.programme, place))
        maySend = reach.may(.write, Thing(.upload, place))
        programmes = list.map { programme in
            let state = Self.state(programme, today)
            return Row(
                path: SiteURL.programme(programme.publicID).path, title: programme.title(language),
                days: language.span(programme.days), state: state.words(language), isNow: state.isNow)
        }
    }

    private static func state(_ programme: ProgrammeSummary, _ today: Day) -> (words: Sentence, isNow: Bool) {
        if !programme.isOpen {
            return (Sentence(sv: "inläst, bara att läsa", en: "imported, to read only"), false)
        }
        if today < programme.days.lowerBound {
            return (Sentence(sv: "har inte börjat", en: "not begun yet"), false)
        }
        if today > programme.days.upperBound { return (Sentence(sv: "avslutat", en: "ended"), false) }
        return (Sentence(sv: "pågår", en: "under way"), true)
    }
}
