import Foundation

/// A research file that somebody has asked for, and how far it has come.
struct ResearchFile: Sendable, Equatable {
    let key: Int64
    let publicID: String
    let study: Int64
    let programme: Int64
    let questionnaire: Int64
    /// Who asked for it; it is theirs alone to fetch.
    let person: Int64
    let format: ResearchFormat
    let language: Language
    let hasTexts: Bool
    let state: State
    let doneRows: Int
    let allRows: Int
    let people: Int
    let newestConsent: Int64
    /// Milliseconds since 1970, UTC.
    let madeAt: Int64
    /// The last sign of life while it is written.
    let seenAt: Int64
    /// What its questionnaire is called.
    let title: Title
    let code: String

    enum State: String, Sendable {
        case waiting, writing, done, failed
    }

    /// Without a sign of life for so long, whoever wrote it is dead.
    static let silence: Int64 = 30_000
    /// For so long a file lies here to be fetched.
    static let kept: Int64 = 24 * 3_600_000

    func isInterrupted(at now: Int64) -> Bool { state == .writing && seenAt < now - Self.silence }

    static func folder(_ folder: String) -> String { folder + "/research" }

    func path(in folder: String) -> String { Self.folder(folder) + "/\(publicID).\(format.ending)" }

    /// What it is called where it is saved.
    var name: String { ReadableCode.from(code, otherwise: "answers") + "." + format.ending }
}
