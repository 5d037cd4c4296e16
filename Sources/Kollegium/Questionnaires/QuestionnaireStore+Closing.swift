import Storage

extension QuestionnaireStore {
    /// In which order parts closed, for a statement that calls versions `v`, parts `p` and their waves, if any, `w`.
    /// First come those that came here closed, by their days; then those that closed here, each at its moment; last those
    /// that still take answers.
    static let closingOrder = """
        CASE WHEN w.opened_at IS NOT NULL AND w.closed_at IS NULL THEN 9223372036854775807
            WHEN w.closed_at > w.made_at THEN w.closed_at ELSE 0 END,
            coalesce(p.closes, p.opens, ''), p.wave, v.version, p.position, p.id
        """

    /// The place of each part of a programme among all of them, in the order in which they closed.
    func closingPlaces(of programme: Int64) throws -> [Int64: Int] {
        let keys = try db.all(
            """
            SELECT p.id FROM questionnaires q
            JOIN questionnaire_versions v ON v.questionnaire_id = q.id
            JOIN parts p ON p.version_id = v.id
            LEFT JOIN waves w ON w.part_id = p.id
            WHERE q.programme_id = ? ORDER BY \(Self.closingOrder)
            """, programme
        ) { try $0.key(0) }
        return Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, $0) })
    }

    /// The parts that are closed as of a day, on which no figure of them can move any more: those that say on which
    /// day they take no more answers, from that day on, and of the others those whose last answer is of an earlier
    /// day. A part that nobody has answered is not closed by that.
    ///
    /// Asks whether there is an answer of the day or a later one, and not for the last: that is one look into an
    /// index for each part, however many have answered. By the cross join SQLite begins with the few answers of a day
    /// other than their sheet's.
    func closedParts(of programme: Int64, by day: Day) throws -> Set<Int64> {
        let day = day.description
        let keys = try db.all(
            """
            SELECT p.id
            FROM questionnaires q
            JOIN questionnaire_versions v ON v.questionnaire_id = q.id
            JOIN parts p ON p.version_id = v.id
            WHERE q.programme_id = ?
                AND p.id NOT IN (SELECT w.part_id FROM waves w WHERE w.opened_at IS NOT NULL AND w.closed_at IS NULL)
                AND (p.closes <= ? OR (p.closes IS NULL
                AND EXISTS (SELECT 1 FROM sheets s WHERE s.part_id = p.id)
                AND NOT EXISTS (SELECT 1 FROM sheets s WHERE s.part_id = p.id AND s.submitted >= ?)
                AND p.id NOT IN (
                    SELECT s.part_id FROM answers a CROSS JOIN sheets s
                    WHERE a.submitted >= ? AND s.id = a.sheet_id)))
            """, programme, day, day, day
        ) { try $0.key(0) }
        return Set(keys)
    }

    /// Whether a person has a sheet in a team, begun or handed in.
    func hasSheet(_ person: Int64, in team: Int64) throws -> Bool {
        try db.one(
            "SELECT 1 FROM sheets WHERE person_id = ? AND team_id = ? LIMIT 1", person, team
        ) { _ in true } ?? false
    }
}
