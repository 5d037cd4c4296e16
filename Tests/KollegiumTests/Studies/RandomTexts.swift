/// Random pieces of a bundle: texts that have tripped programs before, and YAML in the form of JSON, which it is.
struct RandomTexts {
    var random: RepeatableRandom

    init(seed: UInt64) {
        random = RepeatableRandom(seed: seed)
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

    mutating func one<T>(of list: [T]) -> T { list[number(0...(list.count - 1))] }

    /// A text for a CSV field, never empty.
    mutating func text() -> String {
        let text =
            chance(70) ? one(of: Self.pool) : one(of: Self.pool) + one(of: Self.glue) + one(of: Self.pool)
        return text.isEmpty ? "x" : text
    }

    mutating func optional(_ percent: Int = 50) -> String { chance(percent) ? text() : "" }

    private static let glue = [" ", "\n", "\r\n", ",", "\"", "\t", " > ", ";", "\u{A0}"]

    private static let pool = [
        "1", "01", "-1", "1.50", "1e3", "0x1F", "true", "false", "yes", "null", "~", "2014-06-05",
        "2014-06-05T10:00", " ", "  leading", "trailing  ", "å", "a\u{30A}", "Åsa Ödegård-Ängström", "\"",
        "\"\"",
        "'", "it's", "comma, comma", "line\nbreak", "\n", "cr\rreturn", "crlf\r\n", "tab\there", "# comment",
        "- dash", "key: value", ": colon", "{brace}", "[list]", "*star", "&amp", "!bang", "%percent", "@at",
        "`tick`", "|", ">", "?", "\\back\\n", "=1+1", "<<", "🎓👩‍🏫", "\u{FEFF}mark", "\u{2028}", "\u{85}",
        "\u{202E}right",
        "\u{1B}[2J", "\u{7F}", "ordinary words", "En hel mening, med komma.", "x",
    ]

    /// A value of any kind that YAML has, at most so deep.
    mutating func yaml(depth: Int = 2) -> String {
        switch number(0...(depth > 0 ? 9 : 6)) {
        case 0...3: return Self.quoted(optional(90))
        case 4: return one(of: ["1", "-7", "1.50", "0.1", "1e3"])
        case 5: return one(of: ["true", "false", "null"])
        case 6: return one(of: ["plain words", "2014-06-05", "10:30", "0123"])
        case 7, 8:
            let values = (0..<number(0...3)).map { _ in yaml(depth: depth - 1) }
            return "[" + values.joined(separator: ", ") + "]"
        default: return "{" + unknown(depth: depth - 1).joined(separator: ", ") + "}"
        }
    }

    /// Names that no format knows, each with a value.
    mutating func unknown(depth: Int = 2) -> [String] {
        (0..<number(0...2)).map { index in
            Self.quoted("x\(index) " + optional(30)) + ": " + yaml(depth: depth)
        }
    }

    /// A title in one language or both, perhaps in others too.
    mutating func title() -> String {
        let both = ["sv: " + Self.quoted(optional(95)), "en: " + Self.quoted(optional(95))]
        let known = chance(60) ? both : [one(of: both)]
        return "{" + (known + (chance(30) ? unknown() : [])).joined(separator: ", ") + "}"
    }

    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\" + String(scalar)
            case _ where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value):
                quoted += "\\x" + hex(scalar.value, 2)
            case "\u{2028}", "\u{2029}", "\u{FEFF}": quoted += "\\u" + hex(scalar.value, 4)
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    private static func hex(_ number: UInt32, _ width: Int) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: width - digits.count) + digits
    }
}
