import Support

/// A template read for its tags: what a page must have for it.
indirect enum TemplateNode {
    case value(path: String, place: String)
    case section(path: String, place: String, [TemplateNode])
    /// What stands there where the value does not.
    case inverted(path: String, place: String, [TemplateNode])
    /// Another template, with what this one puts in its places.
    case other(name: String, blocks: [String: [TemplateNode]])
    case block(name: String, [TemplateNode])
}

struct TemplateText {
    let name: String
    private var rest: Substring
    private var tags = 0

    static func read(_ name: String, _ text: String) throws -> [TemplateNode] {
        var reader = TemplateText(name: name, rest: text[...])
        return try reader.nodes(until: nil)
    }

    private init(name: String, rest: Substring) {
        self.name = name
        self.rest = rest
    }

    private mutating func nodes(until end: String?) throws -> [TemplateNode] {
        var nodes: [TemplateNode] = []
        while let opening = rest.firstRange(of: "{{") {
            rest = rest[opening.upperBound...]
            let isRaw = rest.hasPrefix("{")
            guard let closing = rest.firstRange(of: isRaw ? "}}}" : "}}") else { break }
            let tag = rest[..<closing.lowerBound].dropFirst(isRaw ? 1 : 0)
            rest = rest[closing.upperBound...]
            tags += 1
            let (sign, path) = (tag.prefix(1), String(tag.dropFirst()))
            let place = "\(name), tag \(tags): \(tag)"
            switch sign {
            case "/":
                guard path == end else {
                    throw Failed(program: name, message: "\(path) ends \(end ?? "nothing")")
                }
                return nodes
            case "#": nodes.append(.section(path: path, place: place, try self.nodes(until: path)))
            case "^": nodes.append(.inverted(path: path, place: place, try self.nodes(until: path)))
            case ">": nodes.append(.other(name: path.filter { $0 != " " }, blocks: [:]))
            case "<":
                var blocks: [String: [TemplateNode]] = [:]
                for case .block(let name, let nodes) in try self.nodes(until: path) { blocks[name] = nodes }
                nodes.append(.other(name: path, blocks: blocks))
            case "$": nodes.append(.block(name: path, try self.nodes(until: path)))
            case "!", "%": break
            default: nodes.append(.value(path: String(tag), place: place))
            }
        }
        guard end == nil else { throw Failed(program: name, message: "\(end ?? "") never ends") }
        return nodes
    }
}
