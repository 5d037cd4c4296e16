enum TeamInvariants {
    static let all = [
        Invariant(
            broken: Sentence(
                sv: "medlemskap i samma roll som överlappar", en: "memberships in one role that overlap"),
            sql: """
                SELECT a.id FROM memberships a
                JOIN memberships b ON b.team_id = a.team_id AND b.person_id = a.person_id AND b.role = a.role
                    AND b.id > a.id
                WHERE a.starts < coalesce(b.ends, '9999-12-31') AND b.starts < coalesce(a.ends, '9999-12-31')
                """)
    ]
}
