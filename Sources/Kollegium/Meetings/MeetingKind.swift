/// What a meeting is for, as people call it.
enum MeetingKind: String, Sendable, CaseIterable {
    case supervision
    case learningConversation = "learning-conversation"
    case training
    case leaderDialogue = "leader-dialogue"

    var words: Sentence {
        switch self {
        case .supervision: Sentence(sv: "Handledning", en: "Supervision")
        case .learningConversation: Sentence(sv: "Lärande samtal", en: "Learning conversation")
        case .training: Sentence(sv: "Kompetensutveckling", en: "Training")
        case .leaderDialogue: Sentence(sv: "Dialog med ledningen", en: "Dialogue with the leaders")
        }
    }
}
