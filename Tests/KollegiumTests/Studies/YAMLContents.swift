import Yams

/// Whether everything that one YAML text says stands in another too, where more may stand: names in any order,
/// lists in theirs, a text as a text and a number as a number. Gives the places where it does not.
func missing(of text: String, in other: String) throws -> [String] {
    guard let one = try Yams.compose(yaml: text), let two = try Yams.compose(yaml: other) else {
        return ["one of the two is empty"]
    }
    return missing(of: one, in: two, at: "")
}

private func missing(of one: Node, in two: Node, at path: String) -> [String] {
    switch (one, two) {
    case (.mapping(let mapping), .mapping(let other)):
        return mapping.flatMap { key, value in
            let name = key.string ?? "?"
            guard let match = other.first(where: { same($0.key, key) }) else {
                return ["\(path).\(name) is gone"]
            }
            return missing(of: value, in: match.value, at: "\(path).\(name)")
        }
    case (.sequence(let list), .sequence(let other)):
        guard list.count == other.count else { return ["\(path) had \(list.count), has \(other.count)"] }
        return zip(list, other).enumerated().flatMap { index, pair in
            missing(of: pair.0, in: pair.1, at: "\(path)[\(index)]")
        }
    default:
        return same(one, two) ? [] : ["\(path) was \(described(one)), is \(described(two))"]
    }
}

private func same(_ one: Node, _ two: Node) -> Bool {
    guard let scalar = one.scalar, let other = two.scalar else { return one == two }
    return Array(scalar.string.utf8) == Array(other.string.utf8) && kind(one) == kind(two)
}

/// A date is a text to the format, quoted or not.
private func kind(_ node: Node) -> String {
    let name = node.tag.rawValue
    return name == "tag:yaml.org,2002:timestamp" ? "tag:yaml.org,2002:str" : name
}

private func described(_ node: Node) -> String {
    node.scalar.map { "\(kind(node)) “\($0.string)”" } ?? "\(node)"
}
