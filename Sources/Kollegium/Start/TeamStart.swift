import Storage

/// What is known for the start page of somebody whose hat opens teams' rooms, in eleven statements however many teams.
struct TeamStart: Sendable {
    let rooms: [TeamStore.OpenRoom]
    let meetings: [MeetingStore.Near]
    let comments: [TrustNews.Comment]
    let rulings: [TrustNews.Ruling]
    let arrivals: [TeamStore.Arrival]
    /// The present term of each programme.
    let terms: [Int64: StudyDocument.Period]
    /// Questionnaires that ask the person.
    let asked: [SheetStore.Asked]
    /// When somebody first signed in.
    let joinedAt: Int64?
    /// A study waits for the reader's first yes or no.
    let awaitsConsent: Bool
    /// Schools whose leaders' purpose the reader has not said anything to this term.
    let purposes: [PurposeAnswerStore.Waiting]

    /// How far back and ahead the page looks.
    static let days = 60

    static func read(_ db: Session, _ reach: Reach, _ setting: StartSetting) throws -> TeamStart {
        let rooms = try TeamStore(db: db).openRooms(reach, today: setting.today)
        let teams = Set(rooms.map(\.key))
        let since = Dictionary(rooms.map { ($0.key, $0.since) }) { one, _ in one }
        let meetings = try MeetingStore(db: db).meetings(
            ofTeams: teams, in: setting.day(in: -days)...setting.day(in: days))
        let (news, start) = (TrustNews(db: db), setting.now - Int64(days) * 86_400_000)
        let comments = try news.comments(on: teams, besides: reach.hat.person, since: start, most: 20)
        let rulings = try news.rulings(on: teams, besides: reach.hat.person, since: start, most: 20)
        let arrivals = try TeamStore(db: db).arrivals(
            in: teams, since: start, today: setting.today, most: 20)
        return TeamStart(
            rooms: rooms,
            // What was before somebody came is for the team to open, not for the start page to tell.
            meetings: meetings.filter { near in since[near.team].map { near.day >= $0.description } ?? false
            },
            comments: comments.filter { one in since[one.team].map { setting.day(of: one.at) >= $0 } ?? false
            },
            rulings: rulings.filter { one in since[one.team].map { setting.day(of: one.at) >= $0 } ?? false },
            // Whoever came on the same day came together with the reader; whoever was entered later is told, whatever
            // day was written as their first.
            arrivals: arrivals.filter { one in
                one.person != reach.hat.person
                    && since[one.team].map { max(one.from, setting.day(of: one.at)) > $0 } ?? false
            },
            terms: try ProgrammeStore(db: db).terms(of: Set(rooms.map(\.programme)), on: setting.today),
            asked: try SheetStore(db: db).asked(reach.hat.person, on: setting.today, setting.sheetForms),
            joinedAt: try AccountStore(db: db).find(reach.account)?.joinedAt,
            awaitsConsent: try StudyInformationStore(db: db).isWaiting(for: reach.hat.person),
            purposes: Role.members.contains(reach.hat.role)
                ? try PurposeAnswerStore(db: db).waiting(for: reach.hat.person, on: setting.today) : [])
    }

    func coming(on today: Day) -> [MeetingStore.Near] {
        meetings.filter { $0.meeting.status == .planned && $0.day >= today.description }
    }

    /// The latest first.
    func past(on today: Day) -> [MeetingStore.Near] {
        meetings.filter { !($0.meeting.status == .planned && $0.day >= today.description) }.reversed()
    }

    func room(_ team: Int64) -> TeamStore.OpenRoom? { rooms.first { $0.key == team } }

    /// Whether there is a team that somebody has been in for as long as the page looks back.
    func isOld(on today: Day) -> Bool { rooms.contains { $0.since.number <= today.number - Self.days } }

    /// Teams whose map is worth a look: the term ends within three weeks, or ended at most six weeks ago. Whoever came
    /// within two weeks has seen too little to say.
    func mapsToSee(on today: Day) -> [(room: TeamStore.OpenRoom, term: StudyDocument.Period)] {
        rooms.compactMap { room in
            guard !room.isFrozen, let term = terms[room.programme], room.since <= term.to,
                room.since.number <= today.number - 14,
                (-42...21).contains(term.to.number - today.number)
            else { return nil }
            return (room, term)
        }
    }
}
