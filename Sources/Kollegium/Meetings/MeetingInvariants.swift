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
                """)
    ]
}
