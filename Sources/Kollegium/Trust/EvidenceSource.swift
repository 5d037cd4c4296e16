/// Where evidence comes from. The format leaves the word free; those that studies use have names for readers.
enum EvidenceSource {
    private static let names = [
        "teacher-questionnaire": Sentence(sv: "pedagogenkät", en: "teacher questionnaire"),
        "leader-questionnaire": Sentence(sv: "skolledarenkät", en: "school leader questionnaire"),
        "supervisor-report": Sentence(sv: "handledarrapport", en: "supervisor's report"),
        "process-diary": Sentence(sv: "processdagbok", en: "process diary"),
        "leader-interview": Sentence(sv: "intervju med ledare", en: "interview with leaders"),
    ]

    static func words(_ source: String, _ language: Language) -> String {
        names[source]?(language) ?? source
    }
}
