import Foundation

/// What a command says: results on standard output, everything else on standard error, in one language.
struct Console: Sendable {
    let language: Language
    /// Bold headings and dim remarks; only on a terminal, and not where `NO_COLOR` asks for none.
    let isStyled: Bool
    let showsProgress: Bool

    init(_ language: Language) {
        self.language = language
        let environment = ProcessInfo.processInfo.environment
        let wantsColour = (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
        isStyled = isatty(STDOUT_FILENO) == 1 && wantsColour
        showsProgress = isatty(STDERR_FILENO) == 1
    }

    /// The language of the person's surroundings; English where they say nothing.
    static func surroundingLanguage(_ environment: [String: String] = ProcessInfo.processInfo.environment)
        -> Language
    {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first {
            !$0.isEmpty
        }
        return locale?.lowercased().hasPrefix("sv") == true ? .sv : .en
    }

    func result(_ text: String) {
        result(Array(text.utf8) + [UInt8(ascii: "\n")])
    }

    func result(_ bytes: [UInt8]) {
        guard Self.write(bytes, to: STDOUT_FILENO) else {
            let why = String(cString: strerror(errno))
            remark(
                Sentence(
                    sv: "Resultatet gick inte att skriva: \(why).",
                    en: "The result could not be written: \(why)."))
            exit(EXIT_FAILURE)
        }
    }

    func remark(_ sentence: Sentence) {
        remark(sentence(language))
    }

    func remark(_ line: String) {
        Self.write(Array((line + "\n").utf8), to: STDERR_FILENO)
    }

    /// One line that is written over, on a terminal only.
    func progress(_ line: String) {
        guard showsProgress else { return }
        Self.write(Array(("\r\u{1B}[K" + line).utf8), to: STDERR_FILENO)
    }

    /// The lines of a heading, bold where the terminal wants that.
    func heading(_ text: String) -> [String] {
        wrapped(text).map { isStyled ? "\u{1B}[1m\($0)\u{1B}[0m" : $0 }
    }

    @discardableResult
    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var rest = UnsafeRawBufferPointer(rebasing: buffer[...])
            while let start = rest.baseAddress, rest.count > 0 {
                let count = Foundation.write(descriptor, start, rest.count)
                if count < 0 && errno == EINTR { continue }
                guard count > 0 else { return false }
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
            }
            return true
        }
    }
}
