import Storage

/// What teachers say to their leaders' purpose: one answer of a person in each term at each school.
struct PurposeAnswerStore {
    let db: Session

    /// The term in which answers are taken: the one that a day is in, unless its figures are settled already.
    func term(of programme: Int64, on day: Day) throws -> StudyDocument.Period? {
        let closed = Set(
            try db.all("SELECT term FROM purpose_terms WHERE programme_id = ?", programme) {
                try $0.text(0)
            })
        return try ProgrammeStore(db: db).terms(of: programme)
            .filter { $0.from <= day && day <= $0.to && !closed.contains($0.code) }
            .max { $0.from < $1.from }
    }

    /// Says it, or changes it while the term runs. Pressed twice is pressed once.
    /// - Parameter term: the one that the form was made in.
    /// - Throws: `FormRefusal` where that term takes no answers any more, or where there is nothing to answer to.
    func say(
        _ answer: PurposeAnswer, in term: String, at school: Int64, of programme: Int64, by act: Act
    ) throws {
        _ = try ProgrammeStore(db: db).requireOpen(programme)
        guard try self.term(of: programme, on: act.today)?.code == term else {
            throw FormRefusal("", .termIsOver)
        }
        let stated = try PurposeStatementStore(db: db).statements(of: programme, for: school)
        guard StatedPurpose.all(stated).contains(where: { !$0.newest.isWithdrawn }) else {
            throw FormRefusal("", .nothingStated)
        }
        try db.execute(
            """
            INSERT INTO purpose_answers (programme_id, school_id, term, person_id, answer, at)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (programme_id, school_id, term, person_id) DO UPDATE
            SET answer = excluded.answer, at = excluded.at
            WHERE purpose_answers.answer <> excluded.answer AND purpose_answers.counted = 0
            """, programme, school, term, act.person, answer.rawValue, act.now)
    }

    /// Lets what was said in terms that are called otherwise now stand in them, unless their figures are settled.
    /// - Parameter renamed: what terms are called, by what they were called.
    func carry(_ renamed: [String: String], of programme: Int64) throws {
        func move(_ from: String, _ to: String) throws {
            try db.execute(
                """
                UPDATE purpose_answers SET term = ?
                WHERE programme_id = ? AND term = ? AND counted = 0
                    AND NOT EXISTS (
                        SELECT 1 FROM purpose_terms c
                        WHERE c.programme_id = purpose_answers.programme_id AND c.term = ?)
                    AND NOT EXISTS (
                        SELECT 1 FROM purpose_answers o
                        WHERE o.programme_id = purpose_answers.programme_id
                            AND o.school_id = purpose_answers.school_id AND o.term = ?
                            AND o.person_id = purpose_answers.person_id)
                """, to, programme, from, from, to)
        }
        // Two terms may have changed names with each other. No code begins with a space.
        for old in renamed.keys.sorted() { try move(old, " " + old) }
        for (old, new) in renamed.sorted(by: { $0.key < $1.key }) { try move(" " + old, new) }
        // Who has an answer under the new name already keeps both as they are.
        for old in renamed.keys.sorted() { try move(" " + old, old) }
    }

    /// All that a person has said at a school, in the order in which they said it.
    func own(_ person: Int64, at school: Int64, of programme: Int64) throws -> [OwnPurposeAnswer] {
        try db.all(
            """
            SELECT term, answer, at FROM purpose_answers
            WHERE programme_id = ? AND school_id = ? AND person_id = ? ORDER BY at, term
            """, programme, school, person
        ) { row in
            OwnPurposeAnswer(
                term: try row.text(0), answer: PurposeAnswer(rawValue: try row.text(1)) ?? .no,
                at: try row.key(2))
        }
    }

    /// A school that waits for somebody's answer, by the public id of the school, and the term.
    struct Waiting: Sendable, Equatable {
        let school: String
        let name: String
        let term: String
    }

    /// Where a member of teams has not said yet, this term, whether they share what is stated.
    func waiting(for person: Int64, on day: Day) throws -> [Waiting] {
        let today = day.description
        return try db.all(
            """
            SELECT DISTINCT s.public_id, s.name, x.code, s.sort_key
            FROM memberships m
            JOIN teams t ON t.id = m.team_id
            JOIN schools s ON s.id = t.school_id
            JOIN programmes g ON g.id = t.programme_id AND (g.origin = 'own' OR g.taken_over_at IS NOT NULL)
            JOIN terms x ON x.programme_id = t.programme_id AND x.starts <= ? AND x.ends >= ?
            WHERE m.person_id = ? AND m.starts <= ? AND (m.ends IS NULL OR m.ends > ?)
                AND m.role IN ('teacher', 'conversation-leader', 'team-leader')
                AND NOT EXISTS (
                    SELECT 1 FROM terms y WHERE y.programme_id = x.programme_id AND y.starts > x.starts
                        AND y.starts <= ? AND y.ends >= ?)
                AND NOT EXISTS (
                    SELECT 1 FROM purpose_terms c WHERE c.programme_id = x.programme_id AND c.term = x.code)
                AND NOT EXISTS (
                    SELECT 1 FROM purpose_answers a
                    WHERE a.programme_id = t.programme_id AND a.school_id = s.id AND a.term = x.code
                        AND a.person_id = m.person_id)
                AND EXISTS (
                    SELECT 1 FROM purpose_statements p
                    WHERE p.programme_id = t.programme_id AND p.withdrawn_at IS NULL
                        AND (p.school_id IS NULL OR p.school_id = s.id)
                        AND NOT EXISTS (
                            SELECT 1 FROM purpose_statements n
                            WHERE n.programme_id = p.programme_id AND n.person_id = p.person_id
                                AND coalesce(n.school_id, 0) = coalesce(p.school_id, 0) AND n.id > p.id))
            ORDER BY s.sort_key, s.public_id
            """, today, today, person, today, today, today, today
        ) { Waiting(school: try $0.text(0), name: try $0.text(1), term: try $0.text(2)) }
    }
}

extension Sentence {
    fileprivate static let termIsOver = Sentence(
        sv: "Terminen som du svarade för tar inte emot svar längre. Inget är ändrat.",
        en: "The term that you answered for takes no answers any more. Nothing is changed.")
    fileprivate static let nothingStated = Sentence(
        sv: "Ledningen har tagit tillbaka sina ord, så det finns inget att svara på just nu.",
        en: "The leaders have taken their words back, so there is nothing to answer at present.")
}
