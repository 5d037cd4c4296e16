import Hummingbird
import Storage

/// A team's page: its room for who is in it, its entry in the schedule for who leads.
struct TeamRoutes {
    let site: Site

    func add(to pages: RouterGroup<PersonContext>) {
        pages.get("/teams/:id", use: show)
    }

    @Sendable func show(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, reach, today, language) = (
            try context.part("id"), context.reach, site.today, context.language
        )
        return try await site.answer(request, to: context) { db in
            guard let room = try TeamStore(db: db).room(id, today: today) else { throw WebError.notFound }
            let mayEnter = Access.decide(.read, Thing(.team, room.place), by: .person(reach))
            // Whoever would reach the room but for a reason that is told, is told it.
            if mayEnter.isAllowed || mayEnter.isTold {
                try reach.require(.read, Thing(.team, room.place))
                return try TeamPage.read(db, room, for: reach, today: today, language)
            }
            try reach.require(.read, Thing(.teamEntry, room.place))
            return try TeamEntryPage.read(db, room, for: reach, today: today, language)
        }
    }
}

extension TeamPage {
    static func read(
        _ db: Session, _ room: TeamRoom, for reach: Reach, today: Day, _ language: Language
    ) throws -> TeamPage {
        guard let team = room.place.team, let programme = room.place.programmes.first else {
            throw WebError.notFound
        }
        let term = try ProgrammeStore(db: db).term(of: programme, on: today)
        let meetings = try MeetingStore(db: db).meetings(
            ofTeam: team, from: firstDay(room, term, for: reach, today: today))
        let leaders = try AssignmentStore(db: db).leaders(of: programme, on: today)
        return TeamPage(
            room, meetings, term: term, leaders: leaders, for: reach, today: today, language)
    }
}

extension TeamEntryPage {
    /// Of a team that is too small the conditions say just that.
    static func read(
        _ db: Session, _ room: TeamRoom, for reach: Reach, today: Day, _ language: Language
    ) throws -> TeamEntryPage {
        guard let team = room.place.team, let programme = room.place.programmes.first else {
            throw WebError.notFound
        }
        let mayKnow = Access.decide(.read, Thing(.conditions, room.place), by: .person(reach))
        let conditions =
            mayKnow.isAllowed || mayKnow.because == .frozen
            ? try TeamConditions.read(db, [team], of: programme, today: today)[team] : nil
        return TeamEntryPage(room, conditions, for: reach, today: today, language)
    }
}
