/// Reads a questionnaire out of an XLSForm: one that we have written, wholly; one from elsewhere, as far as there are
/// questions of its kind here. What cannot be kept is told by its row.
struct XLSFormReading {
    /// What stops the reading.
    private(set) var problems = ProblemList(limit: 100)
    /// What could not be kept of an otherwise sound form.
    private(set) var losses = ProblemList(limit: 100)
    private(set) var questionnaire: Questionnaire?

    private var parts: [Questionnaire.Part] = []
    /// Where we are in groups: the part's own group, one whose questions are kept without it, or the rest of a goal
    /// review.
    private var groups: [Group] = []
    private var isInPart = false
    private var seen: Set<String> = []
    private let plain: Language
    private let isOurs: Bool
    private let survey: XLSFormSheet
    private let choices: XLSFormChoices

    private enum Group { case part, flat, review }

    /// - Parameter language: of a form that does not say in which language it is.
    init(_ tables: XLSXTables, language: Language) {
        let settings = XLSFormSheet(tables["settings"], named: "settings")
        let head = settings.rows.first
        plain = head.flatMap { XLSFormSheet.language($0.word("default_language")) } ?? language
        isOurs = head?[XLSFormColumn.format] == XLSFormColumn.formatName
        survey = XLSFormSheet(tables["survey"], named: "survey")
        var flaws = ProblemList(limit: 100)
        choices = XLSFormChoices(XLSFormSheet(tables["choices"], named: "choices"), plain: plain) {
            row, flaw in
            flaws.add({ flaw }, file: "choices", line: row)
        }
        problems = flaws
        guard tables["survey"] != nil, survey.columns.contains("type") else {
            problems.add({ .noSurvey }, file: "survey", line: nil)
            return
        }
        tellColumns()
        for row in survey.rows { read(row) }
        if parts.isEmpty { problems.add({ .noQuestions }, file: "survey", line: nil) }
        guard problems.isEmpty else { return }
        questionnaire = whole(head)
    }

    private func whole(_ head: XLSFormSheet.Row?) -> Questionnaire {
        let name = head?.word("form_title", "title") ?? ""
        let titles = [head?[XLSFormColumn.titleSV], head?[XLSFormColumn.titleEN]].map { $0.flatMap(\.ifAny) }
        let own = Title(sv: titles[0], en: titles[1])
        let fallback = name.isEmpty ? "XLSForm" : name
        let audience = head?.word(XLSFormColumn.audience) ?? ""
        return Questionnaire(
            code: head?[XLSFormColumn.id].ifAny ?? head?.word("form_id", "id_string").ifAny
                ?? ReadableCode.from(fallback, otherwise: "form"),
            version: head.flatMap { Int($0.word("version")) }.flatMap {
                (1...1_000_000).contains($0) ? $0 : nil
            } ?? 1,
            title: own.isEmpty
                ? Title(sv: plain == .sv ? fallback : nil, en: plain == .en ? fallback : nil) : own,
            audience: Questionnaire.audiences.contains(audience) ? audience : Questionnaire.audiences[0],
            asks: head.flatMap { Wave.Asked(rawValue: $0.word(XLSFormColumn.asks)) } ?? .members,
            scales: choices.scales, areas: choices.areas, parts: parts, extra: head?.extra)
    }

    // MARK: Rows

    private mutating func read(_ row: XLSFormSheet.Row) {
        let words = row.word("type").split(separator: " ").map(String.init)
        guard let first = words.first else { return }
        var kind = first.lowercased()
        var rest = Array(words.dropFirst())
        // `begin group` and `select one from list` are old ways to write it.
        if ["begin", "end", "select"].contains(kind), let next = rest.first?.lowercased() {
            kind += "_" + next
            rest.removeFirst()
            if rest.first == "from" { rest.removeFirst() }
        }
        switch kind {
        case "begin_group", "begin_repeat": begin(row, isRepeated: kind == "begin_repeat")
        case "end_group", "end_repeat": end()
        default:
            guard groups.last != .review else { return }
            question(row, kind, list: rest.first)
        }
    }

    private mutating func begin(_ row: XLSFormSheet.Row, isRepeated: Bool) {
        let kind = row[XLSFormColumn.type]
        if kind == ItemType.goalReview.rawValue, groups.last != .review {
            add(row, .goalReview, scale: row[XLSFormColumn.scale].ifAny)
            groups.append(.review)
        } else if kind == "part", groups.isEmpty {
            beginPart(row)
            groups.append(.part)
        } else {
            groups.append(groups.last == .review ? .review : .flat)
            if groups.last == .flat {
                tell(row, isRepeated ? .repeatLost : .groupLost(row.heading(survey, plain)))
            }
            tellConditions(row)
        }
    }

    private mutating func end() {
        guard groups.popLast() == .part else { return }
        isInPart = false
    }

    private mutating func beginPart(_ row: XLSFormSheet.Row?) {
        let number = parts.count + 1
        let code = row?[XLSFormColumn.id].ifAny ?? row?.word("name").ifAny ?? "part-\(number)"
        if parts.contains(where: { $0.code == code }) { report(row, .repeatedName(code)) }
        let wave = row?[XLSFormColumn.wave] ?? ""
        let opens = row?[XLSFormColumn.opens] ?? ""
        if !wave.isEmpty, Int(wave).map({ $0 < 1 || $0 > 1_000_000 }) ?? true { report(row, .noNumber(wave)) }
        if !opens.isEmpty, Day(opens) == nil { report(row, .noDay("opens", opens)) }
        let title =
            row.map { survey.label($0, plain: plain) }
            ?? Title(sv: "Del \(number)", en: "Part \(number)")
        parts.append(
            Questionnaire.Part(
                code: code, wave: Int(wave) ?? number, title: title, opens: Day(opens), items: [],
                extra: row?.extra))
        seen = []
        isInPart = true
    }

