extension ConsentStore {
    /// The condition that the newest that somebody had said to a purpose before a moment is so; the newest is the one
    /// with the highest key, as everywhere.
    /// - Parameters:
    ///   - study: Where the study stands in the statement.
    ///   - moment: A `?` for milliseconds since 1970, UTC, which is asked for twice.
    static func newest(
        _ purpose: Purpose, is answer: Consent.Answer, of person: String, in study: String,
        before moment: String
    ) -> String {
        """
        EXISTS (
            SELECT 1 FROM consents c
            WHERE c.study_id = \(study) AND c.person_id = \(person) AND c.purpose = '\(purpose.rawValue)'
                AND c.answer = '\(answer.rawValue)' AND c.at < \(moment) AND NOT EXISTS (
                    SELECT 1 FROM consents n
                    WHERE n.study_id = c.study_id AND n.person_id = c.person_id AND n.purpose = c.purpose
                        AND n.id > c.id AND n.at < \(moment)))
        """
    }
}
