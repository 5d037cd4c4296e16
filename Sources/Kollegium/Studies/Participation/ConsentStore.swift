import Storage

/// What people say to studies. Rows are added and never changed, so the one with the highest key is the newest, whatever
/// the clock did meanwhile.
struct ConsentStore {
    let db: Session

    /// The condition that a person's newest answer to a purpose is a certain one.
    /// - Parameters:
    ///   - person: the statement's own expression for the person's key, as `study` is for the study's.
    ///   - moment: where only what was said before it counts, in milliseconds since 1970, UTC. It stands in two places.
    /// - Parameter today: where a yes counts only as long as it was said to. A yes to what was told with an earlier last
    ///   day is none after that day, whatever is told since. It stands in one place, the last.
    static func newest(
        _ purpose: Purpose, is answer: Consent.Answer, of person: String, in study: String,
        before moment: String? = nil, keptOn today: String? = nil
    ) -> String {
        func early(_ row: String) -> String { moment.map { " AND \(row).at < \($0)" } ?? "" }
        let kept =
            today.map {
                """
                 AND NOT EXISTS (
                    SELECT 1 FROM study_information k WHERE k.id = c.information_id AND k.kept_until < \($0))
                """
            } ?? ""
        return """
            EXISTS (
                SELECT 1 FROM consents c
                WHERE c.study_id = \(study) AND c.person_id = \(person) AND c.purpose = '\(purpose.rawValue)'
                    AND c.answer = '\(answer.rawValue)'\(early("c")) AND NOT EXISTS (
                        SELECT 1 FROM consents n
                        WHERE n.study_id = c.study_id AND n.person_id = c.person_id AND n.purpose = c.purpose
                            AND n.id > c.id\(early("n")))\(kept))
            """
    }

    /// Whether that is what a person has said last to a purpose, in any of a programme's studies.
    func says(
        _ answer: Consent.Answer, to purpose: Purpose, _ person: Int64, in programme: Int64
    ) throws -> Bool {
        try db.one(
            """
            SELECT 1 FROM studies t WHERE t.programme_id = ? AND t.state = 'held'
                AND \(Self.newest(purpose, is: answer, of: "?", in: "t.id"))
            """, programme, person
        ) { _ in true } ?? false
    }

    /// All that a person has said, in the order in which they said it.
    func given(by person: Int64) throws -> [Consent] {
        try db.all(
            """
            SELECT id, study_id, purpose, answer, at, receipt, information_id FROM consents
            WHERE person_id = ? ORDER BY id
            """, person
        ) { row in
            Consent(
                key: try row.key(0), study: try row.key(1),
                purpose: Purpose(rawValue: try row.text(2)) ?? .research,
                answer: Consent.Answer(rawValue: try row.text(3)) ?? .no, at: try row.key(4),
                receipt: row.textIfAny(5), information: row.keyIfAny(6))
        }
    }

    /// Notes what a person says now: only what is another answer than the one that stands, or a yes
    /// to what is told since the one that stands.
    /// - Parameter basis: as `ConsentDraft.basis`, of the form that they filled in.
    /// - Returns: the receipt's number; nil where nothing is new.
    func answer(
        _ answers: [Purpose: Consent.Answer], basis: String, to study: Int64, information: Int64?, by act: Act
    ) throws -> String? {
        let given = try given(by: act.person).filter { $0.study == study }
        try FormBasis.compare(basis, with: Self.basis(given, information))
        let standing = given.standing
        let new = Purpose.allCases.filter { purpose in
            guard let answer = answers[purpose] else { return false }
            guard let last = standing[purpose], last.answer == answer else { return true }
            return answer == .yes && information != nil && last.information != information
        }
        guard !new.isEmpty else { return nil }
        let receipt = Self.receipt()
        for purpose in new {
            try db.execute(
                """
                INSERT INTO consents (study_id, person_id, purpose, answer, at, information_id, receipt)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """, study, act.person, purpose.rawValue, answers[purpose]?.rawValue, act.now, information,
                receipt)
        }
        return receipt
    }

    /// What a form is made from: a no in another window is not taken back by an older form with a yes in it, and a yes is
    /// to what somebody has read.
    /// - Parameter information: the key of what stands above the form.
    static func basis(_ given: [Consent], _ information: Int64?) -> String {
        FormBasis.of(given.map { "\($0.key)" } + ["information \(information ?? 0)"])
    }

    /// The newest no to research or to being quoted that anybody has given to a study: when another stands here, what was
    /// made before is old.
    func newest(of study: Int64) throws -> Int64 {
        try db.one(
            """
            SELECT coalesce(max(id), 0) FROM consents
            WHERE study_id = ? AND answer = 'no' AND purpose IN ('research', 'quotation')
            """, study
        ) { try $0.key(0) } ?? 0
    }

    /// 50 random bits in two groups that can be read aloud.
    private static func receipt() -> String {
        let letters = PublicID.make().prefix(10).uppercased()
        return letters.prefix(5) + "-" + letters.suffix(5)
    }
}
