extension ParsedPage.Element {
    /// Elements right within it.
    var children: [ParsedPage.Element] {
        content.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }

    /// All elements within it, in the page's order.
    var all: [ParsedPage.Element] { children.flatMap { [$0] + $0.all } }

    func all(_ name: String) -> [ParsedPage.Element] { all.filter { $0.name == name } }

    func all(ofClass style: String) -> [ParsedPage.Element] { all.filter { $0.attributes["class"] == style } }

    /// What is written in it and in all that is within it.
    var words: String {
        content.map { content in
            switch content {
            case .text(let text): text
            case .element(let element): element.name == "style" ? "" : element.words
            }
        }.joined()
    }

    /// Names of elements and attributes without anything that a study says.
    var skeleton: String {
        let attributes = attributes.keys.sorted().joined(separator: " ")
        return "<\(name) \(attributes)>" + children.map(\.skeleton).joined() + "</>"
    }
}
