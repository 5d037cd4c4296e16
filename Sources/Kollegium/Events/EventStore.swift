import Storage

/// What happened to teams and their frame.
struct EventStore {
    let db: Session

    struct Event: Sendable {
        let day: Day
        let kind: String
        /// Who showed practice; nil for all other kinds.
        let person: Int64?
    }

    /// Hands over each event with its team, those of a team by day.
    func events(
        of programme: Int64, _ selection: Selection = .everything, body: (Int64, Event) throws -> Void
    ) throws {
        let chosen = selection.teams(of: programme)
        try db.each(
            """
            SELECT e.team_id, e.date, e.kind, e.person_id
            FROM events e
            WHERE e.team_id IN (SELECT t.id FROM teams t WHERE \(chosen.sql))
            ORDER BY e.team_id, e.date, e.kind, e.id
            """, values: chosen.values, atOnce: true
        ) { row in
            try body(
                try row.key(0),
                Event(day: try row.day(1), kind: try row.text(2), person: row.keyIfAny(3)))
        }
    }

    /// Which of these teams have ended, each with the last day on which they said so, up to a day.
    func endings(ofTeams teams: Set<Int64>, by today: Day) throws -> [Int64: Day] {
        let scope = Scope("e.team_id", in: teams)
        var days: [Int64: Day] = [:]
        try db.each(
            """
            SELECT e.team_id, max(e.date) FROM events e
            WHERE \(scope.sql) AND e.kind = 'programme-ended' AND e.date <= ? GROUP BY e.team_id
            """, values: scope.values + [today.description.value], atOnce: true
        ) { row in days[try row.key(0)] = try row.day(1) }
        return days
    }

    /// Which of a programme's teams, or of those selected, ended it before its last day, in their order, each with the
    /// last day on which it said so.
    func endings(
        among teams: [TeamStore.Name], of programme: Int64, _ selection: Selection = .everything,
        before last: Day
    ) throws -> [TeamEnding] {
        let chosen = selection.teams(of: programme)
        var days: [Int64: Day] = [:]
        try db.each(
            """
            SELECT e.team_id, max(e.date)
            FROM events e
            WHERE e.kind = 'programme-ended' AND e.date < ?
                AND e.team_id IN (SELECT t.id FROM teams t WHERE \(chosen.sql))
            GROUP BY e.team_id
            """, values: [last.description.value] + chosen.values
        ) { row in
            days[try row.key(0)] = try row.day(1)
        }
        return teams.compactMap { team in
            days[team.key].map { TeamEnding(team: team, day: $0) }
        }
    }
}

/// A team that ended its programme before the study's end.
struct TeamEnding: Sendable {
    let team: TeamStore.Name
    let day: Day

    /// `avslutat 12 sep 2014`.
    static func words(_ day: Day) -> Sentence {
        Sentence(sv: "avslutat \(Language.sv.date(day))", en: "ended \(Language.en.date(day))")
    }
}
