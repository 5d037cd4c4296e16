import Storage

/// Who is asked in a wave: by their membership in a team, or for leading a school that has one.
struct AskedPeople {
    let db: Session
    let wave: Wave

    /// Everybody who is asked on some day, with the team that they answer for: of several the one they have been in
    /// longest. A table `asked` for what follows, with `person_id` and `team_id`, and its values.
    /// - Parameters:
    ///   - first: the first of the days.
    ///   - last: the last of them.
    private func asked(from first: Day, to last: Day) -> (sql: String, values: [Value]) {
        let programme = wave.programme.value
        let days = [last.description.value, first.description.value]
        let members = """
            SELECT m.person_id, m.team_id, m.starts
            FROM memberships m JOIN teams t ON t.id = m.team_id
            WHERE t.programme_id = ? AND m.starts <= ? AND (m.ends IS NULL OR m.ends > ?)
            """
        let roles =
            wave.name.asksLeaders
            ? """
            \(members) AND m.role = 'school-leader'
            UNION ALL
            SELECT a.person_id, t.id, a.starts
            FROM assignments a JOIN teams t ON t.school_id = a.school_id
            WHERE t.programme_id = ? AND a.starts <= ? AND (a.ends IS NULL OR a.ends > ?)
                AND a.role = 'school-leader'
            """ : "\(members) AND m.role IN ('teacher', 'conversation-leader', 'team-leader')"
        let sql = """
            WITH asked AS (
                SELECT o.person_id, o.team_id FROM (
                    SELECT r.person_id, r.team_id,
                        row_number() OVER (PARTITION BY r.person_id ORDER BY r.starts, r.team_id) AS place
                    FROM (\(roles)) AS r
                ) AS o WHERE o.place = 1
            )
            """
        let values = [programme] + days
        return (sql, wave.name.asksLeaders ? values + values : values)
    }

    // MARK: How many

    struct Count: Sendable, Equatable {
        let people: Int
        /// Those of them that letters reach: they have an account that is open.
        let reached: Int
        /// Those that no letter reaches and whose answers came with the study that was taken over: they wait for none.
        var fromElsewhere = 0

        /// Those who ought to have a letter and get none.
        var missing: Int { people - reached - fromElsewhere }
    }

    func count(on day: Day) throws -> Count {
        let asked = asked(from: day, to: day)
        return try db.one(
            """
            \(asked.sql)
            SELECT count(*), count(a.id), count(CASE WHEN a.id IS NULL THEN s.id END)
            FROM asked
            JOIN people p ON p.id = asked.person_id AND p.erased_at IS NULL
            LEFT JOIN account_people l ON l.person_id = p.id
            LEFT JOIN accounts a ON a.id = l.account_id AND a.disabled_at IS NULL
            LEFT JOIN sheets s ON s.part_id = ? AND s.person_id = p.id AND s.entry = 'imported'
            """, values: asked.values + [wave.part.value]
        ) {
            Count(people: try $0.integer(0), reached: try $0.integer(1), fromElsewhere: try $0.integer(2))
        } ?? Count(people: 0, reached: 0)
    }

    /// The team that a person answers for, where they are asked on a day.
    func team(of person: Int64, on day: Day) throws -> Int64? {
        let asked = asked(from: day, to: day)
        return try db.one(
            "\(asked.sql) SELECT asked.team_id FROM asked WHERE asked.person_id = ?",
            values: asked.values + [person.value]
        ) { try $0.key(0) }
    }

    /// For each team how many were asked while the wave was open, and how many of them had handed in before a day. Who
    /// leaves stays counted in both, so that no difference between two days tells of them.
    func handedIn(before day: Day) throws -> [(team: Int64, count: WaveStatus.Count)] {
        // Who came after the last day was not asked any more.
        let asked = asked(from: wave.opens ?? day, to: min(day, wave.lastDay ?? day))
        return try db.all(
            """
            \(asked.sql)
            SELECT asked.team_id, count(*), count(s.id)
            FROM asked
            LEFT JOIN sheets s ON s.part_id = ? AND s.person_id = asked.person_id AND s.state = 'handed-in'
                AND s.submitted < ?
            GROUP BY asked.team_id
            """, values: asked.values + [wave.part.value, day.description.value]
        ) { (try $0.key(0), WaveStatus.Count(handedIn: try $0.integer(2), asked: try $0.integer(1))) }
    }

    // MARK: Whom to write to

