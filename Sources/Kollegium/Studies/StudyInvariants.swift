enum StudyInvariants {
    static let all = [
        Invariant(
            broken: Sentence(
                sv: "hänvisningar till extra uppgifter som inte finns",
                en: "references to extra attributes that are not there"),
            sql: tablesWithExtras.map { table in
                "SELECT '\(table)' FROM \(table) t LEFT JOIN extras x ON x.id = t.extra_id "
                    + "WHERE t.extra_id IS NOT NULL AND x.id IS NULL"
            }.joined(separator: " UNION ALL ")),
        Invariant(
            broken: Sentence(
                sv: "rester av en avbruten inläsning, som nästa inläsning tar bort",
                en: "remains of an interrupted import, which the next import removes"),
            sql: "SELECT code FROM studies WHERE state <> 'held'"),
        Invariant(
            broken: Sentence(
                sv: "extra uppgifter som inte är JSON", en: "extra attributes that are no JSON"),
            sql: "SELECT id FROM extras WHERE attributes NOT LIKE '{%}'"),
        Invariant(
            broken: Sentence(
                sv: "svar på en information som inte finns", en: "answers to information that is not there"),
            sql: """
                SELECT c.id FROM consents c LEFT JOIN study_information i ON i.id = c.information_id
                WHERE c.information_id IS NOT NULL AND i.id IS NULL
                """),
    ]

    /// Extra attributes have no foreign key, which would cost every answer a look-up.
    private static let tablesWithExtras = [
        "school_profiles", "study_people", "teams", "memberships", "meetings", "attendance", "events",
        "evidence",
        "answers",
    ]
}
