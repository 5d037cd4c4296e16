/// The scales and areas of an XLSForm, out of its sheet of choices.
struct XLSFormChoices {
    private(set) var scales: [Questionnaire.Scale] = []
    private(set) var areas: [Questionnaire.Area] = []
    /// The scale that each list became, by the list's name.
    private(set) var scaleOfList: [String: String] = [:]

    init(_ sheet: XLSFormSheet, plain: Language, report: (_ row: Int, Sentence) -> Void) {
        var lists: [(name: String, rows: [XLSFormSheet.Row])] = []
        for row in sheet.rows {
            let name = row.word("list_name", "list")
            if name.isEmpty { continue }
            if row[XLSFormColumn.kind] == "area" {
                let code =
                    row[XLSFormColumn.scale].isEmpty ? row.word("name", "value") : row[XLSFormColumn.scale]
                guard !code.isEmpty, !areas.contains(where: { $0.code == code }) else {
                    report(row.number, .repeatedName(code))
                    continue
                }
                areas.append(
                    Questionnaire.Area(
                        code: code, label: Self.label(row, sheet, plain), extra: row.extra))
            } else if let index = lists.firstIndex(where: { $0.name == name }) {
                lists[index].rows.append(row)
            } else {
                lists.append((name, [row]))
            }
        }
        for list in lists { add(list.name, list.rows, sheet, plain, report) }
    }

    private mutating func add(
        _ name: String, _ rows: [XLSFormSheet.Row], _ sheet: XLSFormSheet, _ plain: Language,
        _ report: (Int, Sentence) -> Void
    ) {
        let own = rows.lazy.map { $0[XLSFormColumn.scale] }.first { !$0.isEmpty }
        let code = own ?? name
        if scales.contains(where: { $0.code == code }) { report(rows[0].number, .repeatedName(code)) }
        var optOut = Title(sv: nil, en: nil)
        var steps: [(row: XLSFormSheet.Row, step: Questionnaire.Scale.Step)] = []
        let hasValues = rows.contains { $0[XLSFormColumn.hasValue] == "yes" }
        let names = rows.filter { $0[XLSFormColumn.kind] != "opt-out" }.map { $0.word("name", "value") }
        // 1, 2, 3 … is how a scale is numbered, and no values that mean something.
        let isNumbered = names.enumerated().allSatisfy { $0.element == "\($0.offset + 1)" }
        for row in rows {
            if row[XLSFormColumn.kind] == "opt-out" {
                optOut = Self.label(row, sheet, plain)
                continue
            }
            let value: String? =
                if row[XLSFormColumn.hasValue] == "yes" {
                    row[XLSFormColumn.value]
                } else if own != nil ? hasValues : !isNumbered {
                    row.word("name", "value")
                } else {
                    nil
                }
            if let value, value.isEmpty || steps.contains(where: { $0.step.value == value }) {
                report(row.number, .repeatedName(value))
                continue
            }
            steps.append((row, .init(value: value, label: Self.label(row, sheet, plain))))
        }
        guard !steps.isEmpty else { return }
        let scale = Questionnaire.Scale(
            code: code, steps: Self.complete(steps.map(\.step)), optOut: optOut,
            extra: rows.lazy.compactMap(\.extra).first)
        scales.append(scale)
        scaleOfList[name] = code
    }

    /// A file of ours has a language for all steps of a scale or for none; what is missing is filled from the other.
    private static func complete(_ steps: [Questionnaire.Scale.Step]) -> [Questionnaire.Scale.Step] {
        let hasSV = steps.contains { $0.label.sv != nil }
        let hasEN = steps.contains { $0.label.en != nil }
        let hasAny = hasSV || hasEN || steps.contains { $0.value != nil }
        return steps.enumerated().map { place, step in
            let other = step.label.sv ?? step.label.en ?? step.value ?? "\(place + 1)"
            return .init(
                value: step.value,
                label: Title(
                    sv: hasSV || !hasAny ? step.label.sv ?? other : nil,
                    en: hasEN ? step.label.en ?? other : nil))
        }
    }

    private static func label(
        _ row: XLSFormSheet.Row, _ sheet: XLSFormSheet, _ plain: Language
    ) -> Title {
        row[XLSFormColumn.nameless] == "yes" ? Title(sv: nil, en: nil) : sheet.label(row, plain: plain)
    }
}

extension XLSFormSheet.Row {
    /// What our format does not know, as it was written out.
    var extra: String? {
        let text = self[XLSFormColumn.extra]
        return text.isEmpty || yamlNode(text)?.mapping == nil ? nil : text
    }
}

extension Sentence {
    static func repeatedName(_ name: String) -> Sentence {
        Sentence(
            sv: "namnet ”\(name.excerpt)” finns redan eller är tomt; ge raden ett eget",
            en: "the name “\(name.excerpt)” is there already or empty; give the row one of its own")
    }
}
