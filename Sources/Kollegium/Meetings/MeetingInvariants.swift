enum MeetingInvariants {
    static let all = [
        Invariant(
            broken: Sentence(
                sv: "närvaro av någon som aldrig varit med i laget",
                en: "attendance of somebody who was never in the team"),
            sql: """
                SELECT g.code FROM attendance a JOIN meetings g ON g.id = a.meeting_id
                WHERE NOT EXISTS (
                    SELECT 1 FROM memberships m WHERE m.team_id = g.team_id AND m.person_id = a.person_id)
                """),
        Invariant(
            broken: Sentence(
                sv: "närvaro från en inläsning som inte finns",
                en: "attendance of an import that is not there"),
            sql: """
                SELECT g.code FROM attendance a JOIN meetings g ON g.id = a.meeting_id
                LEFT JOIN imports i ON i.id = a.import_id
                WHERE a.import_id IS NOT NULL AND i.id IS NULL
                """),
    ]
}
