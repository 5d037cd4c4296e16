/// The columns of a research file, and where each answer stands in a row.
struct ResearchColumns: Sendable {
    private(set) var variables: [ResearchVariable] = []
    /// Parts by key, from the first wave to the last.
    let places: [Int64: Int]
    private let parts: [ResearchStore.Part]
    private var slots: [Int64: Slot] = [:]
    /// What a row of each part holds before anything is answered: what it does not ask, and nothing.
    private var bases: [[ResearchValue]] = []
    private let language: Language

    /// The columns of one item.
    private struct Slot: Sendable {
        var value: Int?
        var state: Int?
        var back: Int?
        var first: Int?
        /// The number of each value of a choice.
        var choices: [String: Int] = [:]
    }

    init(
        parts: [ResearchStore.Part], asked: [ResearchStore.Asked], names: ResearchNames,
        longest: (school: Int, team: Int), hasTexts: Bool, _ language: Language
    ) {
        self.parts = parts
        self.language = language
        places = Dictionary(uniqueKeysWithValues: parts.enumerated().map { ($1.key, $0) })
        variables = ResearchVariable.own(parts: parts, longest: longest, language)
        let asked = asked.filter { places[$0.part] != nil }
        let byPart = Dictionary(grouping: asked, by: \.part)
        var (order, uses) = ([Int64](), [Int64: [ResearchStore.Asked]]())
        for part in parts {
            for one in byPart[part.key] ?? [] {
                if uses[one.item] == nil { order.append(one.item) }
                uses[one.item, default: []].append(one)
            }
        }
        for item in order { add(uses[item] ?? [], named: names[item], hasTexts: hasTexts) }
        if hasTexts { variables.append(.reflection(language)) }
        bases = parts.map { part in base(byPart[part.key] ?? []) }
    }

    /// The columns of an item, as all parts ask it; what it is called goes by the last of them.
    private mutating func add(_ uses: [ResearchStore.Asked], named name: String, hasTexts: Bool) {
        guard let newest = uses.last else { return }
        let words = ItemWords(
            uses, waves: uses.compactMap { places[$0.part].map { parts[$0].wave } }, language)
        var slot = Slot()
        func append(_ variable: ResearchVariable) -> Int {
            variables.append(variable)
            return variables.count - 1
        }
        if newest.type.isWritten {
            if hasTexts { slot.value = append(words.text(name)) }
            slot.state = append(words.state(name + ResearchNames.Ending.state.rawValue))
        } else {
            let (steps, choices) = words.steps
            slot.choices = choices
            slot.value = append(words.number(name, steps))
            if uses.contains(where: \.looksBack), newest.type != .choice {
                slot.first = append(words.first(name + ResearchNames.Ending.first.rawValue, steps))
            }
        }
        if uses.contains(where: \.looksBack) {
            slot.back = append(words.back(name + ResearchNames.Ending.back.rawValue))
        }
        slots[newest.item] = slot
    }

    private func base(_ asked: [ResearchStore.Asked]) -> [ResearchValue] {
        var base = variables.map { $0.isAnswer ? ResearchValue.notAsked : .nothing }
        func ask(_ column: Int?) {
            if let column { base[column] = .nothing }
        }
        for one in asked {
            guard let slot = slots[one.item] else { continue }
            ask(slot.value)
            ask(slot.state)
            guard one.looksBack else { continue }
            ask(slot.back)
            ask(slot.first)
        }
        return base
    }

    // MARK: Rows

    /// A row before its answers.
    func row(_ head: ResearchStore.Head, _ sheet: ResearchPlan.Sheet, person: String) -> [ResearchValue] {
        let part = parts[Int(sheet.part)]
        var row = bases[Int(sheet.part)]
        for (column, own) in ResearchVariable.Own.allCases.enumerated() where own != .reflection {
            row[column] =
                switch own {
                case .person: .text(person)
                case .school: .text(head.school)
                case .team: .text(head.team)
                case .wave: .number(part.wave)
                case .part: .text(part.code)
                // Of a day no more than the month: a day can tell who sat where.
                case .month: head.submitted.map { .text(String($0.prefix(7))) } ?? .nothing
                case .entry: .number(ResearchVariable.entries.firstIndex(of: head.entry).map { $0 + 1 } ?? 1)
                case .quotable: .number(sheet.isQuotable ? 1 : 0)
                case .reflection: .nothing
                }
        }
        if let last = variables.indices.last, variables[last].name == ResearchVariable.Own.reflection.rawValue
        {
            row[last] = head.reflection.map { .text($0) } ?? .nothing
        }
        return row
    }

    func set(_ answer: ResearchStore.Answer, in row: inout [ResearchValue]) {
        guard let slot = slots[answer.item] else { return }
        let isOptedOut = answer.step == nil && answer.text == nil
        if let state = slot.state {
            row[state] = isOptedOut ? .optedOut : .number(1)
            if let column = slot.value {
                row[column] =
                    isOptedOut ? .optedOut : .text(answer.text ?? answer.step.map(String.init) ?? "")
            }
        } else if let column = slot.value {
            let number = answer.step ?? answer.text.flatMap { slot.choices[$0] }
            row[column] = isOptedOut ? .optedOut : number.map { .number($0) } ?? .nothing
        }
        if let column = slot.back, let lookBack = answer.lookBack {
            row[column] = .number((LookBack.inOrder.firstIndex(of: lookBack) ?? 0) + 1)
        }
        if let column = slot.first, let step = answer.firstStep { row[column] = .number(step) }
    }
}

extension ItemType {
    /// Answered in words of one's own.
    fileprivate var isWritten: Bool { [.text, .goal, .ranking].contains(self) }
}

extension LookBack {
    static let inOrder: [LookBack] = [.confirmed, .changed, .notLookedAt]
}
