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
                """),
        Invariant(
            broken: Sentence(
                sv: "medlemskap av någon som inte är med i studien, så att en export skulle sakna det",
                en: "memberships of somebody who is not in the study, so that an export would lack them"),
            sql: """
                SELECT m.id FROM studies s
                JOIN teams t ON t.programme_id = s.programme_id
                JOIN memberships m ON m.team_id = t.id
                LEFT JOIN study_people p ON p.study_id = s.id AND p.person_id = m.person_id
                WHERE s.state = 'held' AND p.person_id IS NULL
                """),
        Invariant(
            broken: Sentence(
                sv: "arbetslag vars skola inte är med i programmet",
                en: "teams whose school is not in the programme"),
            sql: """
                SELECT t.code FROM teams t
                LEFT JOIN school_profiles p ON p.programme_id = t.programme_id AND p.school_id = t.school_id
                WHERE p.school_id IS NULL
                """),
    ]
}
