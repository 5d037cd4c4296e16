/// One answer of a person to one purpose of a study. The newest counts; the earlier ones stay.
struct Consent: Sendable, Equatable {
    let key: Int64
    let study: Int64
    let purpose: Purpose
    let answer: Answer
    /// In milliseconds since 1970, UTC.
    let at: Int64
    /// The number of the receipt, which all has that was said at once; nil where nobody got one.
    let receipt: String?
    /// The key of what they had read; nil where nothing was told.
    let information: Int64?

    enum Answer: String, Sendable {
        case yes, no

        var word: Sentence {
            switch self {
            case .yes: Sentence(sv: "Ja", en: "Yes")
            case .no: Sentence(sv: "Nej", en: "No")
            }
        }
    }
}

extension Sequence<Consent> {
    /// What counts of what somebody said to a study, in the order in which it was said.
    var standing: [Purpose: Consent] {
        Dictionary(map { ($0.purpose, $0) }) { _, newer in newer }
    }
}
