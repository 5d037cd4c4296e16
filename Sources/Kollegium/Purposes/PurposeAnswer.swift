/// Whether a teacher shares what the leaders want.
enum PurposeAnswer: String, Sendable, CaseIterable {
    case yes, partly, no

    var words: Sentence {
        switch self {
        case .yes: Sentence(sv: "Ja", en: "Yes")
        case .partly: Sentence(sv: "Delvis", en: "Partly")
        case .no: Sentence(sv: "Nej", en: "No")
        }
    }

    /// As a step of a scale, the lowest being 1.
    var step: Int {
        switch self {
        case .yes: 3
        case .partly: 2
        case .no: 1
        }
    }
}

/// What one person said in one term at one school.
struct OwnPurposeAnswer: Sendable, Equatable {
    let term: String
    let answer: PurposeAnswer
    /// When it was last changed, in milliseconds since 1970, UTC.
    let at: Int64
}
