import Storage

/// Somebody in front of a team's trust map: the room, from when on they may read it, and what it shows them.
struct TrustView: Sendable {
    let room: TeamRoom
    let reach: Reach
    let today: Day
    let language: Language
    /// The day of a moment where the work is done.
    let day: @Sendable (Int64) -> Day
    /// Whether the map rests because the team is too small today.
    let isResting: Bool

    /// - Throws: `WebError` for who does not reach the room.
    init(
        _ room: TeamRoom?, for reach: Reach, today: Day, _ language: Language,
        day: @escaping @Sendable (Int64) -> Day
    ) throws {
        guard let room else { throw WebError.notFound }
        let map = Access.decide(.read, Thing(.trustMap, room.place), by: .person(reach))
        isResting = map == .refuse(.frozen)
        try reach.require(.read, Thing(isResting ? .team : .trustMap, room.place))
        self.room = room
        self.reach = reach
        self.today = today
        self.language = language
        self.day = day
    }

    /// Whoever is new reads from the day of joining on.
    var since: Day { room.presence(of: reach.hat.person, on: today) ?? today }

    /// The terms of the map that the reader was there in.
    func terms(_ map: TrustMap) -> [TrustMap.Term] { map.terms.filter { $0.period.to >= since } }

    /// Said where something lies before that day.
    var sinceJoining: String {
        Sentence(
            sv:
                "Du läser det som hör till tiden från och med \(language.date(since)), då du kom med i laget.",
            en: "You read what belongs to the time from \(language.date(since)) on, when you joined the team."
        )(language)
    }

    func canRead(_ comment: TrustComment) -> Bool {
        comment.author == reach.hat.person || day(comment.at) >= since
    }

    func name(_ person: Int64?) -> String { room.name(of: person, language) }

    func date(_ moment: Int64) -> String { language.weekdayAndDate(day(moment)) }

    func heading(_ title: Sentence, trail: [Link] = [], problems: FormProblems? = nil) -> PageHeading {
        var heading = PageHeading.form(title, problems, language)
        heading.trail = [Link(room.name, .team(room.publicID))] + trail
        heading.room = banner
        return heading
    }

    private var banner: RoomBanner {
        let words =
            reach.hat.role == .supervisor
            ? Sentence(
                sv: "Det som skrivs här läser laget och du som handledare. Rektor kommer inte hit.",
                en:
                    "What is written here is read by the team and by you as its supervisor. The principal does not come here."
            )
            : Sentence(
                sv: "Det som skrivs här läser ni i laget och er handledare. Rektor kommer inte hit.",
                en:
                    "What is written here is read by you in the team and your supervisor. The principal does not come here."
            )
        return RoomBanner(.team, for: reach.hat.role, words(language), language)
    }
}
