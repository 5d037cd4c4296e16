import Storage

/// A team as the schedule has it, for those who lead a programme or a school: nothing of its room.
struct TeamEntryPage: Page {
    static let template = "team-entry"
    let heading: PageHeading
    let name: String
    let summary: String
    let conditions: [String]
    let hasNeeds: Bool
    let needs: [String]
    let isQuiet: Bool
    /// Only for who leads the programme.
    let register: Register?

    /// Who is in the team in which role, with dates.
    struct Register: Sendable {
        let isEmpty: Bool
        let rows: [Row]
        let links: [Link]
    }

    struct Row: Sendable {
        let person: Link
        let role: String
        let from: String
        let to: String
    }

    init(_ room: TeamRoom, _ conditions: TeamConditions?, for reach: Reach, today: Day, _ language: Language)
    {
        let leads = reach.may(.read, Thing(.membership, room.place))
        heading = PageHeading(
            title: room.name, trail: Self.trail(reach, leads, language), room: Self.banner(leads, language))
        name = room.name
        summary = room.summary(language)
        let words = conditions?.words
        self.conditions = words?.conditions.map { $0(language) } ?? []
        needs = words?.needs.map { $0(language) } ?? []
        hasNeeds = !needs.isEmpty
        isQuiet = self.conditions.isEmpty
        let mayWrite = reach.may(.write, Thing(.teamEntry, room.place))
        register = leads ? Register(room, mayWrite: mayWrite, language, today: today) : nil
    }

    private static func trail(_ reach: Reach, _ leads: Bool, _ language: Language) -> [Link] {
        guard leads, reach.signposts.programmes.count == 1 else { return [] }
        return [
            Link(
                Sentence(sv: "Lag", en: "Teams")(language),
                .programme(reach.signposts.programmes[0].publicID, .teams))
        ]
    }

    private static func banner(_ leads: Bool, _ language: Language) -> RoomBanner {
        RoomBanner(
            .programme,
            leads
                ? Sentence(
                    sv:
                        "Läses av programmets ledning: namn, skola, medlemmar och datum. Det laget skriver finns inte här.",
                    en:
                        "Read by those who lead the programme: name, school, members and dates. What the team writes is not here."
                )(language)
                : Sentence(
                    sv:
                        "Läses av skolans och programmets ledning: villkoren för lagets arbete. Det laget skriver finns inte här.",
                    en:
                        "Read by those who lead the school and the programme: the conditions of the team’s work. What the team writes is not here."
                )(
                    language), language)
    }
}

extension TeamEntryPage.Register {
    /// - Parameter mayWrite: not in a programme that nobody has taken over.
    fileprivate init(_ room: TeamRoom, mayWrite: Bool, _ language: Language, today: Day) {
        isEmpty = room.stays.isEmpty
        rows = room.stays.map { stay in
            TeamEntryPage.Row(
                person: Link(stay.name(language), .person(stay.personID)), role: stay.role.name(language),
                from: language.date(stay.from),
                to: stay.to.flatMap { Day(number: $0.number - 1) }.map { language.date($0) } ?? "")
        }
        guard mayWrite else {
            links = [
                Link(Sentence(sv: "Medlemmar", en: "Members")(language), .team(room.publicID, .members))
            ]
            return
        }
        links = [
            Link(
                Sentence(sv: "Ändra medlemmar", en: "Change members")(language),
                .team(room.publicID, .members)),
            Link(Sentence(sv: "Lagkod", en: "Team code")(language), .team(room.publicID, .code)),
            Link(Sentence(sv: "Ändra laget", en: "Change the team")(language), .team(room.publicID, .edit)),
        ]
    }
}
