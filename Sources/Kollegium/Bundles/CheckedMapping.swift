import Yams

/// A mapping of a bundle's YAML under examination: each question either gives a sound value or reports, at the
/// line of the key, what is wrong and what would be right.
struct CheckedMapping {
    let node: Node
    let file: String
    let problems: Problems

    /// Nil, and reported, where the node is no mapping.
    init?(_ node: Node, file: String, problems: Problems, name: String) {
        self.node = node
        self.file = file
        self.problems = problems
        guard node.mapping != nil else {
            problems.report(
                Sentence(
                    sv: "”\(name)” ska bestå av namn och värden, som ”id: …”",
                    en: "“\(name)” should be made of names and values, like “id: …”"),
                file: file, line: node.line)
            return nil
        }
    }

    private var mapping: Node.Mapping { node.mapping ?? [:] }

    /// Names and values in the order they stand.
    var pairs: [(key: Node, value: Node)] { mapping.map { ($0.key, $0.value) } }

    func reject(_ sentence: Sentence, at key: String? = nil) {
        let keyNode = key.flatMap { key in mapping.first { $0.key.string == key }?.key }
        problems.report(sentence, file: file, line: (keyNode ?? node).line)
    }

    /// The value of a key; an explicit null is the same as no value.
    func value(_ key: String) -> Node? {
        guard let value = mapping.first(where: { $0.key.string == key })?.value else { return nil }
        return value.isEmptyScalar ? nil : value
    }

    func has(_ key: String) -> Bool { value(key) != nil }

    func optionalText(_ key: String) -> String? {
        guard let value = value(key) else { return nil }
        guard let text = value.scalar?.string else {
            reject(.notText(key), at: key)
            return nil
        }
        return text
    }

    func text(_ key: String) -> String? {
        guard has(key) else {
            reject(.missing(key), at: key)
            return nil
        }
        return optionalText(key)
    }

    func identifier(_ key: String) -> String? {
        guard let text = text(key)?.precomposedStringWithCanonicalMapping else { return nil }
        guard !text.isEmpty, text.utf8.count <= 200 else {
            reject(
                Sentence(
                    sv: "”\(key)” ska vara 1–200 byte långt", en: "“\(key)” should be 1–200 bytes long"
                ),
                at: key)
            return nil
        }
        return text
    }

    func word(_ key: String, of words: [String]) -> String? {
        guard let text = text(key) else { return nil }
        guard words.contains(text) else {
            reject(.notOneOf(key, text, words), at: key)
            return nil
        }
        return text
    }

    func optionalDay(_ key: String) -> Day? {
        guard let text = optionalText(key) else { return nil }
        guard let day = Day(text) else {
            reject(.noDay(key, text), at: key)
            return nil
        }
        return day
    }

    func day(_ key: String) -> Day? {
        guard has(key) else {
            reject(.missing(key), at: key)
            return nil
        }
        return optionalDay(key)
    }

    func integer(_ key: String, from least: Int) -> Int? {
        guard let text = optionalText(key) else { return nil }
        guard let number = Int(text), number >= least, number <= 1_000_000_000 else {
            reject(
                Sentence(
                    sv: "”\(key)” är ”\(text.excerpt)”; ange ett heltal från \(least)",
                    en: "“\(key)” is “\(text.excerpt)”; give a whole number from \(least) up"),
                at: key)
            return nil
        }
        return number
    }

    func bool(_ key: String) -> Bool? {
        guard let text = optionalText(key) else { return nil }
        guard let value = ["true": true, "false": false][text] else {
            reject(
                Sentence(
                    sv: "”\(key)” är ”\(text.excerpt)”; skriv true eller false",
                    en: "“\(key)” is “\(text.excerpt)”; write true or false"),
                at: key)
            return nil
        }
        return value
    }

    func mapping(_ key: String) -> CheckedMapping? {
        value(key).flatMap { CheckedMapping($0, file: file, problems: problems, name: key) }
    }

    func list(_ key: String) -> [Node]? {
        guard let value = value(key) else { return nil }
        guard let list = value.sequence else {
            reject(
                Sentence(sv: "”\(key)” ska vara en lista", en: "“\(key)” should be a list"), at: key)
            return nil
        }
        return Array(list)
    }

    func mappings(_ key: String) -> [CheckedMapping] {
        (list(key) ?? []).compactMap { CheckedMapping($0, file: file, problems: problems, name: key) }
    }

    /// A list of texts; nil where there is none.
    func texts(_ key: String) -> [String]? {
        guard let list = list(key) else { return nil }
        return list.compactMap { node in
            if let text = node.scalar?.string { return text }
            problems.report(.notText(key), file: file, line: node.line)
            return nil
        }
    }

    /// Tells of keys that the format does not know: they are kept, but may have been meant otherwise.
    func noticeUnknown(besides known: [String]) {
        for key in mapping.map(\.key) {
            guard let name = key.string, !known.contains(name) else { continue }
            problems.notice(
                Sentence(
                    sv: "”\(name.excerpt)” är okänt; det behålls men betyder inget här",
                    en: "“\(name.excerpt)” is not known; it is kept, but means nothing here"),
                file: file, line: key.line)
        }
    }

    /// What the format does not know, as YAML, to be written out again as it came; nil where there is nothing.
    ///
    /// `within` names known keys whose values are mappings, with the keys that are known there.
    func unknown(besides known: [String], within: [String: [String]] = [:]) -> String? {
        let rest = mapping.compactMap { key, value -> (Node, Node)? in
            guard let name = key.string, known.contains(name) else { return (key, value) }
            guard let knownInside = within[name], let inside = value.mapping else { return nil }
            let unknown = inside.filter { !knownInside.contains($0.key.string ?? "") }
            return unknown.isEmpty ? nil : (key, Node(unknown.map { ($0.key, $0.value) }))
        }
        return rest.isEmpty ? nil : yamlText(Node(rest))
    }
}

extension Sentence {
    static func missing(_ key: String) -> Sentence {
        Sentence(sv: "”\(key)” saknas", en: "“\(key)” is missing")
    }

    fileprivate static func notText(_ key: String) -> Sentence {
        Sentence(sv: "”\(key)” ska vara en text", en: "“\(key)” should be a text")
    }
}

extension Node {
    /// Nothing after the colon, `~` or `null`.
    fileprivate var isEmptyScalar: Bool {
        guard let scalar, scalar.style == .any || scalar.style == .plain else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
    }
}
