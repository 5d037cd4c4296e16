import Storage

/// What research files are written from: closed parts, and the sheets of those whose newest answer to research is yes.
struct ResearchStore {
    let db: Session

    struct Part: Sendable {
        let key: Int64
        let code: String
        let title: Title
        let wave: Int
    }

    /// A question as one part asks it.
    struct Asked: Sendable {
        let part: Int64
        let item: Int64
        let code: String
        let type: ItemType
        let label: Title
        let steps: [Questionnaire.Scale.Step]
        let optOut: Title
        let form: String
        let facet: String
        let area: String
        let looksBack: Bool
    }

    /// A questionnaire that has a closed part.
    struct Subject: Sendable {
        let key: Int64
        let publicID: String
        let code: String
        let title: Title
    }

    /// The questionnaires of a programme, by code.
    func subjects(of programme: Int64) throws -> [Subject] {
        try db.all(
            """
            SELECT q.id, q.public_id, q.code, v.title_sv, v.title_en
            FROM questionnaires q JOIN questionnaire_versions v ON v.questionnaire_id = q.id
            WHERE q.programme_id = ? AND v.version = (
                SELECT max(x.version) FROM questionnaire_versions x WHERE x.questionnaire_id = q.id)
            ORDER BY q.code
            """, programme
        ) { row in
            Subject(
                key: try row.key(0), publicID: try row.text(1), code: try row.text(2),
                title: Title(sv: row.textIfAny(3), en: row.textIfAny(4)))
        }
    }

    /// The parts of a questionnaire that are among some, from the first version and wave to the last.
    func parts(of questionnaire: Int64, among closed: Set<Int64>) throws -> [Part] {
        try db.all(
            """
            SELECT p.id, p.code, p.title_sv, p.title_en, p.wave
            FROM questionnaire_versions v JOIN parts p ON p.version_id = v.id
            WHERE v.questionnaire_id = ? ORDER BY p.wave, v.version, p.position, p.id
            """, questionnaire
        ) { row in
            Part(
                key: try row.key(0), code: try row.text(1),
                title: Title(sv: row.textIfAny(2), en: row.textIfAny(3)), wave: try row.integer(4))
        }.filter { closed.contains($0.key) }
    }

    /// What the parts of a questionnaire ask, each in the order of its form.
    func asked(of questionnaire: Int64) throws -> [Asked] {
        var steps: [Int64: [Questionnaire.Scale.Step]] = [:]
        try db.each(
            """
            SELECT s.id, t.value, t.label_sv, t.label_en
            FROM questionnaire_versions v
            JOIN scales s ON s.version_id = v.id
            JOIN scale_steps t ON t.scale_id = s.id
            WHERE v.questionnaire_id = ? ORDER BY s.id, t.step
            """, questionnaire, atOnce: true
        ) { row in
            steps[try row.key(0), default: []].append(
                .init(value: row.textIfAny(1), label: Title(sv: row.textIfAny(2), en: row.textIfAny(3))))
        }
        return try db.all(
            """
            SELECT p.id, i.id, i.code, x.type, x.label_sv, x.label_en, x.scale_id, s.opt_out_sv, s.opt_out_en,
                x.form, x.facet, a.code, x.looks_back
            FROM questionnaire_versions v
            JOIN parts p ON p.version_id = v.id
            JOIN part_items x ON x.part_id = p.id
            JOIN items i ON i.id = x.item_id
            LEFT JOIN scales s ON s.id = x.scale_id
            LEFT JOIN areas a ON a.id = x.area_id
            WHERE v.questionnaire_id = ? AND x.type <> 'goal-review'
            ORDER BY p.id, x.position, i.code
            """, questionnaire
        ) { row in
            Asked(
                part: try row.key(0), item: try row.key(1), code: try row.text(2),
                type: ItemType(rawValue: try row.text(3)) ?? .text,
                label: Title(sv: row.textIfAny(4), en: row.textIfAny(5)),
                steps: row.keyIfAny(6).flatMap { steps[$0] } ?? [],
                optOut: Title(sv: row.textIfAny(7), en: row.textIfAny(8)), form: row.textIfAny(9) ?? "",
                facet: row.textIfAny(10) ?? "", area: row.textIfAny(11) ?? "",
                looksBack: try row.integer(12) == 1)
        }
    }

    /// All items of a questionnaire, in the order in which they came to be.
    func items(of questionnaire: Int64) throws -> [(key: Int64, code: String)] {
        try db.all("SELECT id, code FROM items WHERE questionnaire_id = ? ORDER BY id", questionnaire) {
            (try $0.key(0), try $0.text(1))
        }
    }

    /// How many bytes the codes of schools and teams have at most.
    func longestCodes(of programme: Int64) throws -> (school: Int, team: Int) {
        var longest = (school: 1, team: 1)
        try db.each("SELECT code FROM school_profiles WHERE programme_id = ?", programme, atOnce: true) {
            longest.school = max(longest.school, $0.bytes(0)?.count ?? 0)
        }
        try db.each("SELECT code FROM teams WHERE programme_id = ?", programme, atOnce: true) {
            longest.team = max(longest.team, $0.bytes(0)?.count ?? 0)
        }
        return longest
    }

