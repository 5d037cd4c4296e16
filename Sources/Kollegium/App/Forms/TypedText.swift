import Foundation

/// A line of text as it came from a keyboard or a spreadsheet, tidied: NFC, no space around it or doubled within, and
/// without the invisible marks that copying drags along and nobody meant (soft hyphen, zero width space).
struct TypedText: Sendable {
    let text: String

    init(_ typed: String) {
        // Most of what is typed is plain, and a spreadsheet has thousands of cells.
        if typed.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) {
            text = typed
            return
        }
        var scalars = String.UnicodeScalarView()
        var hasGap = false
        for scalar in typed.precomposedStringWithCanonicalMapping.unicodeScalars {
            if Self.stray.contains(scalar) { continue }
            if scalar.properties.generalCategory == .spaceSeparator {
                hasGap = !scalars.isEmpty
            } else {
                if hasGap { scalars.append(" ") }
                hasGap = false
                scalars.append(scalar)
            }
        }
        // A line break or tab at the end is how the cell was left, within it is a mistake.
        text = String(scalars).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    var isEmpty: Bool { text.isEmpty }

    /// Why the text can't be kept; nil where it can.
    func flaw(most: Int) -> Sentence? {
        let count = text.unicodeScalars.count
        if count > most {
            return Sentence(
                sv: "texten har \(Language.sv.grouped(count)) tecken; högst \(most) får plats",
                en: "the text has \(Language.en.grouped(count)) characters; there is room for \(most)")
        }
        if text.unicodeScalars.contains(where: Self.isRefused) {
            return Sentence(
                sv:
                    "”\(text.excerpt)” innehåller styrtecken eller radbrytningar; skriv texten på en rad, utan dem",
                en:
                    "“\(text.excerpt)” holds control characters or line breaks; write it on one line without them"
            )
        }
        return nil
    }

    private static let stray: Set<Unicode.Scalar> = ["\u{AD}", "\u{200B}", "\u{2060}", "\u{FEFF}"]

    private static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: true
        // The joiners are part of how some names are written; all else here turns or hides text.
        case .format: scalar != "\u{200C}" && scalar != "\u{200D}"
        default: false
        }
    }
}
