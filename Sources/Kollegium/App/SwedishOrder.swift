import Foundation

/// Keys by which names are sorted and found bytewise, on any engine, as a Swede expects: å, ä and ö come last
/// and are letters of their own; case and accents do not count (é is e, ü is y).
enum SwedishOrder {
    /// The key that names are sorted by. It ends after 200 letters, because an index has no room for a page of text.
    static func sortKey(_ name: String) -> String {
        var key = ""
        for character in name.prefix(200).precomposedStringWithCanonicalMapping.lowercased() {
            switch character {
            case "å": key += "{"
            case "ä", "æ": key += "|"
            case "ö", "ø": key += "}"
            default: key += bare(character)
            }
        }
        return key
    }

    /// The key that names are found by.
    static func searchKey(_ name: String) -> String {
        var key = ""
        for character in name.precomposedStringWithCanonicalMapping.lowercased() {
            switch character {
            case "å", "ä", "ö": key.append(character)
            case "æ": key += "ä"
            case "ø": key += "ö"
            default: key += bare(character)
            }
        }
        return key
    }

    /// A key for lists in which numbers count as numbers: 2 comes before 10. The order of an index is `sortKey`.
    static func countingKey(_ name: String) -> String {
        var (key, digits) = ("", "")
        for character in sortKey(name) + "\0" {
            if character.isASCII, character.isNumber {
                digits.append(character)
                continue
            }
            if !digits.isEmpty { key += String(repeating: "0", count: max(0, 12 - digits.count)) + digits }
            digits = ""
            if character != "\0" { key.append(character) }
        }
        return key
    }

    private static func bare(_ character: Character) -> String {
        if character.isASCII { return String(character) }
        switch character {
        case "ü": return "y"
        case "ß": return "ss"
        case "ð": return "d"
        case "þ": return "th"
        default:
            let letters = String(character).decomposedStringWithCanonicalMapping.unicodeScalars
            return String(String.UnicodeScalarView(letters.filter { !$0.properties.isDiacritic }))
        }
    }
}
