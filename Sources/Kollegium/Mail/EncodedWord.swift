import Foundation

/// Text in a header: as it is where it is plain ASCII, else in encoded words (RFC 2047). No control character gets
/// through, so nobody can begin a header of their own.
enum EncodedWord {
    /// - Parameter after: how many signs stand before it on the line.
    static func text(_ text: String, after: Int) -> String {
        let clean = cleaned(text)
        let isPlain = clean.utf8.allSatisfy { (32...126).contains($0) } && !clean.contains("=?")
        if isPlain, after + clean.utf8.count <= 76 { return clean }
        return words(clean).joined(separator: "\r\n ")
    }

    /// A name before an address: in quotes, or in encoded words.
    static func phrase(_ name: String) -> String {
        let clean = cleaned(name)
        guard clean.utf8.allSatisfy({ (32...126).contains($0) }), clean.utf8.count <= 40 else {
            return words(clean).joined(separator: "\r\n ")
        }
        return "\""
            + clean.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"")
            + "\""
    }

    private static func cleaned(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    switch scalar.properties.generalCategory {
                    case .control, .lineSeparator, .paragraphSeparator: " "
                    default: scalar
                    }
                }))
    }

    /// Each of at most 75 signs, the first short enough for a line that has a header's name on it; cut between
    /// characters, because half of one is nothing.
    private static func words(_ text: String) -> [String] {
        var words: [String] = []
        var piece = ""
        func end() {
            guard !piece.isEmpty else { return }
            words.append("=?utf-8?B?\(Data(piece.utf8).base64EncodedString())?=")
            piece = ""
        }
        for scalar in text.unicodeScalars {
            if piece.utf8.count + String(scalar).utf8.count > 39 { end() }
            piece.unicodeScalars.append(scalar)
        }
        end()
        return words
    }
}
