import Measures
import Storage

/// Meetings and who was there.
struct MeetingStore {
    let db: Session

    /// A meeting without its place and people: when it was, what became of it, and how many came.
    struct Meeting: Sendable {
        let day: Day
        let kind: String
        let status: MeetingStatus
        let plannedMinutes: Int
        let attendance: AttendanceTally
    }

    /// Hands over each team that has meetings, with all of them by day. One team's are in memory at a time.
    ///
    /// Attendance is counted first, along the key that it shares with meetings, and put in the order of teams
    /// afterwards: so the database sorts meetings, and not what is seven times as much.
    func meetings(
        of programme: Int64, _ selection: Selection = .everything, body: (Int64, [Meeting]) throws -> Void
    ) throws {
        let chosen = selection.teams(of: programme)
        var team: Int64?
        var meetings: [Meeting] = []
        try db.each(
            """
            SELECT team_id, starts, kind, status, planned_minutes, present, absent, excused
            FROM (
                SELECT m.id, m.team_id, m.starts, m.kind, m.status, m.planned_minutes,
                    count(CASE WHEN a.status = 'present' THEN 1 END) AS present,
                    count(CASE WHEN a.status = 'absent' THEN 1 END) AS absent,
                    count(CASE WHEN a.status = 'excused' THEN 1 END) AS excused
                FROM teams t
                JOIN meetings m ON m.team_id = t.id
                LEFT JOIN attendance a ON a.meeting_id = m.id
                WHERE \(chosen.sql)
                GROUP BY m.id, m.team_id, m.starts, m.kind, m.status, m.planned_minutes
            ) AS attended
            ORDER BY team_id, starts, kind, status, id
            """, values: chosen.values
        ) { row in
            let next = try row.key(0)
            if next != team {
                if let team { try body(team, meetings) }
                team = next
                meetings.removeAll(keepingCapacity: true)
            }
            meetings.append(try meeting(row))
        }
        if let team { try body(team, meetings) }
    }

    private func meeting(_ row: Row) throws -> Meeting {
        guard let status = MeetingStatus(rawValue: try row.text(3)) else {
            throw StorageError(.damaged, "a meeting has the status \(try row.text(3))")
        }
        // What is stored is the local time, which begins with its day.
        return Meeting(
            day: try row.day(1), kind: try row.text(2), status: status, plannedMinutes: try row.integer(4),
            attendance: AttendanceTally(
                present: try row.integer(5), absent: try row.integer(6), excused: try row.integer(7)))
    }
}
