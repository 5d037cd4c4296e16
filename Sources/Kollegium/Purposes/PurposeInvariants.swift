enum PurposeInvariants {
    static let all = [
        Invariant(
            broken: Sentence(
                sv: "svar om syftet som räknas fast terminen inte är avgjord",
                en: "answers on the purpose that count though their term is not settled"),
            sql: """
                SELECT a.term FROM purpose_answers a
                WHERE a.counted = 1 AND NOT EXISTS (
                    SELECT 1 FROM purpose_terms c WHERE c.programme_id = a.programme_id AND c.term = a.term)
                """),
        Invariant(
            broken: Sentence(
                sv: "mål under en rubrik ur ett annat program",
                en: "goals under a heading of another programme"),
            sql: """
                SELECT h.words FROM goal_placements g
                JOIN goal_headings h ON h.id = g.heading_id
                JOIN sheets s ON s.id = g.sheet_id
                JOIN teams t ON t.id = s.team_id
                WHERE t.programme_id <> h.programme_id
                """),
    ]
}
