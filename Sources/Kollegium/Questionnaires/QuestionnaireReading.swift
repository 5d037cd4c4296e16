import Yams

/// Reads `instruments/*.yaml`. What is wrong is reported at the line of its key.
struct QuestionnaireReading {
    private let file: String
    private let problems: Problems

    init(file: String, problems: Problems) {
        self.file = file
        self.problems = problems
    }

    /// Nil where the file has no id to know it by; what else is wrong leaves the rest readable.
    func questionnaire(_ node: Node) -> Questionnaire? {
        guard let root = CheckedMapping(node, file: file, problems: problems, name: file) else { return nil }
        let code = root.identifier("id")
        let version = root.integer("version", from: 1) ?? 1
        let title = Title(root, required: true)
        let audience = root.word("audience", of: Questionnaire.audiences)
        let asks =
            root.has("asks")
            ? root.word("asks", of: Wave.Asked.allCases.map(\.rawValue)).flatMap(Wave.Asked.init) : nil
        if !root.has("scales") { root.reject(.missing("scales"), at: "scales") }
        if root.list("parts") == nil { root.reject(.missing("parts"), at: "parts") }
        let scales = named(root, "scales").map { scale($0.code, $0.mapping) }
        let areas = named(root, "areas").map { code, mapping in
            Questionnaire.Area(
                code: code, label: label(mapping), extra: mapping.unknown(besides: ["sv", "en"]))
        }
        let parts = parts(root, scales: scales, areas: areas.map(\.code))
        guard let code, let audience else { return nil }
        return Questionnaire(
            code: code, version: version, title: title, audience: audience, asks: asks ?? .members,
            scales: scales, areas: areas, parts: parts,
            extra: root.unknown(
                besides: ["id", "version", "title", "audience", "asks", "scales", "areas", "parts"],
                within: ["title": ["sv", "en"]]))
    }

    /// The entries of a mapping whose keys are codes.
    private func named(_ root: CheckedMapping, _ key: String) -> [(code: String, mapping: CheckedMapping)] {
        (root.mapping(key)?.pairs ?? []).compactMap { name, value in
            guard let code = name.scalar?.string.precomposedStringWithCanonicalMapping, !code.isEmpty else {
                problems.report(.empty(key), file: file, line: name.line)
                return nil
            }
            return CheckedMapping(value, file: file, problems: problems, name: code).map { (code, $0) }
        }
    }

    private func label(_ mapping: CheckedMapping) -> Title {
        Title(sv: mapping.optionalText("sv"), en: mapping.optionalText("en"))
    }

    private func scale(_ code: String, _ mapping: CheckedMapping) -> Questionnaire.Scale {
        let lists = ["sv": mapping.texts("sv"), "en": mapping.texts("en"), "values": mapping.texts("values")]
        let lengths = Set(lists.values.compactMap { $0?.count })
        if lengths.count != 1 || lengths.contains(0) {
            mapping.reject(
                Sentence(
                    sv: "skalan ”\(code)” ska ha lika många steg i sv, en och values, och minst ett",
                    en: "the scale “\(code)” should have as many steps in sv, en and values, and at least one"
                ))
        }
        if let values = lists["values"] ?? nil, Set(values).count < values.count || values.contains("") {
            mapping.reject(
                Sentence(
                    sv: "skalan ”\(code)” har ett värde två gånger eller ett tomt värde",
                    en: "the scale “\(code)” has a value twice or an empty value"), at: "values")
        }
        func entry(_ list: String, _ index: Int) -> String? {
            guard let texts = lists[list] ?? nil, index < texts.count else { return nil }
            return texts[index]
        }
        let steps = (0..<(lengths.max() ?? 0)).map { index in
            Questionnaire.Scale.Step(
                value: entry("values", index), label: Title(sv: entry("sv", index), en: entry("en", index)))
        }
        let optOut = mapping.mapping("optOut")
        return Questionnaire.Scale(
            code: code, steps: steps, optOut: optOut.map(label) ?? Title(sv: nil, en: nil),
            extra: mapping.unknown(
                besides: ["sv", "en", "values", "optOut"], within: ["optOut": ["sv", "en"]]))
    }

    private func parts(
        _ root: CheckedMapping, scales: [Questionnaire.Scale], areas: [String]
    ) -> [Questionnaire.Part] {
        var seen: Set<String> = []
        return root.mappings("parts").compactMap { mapping in
            let code = mapping.identifier("id")
            let wave = mapping.integer("wave", from: 1)
            if !mapping.has("wave") { mapping.reject(.missing("wave"), at: "wave") }
            if mapping.list("items") == nil { mapping.reject(.missing("items"), at: "items") }
            let items = items(mapping, scales: scales, areas: areas)
            guard let code else { return nil }
            guard seen.insert(code).inserted else {
                mapping.reject(.repeated("id", code), at: "id")
                return nil
            }
            return Questionnaire.Part(
                code: code, wave: wave ?? 1, title: Title(mapping, required: false),
                opens: mapping.optionalDay("opens"), items: items,
                extra: mapping.unknown(
                    besides: ["id", "wave", "title", "opens", "items"], within: ["title": ["sv", "en"]]))
        }
    }

    private func items(
        _ part: CheckedMapping, scales: [Questionnaire.Scale], areas: [String]
    ) -> [Questionnaire.Item] {
        var seen: Set<String> = []
        return part.mappings("items").compactMap { mapping in
            let code = mapping.identifier("id")
            let type = mapping.word("type", of: ItemType.askable.map(\.rawValue)).flatMap(ItemType.init)
            let scale = scale(of: mapping, type, scales)
            let area = reference(mapping, "area", to: areas)
            let form = mapping.has("form") ? mapping.word("form", of: TrustIndicators.forms) : nil
            let facet = mapping.has("facet") ? mapping.word("facet", of: TrustIndicators.facets) : nil
            guard let code else { return nil }
            // An item of unknown type stays, so that answers to it are no mistakes of their own.
            let item = Questionnaire.Item(
                code: code, type: type ?? .text, scale: scale, area: area, form: form, facet: facet,
                label: label(mapping), looksBack: mapping.bool("looksBack") ?? false,
                extra: mapping.unknown(
                    besides: ["id", "type", "scale", "area", "form", "facet", "sv", "en", "looksBack"]))
            guard item.answered.allSatisfy({ seen.insert($0.code).inserted }) else {
                mapping.reject(.repeated("id", code), at: "id")
                return nil
            }
            return item
        }
    }

    private func scale(
        of item: CheckedMapping, _ type: ItemType?, _ scales: [Questionnaire.Scale]
    ) -> String? {
        let code = reference(item, "scale", to: scales.map(\.code))
        guard let type, type.needsScale else { return code }
        if !item.has("scale") {
            item.reject(.missing("scale"), at: "type")
        } else if type == .choice, let code, let scale = scales.first(where: { $0.code == code }),
            scale.steps.contains(where: { $0.value == nil })
        {
            item.reject(
                Sentence(
                    sv: "skalan ”\(code)” saknar ”values”, som ett val behöver",
                    en: "the scale “\(code)” has no “values”, which a choice needs"), at: "scale")
        }
        return code
    }

    private func reference(_ item: CheckedMapping, _ key: String, to codes: [String]) -> String? {
        guard let code = item.optionalText(key)?.precomposedStringWithCanonicalMapping else { return nil }
        guard codes.contains(code) else {
            item.reject(.unknown(key, code, in: "\(key)s"), at: key)
            return nil
        }
        return code
    }
}
