/// What somebody wrote in a field of several lines: each line tidied as a `TypedText` is, paragraphs one empty line
/// apart.
struct WrittenText: Sendable {
    let text: String
    private let lines: [TypedText]

    init(_ typed: String) {
        let typed =
            typed.utf8.contains(0x0D)
            ? typed.replacing("\r\n", with: "\n").replacing("\r", with: "\n") : typed
        lines = typed.split(separator: "\n", omittingEmptySubsequences: false).map { TypedText(String($0)) }
        var kept: [String] = []
        for line in lines.map(\.text) where !(line.isEmpty && (kept.last ?? "").isEmpty) { kept.append(line) }
        if kept.last == "" { kept.removeLast() }
        text = kept.joined(separator: "\n")
    }

    var isEmpty: Bool { text.isEmpty }

    /// Why the text can't be kept; nil where it can.
    func flaw(most: Int) -> Sentence? {
        let count = text.unicodeScalars.count
        if count > most {
            return Sentence(
                sv:
                    "texten har \(Language.sv.grouped(count)) tecken; högst \(Language.sv.grouped(most)) får plats",
                en:
                    "the text has \(Language.en.grouped(count)) characters; there is room for \(Language.en.grouped(most))"
            )
        }
        // Of a line only what it holds can be wrong; how long it is was counted above.
        return lines.lazy.compactMap { $0.flaw(most: .max) }.first.map { _ in
            Sentence(
                sv: "texten innehåller styrtecken som inte syns; skriv av den i stället för att klistra in",
                en: "the text holds control characters that cannot be seen; type it instead of pasting it")
        }
    }

    /// The paragraphs of a text that is stored.
    static func paragraphs(_ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
    }
}

extension FormReading {
    /// The same for a text that need not be there; empty where it is not.
    mutating func writing(_ field: String, orNothing typed: String, most: Int) -> String? {
        WrittenText(typed).isEmpty
            ? "" : writing(field, typed, most: most, missing: Sentence(sv: "", en: ""))
    }

    /// A text of several lines that has to be there. It may name nobody by number.
    mutating func writing(_ field: String, _ typed: String, most: Int, missing: Sentence) -> String? {
        let written = WrittenText(typed)
        if written.isEmpty {
            report(field, missing)
            return nil
        }
        if let flaw = written.flaw(most: most) {
            report(field, flaw)
            return nil
        }
        if PersonalNumber.isIn(written.text) {
            report(
                field,
                Sentence(
                    sv:
                        "det ser ut att stå ett personnummer här; ta bort det, och skriv om elever så att bara ni vet vem det är",
                    en:
                        "there seems to be a personal identity number here; take it out, and write of pupils so that only you know who it is"
                ))
            return nil
        }
        return written.text
    }
}
