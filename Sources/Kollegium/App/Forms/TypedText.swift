import Foundation

/// A line of text as it came from a keyboard or a spreadsheet, tidied: NFC, no space around it or doubled within, and
/// without the invisible marks that copying drags along and nobody meant (soft hyphen, zero width space).
struct TypedText: Sendable {
    let text: String

    init(_ typed: String) {
        // Most of what is typed is plain, and a spreadsheet has thousands of cells.
        if Self.isTidy(typed) {
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

    /// Whether there is nothing to tidy for certain: ASCII and the letters of Latin-1 in one piece, single spaces between.
    private static func isTidy(_ typed: String) -> Bool {
        var (last, lead): (UInt8, UInt8) = (0x20, 0)
        for byte in typed.utf8 {
            switch byte {
            case 0x20 where last == 0x20: return false
            case 0x20...0x7E: break
            // À–ÿ are two bytes, and marks that could join them are neither ASCII nor among them.
            case 0xC3: lead = byte
            case 0x80...0xBF where lead == 0xC3: lead = 0
            default: return false
            }
            last = byte
        }
        return last != 0x20 || typed.isEmpty
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
