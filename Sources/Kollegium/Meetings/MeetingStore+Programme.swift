import Storage

/// How a programme's meetings of a term went so far, over all its teams.
struct MeetingsOverall: Sendable, Equatable {
    var planned = 0
    var held = 0
    /// How many teams had so much of their meetings held.
    var teams: [Band: Int] = [:]
    /// How many teams should have met before the day that was asked for and have not met since; nobody asks after a team
    /// whose meetings have only just begun, that has none, or that has ended.
    var silent = 0

    /// The borders are those of `three-sources/1`.
    enum Band: String, Sendable, CaseIterable {
        case most, many, few, none
    }
}

extension MeetingStore {
    /// - Parameter since: who has not met from this day on is silent.
    func overall(
        of programme: Int64, term: StudyDocument.Period, since: Day, today: Day
    ) throws -> MeetingsOverall {
        var overall = MeetingsOverall()
        try db.each(
            """
            SELECT band, count(*), sum(planned), sum(held), sum(silent)
            FROM (
                SELECT planned, held,
                    CASE WHEN planned = 0 AND EXISTS (
                            SELECT 1 FROM events e
                            WHERE e.team_id = team AND e.date <= ? AND e.kind = 'programme-ended')
                        THEN 'ended' WHEN planned = 0 THEN 'none' WHEN held * 100 >= planned * 85 THEN 'most'
                        WHEN held * 100 >= planned * 65 THEN 'many' ELSE 'few' END AS band,
                    CASE WHEN coalesce(latest, '') < ? AND NOT EXISTS (
                            SELECT 1 FROM events e
                            WHERE e.team_id = team AND e.date <= ? AND e.kind = 'programme-ended')
                        AND EXISTS (SELECT 1 FROM meetings w WHERE w.team_id = team AND w.starts < ?)
                        THEN 1 ELSE 0 END AS silent
                FROM (
                    SELECT t.id AS team, count(m.id) AS planned,
                        count(CASE WHEN m.status = 'held' THEN 1 END) AS held,
                        max(CASE WHEN m.status = 'held' THEN m.starts END) AS latest
                    FROM teams t
                    LEFT JOIN meetings m ON m.team_id = t.id AND m.starts >= ? AND m.starts < ?
                    WHERE t.programme_id = ?
                    GROUP BY t.id
                ) AS counted
            ) AS banded
            GROUP BY band
            """, today.description, since.description, today.description, since.description,
            term.from.description, today.description, programme,
            atOnce: true
        ) { row in
            guard let band = MeetingsOverall.Band(rawValue: try row.text(0)) else { return }
            overall.teams[band] = try row.integer(1)
            overall.planned += try row.integer(2)
            overall.held += try row.integer(3)
            overall.silent += try row.integer(4)
        }
        return overall
    }

    /// The first of the silent teams by name.
    func silent(of programme: Int64, since: Day, today: Day, most: Int) throws -> [SomeTeams.Named] {
        try db.all(
            """
            SELECT t.public_id, t.name, s.name FROM teams t JOIN schools s ON s.id = t.school_id
            WHERE t.programme_id = ?
                AND NOT EXISTS (SELECT 1 FROM meetings m WHERE m.team_id = t.id AND m.starts >= ?
                    AND m.starts < ? AND m.status = 'held')
                AND NOT EXISTS (SELECT 1 FROM events e WHERE e.team_id = t.id AND e.date <= ?
                    AND e.kind = 'programme-ended')
                AND EXISTS (SELECT 1 FROM meetings w WHERE w.team_id = t.id AND w.starts < ?)
            ORDER BY t.sort_key, t.id LIMIT ?
            """, programme, since.description, today.description, today.description, since.description, most,
            as: SomeTeams.Named.init)
    }
}
