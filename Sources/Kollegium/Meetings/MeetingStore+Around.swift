import Measures
import Storage

extension MeetingStore {
    /// A meeting of one of somebody's teams.
    struct Near: Sendable, Equatable {
        let team: Int64
        let meeting: Counted
        var day: String { String(meeting.starts.prefix(10)) }
    }

    /// The meetings of some teams in a stretch of days, the earliest first.
    func meetings(ofTeams teams: Set<Int64>, in days: ClosedRange<Day>) throws -> [Near] {
        let scope = Scope("m.team_id", in: teams)
        return try db.all(
            """
            SELECT m.team_id, m.kind, m.starts, m.status, m.planned_minutes,
                (SELECT count(*) FROM attendance a WHERE a.meeting_id = m.id AND a.status = 'present'),
                (SELECT count(*) FROM attendance a WHERE a.meeting_id = m.id)
            FROM meetings m WHERE \(scope.sql) AND m.starts >= ? AND m.starts < ?
            ORDER BY m.starts, m.id
            """,
            values: scope.values + [
                days.lowerBound.description.value, (days.upperBound.description + "~").value,
            ]
        ) { row in
            guard let kind = MeetingKind(rawValue: try row.text(1)),
                let status = MeetingStatus(rawValue: try row.text(3))
            else { throw StorageError(.damaged, "a meeting has an unknown kind or status") }
            return Near(
                team: try row.key(0),
                meeting: Counted(
                    kind: kind, starts: try row.text(2), status: status, plannedMinutes: try row.integer(4),
                    present: try row.integer(5), known: try row.integer(6)))
        }
    }

    /// Whether anything is noted of a person at a team's meetings, there or not.
    func knows(_ person: Int64, ofTeam team: Int64) throws -> Bool {
        try db.one(
            """
            SELECT 1 FROM attendance a JOIN meetings m ON m.id = a.meeting_id
            WHERE a.person_id = ? AND m.team_id = ? LIMIT 1
            """, person, team
        ) { _ in true } ?? false
    }
}
