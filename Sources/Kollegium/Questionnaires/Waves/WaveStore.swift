import Storage

/// Waves in the database, and who is asked in them.
struct WaveStore {
    let db: Session

    /// What a wave is read from; `waves` is called `w`, its part `p` and its questionnaire `q`.
    static let columns = """
        w.public_id, p.id, q.id, q.programme_id, \(PartName.columns), p.wave, q.asks, p.opens, p.closes,
            w.trust_items, w.look_back, w.paging, w.opened_at, w.closed_at,
            CASE WHEN g.origin = 'imported' AND g.taken_over_at IS NULL THEN 1 ELSE 0 END
        """
    static let tables = """
        waves w
        JOIN parts p ON p.id = w.part_id
        JOIN questionnaire_versions v ON v.id = p.version_id
        JOIN questionnaires q ON q.id = v.questionnaire_id
        JOIN programmes g ON g.id = q.programme_id
        """

    func wave(_ publicID: String) throws -> Wave? {
        try db.one(
            "SELECT \(Self.columns) FROM \(Self.tables) WHERE w.public_id = ?", publicID, as: Wave.init)
    }

    /// A programme's waves, those of one questionnaire after each other.
    func waves(of programme: Int64) throws -> [Wave] {
        try db.all(
            """
            SELECT \(Self.columns) FROM \(Self.tables)
            WHERE q.programme_id = ? ORDER BY q.code, p.wave, p.position, p.id
            """, programme, as: Wave.init)
    }

    /// Waves that have not closed.
    func underWay() throws -> [Wave] {
        try db.all(
            "SELECT \(Self.columns) FROM \(Self.tables) WHERE w.closed_at IS NULL ORDER BY w.part_id",
            as: Wave.init)
    }

    /// A wave that a person is asked in, and the team that they answer for.
    struct Asking: Sendable {
        let wave: Wave
        let team: Int64
        let teamName: String
    }

    /// The waves that take answers on a day and ask a person who is in a team, or leads a school that has one. Of
    /// several teams it is the one they have been in longest: a person answers once.
    func asking(_ person: Int64, on day: Day) throws -> [Asking] {
        let today = day.description
        var known: Set<Int64> = []
        return try db.all(
            """
            WITH mine AS (
                SELECT m.team_id, m.starts,
                    CASE WHEN m.role = 'school-leader' THEN 'school-leader' ELSE 'teacher' END AS audience
                FROM memberships m
                WHERE m.person_id = ? AND m.starts <= ? AND (m.ends IS NULL OR m.ends > ?)
                    AND m.role IN ('teacher', 'conversation-leader', 'team-leader', 'school-leader')
                UNION ALL
                SELECT t.id, a.starts, 'school-leader'
                FROM assignments a
                JOIN teams t ON t.school_id = a.school_id
                WHERE a.person_id = ? AND a.role = 'school-leader' AND a.starts <= ?
                    AND (a.ends IS NULL OR a.ends > ?)
            )
            SELECT \(Self.columns), t.id, t.name
            FROM mine
            JOIN teams t ON t.id = mine.team_id
            JOIN questionnaires q ON q.programme_id = t.programme_id AND q.audience = mine.audience
                AND q.asks = 'members'
            JOIN programmes g ON g.id = q.programme_id
            JOIN questionnaire_versions v ON v.questionnaire_id = q.id
            JOIN parts p ON p.version_id = v.id
            JOIN waves w ON w.part_id = p.id AND w.opened_at IS NOT NULL AND w.closed_at IS NULL
            ORDER BY p.closes, q.code, p.id, mine.starts, t.id
            """, person, today, today, person, today, today
        ) { row in
            let next = Wave.columns
            return Asking(wave: try Wave(row), team: try row.key(next), teamName: try row.text(next + 1))
        }.filter { $0.wave.isOpen(on: day) && known.insert($0.wave.part).inserted }
    }
}

extension Wave {
    /// How many columns of a row it is read from.
    static let columns = 21

    init(_ row: Row) throws {
        publicID = try row.text(0)
        part = try row.key(1)
        questionnaire = try row.key(2)
        programme = try row.key(3)
        name = try PartName(row, from: 4)
        number = try row.integer(11)
        asks = Asked(rawValue: try row.text(12)) ?? .members
        opens = row.textIfAny(13).flatMap { Day($0) }
        closes = row.textIfAny(14).flatMap { Day($0) }
        form = try WaveForm(row, from: 15)
        openedAt = row.keyIfAny(18)
        closedAt = row.keyIfAny(19)
        isImported = try row.integer(20) == 1
    }
}

extension WaveForm {
    /// - Parameter first: where the columns `trust_items`, `look_back` and `paging` begin.
    init(_ row: Row, from first: Int) throws {
        self.init(
            trustItems: TrustItems(rawValue: try row.text(first)) ?? .full,
            lookBack: LookBackTime(rawValue: try row.text(first + 1)) ?? .after,
            paging: Paging(rawValue: try row.text(first + 2)) ?? .sections)
    }
}
