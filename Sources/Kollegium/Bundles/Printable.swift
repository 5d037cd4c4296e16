extension String {
    /// The text as it can stand on one line of a terminal. Control characters, line breaks and invisible
    /// marks are spelt out, so that a name inside somebody's file cannot move the cursor or turn the line
    /// around.
    var printable: String {
        guard unicodeScalars.contains(where: \.isInvisible) else { return self }
        var text = ""
        for scalar in unicodeScalars {
            if scalar.isInvisible {
                text += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    /// The text as it is quoted in a sentence: printable, and at most 60 characters of it.
    var excerpt: String {
        let start = prefix(60)
        return String(start).printable + (start.endIndex == endIndex ? "" : "…")
    }
}

extension Unicode.Scalar {
    /// Whether nobody would see it: control and format characters, line separators, private use.
    var isInvisible: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse: true
        default: false
        }
    }
}
