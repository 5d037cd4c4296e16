extension QuestionnaireInvariants {
    static let waves = [
        Invariant(
            broken: Sentence(
                sv: "svarsblad som räknas innan deras omgång har stängt",
                en: "sheets that count before their wave has closed"),
            sql: """
                SELECT s.id FROM sheets s JOIN waves w ON w.part_id = s.part_id
                WHERE s.counted = 1 AND w.closed_at IS NULL
                """),
        Invariant(
            broken: Sentence(
                sv: "svarsblad i en omgång som aldrig har öppnat", en: "sheets of a wave that never opened"),
            sql: """
                SELECT s.id FROM sheets s JOIN waves w ON w.part_id = s.part_id WHERE w.opened_at IS NULL
                """),
        Invariant(
            broken: Sentence(
                sv: "inbjudningar till något som ingen omgång frågar om",
                en: "invitations to what no wave asks about"),
            sql: """
                SELECT i.person_id FROM wave_invitations i LEFT JOIN waves w ON w.part_id = i.part_id
                WHERE w.opened_at IS NULL
                UNION ALL
                SELECT i.person_id FROM exit_invitations i LEFT JOIN waves w ON w.part_id = i.part_id
                WHERE w.opened_at IS NULL
                """),
    ]
}
