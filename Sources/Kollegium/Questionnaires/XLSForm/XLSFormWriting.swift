/// A questionnaire as XLSForm (xlsform.org), for Excel and for survey programs that read it. A part is a group, a scale a
/// list of choices. What XLSForm has no word for stands in columns of our own, `kollegium::…`, which others pass over.
struct XLSFormWriting {
    private let questionnaire: Questionnaire
    private var names = XLSFormNames()
    private let lists: [String: String]

    static let languages: [(language: Language, name: String)] = [
        (.sv, "Svenska (sv)"), (.en, "English (en)"),
    ]

    init(_ questionnaire: Questionnaire) {
        self.questionnaire = questionnaire
        var names = XLSFormNames()
        lists = Dictionary(uniqueKeysWithValues: questionnaire.scales.map { ($0.code, names.name($0.code)) })
    }

    func bytes() throws -> [UInt8] { try tables.xlsx() }

    var tables: XLSXTables {
        XLSXTables(sheets: [
            .init(name: "survey", rows: survey.map(Self.plain)),
            .init(name: "choices", rows: choices.map(Self.plain)),
            .init(name: "settings", rows: settings.map(Self.plain)),
        ])
    }

    /// `${x}` would be the answer to another question; a character that nobody sees keeps it a text.
    private static func plain(_ cells: [String]) -> [String] {
        cells.map { $0.replacing("${", with: "$" + XLSFormColumn.joiner + "{") }
    }

    // MARK: Sheets

    private var settings: [[String]] {
        let pairs: [(String, String?)] = [
            ("form_title", questionnaire.title.sv ?? questionnaire.title.en ?? questionnaire.code),
            ("form_id", XLSFormNames.plain(questionnaire.code)), ("version", "\(questionnaire.version)"),
            ("default_language", "Svenska (sv)"), (XLSFormColumn.format, XLSFormColumn.formatName),
            (XLSFormColumn.id, questionnaire.code), (XLSFormColumn.titleSV, questionnaire.title.sv),
            (XLSFormColumn.titleEN, questionnaire.title.en), (XLSFormColumn.audience, questionnaire.audience),
            (XLSFormColumn.asks, questionnaire.asks.rawValue), (XLSFormColumn.extra, questionnaire.extra),
        ]
        return [pairs.map(\.0), pairs.map { $0.1 ?? "" }]
    }

    private var survey: [[String]] {
        var rows = [
            ["type", "name", "label::Svenska (sv)", "label::English (en)"] + XLSFormColumn.ofItems
        ]
        var names = XLSFormNames()
        for part in questionnaire.parts {
            let group = names.name(part.code)
            rows.append(
                ["begin_group", group, part.title.sv ?? "", part.title.en ?? ""]
                    + XLSFormColumn.items([
                        XLSFormColumn.id: part.code, XLSFormColumn.type: "part",
                        XLSFormColumn.wave: "\(part.wave)", XLSFormColumn.opens: part.opens?.description,
                        XLSFormColumn.extra: part.extra,
                    ]))
            var inside = XLSFormNames()
            for item in part.items { rows += self.rows(item, &inside) }
            rows.append(["end_group", group, "", ""])
        }
        return rows
    }

    private func rows(_ item: Questionnaire.Item, _ names: inout XLSFormNames) -> [[String]] {
        let name = names.name(item.code)
        let list = item.scale.flatMap { lists[$0] }
        // A question has to say something to be accepted.
        let isNameless = item.label.isEmpty
        let labels = isNameless ? [item.code, item.code] : [item.label.sv ?? "", item.label.en ?? ""]
        let own = XLSFormColumn.items([
            XLSFormColumn.id: item.code, XLSFormColumn.type: item.type.rawValue,
            XLSFormColumn.scale: item.scale, XLSFormColumn.area: item.area, XLSFormColumn.form: item.form,
            XLSFormColumn.facet: item.facet, XLSFormColumn.looksBack: item.looksBack ? "yes" : "no",
            XLSFormColumn.nameless: isNameless ? "yes" : nil, XLSFormColumn.extra: item.extra,
        ])
        guard item.type == .goalReview, let list else {
            return [[Self.type(item.type, list), name] + labels + own]
        }
        var rows = [["begin_group", name] + labels + own]
        for (place, code) in ItemType.goalExtents.enumerated() {
            rows.append(
                ["select_one \(list)", names.name(code), "Mål \(place + 1)", "Goal \(place + 1)"]
                    + XLSFormColumn.items([
                        XLSFormColumn.id: code, XLSFormColumn.type: ItemType.goalExtent.rawValue,
                    ]))
        }
        rows.append(["end_group", name, "", ""])
        return rows
    }

