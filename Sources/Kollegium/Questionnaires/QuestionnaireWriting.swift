import Yams

extension Questionnaire {
    /// The questionnaire as `instruments/*.yaml`, in canonical form.
    var yaml: String {
        var root = YAMLMapping()
        root.add("id", text: code)
        root.add("version", .number(version))
        root.add("title", title.node)
        root.add("audience", text: audience)
        if asks != .members { root.add("asks", text: asks.rawValue) }
        root.add("scales", mapping(scales.map { ($0.code, $0.node) }))
        if !areas.isEmpty { root.add("areas", mapping(areas.map { ($0.code, $0.node) })) }
        root.add("parts", Node(parts.map(\.node)))
        root.add(unknown: extra)
        return yamlText(root.node)
    }

    private func mapping(_ pairs: [(String, Node)]) -> Node {
        Node(pairs.map { (Node.text($0.0), $0.1) })
    }
}

extension Title {
    /// `{sv: …, en: …}`, nil where neither is there.
    var node: Node? {
        var mapping = YAMLMapping()
        mapping.add("sv", text: sv)
        mapping.add("en", text: en)
        return mapping.isEmpty ? nil : mapping.node
    }
}

extension Questionnaire.Scale {
    fileprivate var node: Node {
        var mapping = YAMLMapping()
        mapping.add("sv", list(steps.map(\.label.sv)))
        mapping.add("en", list(steps.map(\.label.en)))
        mapping.add("values", list(steps.map(\.value)))
        mapping.add("optOut", optOut.node)
        mapping.add(unknown: extra)
        return mapping.node
    }

    private func list(_ texts: [String?]) -> Node? {
        let present = texts.compactMap { $0 }
        return present.isEmpty ? nil : Node(present.map(Node.text))
    }
}

extension Questionnaire.Area {
    fileprivate var node: Node {
        var mapping = YAMLMapping()
        mapping.add("sv", text: label.sv)
        mapping.add("en", text: label.en)
        mapping.add(unknown: extra)
        return mapping.node
    }
}

extension Questionnaire.Part {
    fileprivate var node: Node {
        var mapping = YAMLMapping()
        mapping.add("id", text: code)
        mapping.add("wave", .number(wave))
        mapping.add("title", title.node)
        mapping.add("opens", text: opens?.description)
        mapping.add("items", Node(items.map(\.node)))
        mapping.add(unknown: extra)
        return mapping.node
    }
}

extension Questionnaire.Item {
    fileprivate var node: Node {
        var mapping = YAMLMapping()
        mapping.add("id", text: code)
        mapping.add("type", text: type.rawValue)
        mapping.add("scale", text: scale)
        mapping.add("area", text: area)
        mapping.add("form", text: form)
        mapping.add("facet", text: facet)
        mapping.add("sv", text: label.sv)
        mapping.add("en", text: label.en)
        mapping.add("looksBack", .truth(looksBack))
        mapping.add(unknown: extra)
        return mapping.node
    }
}
