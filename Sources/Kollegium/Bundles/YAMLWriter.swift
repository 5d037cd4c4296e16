import Yams

/// YAML in the one form that we write: block style, keys in the given order, long lines left whole, Swedish
/// letters as themselves.
func yamlText(_ node: Node) -> String {
    // Nodes made by us or composed by Yams can always be written again.
    (try? Yams.serialize(node: node.inCanonicalStyle, width: -1, allowUnicode: true)) ?? ""
}

/// Reads back what `yamlText` wrote.
func yamlNode(_ text: String) -> Node? {
    try? Yams.compose(yaml: text)
}

extension Node {
    /// A text that reads as a text again, quoted where a bare one would read as a number, a truth value or null.
    static func text(_ string: String) -> Node {
        let bare = Node.Scalar(string)
        let reads = Resolver.default.resolveTag(of: Node.scalar(bare))
        let style: Node.Scalar.Style = reads == .str || Day(string) != nil ? .any : .singleQuoted
        let hasBreak = string.unicodeScalars.contains {
            "\n\r\u{85}\u{2028}\u{2029}".unicodeScalars.contains($0)
        }
        return .scalar(Node.Scalar(string, Tag(.str), hasBreak ? .doubleQuoted : style))
    }

    static func number(_ number: Int) -> Node { .scalar(Node.Scalar(String(number), Tag(.int))) }

    static func truth(_ value: Bool) -> Node { .scalar(Node.Scalar(value ? "true" : "false", Tag(.bool))) }

    /// Block style throughout, whatever style the author chose.
    fileprivate var inCanonicalStyle: Node {
        switch self {
        case .mapping(let mapping):
            .mapping(
                Node.Mapping(
                    mapping.map { ($0.key.inCanonicalStyle, $0.value.inCanonicalStyle) }, mapping.tag, .block)
            )
        case .sequence(let sequence):
            .sequence(Node.Sequence(sequence.map(\.inCanonicalStyle), sequence.tag, .block))
        case .scalar(let scalar): Node.scalar(scalar.canonical)
        case .alias: self
        }
    }
}

extension Node.Scalar {
    /// Quotes only where the author's own were needed.
    fileprivate var canonical: Node.Scalar {
        guard style == .singleQuoted || style == .doubleQuoted || style == .literal || style == .folded else {
            return Node.Scalar(string, tag, .any)
        }
        guard case .scalar(let text) = Node.text(string) else { return self }
        return text
    }
}

/// Puts together a mapping in a fixed order, leaving out what has no value.
struct YAMLMapping {
    private var pairs: [(Node, Node)] = []

    mutating func add(_ key: String, _ value: Node?) {
        if let value { pairs.append((.text(key), value)) }
    }

    mutating func add(_ key: String, text: String?) {
        add(key, text.map(Node.text))
    }

    /// Adds what the format does not know, as `CheckedMapping.unknown` kept it.
    mutating func add(unknown text: String?) {
        guard let mapping = text.flatMap(yamlNode)?.mapping else { return }
        for (key, value) in mapping {
            if let index = pairs.firstIndex(where: { $0.0.string == key.string }), let more = value.mapping {
                let present = pairs[index].1.mapping ?? [:]
                pairs[index].1 = Node((Array(present) + Array(more)).map { ($0.key, $0.value) })
            } else {
                pairs.append((key, value))
            }
        }
    }

    var isEmpty: Bool { pairs.isEmpty }
    var node: Node { Node(pairs) }
}
