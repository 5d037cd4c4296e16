/// The first page of a demonstration: whom to be.
struct DemoPage: Page {
    static let template = "demo"
    let heading: PageHeading
    let members: [Member]
    let today: String

    struct Member: Sendable {
        let email: String
        /// Of the room that the person's role is most at home in.
        let sign: String
        let name: String
        let role: String
        let part: String
        let lookFor: String
    }

    init(_ demo: Demo, today: Day, _ language: Language) {
        heading = PageHeading(
            title: Sentence(sv: "Vem vill du vara?", en: "Whom do you want to be?")(language))
        self.today = language.weekdayAndDate(today)
        members = demo.cast.map {
            Member(
                email: $0.email, sign: RoomBanner.sign(of: $0.hat.role.home), name: $0.name,
                role: $0.hat.role.name(language), part: $0.part(language), lookFor: $0.lookFor(language))
        }
    }
}

extension Role {
    /// The room that the role is most at home in.
    fileprivate var home: Room {
        switch self {
        case .teacher, .conversationLeader, .teamLeader: .team
        case .supervisor, .supervisorOfSupervisors: .supervision
        case .schoolLeader: .airlock
        case .programmeLeader: .programme
        case .developmentLeader, .guest: .school
        case .researcher: .research
        case .administrator: .accounts
        }
    }
}
