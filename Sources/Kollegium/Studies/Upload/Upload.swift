import Foundation

/// A bundle that somebody sent by browser, and what has become of it.
struct Upload: Sendable, Equatable {
    let key: Int64
    let publicID: String
    let organisation: Int64
    /// Who sent it; nil for somebody who is there no longer.
    let person: Int64?
    /// What they call the file, cleaned; it is shown and used for nothing else.
    let name: String
    let bytes: Int64
    let state: State
    /// How far the reading has come, of `bytes`.
    let doneBytes: Int64
    let fileInProgress: String?
    let findings: Findings
    let studyCode: String?
    /// Milliseconds since 1970, UTC.
    let madeAt: Int64
    /// The last sign of life while it is read.
    let seenAt: Int64

    enum State: String, Sendable {
        case waiting, reading, done, refused, failed
    }

    /// Sentences of an import, `file:line: sentence`, in each language: what is wrong, and what is worth knowing.
    struct Findings: Sendable, Equatable, Codable {
        var sv: [String] = []
        var en: [String] = []
        private var remarksSV: [String] = []
        private var remarksEN: [String] = []

        func callAsFunction(_ language: Language) -> [String] { language == .sv ? sv : en }

        init() {}

        init(_ lines: (Language) -> [String], remarks: (Language) -> [String] = { _ in [] }) {
            sv = lines(.sv)
            en = lines(.en)
            remarksSV = remarks(.sv)
            remarksEN = remarks(.en)
        }

        func remarks(_ language: Language) -> [String] { language == .sv ? remarksSV : remarksEN }

        init(_ sentence: Sentence) { self.init({ [sentence($0)] }) }
    }

    /// Without a sign of life for so long, whoever read it is dead.
    static let silence: Int64 = 30_000

    func isInterrupted(at now: Int64) -> Bool { state == .reading && seenAt < now - Self.silence }

    /// Where the bundle lies while it waits. Its name there is the random id, never the sender's.
    static func path(_ publicID: String, in folder: String) -> String { folder + "/uploads/\(publicID).zip" }

    /// The last part of what the sender calls the file, with nothing invisible in it.
    static func cleaned(_ name: String) -> String {
        let last = name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
        let visible = String(
            String.UnicodeScalarView(last.unicodeScalars.filter { !$0.isInvisible && $0 != "\u{FFFD}" }))
        let text = TypedText(String(visible.prefix(100))).text
        return text.isEmpty ? "studie.zip" : text
    }

    static let cancelled = Sentence(
        sv: "Du avbröt inläsningen. Inget är ändrat.", en: "You stopped the import. Nothing was changed.")

    static let interrupted = Sentence(
        sv: "Inläsningen avbröts, för servern stannade. Inget är ändrat; skicka paketet igen.",
        en:
            "The import was interrupted, because the server stopped. Nothing was changed; send the bundle again."
    )
}
