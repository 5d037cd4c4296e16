import Measures
import Storage

extension MeetingStore {
    /// A meeting as its team reads it: how many came, never who.
    struct Counted: Sendable, Equatable {
        let kind: MeetingKind
        /// Local wall-clock time in the programme's zone: `2013-09-03T14:30`, or only the day.
        let starts: String
        let status: MeetingStatus
        let plannedMinutes: Int
        let present: Int
        /// Of how many it is known whether they came.
        let known: Int
    }

    /// A team's meetings from a day on, the earliest first: those of a term and those planned after it.
    func meetings(ofTeam team: Int64, from day: Day) throws -> [Counted] {
        try db.all(
            """
            SELECT m.kind, m.starts, m.status, m.planned_minutes,
                (SELECT 10000 * count(*) + count(CASE WHEN a.status = 'present' THEN 1 END)
                FROM attendance a WHERE a.meeting_id = m.id)
            FROM meetings m
            WHERE m.team_id = ? AND m.starts >= ?
            ORDER BY m.starts, m.status, m.id
            LIMIT 200
            """, team, day.description
        ) { row in
            guard let kind = MeetingKind(rawValue: try row.text(0)),
                let status = MeetingStatus(rawValue: try row.text(2))
            else { throw StorageError(.damaged, "a meeting of team \(team) has an unknown kind or status") }
            // Both counts in one number, so that attendance is gone through once: it is most of what the page reads.
            let counts = try row.integer(4)
            return Counted(
                kind: kind, starts: try row.text(1), status: status, plannedMinutes: try row.integer(3),
                present: counts % 10_000, known: counts / 10_000)
        }
    }
}
