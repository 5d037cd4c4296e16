/// A picture as SVG, drawn by the program: shapes carry classes, and the page's style sheet gives them their
/// colours, so that one picture serves a light screen, a dark one and paper.
struct Drawing {
    let width: Double
    let height: Double
    private let name: String
    private let description: String
    private var shapes = ""

    /// - Parameters:
    ///   - width: In the picture's own units, of which one is a pixel where the page does not scale it.
    ///   - name: What a screen reader calls it.
    ///   - description: What it shows, for who cannot see it.
    init(width: Double, height: Double, name: String, description: String) {
        self.width = width
        self.height = height
        self.name = name
        self.description = description
    }

    enum Anchor: String {
        case start, middle, end
    }

    mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: StaticString) {
        shapes +=
            "<line x1=\"\(x1.short)\" y1=\"\(y1.short)\" x2=\"\(x2.short)\" y2=\"\(y2.short)\" class=\"\(style)\"/>"
    }

    mutating func circle(_ x: Double, _ y: Double, radius: Double, _ style: StaticString) {
        shapes += "<circle cx=\"\(x.short)\" cy=\"\(y.short)\" r=\"\(radius.short)\" class=\"\(style)\"/>"
    }

    mutating func rectangle(
        _ x: Double, _ y: Double, width: Double, height: Double, _ style: StaticString, opacity: Double? = nil
    ) {
        let shade = opacity.map { " fill-opacity=\"\($0.hundredths)\"" } ?? ""
        shapes +=
            "<rect x=\"\(x.short)\" y=\"\(y.short)\" width=\"\(width.short)\" height=\"\(height.short)\" class=\"\(style)\"\(shade)/>"
    }

    mutating func text(
        _ words: String, _ x: Double, _ y: Double, _ style: StaticString, anchor: Anchor = .start
    ) {
        let place = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
        shapes +=
            "<text x=\"\(x.short)\" y=\"\(y.short)\" class=\"\(style)\"\(place)>\(words.escapedForHTML)</text>"
    }

    /// The element, to stand in a page as it is.
    var svg: String {
        "<svg viewBox=\"0 0 \(width.short) \(height.short)\" role=\"img\">"
            + "<title>\(name.escapedForHTML)</title><desc>\(description.escapedForHTML)</desc>" + shapes
            + "</svg>"
    }
}

extension String {
    /// How wide the text is at 13 pixels, rather too wide than too narrow: what letters a reader's browser has cannot be
    /// known here.
    var roughWidth: Double {
        reduce(0) { $0 + $1.roughWidth }
    }

    /// Itself, or as much of its beginning as there is room for, with an ellipsis.
    func shortened(to width: Double) -> String {
        var taken = 0.0
        var fitting = startIndex
        for place in indices {
            // Room is kept for the ellipsis.
            if taken + 13 <= width { fitting = place }
            taken += self[place].roughWidth
            if taken > width { return self[..<fitting] + "…" }
        }
        return self
    }
}

extension Character {
    fileprivate var roughWidth: Double {
        switch self {
        case "i", "j", "l", "t", "f", "r", " ", "\u{A0}", ".", ",", ":", ";", "'", "|", "(", ")", "-": 5.5
        case "m", "w", "M", "W", "%", "–", "—", "@": 13
        case _ where isUppercase || !isLetter && !isNumber: 10.5
        default: 8.4
        }
    }
}

extension Double {
    /// With one decimal at most: a tenth of a pixel is more than anybody sees.
    fileprivate var short: String {
        let tenths = Int((self * 10).rounded())
        let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
        return (tenths < 0 ? "-" : "") + String(whole) + (rest == 0 ? "" : ".\(rest)")
    }

    fileprivate var hundredths: String {
        String(Double(Int((self * 100).rounded())) / 100)
    }
}

extension String {
    /// With the characters replaced that mean something in HTML. They are looked for as scalars: a quote with an
    /// accent on it is one letter to Swift and still a quote to a browser.
    var escapedForHTML: String {
        guard utf8.contains(where: Self.meansSomething) else { return self }
        var escaped = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar {
            case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
            case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
            case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
            case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
            case "'": escaped.append(contentsOf: "&#39;".unicodeScalars)
            // No letters, and where pages put their content, the tokens of forms, and what is somebody's own.
            case "\u{1C}", "\u{1D}", "\u{1E}": break
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }

    /// Most texts have none of these.
    private static func meansSomething(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "\""), UInt8(ascii: "'"),
            0x1C, 0x1D, 0x1E:
            true
        default: false
        }
    }
}
