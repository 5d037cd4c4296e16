import Storage

/// The goals that teachers named at the start, and the headings that a researcher puts them under.
struct GoalHeadingStore {
    let db: Session

    /// The parts with which a programme's questionnaires for teachers began, where they have closed.
    private func firstParts(of programme: Int64, on today: Day) throws -> Set<Int64> {
        let closed = try QuestionnaireStore(db: db).closedParts(of: programme, by: today)
        let first = try db.all(
            """
            SELECT p.id FROM questionnaires q
            JOIN questionnaire_versions v ON v.questionnaire_id = q.id
            JOIN parts p ON p.version_id = v.id
            WHERE q.programme_id = ? AND q.audience = 'teacher' AND q.asks = 'members'
                AND p.wave = (
                    SELECT min(o.wave) FROM questionnaire_versions u JOIN parts o ON o.version_id = u.id
                    WHERE u.questionnaire_id = q.id)
            """, programme
        ) { try $0.key(0) }
        return closed.intersection(first)
    }

    /// Goals of those whose newest answer to research is yes and whose answers count, school by school, by their words, so
    /// that what is alike stands together and the order tells of nobody.
    func goals(of study: Study, on today: Day, page: Int = 1, size: Int = 60) throws -> ListPage<NamedGoal> {
        let scope = Scope("i.part_id", in: try firstParts(of: study.programme, on: today))
        let rows = try db.all(
            """
            SELECT s.id, i.item_id, pe.public_id, q.code, k.code, f.code, a.text, h.words
            FROM part_items i
            JOIN items k ON k.id = i.item_id
            JOIN questionnaires q ON q.id = k.questionnaire_id
            JOIN sheets s ON s.part_id = i.part_id AND s.counted = 1 AND s.state = 'handed-in'
            JOIN answers a ON a.sheet_id = s.id AND a.item_id = i.item_id AND a.text IS NOT NULL
            JOIN people pe ON pe.id = s.person_id
            JOIN teams t ON t.id = s.team_id
            JOIN school_profiles f ON f.school_id = t.school_id AND f.programme_id = t.programme_id
            LEFT JOIN goal_placements g ON g.sheet_id = s.id AND g.item_id = i.item_id
            LEFT JOIN goal_headings h ON h.id = g.heading_id
            WHERE \(scope.sql) AND i.type = 'goal'
                AND \(ConsentStore.newest(.research, is: .yes, of: "s.person_id", in: "?", keptOn: "?"))
            ORDER BY f.code, a.text, i.position, pe.public_id, s.id LIMIT ? OFFSET ?
            """,
            values: scope.values + [
                study.key.value, today.description.value, Int64(size + 1).value,
                Int64(ListPage<NamedGoal>.offset(page, size)).value,
            ]
        ) { row in
            NamedGoal(
                sheet: try row.key(0), item: try row.key(1), person: try row.text(2),
                code: "\(try row.text(3))-\(try row.text(4))", school: try row.text(5),
                text: try row.text(6), heading: row.textIfAny(7))
        }
        return ListPage(rows, number: page, size: size)
    }

    /// The headings in use, by their words.
    func headings(of programme: Int64) throws -> [String] {
        try db.all("SELECT words FROM goal_headings WHERE programme_id = ? ORDER BY words", programme) {
            try $0.text(0)
        }
    }

    /// Puts a goal under a heading, or under none. A heading that is written in other capitals is the same.
    func place(_ goal: NamedGoal, under words: String?, in programme: Int64, by act: Act) throws {
        guard let words else {
            try db.execute(
                "DELETE FROM goal_placements WHERE sheet_id = ? AND item_id = ?", goal.sheet, goal.item)
            return
        }
        try db.execute(
            """
            INSERT INTO goal_placements (sheet_id, item_id, heading_id, at) VALUES (?, ?, ?, ?)
            ON CONFLICT (sheet_id, item_id) DO UPDATE SET heading_id = excluded.heading_id, at = excluded.at
            """, goal.sheet, goal.item, try heading(words, of: programme), act.now)
    }

    private func heading(_ words: String, of programme: Int64) throws -> Int64 {
        let known = try db.all(
            "SELECT id, words FROM goal_headings WHERE programme_id = ? ORDER BY id", programme
        ) { (key: try $0.key(0), words: try $0.text(1)) }
        if let same = known.first(where: { $0.words.lowercased() == words.lowercased() }) { return same.key }
        let key = try db.nextKey(in: "goal_headings")
        try db.execute(
            "INSERT INTO goal_headings (id, programme_id, words) VALUES (?, ?, ?)", key, programme, words)
        return key
    }

    /// Headings that nothing stands under any more go.
    func tidy(_ programme: Int64) throws {
        try db.execute(
            """
            DELETE FROM goal_headings WHERE programme_id = ? AND NOT EXISTS (
                SELECT 1 FROM goal_placements g WHERE g.heading_id = goal_headings.id)
            """, programme)
    }

    /// Who in a school's teams named something under each heading.
    func named(at school: Int64, of programme: Int64) throws -> [String: Set<Int64>] {
        var named: [String: Set<Int64>] = [:]
        try db.each(
            """
            SELECT h.words, s.person_id
            FROM goal_headings h
            JOIN goal_placements g ON g.heading_id = h.id
            JOIN sheets s ON s.id = g.sheet_id
            JOIN teams t ON t.id = s.team_id
            WHERE h.programme_id = ? AND t.school_id = ?
            """, programme, school
        ) { row in named[try row.text(0), default: []].insert(try row.key(1)) }
        return named
    }
}
