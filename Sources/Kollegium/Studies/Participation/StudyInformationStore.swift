import Storage

/// What studies tell of themselves. Each change is a new row: what somebody once said yes to can still be read.
struct StudyInformationStore {
    let db: Session

    /// The newest first.
    func all(of study: Int64) throws -> [StudyInformation] {
        try db.all(
            """
            SELECT i.id, p.id, p.public_id, p.name, i.purpose_sv, i.purpose_en, i.kept_until, i.made_at
            FROM study_information i
            LEFT JOIN people p ON p.id = i.asker_id AND p.erased_at IS NULL
            WHERE i.study_id = ? ORDER BY i.id DESC
            """, study
        ) { try Self.information($0, from: 0) }
    }

    /// The last day on which answers are kept, as participants are told now; nil where they are told nothing.
    func keptUntil(_ study: Int64) throws -> Day? {
        try db.one(
            "SELECT kept_until FROM study_information WHERE study_id = ? ORDER BY id DESC LIMIT 1", study
        ) { try $0.day(0) }
    }

    /// Whether that day has passed: then no research file is made or handed out.
    func isOver(_ study: Int64, on today: Day) throws -> Bool {
        try keptUntil(study).map { $0 < today } ?? false
    }

    static func information(_ row: Row, from first: Int) throws -> StudyInformation {
        let asker = try row.keyIfAny(first + 1).map {
            StudyInformation.Asker(
                key: $0, publicID: try row.text(first + 2), name: try row.text(first + 3))
        }
        return StudyInformation(
            key: try row.key(first), asker: asker,
            purpose: Title(sv: row.textIfAny(first + 4), en: row.textIfAny(first + 5)),
            keptUntil: try row.day(first + 6), madeAt: try row.key(first + 7))
    }

    /// A study that a person takes part in, and what it tells of itself.
    struct Part: Sendable {
        let study: Int64
        let publicID: String
        let code: String
        let title: Title
        let minimumGroup: Int
        let information: StudyInformation?
    }

    /// The studies in which somebody is or was in a team or leads a school, also after leaving; and each to which they
    /// have said something.
    func parts(of person: Int64) throws -> [Part] {
        try db.all(
            """
            SELECT t.id, t.public_id, t.code, t.title_sv, t.title_en, t.minimum_group,
                i.id, p.id, p.public_id, p.name, i.purpose_sv, i.purpose_en, i.kept_until, i.made_at
            FROM study_people e
            JOIN studies t ON t.id = e.study_id AND t.state = 'held'
            LEFT JOIN study_information i ON i.study_id = t.id
                AND i.id = (SELECT max(x.id) FROM study_information x WHERE x.study_id = t.id)
            LEFT JOIN people p ON p.id = i.asker_id AND p.erased_at IS NULL
            WHERE e.person_id = ? AND (
                EXISTS (
                    SELECT 1 FROM memberships m JOIN teams g ON g.id = m.team_id
                    WHERE m.person_id = e.person_id AND g.programme_id = t.programme_id)
                OR EXISTS (
                    SELECT 1 FROM assignments a JOIN school_profiles f ON f.school_id = a.school_id
                    WHERE a.person_id = e.person_id AND a.role = 'school-leader'
                        AND f.programme_id = t.programme_id)
                OR EXISTS (SELECT 1 FROM consents c WHERE c.study_id = t.id AND c.person_id = e.person_id))
            ORDER BY t.code, t.id
            """, person
        ) { row in
            Part(
                study: try row.key(0), publicID: try row.text(1), code: try row.text(2),
                title: Title(sv: row.textIfAny(3), en: row.textIfAny(4)), minimumGroup: try row.integer(5),
                information: row.keyIfAny(6) == nil ? nil : try Self.information(row, from: 6))
        }
    }

    /// Whether a study that tells of itself still waits for a person's first word, or for one to what it tells now.
    func isWaiting(for person: Int64) throws -> Bool {
        let read = Dictionary(
            try ConsentStore(db: db).given(by: person).map { ($0.study, $0.information ?? 0) },
            uniquingKeysWith: max)
        return try parts(of: person).contains { part in
            guard let information = part.information else { return false }
            return read[part.study].map { $0 < information.key } ?? true
        }
    }