    /// Those who are asked on a day, have had no invitation and not handed in without.
    func uninvited(on day: Day) throws -> [Int64] {
        let asked = asked(from: day, to: day)
        return try db.all(
            """
            \(asked.sql)
            SELECT asked.person_id
            FROM asked
            JOIN account_people l ON l.person_id = asked.person_id
            JOIN accounts a ON a.id = l.account_id AND a.disabled_at IS NULL
            WHERE NOT EXISTS (
                SELECT 1 FROM wave_invitations i WHERE i.part_id = ? AND i.person_id = asked.person_id)
                AND NOT EXISTS (
                    SELECT 1 FROM sheets s
                    WHERE s.part_id = ? AND s.person_id = asked.person_id AND s.state = 'handed-in')
                AND \(Self.wants("asked.person_id"))
            ORDER BY asked.person_id
            """, values: asked.values + [wave.part.value, wave.part.value, wave.programme.value]
        ) { try $0.key(0) }
    }

    /// Those who are asked on a day, were invited before it, and have neither handed in nor been reminded so often.
    func unreminded(_ reminder: Int, on day: Day) throws -> [Int64] {
        let asked = asked(from: day, to: day)
        return try db.all(
            """
            \(asked.sql)
            SELECT i.person_id
            FROM asked
            JOIN wave_invitations i ON i.part_id = ? AND i.person_id = asked.person_id
            WHERE i.reminders < ? AND i.invited_on < ? AND coalesce(i.reminded_on, '') < ?
                AND NOT EXISTS (
                    SELECT 1 FROM sheets s
                    WHERE s.part_id = i.part_id AND s.person_id = i.person_id AND s.state = 'handed-in')
                AND \(Self.wants("i.person_id"))
            ORDER BY i.person_id
            """,
            values: asked.values + [
                wave.part.value, reminder.value, day.description.value, day.description.value,
                wave.programme.value,
            ]
        ) { try $0.key(0) }
    }

    /// Those who are asked on a day, were invited and have not handed in.
    func invited(on day: Day) throws -> [Int64] {
        let asked = asked(from: day, to: day)
        return try db.all(
            """
            \(asked.sql)
            SELECT i.person_id
            FROM asked
            JOIN wave_invitations i ON i.part_id = ? AND i.person_id = asked.person_id
            WHERE NOT EXISTS (
                    SELECT 1 FROM sheets s
                    WHERE s.part_id = i.part_id AND s.person_id = i.person_id AND s.state = 'handed-in')
                AND \(Self.wants("i.person_id"))
            ORDER BY i.person_id
            """, values: asked.values + [wave.part.value, wave.programme.value]
        ) { try $0.key(0) }
    }

    /// Whoever has said no to both, their own development and the evaluation, wants no letters about it: a condition on
    /// the programme's key.
    static func wants(_ person: String) -> String {
        """
        2 > (SELECT count(DISTINCT c.purpose) FROM consents c
            JOIN studies e ON e.id = c.study_id AND e.programme_id = ? AND e.state = 'held'
            WHERE c.person_id = \(person) AND c.purpose IN ('own-development', 'evaluation') AND c.answer = 'no'
                AND NOT EXISTS (
                    SELECT 1 FROM consents d
                    WHERE d.study_id = c.study_id AND d.person_id = c.person_id AND d.purpose = c.purpose
                        AND d.id > c.id))
        """
    }

    /// Somebody to write to.
    struct Addressee: Sendable {
        let person: Int64
        let name: String?
        let email: EmailAddress
        let language: Language
    }

    /// Those of some people who have an account that is open, at its address.
    static func addressees(_ db: Session, _ people: [Int64]) throws -> [Addressee] {
        let scope = Scope("p.id", in: Set(people))
        return try db.all(
            """
            SELECT p.id, p.name, a.email, a.language
            FROM people p
            JOIN account_people l ON l.person_id = p.id
            JOIN accounts a ON a.id = l.account_id AND a.disabled_at IS NULL
            WHERE p.erased_at IS NULL AND \(scope.sql)
            ORDER BY p.id
            """, values: scope.values
        ) { row -> Addressee? in
            guard let email = EmailAddress(try row.text(2)), email.isMailable else { return nil }
            return Addressee(
                person: try row.key(0), name: row.textIfAny(1), email: email,
                language: Language(rawValue: try row.text(3)) ?? .sv)
        }.compactMap(\.self)
    }
}