    private static func type(_ type: ItemType, _ list: String?) -> String {
        switch (type, list) {
        case (.rating, let list?), (.choice, let list?): "select_one \(list)"
        case (.ranking, let list?): "rank \(list)"
        default: "text"
        }
    }

    private var choices: [[String]] {
        var rows = [
            // pyxform takes `::` in the sheet of choices for a language only.
            ["list_name", "name", "label::Svenska (sv)", "label::English (en)"]
                + XLSFormColumn.ofChoices.map { $0.replacing("::", with: "_") }
        ]
        for scale in questionnaire.scales {
            let list = lists[scale.code] ?? ""
            var names = XLSFormNames()
            for (place, step) in scale.steps.enumerated() {
                let name = step.value.map { names.choice($0) } ?? "\(place + 1)"
                let isNameless = step.label.isEmpty
                let labels = isNameless ? [name, name] : [step.label.sv ?? "", step.label.en ?? ""]
                rows.append(
                    [list, name] + labels
                        + XLSFormColumn.choices([
                            XLSFormColumn.scale: scale.code, XLSFormColumn.kind: "step",
                            XLSFormColumn.value: step.value,
                            XLSFormColumn.hasValue: step.value.map { _ in "yes" },
                            XLSFormColumn.nameless: isNameless ? "yes" : nil,
                            XLSFormColumn.extra: place == 0 ? scale.extra : nil,
                        ]))
            }
            guard !scale.optOut.isEmpty else { continue }
            rows.append(
                [list, names.name("opt-out"), scale.optOut.sv ?? "", scale.optOut.en ?? ""]
                    + XLSFormColumn.choices([
                        XLSFormColumn.scale: scale.code, XLSFormColumn.kind: "opt-out",
                    ]))
        }
        var names = XLSFormNames()
        for area in questionnaire.areas {
            let name = names.name(area.code)
            let isNameless = area.label.isEmpty
            let labels = isNameless ? [name, name] : [area.label.sv ?? "", area.label.en ?? ""]
            rows.append(
                ["kollegium-areas", name] + labels
                    + XLSFormColumn.choices([
                        XLSFormColumn.scale: area.code, XLSFormColumn.kind: "area",
                        XLSFormColumn.nameless: isNameless ? "yes" : nil, XLSFormColumn.extra: area.extra,
                    ]))
        }
        return rows
    }
}

/// The columns of our own.
enum XLSFormColumn {
    static let joiner = "\u{2060}"
    static let format = "kollegium::format"
    static let formatName = "kollegium-xlsform/1"
    static let id = "kollegium::id"
    static let titleSV = "kollegium::title_sv"
    static let titleEN = "kollegium::title_en"
    static let audience = "kollegium::audience"
    static let asks = "kollegium::asks"
    static let type = "kollegium::type"
    static let scale = "kollegium::scale"
    static let area = "kollegium::area"
    static let form = "kollegium::form"
    static let facet = "kollegium::facet"
    static let looksBack = "kollegium::looksBack"
    static let wave = "kollegium::wave"
    static let opens = "kollegium::opens"
    static let nameless = "kollegium::nameless"
    static let extra = "kollegium::extra"
    static let kind = "kollegium::kind"
    static let value = "kollegium::value"
    static let hasValue = "kollegium::hasValue"

    static let ofItems = [id, type, scale, area, form, facet, looksBack, wave, opens, nameless, extra]
    static let ofChoices = [scale, kind, value, hasValue, nameless, extra]

    static func items(_ values: [String: String?]) -> [String] { ofItems.map { (values[$0] ?? nil) ?? "" } }
    static func choices(_ values: [String: String?]) -> [String] {
        ofChoices.map { (values[$0] ?? nil) ?? "" }
    }
}

/// Names as XLSForm takes them, each once among those that stand together: letters, digits, hyphens and underscores, a
/// letter first. Our own id stands beside it.
struct XLSFormNames {
    private var taken: Set<String> = []

    mutating func name(_ code: String) -> String { free(Self.plain(code)) }

    /// Of a choice, which may begin with a digit.
    mutating func choice(_ value: String) -> String { free(Self.letters(value)) }

    private mutating func free(_ plain: String) -> String {
        // Some programs do not tell upper from lower case.
        var name = plain
        var number = 2
        while !taken.insert(name.lowercased()).inserted {
            name = "\(plain)_\(number)"
            number += 1
        }
        return name
    }

    static func plain(_ code: String) -> String {
        let name = letters(code)
        let begins = name.unicodeScalars.first.map { ("a"..."z").contains($0) || ("A"..."Z").contains($0) }
        return begins == true ? name : "q_" + name
    }

    private static func letters(_ code: String) -> String {
        var name = ""
        for scalar in code.unicodeScalars {
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "-", "_": name.unicodeScalars.append(scalar)
            default: name += "_"
            }
        }
        return name.isEmpty ? "_" : name
    }
}
