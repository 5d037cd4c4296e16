extension Role {
    /// What people call it.
    func name(_ language: Language) -> String { words(language) }

    private var words: Sentence {
        switch self {
        case .teacher: Sentence(sv: "lärare", en: "teacher")
        case .conversationLeader: Sentence(sv: "samtalsledare", en: "conversation leader")
        case .teamLeader: Sentence(sv: "arbetslagsledare", en: "team leader")
        case .supervisor: Sentence(sv: "handledare", en: "supervisor")
        case .supervisorOfSupervisors: Sentence(sv: "handledares handledare", en: "supervisor of supervisors")
        case .schoolLeader: Sentence(sv: "skolledare", en: "school leader")
        case .programmeLeader: Sentence(sv: "programledare", en: "programme leader")
        case .developmentLeader: Sentence(sv: "utvecklingsledare", en: "development leader")
        case .researcher: Sentence(sv: "forskare", en: "researcher")
        case .guest: Sentence(sv: "gäst", en: "guest")
        case .administrator: Sentence(sv: "administratör", en: "administrator")
        }
    }
}
