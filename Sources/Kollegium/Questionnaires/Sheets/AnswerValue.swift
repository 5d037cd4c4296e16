import Foundation

/// What somebody answered to one question. No answer at all is the absence of one.
enum AnswerValue: Sendable, Hashable {
    case optedOut
    /// From 1, the lowest.
    case step(Int)
    case text(String)

    /// Between the places of a ranking, as a bundle has it too.
    static let rankSeparator = " > "

    /// A ranking's texts, the most important first.
    static func ranking(_ texts: [String]) -> AnswerValue? {
        let ranked = texts.map(rank).filter { !$0.isEmpty }
        return ranked.isEmpty ? nil : .text(ranked.joined(separator: rankSeparator))
    }

    /// A text as it stands in a ranking.
    static func rank(_ text: String) -> String {
        text.replacing("\n", with: " ").replacing(">", with: "›")
    }

    var ranks: [String] {
        guard case .text(let text) = self else { return [] }
        return text.components(separatedBy: Self.rankSeparator)
    }
}

extension AnswerValue {
    /// Whether a form of ours can have been made from it: what comes back is never put into a page as it came.
    static func isBasis(_ text: String) -> Bool {
        (1...13).contains(text.utf8.count)
            && text.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber) }
    }
}

extension AnswerValue? {
    /// What a form was made from, as a few letters that travel with it: so that two windows do not take away each
    /// other's answers. FNV-1a.
    var basis: String {
        guard let self else { return "0" }
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        switch self {
        case .optedOut: add(1)
        case .step(let step):
            add(2)
            add(UInt8(truncatingIfNeeded: step))
        case .text(let text):
            add(3)
            text.utf8.forEach(add)
        }
        return String(hash, radix: 36)
    }
}
