enum StudyInvariants {
    static let all = [
        Invariant(
            broken: Sentence(
                sv: "rester av en avbruten inläsning, som nästa inläsning tar bort",
                en: "remains of an interrupted import, which the next import removes"),
            sql: "SELECT code FROM studies WHERE state <> 'held'"),
        Invariant(
            broken: Sentence(
                sv: "extra uppgifter som inte är JSON", en: "extra attributes that are no JSON"),
            sql: "SELECT id FROM extras WHERE attributes NOT LIKE '{%}'"),
    ]
}
