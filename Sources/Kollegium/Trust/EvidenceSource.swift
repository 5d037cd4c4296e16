import Measures

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

    /// Who speaks through it. A report and a diary are both the supervisor's, so they bear each other out no more than
    /// one of them does.
    static func voice(_ source: String?) -> EvidenceVoice {
        switch source {
        case nil: .unnamed
        case "teacher-questionnaire": .team
        case "supervisor-report", "process-diary": .supervisor
        case "leader-questionnaire", "leader-interview": .leaders
        case let other?: .other(other)
        }
    }

    static func words(_ source: String, _ language: Language) -> String {
        (names[source] ?? Sentence(sv: "annan källa", en: "another source"))(language)
    }
}
