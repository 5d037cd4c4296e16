/// Where evidence comes from. The format leaves the word free, and a free word may name somebody: on a page only those
/// stand that are known.
enum EvidenceSource {
    private static let names = [
        "teacher-questionnaire": Sentence(sv: "pedagogenkät", en: "teacher questionnaire"),
        "leader-questionnaire": Sentence(sv: "skolledarenkät", en: "school leader questionnaire"),
        "supervisor-report": Sentence(sv: "handledarrapport", en: "supervisor's report"),
        "process-diary": Sentence(sv: "processdagbok", en: "process diary"),
        "leader-interview": Sentence(sv: "intervju med ledare", en: "interview with leaders"),
    ]

    static func words(_ source: String, _ language: Language) -> String {
        (names[source] ?? Sentence(sv: "annan källa", en: "another source"))(language)
    }
}
