enum QuestionnaireInvariants {
    static let all =
        [
            Invariant(
                broken: Sentence(
                    sv: "svar på något som delen inte frågar om", en: "answers to what the part does not ask"),
                sql: """
                    SELECT a.sheet_id FROM answers a JOIN sheets s ON s.id = a.sheet_id
                    LEFT JOIN part_items i ON i.part_id = s.part_id AND i.item_id = a.item_id
                    WHERE i.item_id IS NULL
                    """),
            Invariant(
                broken: Sentence(sv: "svar utanför skalan", en: "answers off the scale"),
                sql: """
                    SELECT a.sheet_id FROM answers a JOIN sheets s ON s.id = a.sheet_id
                    JOIN part_items i ON i.part_id = s.part_id AND i.item_id = a.item_id
                    WHERE a.step > i.steps OR (a.text IS NOT NULL AND i.type IN ('rating', 'goal-extent'))
                        OR (a.step IS NOT NULL AND i.type NOT IN ('rating', 'goal-extent'))
                    """),
            Invariant(
                broken: Sentence(
                    sv: "svarsblad som räknas och inte är inlämnade",
                    en: "sheets that count and are not handed in"),
                sql: "SELECT s.id FROM sheets s WHERE s.counted = 1 AND s.state <> 'handed-in'"),
            Invariant(
                broken: Sentence(
                    sv: "svarsblad av någon som aldrig varit med i laget",
                    en: "sheets of somebody who was never in the team"),
                sql: """
                    SELECT s.id FROM sheets s
                    WHERE NOT EXISTS (
                        SELECT 1 FROM memberships m WHERE m.team_id = s.team_id AND m.person_id = s.person_id)
                    AND NOT EXISTS (
                        SELECT 1 FROM assignments a JOIN teams t ON t.school_id = a.school_id
                        WHERE t.id = s.team_id AND a.person_id = s.person_id AND a.role = 'school-leader')
                    """),
        ] + waves
}
