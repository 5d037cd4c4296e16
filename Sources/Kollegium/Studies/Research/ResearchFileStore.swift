import Storage

/// The research files that were asked for.
struct ResearchFileStore {
    let db: Session

    /// What a researcher chooses.
    struct Wish: Sendable {
        let questionnaire: Int64
        let format: ResearchFormat
        let language: Language
        let hasTexts: Bool
    }

    func insert(_ wish: Wish, of study: Study, by act: Act) throws -> String {
        let (key, id) = (try db.nextKey(in: "research_files"), PublicID.make())
        try db.execute(
            """
            INSERT INTO research_files
                (id, public_id, study_id, questionnaire_id, person_id, format, language, with_texts, state,
                done_rows, all_rows, people, newest_consent, made_at, seen_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'waiting', 0, 0, 0, 0, ?, ?)
            """, key, id, study.key, wish.questionnaire, act.person, wish.format.rawValue,
            wish.language.rawValue, wish.hasTexts ? 1 : 0, act.now, act.now)
        return id
    }

    func find(_ publicID: String) throws -> ResearchFile? {
        try db.one("\(Self.selection) WHERE r.public_id = ?", publicID, as: Self.file)
    }

    /// What a person has asked for of a study, the latest first.
    func list(of person: Int64, in study: Int64) throws -> [ResearchFile] {
        try db.all(
            "\(Self.selection) WHERE r.person_id = ? AND r.study_id = ? ORDER BY r.id DESC LIMIT 20", person,
            study, as: Self.file)
    }

    /// How many of a person's wait or are written.
    func underWay(of person: Int64) throws -> Int {
        try db.one(
            "SELECT count(*) FROM research_files WHERE person_id = ? AND state IN ('waiting', 'writing')",
            person
        ) { try $0.integer(0) } ?? 0
    }

    /// Ends one that waits or is being written; nothing where it has ended.
    func cancel(_ file: ResearchFile, now: Int64) throws { try end(file.key, .failed, now: now) }

    // MARK: The writing

    /// Whether one waits, was left by the dead, or has lain here for long enough.
    func needsAttention(now: Int64) throws -> Bool {
        try db.one(
            """
            SELECT 1 FROM research_files
            WHERE state = 'waiting' OR (state = 'writing' AND seen_at < ?) OR made_at < ? LIMIT 1
            """, now - ResearchFile.silence, now - ResearchFile.kept
        ) { _ in true } ?? false
    }

    /// Takes the one that has waited longest; nil where none waits.
    func claim(now: Int64) throws -> ResearchFile? {
        let next = try db.one(
            "SELECT public_id FROM research_files WHERE state = 'waiting' ORDER BY id LIMIT 1"
        ) { try $0.text(0) }
        guard let next else { return nil }
        let claimed = try db.execute(
            "UPDATE research_files SET state = 'writing', seen_at = ? WHERE public_id = ? AND state = 'waiting'",
            now, next)
        return claimed == 1 ? try find(next) : nil
    }

    /// A sign of life, and how far it has come. - Returns: false where it was cancelled meanwhile.
    func keep(_ file: Int64, done: Int, of all: Int, now: Int64) throws -> Bool {
        try db.execute(
            "UPDATE research_files SET done_rows = ?, all_rows = ?, seen_at = ? WHERE id = ? AND state = 'writing'",
            done, all, now, file) == 1
    }

    func finish(_ file: Int64, rows: Int, people: Int, newestConsent: Int64, now: Int64) throws {
        try db.execute(
            """
            UPDATE research_files
            SET state = 'done', done_rows = ?, all_rows = ?, people = ?, newest_consent = ?, ended_at = ?
            WHERE id = ? AND state = 'writing'
            """, rows, rows, people, newestConsent, now, file)
    }

    func end(_ file: Int64, _ state: ResearchFile.State, now: Int64) throws {
        try db.execute(
            """
            UPDATE research_files SET state = ?, ended_at = ? WHERE id = ? AND state IN ('waiting', 'writing')
            """, state.rawValue, now, file)
    }

    /// Tells those that a dead server was writing as failed, and forgets those that have lain here for long enough.
    func sweep(now: Int64) throws {
        try db.execute(
            "UPDATE research_files SET state = 'failed', ended_at = ? WHERE state = 'writing' AND seen_at < ?",
            now, now - ResearchFile.silence)
        try db.execute("DELETE FROM research_files WHERE made_at < ?", now - ResearchFile.kept)
    }

    /// The public ids of those whose file is still needed.
    func needed() throws -> Set<String> {
        Set(
            try db.all("SELECT public_id FROM research_files WHERE state IN ('writing', 'done')") {
                try $0.text(0)
            })
    }

    private static let selection = """
        SELECT r.id, r.public_id, r.study_id, t.programme_id, r.questionnaire_id, r.person_id, r.format,
            r.language, r.with_texts, r.state, r.done_rows, r.all_rows, r.people, r.newest_consent, r.made_at,
            r.seen_at, v.title_sv, v.title_en, q.code
        FROM research_files r
        JOIN studies t ON t.id = r.study_id
        JOIN questionnaires q ON q.id = r.questionnaire_id
        JOIN questionnaire_versions v ON v.questionnaire_id = q.id AND v.version = (
            SELECT max(x.version) FROM questionnaire_versions x WHERE x.questionnaire_id = q.id)
        """

    private static func file(_ row: Row) throws -> ResearchFile {
        ResearchFile(
            key: try row.key(0), publicID: try row.text(1), study: try row.key(2), programme: try row.key(3),
            questionnaire: try row.key(4), person: try row.key(5),
            format: ResearchFormat(rawValue: try row.text(6)) ?? .csv,
            language: Language(rawValue: try row.text(7)) ?? .sv, hasTexts: try row.integer(8) == 1,
            state: ResearchFile.State(rawValue: try row.text(9)) ?? .failed, doneRows: try row.integer(10),
            allRows: try row.integer(11), people: try row.integer(12), newestConsent: try row.key(13),
            madeAt: try row.key(14), seenAt: try row.key(15),
            title: Title(sv: row.textIfAny(16), en: row.textIfAny(17)), code: try row.text(18))
    }
}