    /// Everybody who is or was in a team of the programme, by their pseudonym there, with their address.
    func participants(of study: Study) throws -> [(person: Int64, email: String?)] {
        try db.all(
            """
            SELECT DISTINCT p.id, p.email, e.pseudonym FROM study_people e
            JOIN people p ON p.id = e.person_id
            JOIN memberships m ON m.person_id = p.id
            JOIN teams g ON g.id = m.team_id AND g.programme_id = ?
            WHERE e.study_id = ? ORDER BY e.pseudonym
            """, study.programme, study.key
        ) { (try $0.key(0), $0.textIfAny(1)) }
    }

    // MARK: Who asks

    /// Who may be named as the one that asks: those who are trusted with the programme or study it, by name.
    func askers(of programme: Int64, on day: Day) throws -> [StudyInformation.Asker] {
        try db.all(
            """
            SELECT DISTINCT p.id, p.public_id, p.name, p.sort_key FROM assignments a
            JOIN people p ON p.id = a.person_id
            WHERE a.programme_id = ? AND a.role IN ('programme-leader', 'researcher') AND p.erased_at IS NULL
                AND a.starts <= ? AND (a.ends IS NULL OR a.ends > ?)
            ORDER BY p.sort_key, p.id
            """, programme, day.description, day.description
        ) {
            StudyInformation.Asker(key: try $0.key(0), publicID: try $0.text(1), name: try $0.text(2))
        }
    }

    /// Whether a person, as anybody that their account stands for, supervises a team of the programme or leads one of
    /// its schools, on a day or later. Nobody says no freely to who supervises them or sets their pay.
    func isAbove(_ person: Int64, in programme: Int64, on day: Day) throws -> Bool {
        try db.one(
            """
            WITH same AS (
                SELECT p.id FROM people p WHERE p.id = ?
                UNION
                SELECT y.person_id FROM account_people x
                JOIN account_people y ON y.account_id = x.account_id
                WHERE x.person_id = ?
            )
            SELECT 1 FROM same
            JOIN memberships m ON m.person_id = same.id
            JOIN teams g ON g.id = m.team_id
            WHERE g.programme_id = ? AND m.role IN ('supervisor', 'school-leader')
                AND (m.ends IS NULL OR m.ends > ?)
            UNION ALL
            SELECT 1 FROM same
            JOIN assignments a ON a.person_id = same.id
            JOIN school_profiles f ON f.school_id = a.school_id
            WHERE f.programme_id = ? AND a.role = 'school-leader' AND (a.ends IS NULL OR a.ends > ?)
            LIMIT 1
            """, person, person, programme, day.description, programme, day.description
        ) { _ in true } ?? false
    }

    // MARK: Telling

    /// Adds what is told from now on. - Throws: `FormRefusal` where the draft makes no sense.
    func tell(_ draft: InformationDraft, of study: Study, organisation: Int64, by act: Act) throws {
        let earlier = try all(of: study.key).first
        try FormBasis.compare(draft.basis, with: InformationDraft.basis(earlier))
        let values = try draft.examined(
            askers: askers(of: study.programme, on: act.today), today: act.today
        ).sound()
        guard try !isAbove(values.asker, in: study.programme, on: act.today) else {
            throw FormRefusal("asker", .askerIsAbove)
        }
        let key = try db.nextKey(in: "study_information")
        try db.execute(
            """
            INSERT INTO study_information (id, study_id, asker_id, purpose_sv, purpose_en, kept_until, made_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """, key, study.key, values.asker, values.purpose.sv, values.purpose.en,
            values.keptUntil.description, act.now)
        try ActivityLog(db: db).note(
            act, "told", "study-information", key, programme: study.programme, organisation: organisation)
    }
}

extension Sentence {
    static let askerIsAbove = Sentence(
        sv:
            "den som frågar får inte handleda något av arbetslagen eller leda någon av skolorna, för till en sådan är det svårt att säga nej; välj någon annan",
        en:
            "whoever asks must not supervise any of the teams or lead any of the schools, for to them it is hard to say no; choose somebody else"
    )
}
