import Storage

/// What somebody who leads or develops schools learns of their teams' work.
struct SchoolStart: Sendable {
    /// By name.
    let teams: [Entry]

    struct Entry: Sendable {
        let team: TeamStore.SchoolTeam
        let conditions: TeamConditions?
    }

    /// In one statement, and six for each programme that the schools take part in.
    static func read(_ db: Session, _ reach: Reach, today: Day) throws -> SchoolStart {
        let teams = try TeamStore(db: db).scheduled(reach)
        var conditions: [Int64: TeamConditions] = [:]
        for (programme, its) in Dictionary(grouping: teams, by: \.programme) {
            conditions.merge(
                try TeamConditions.read(db, Set(its.map(\.key)), of: programme, today: today)
            ) { one, _ in one }
        }
        return SchoolStart(teams: teams.map { Entry(team: $0, conditions: conditions[$0.key]) })
    }

    func teams(of school: Int64) -> [Entry] { teams.filter { $0.team.school == school } }
}

extension [SchoolStart.Entry] {
    /// Of the teams that may be told of; nil where there are none.
    var time: TeamConditions.MeetingTime? {
        let times = compactMap { $0.conditions?.time }
        return times.isEmpty ? nil : times.reduce(TeamConditions.MeetingTime(), +)
    }

    var feedback: Day? { compactMap { $0.conditions?.feedback }.max() }
}