    private mutating func question(_ row: XLSFormSheet.Row, _ kind: String, list: String?) {
        let own = ItemType(rawValue: row[XLSFormColumn.type])
        switch kind {
        case "select_one", "select1":
            let scale = list.flatMap { choices.scaleOfList[$0] }
            guard let scale, let known = choices.scales.first(where: { $0.code == scale }) else {
                return report(row, .noList(list ?? ""))
            }
            let hasValues = !known.steps.contains { $0.value == nil }
            let type: ItemType =
                switch own {
                case .rating: .rating
                case .choice where hasValues: .choice
                default: hasValues ? .choice : .rating
                }
            add(row, type, scale: scale)
        case "rank", "odk:rank": add(row, .ranking, scale: list.flatMap { choices.scaleOfList[$0] })
        case "text", "string":
            let isWritten = own.map { [.text, .goal, .goalReview, .ranking].contains($0) } ?? false
            add(row, isWritten ? own ?? .text : .text, scale: row[XLSFormColumn.scale].ifAny)
        case "integer", "int", "decimal", "date", "time", "datetime", "range":
            tell(row, .answeredInWords(kind))
            add(row, .text, scale: nil)
        case "note": tell(row, .noteLost)
        case "calculate", "hidden", "start", "end", "today", "deviceid", "username", "phonenumber", "email",
            "audit", "simserial", "subscriberid", "background-audio", "start-geopoint":
            tell(row, .metadataLost(kind))
        default: tell(row, .typeLost(kind))
        }
    }

    private mutating func add(_ row: XLSFormSheet.Row, _ type: ItemType, scale: String?) {
        if !isInPart { beginPart(nil) }
        let code = row[XLSFormColumn.id].ifAny ?? row.word("name")
        let facet = row[XLSFormColumn.facet]
        let (area, form) = (row[XLSFormColumn.area], row[XLSFormColumn.form])
        let item = Questionnaire.Item(
            code: code, type: type, scale: scale, area: area.ifAny, form: form.ifAny, facet: facet.ifAny,
            label: row[XLSFormColumn.nameless] == "yes"
                ? Title(sv: nil, en: nil) : survey.label(row, plain: plain),
            looksBack: row[XLSFormColumn.looksBack] == "yes", extra: row.extra)
        guard !code.isEmpty, code.utf8.count <= 200,
            item.answered.allSatisfy({ seen.insert($0.code).inserted })
        else { return report(row, .repeatedName(code)) }
        if let scale, !choices.scales.contains(where: { $0.code == scale }) { report(row, .noList(scale)) }
        if !area.isEmpty, !choices.areas.contains(where: { $0.code == area }) {
            report(row, .unknown("area", area, in: "choices"))
        }
        if !form.isEmpty, !TrustIndicators.forms.contains(form) {
            report(row, .notOneOf("form", form, TrustIndicators.forms))
        }
        if !facet.isEmpty, !TrustIndicators.facets.contains(facet) {
            report(row, .notOneOf("facet", facet, TrustIndicators.facets))
        }
        parts[parts.count - 1].items.append(item)
        tellConditions(row)
    }

    // MARK: Telling

    private mutating func report(_ row: XLSFormSheet.Row?, _ sentence: Sentence) {
        problems.add({ sentence }, file: survey.name, line: row?.number)
    }

    private mutating func tell(_ row: XLSFormSheet.Row, _ sentence: Sentence) {
        losses.add({ sentence }, file: survey.name, line: row.number)
    }

    /// What a row asks for besides its question.
    private static let conditions = [
        "relevant", "relevance", "required", "constraint", "calculation", "choice_filter", "default",
        "repeat_count",
        "read_only", "readonly", "trigger",
    ]

    private mutating func tellConditions(_ row: XLSFormSheet.Row) {
        for column in Self.conditions {
            let value = row.word(column)
            guard !value.isEmpty, value.lowercased() != "no", value.lowercased() != "false" else { continue }
            tell(row, .conditionLost(column))
        }
    }

    /// Columns that are in none of our languages, or say something that has no place here.
    private mutating func tellColumns() {
        for column in survey.columns {
            let isForeign = column.hasPrefix("label::") && !["label::sv", "label::en"].contains(column)
            let isHint = ["hint", "guidance_hint", "media", "image", "audio", "video", "constraint_message"]
                .contains { column == $0 || column.hasPrefix($0 + "::") }
            if isForeign || isHint { losses.add({ .columnLost(column) }, file: survey.name, line: 1) }
        }
    }
}

extension String {
    /// nil where there is nothing.
    fileprivate var ifAny: String? { isEmpty ? nil : self }
}

extension XLSFormSheet.Row {
    fileprivate func heading(_ sheet: XLSFormSheet, _ plain: Language) -> String {
        let label = sheet.label(self, plain: plain)
        return label.isEmpty ? word("name") : label(plain)
    }
}
