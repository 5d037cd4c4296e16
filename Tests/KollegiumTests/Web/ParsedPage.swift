import Support

/// A page read more strictly than a browser does: every element is closed by its own tag, every attribute has
/// quotes, and no sign that means something stands in a text. What a browser would mend is an error here.
///
/// It reads Unicode scalars as browsers do, not letters: a quote with an accent on it is still a quote.
struct ParsedPage {
    private let scalars: [Unicode.Scalar]
    private var place = 0
    private(set) var root = Element(name: "", attributes: [:])

    final class Element {
        let name: String
        let attributes: [String: String]
        fileprivate(set) var content: [Content] = []

        fileprivate init(name: String, attributes: [String: String]) {
            self.name = name
            self.attributes = attributes
        }
    }

    enum Content {
        case element(Element)
        case text(String)
    }

    private static let empty: Set = ["meta", "link", "input", "br", "hr", "line", "circle", "rect", "path"]
    private static let drawn: Set = ["line", "circle", "rect", "path"]

    /// Attributes that say all by being there.
    private static let bare: Set = [
        "required", "selected", "checked", "download", "formnovalidate", "novalidate", "open", "disabled",
        "hidden",
        "autofocus", "readonly", "multiple",
    ]

    init(_ text: String) throws {
        scalars = Array(text.unicodeScalars)
        guard skip("<!doctype html>\n") else { throw error("no doctype") }
        guard skip("<html ") else { throw error("no html") }
        place -= 6
        root.content.append(.element(try readElement()))
        guard skip("\n"), place == scalars.count else { throw error("more after the end") }
    }

    private func error(_ what: String) -> Failed {
        let around = scalars[max(0, place - 60)..<min(scalars.count, place + 60)]
        return Failed(program: "page", message: "\(what) near “\(String(String.UnicodeScalarView(around)))”")
    }

    private mutating func skip(_ text: String) -> Bool {
        let wanted = Array(text.unicodeScalars)
        guard scalars[place...].starts(with: wanted) else { return false }
        place += wanted.count
        return true
    }

    private mutating func read(while belongs: (Unicode.Scalar) -> Bool) -> String {
        let start = place
        while place < scalars.count, belongs(scalars[place]) { place += 1 }
        return String(String.UnicodeScalarView(scalars[start..<place]))
    }

    private mutating func readContent(of element: Element) throws {
        while place < scalars.count {
            if scalars[place] == "<" {
                if skip("</") {
                    guard skip(element.name + ">") else { throw error("\(element.name) is not closed") }
                    return
                }
                element.content.append(.element(try readElement()))
            } else {
                element.content.append(.text(try readText(until: "<")))
            }
        }
        throw error("\(element.name) never ends")
    }

    private mutating func readElement() throws -> Element {
        place += 1
        let name = try readName()
        var attributes: [String: String] = [:]
        while skip(" ") {
            let attribute = try readName()
            if Self.bare.contains(attribute), !scalars[place...].starts(with: "=".unicodeScalars) {
                attributes[attribute] = ""
                continue
            }
            guard skip("=\"") else { throw error("\(attribute) has no quotes") }
            guard attributes.updateValue(try readText(until: "\""), forKey: attribute) == nil else {
                throw error("\(attribute) stands twice")
            }
            place += 1
        }
        let element = Element(name: name, attributes: attributes)
        if Self.empty.contains(name) {
            guard skip(Self.drawn.contains(name) ? "/>" : ">") else { throw error("\(name) goes on") }
            return element
        }
        guard skip(">") else { throw error("\(name) goes on") }
        guard name == "style" else {
            try readContent(of: element)
            return element
        }
        element.content = [.text(read { $0 != "<" })]
        guard skip("</style>") else { throw error("a tag within the style sheet") }
        return element
    }

    private mutating func readName() throws -> String {
        let name = read {
            $0.isASCII && ($0.properties.isAlphabetic || $0 == "-" || ("0"..."9").contains($0))
        }
        let known = ["viewBox", "preserveAspectRatio"].contains(name) ? name.lowercased() : name
        guard !name.isEmpty, known == known.lowercased() else {
            throw error("no name of an element or attribute")
        }
        return name
    }

    /// A text with what was escaped in it put back.
    private mutating func readText(until end: Unicode.Scalar) throws -> String {
        let raw = read { $0 != end && $0 != "<" && $0 != ">" }
        guard place < scalars.count, scalars[place] == end else { throw error("a text with a sign in it") }
        var text = String.UnicodeScalarView()
        var rest = Array(raw.unicodeScalars)[...]
        while let scalar = rest.popFirst() {
            guard scalar == "&" else {
                text.append(scalar)
                continue
            }
            let signs: [(String, Unicode.Scalar)] = [
                ("amp;", "&"), ("lt;", "<"), ("gt;", ">"), ("quot;", "\""), ("#39;", "'"),
                ("nbsp;", "\u{A0}"), ("shy;", "\u{AD}"),
            ]
            guard let sign = signs.first(where: { rest.starts(with: $0.0.unicodeScalars) }) else {
                throw error("a bare & in “\(raw)”")
            }
            rest = rest.dropFirst(sign.0.unicodeScalars.count)
            text.append(sign.1)
        }
        return String(text)
    }
}
