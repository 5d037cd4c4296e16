import Measures
import Storage

extension MeetingStore {
    /// A meeting as the team's page lists it: how many came, never who.
    struct Listed: Sendable, Equatable {
        let publicID: String
        let kind: String
        /// Local wall-clock time in the programme's zone: `2013-09-03T14:30`, or only the day.
        let starts: String
        let day: Day
        let status: MeetingStatus
        let plannedMinutes: Int
        let present: Int
        let absent: Int
        let excused: Int
    }

    /// The team's meetings of all times, earliest first: some eighty over two years.
    func meetings(ofTeam team: Int64) throws -> [Listed] {
        try db.all(
            """
            SELECT m.public_id, m.kind, m.starts, m.status, m.planned_minutes,
                count(CASE WHEN a.status = 'present' THEN 1 END),
                count(CASE WHEN a.status = 'absent' THEN 1 END),
                count(CASE WHEN a.status = 'excused' THEN 1 END)
            FROM meetings m LEFT JOIN attendance a ON a.meeting_id = m.id
            WHERE m.team_id = ?
            GROUP BY m.id, m.public_id, m.kind, m.starts, m.status, m.planned_minutes
            ORDER BY m.starts, m.id
            """, team
        ) { row in
            guard let status = MeetingStatus(rawValue: try row.text(3)) else {
                throw StorageError(.damaged, "a meeting has the status \(try row.text(3))")
            }
            return Listed(
                publicID: try row.text(0), kind: try row.text(1), starts: try row.text(2),
                day: try row.day(2),
                status: status, plannedMinutes: try row.integer(4), present: try row.integer(5),
                absent: try row.integer(6), excused: try row.integer(7))
        }
    }
}

extension [MeetingStore.Listed] {
    /// Those still to come on a day, the next first. What was planned for earlier and nobody has told of is past.
    func upcoming(on today: Day) -> [MeetingStore.Listed] {
        filter { $0.status == .planned && $0.day >= today }
    }

    /// All others, the latest first.
    func past(on today: Day) -> [MeetingStore.Listed] {
        filter { !($0.status == .planned && $0.day >= today) }.reversed()
    }
}