    /// A sheet that is in the file.
    struct SheetKey: Sendable {
        let sheet: Int64
        let part: Int64
        /// The public id of whose it is.
        let person: String
        let isQuotable: Bool
    }

    /// The sheets handed in by those who say yes to research, person by person.
    func sheets(
        of questionnaire: Int64, in study: Int64, on day: Day, each body: (SheetKey) throws -> Void
    ) throws {
        let isQuotable = ConsentStore.newest(.quotation, is: .yes, of: "h.id", in: "?")
        let isInResearch = ConsentStore.newest(.research, is: .yes, of: "h.id", in: "?", keptOn: "?")
        try db.each(
            """
            SELECT s.id, s.part_id, h.public_id, CASE WHEN \(isQuotable) THEN 1 ELSE 0 END
            FROM questionnaire_versions v
            JOIN parts p ON p.version_id = v.id
            JOIN sheets s ON s.part_id = p.id
            JOIN people h ON h.id = s.person_id
            WHERE v.questionnaire_id = ? AND s.state = 'handed-in' AND h.erased_at IS NULL AND \(isInResearch)
            ORDER BY h.public_id
            """, study, questionnaire, study, day.description
        ) { row in
            try body(
                SheetKey(
                    sheet: try row.key(0), part: try row.key(1), person: try row.text(2),
                    isQuotable: try row.integer(3) == 1))
        }
    }

    /// How many people have handed in something in the closed parts of a questionnaire: those who say yes to research, and
    /// the others.
    func people(
        of questionnaire: Int64, in study: Study, by day: Day, before moment: Int64
    ) throws -> (yes: Int, others: Int) {
        let closed = try QuestionnaireStore(db: db).closedParts(of: study.programme, by: day)
        return try people(
            of: questionnaire, in: study.key,
            parts: Set(try parts(of: questionnaire, among: closed).map(\.key)),
            on: day, before: moment)
    }

    /// - Parameter moment: what was said from it on is not counted yet. Milliseconds since 1970, UTC.
    func people(
        of questionnaire: Int64, in study: Int64, parts: Set<Int64>, on day: Day, before moment: Int64
    ) throws -> (yes: Int, others: Int) {
        let scope = Scope("s.part_id", in: parts)
        let isInResearch = ConsentStore.newest(
            .research, is: .yes, of: "h.id", in: "?", before: "?", keptOn: "?")
        var count = (yes: 0, others: 0)
        try db.each(
            """
            SELECT w.willing, count(*) FROM (
                SELECT h.id, CASE WHEN h.erased_at IS NULL AND \(isInResearch) THEN 1 ELSE 0 END AS willing
                FROM people h
                WHERE h.id IN (SELECT s.person_id FROM sheets s WHERE s.state = 'handed-in' AND \(scope.sql))
            ) AS w GROUP BY w.willing
            """, values: [study.value, moment.value, moment.value, day.description.value] + scope.values,
            atOnce: true
        ) { row in
            if try row.integer(0) == 1 {
                count.yes = try row.integer(1)
            } else {
                count.others = try row.integer(1)
            }
        }
        return count
    }

    // MARK: Reading sheets

    /// What stands on top of a sheet.
    struct Head: Sendable {
        let school: String
        let team: String
        let entry: String
        let submitted: String?
        let reflection: String?
    }

    struct Answer {
        let item: Int64
        let step: Int?
        let text: String?
        let lookBack: LookBack?
        let firstStep: Int?
    }

    /// Some sheets with what is answered on them.
    func heads(of sheets: Set<Int64>) throws -> [Int64: Head] {
        let scope = Scope("s.id", in: sheets)
        var heads: [Int64: Head] = [:]
        try db.each(
            """
            SELECT s.id, f.code, g.code, s.entry, s.submitted, s.reflection
            FROM sheets s
            JOIN teams g ON g.id = s.team_id
            LEFT JOIN school_profiles f ON f.programme_id = g.programme_id AND f.school_id = g.school_id
            WHERE \(scope.sql)
            """, values: scope.values, atOnce: true
        ) { row in
            heads[try row.key(0)] = Head(
                school: row.textIfAny(1) ?? "", team: try row.text(2), entry: try row.text(3),
                submitted: row.textIfAny(4), reflection: row.textIfAny(5))
        }
        return heads
    }

    func answers(of sheets: Set<Int64>, each body: (Int64, Answer) throws -> Void) throws {
        let scope = Scope("a.sheet_id", in: sheets)
        try db.each(
            """
            SELECT a.sheet_id, a.item_id, a.step, a.text, a.look_back, a.first_step FROM answers a
            WHERE \(scope.sql)
            """, values: scope.values, atOnce: true
        ) { row in
            try body(
                row.key(0),
                Answer(
                    item: try row.key(1), step: row.keyIfAny(2).map(Int.init), text: row.textIfAny(3),
                    lookBack: row.textIfAny(4).flatMap(LookBack.init),
                    firstStep: row.keyIfAny(5).map(Int.init)))
        }
    }
}
