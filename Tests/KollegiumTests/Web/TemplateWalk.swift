/// Goes through templates with a page's values at hand, as rendering does, and notes which stored property each tag
/// names. What rendering passes over in silence is noted here.
struct TemplateWalk {
    let templates: [String: [TemplateNode]]
    /// Tags that name nothing that is stored where they stand.
    private(set) var unknown: Set<String> = []
    /// Tags that were met.
    private(set) var met: Set<String> = []
    /// Stored properties that a tag names, by type.
    private(set) var named: Set<String> = []

    init(_ templates: [String: [TemplateNode]]) {
        self.templates = templates
    }

    mutating func go(through name: String, with page: Any) {
        go(through: templates[name] ?? [], [page], [:])
    }

    private mutating func go(
        through nodes: [TemplateNode], _ stack: [Any], _ blocks: [String: [TemplateNode]]
    ) {
        for node in nodes {
            switch node {
            case .value(let path, let place): _ = value(of: path, stack, at: place)
            case .section(let path, let place, let inside):
                guard let value = value(of: path, stack, at: place), let value = unwrapped(value) else {
                    continue
                }
                if let isSet = value as? Bool {
                    if isSet { go(through: inside, stack, blocks) }
                } else if Mirror(reflecting: value).displayStyle == .collection {
                    for element in Mirror(reflecting: value).children {
                        go(through: inside, stack + [element.value], blocks)
                    }
                } else {
                    go(through: inside, stack + [value], blocks)
                }
            case .inverted(let path, let place, let inside):
                if isMissing(value(of: path, stack, at: place)) { go(through: inside, stack, blocks) }
            case .other(let name, let own):
                guard let nodes = templates[name] else {
                    unknown.insert("the template \(name)")
                    continue
                }
                go(through: nodes, stack, own)
            case .block(let name, let inside): go(through: blocks[name] ?? inside, stack, blocks)
            }
        }
    }

    private func isMissing(_ value: Any?) -> Bool {
        guard let value, let value = unwrapped(value) else { return true }
        if let isSet = value as? Bool { return !isSet }
        let mirror = Mirror(reflecting: value)
        return mirror.displayStyle == .collection && mirror.children.isEmpty
    }

    /// What a tag names: by a leading dot in the innermost value, else in the innermost that has it.
    private mutating func value(of path: String, _ stack: [Any], at place: String) -> Any? {
        met.insert(place)
        if path == "." { return stack.last }
        var names = path.split(separator: ".").map(String.init)
        let first = names.removeFirst()
        let candidates = path.hasPrefix(".") ? Array(stack.suffix(1)) : stack.reversed()
        var value = candidates.lazy.compactMap { Self.property(first, of: $0) }.first
        for name in names { value = value.flatMap { Self.property(name, of: $0.value) } }
        guard let value else {
            unknown.insert(place)
            return nil
        }
        var (owner, name) = (value.owner, first)
        named.insert(owner + "." + (names.last ?? name))
        // The way there is used as well.
        if !names.isEmpty, let page = candidates.first(where: { Self.property(first, of: $0) != nil }) {
            (owner, name) = (String(reflecting: type(of: page)), first)
            named.insert("\(owner).\(name)")
        }
        return value.value
    }

    private static func property(_ name: String, of value: Any) -> (owner: String, value: Any)? {
        Mirror(reflecting: value).children.first { $0.label == name }.map {
            (owner: String(reflecting: type(of: value)), value: $0.value)
        }
    }

    /// The stored properties of a page and of all that it holds, by type.
    static func stored(in value: Any) -> Set<String> {
        guard let value = unwrapped(value) else { return [] }
        let mirror = Mirror(reflecting: value)
        if mirror.displayStyle == .collection {
            return mirror.children.reduce(into: []) { $0.formUnion(stored(in: $1.value)) }
        }
        let owner = String(reflecting: type(of: value))
        guard owner.hasPrefix("Kollegium.") else { return [] }
        return mirror.children.reduce(into: []) { stored, child in
            stored.insert("\(owner).\(child.label ?? "?")")
            stored.formUnion(Self.stored(in: child.value))
        }
    }
}

/// A value without the wrapping of an optional; nil where there is none.
private func unwrapped(_ value: Any) -> Any? {
    let mirror = Mirror(reflecting: value)
    guard mirror.displayStyle == .optional else { return value }
    return mirror.children.first.flatMap { unwrapped($0.value) }
}
