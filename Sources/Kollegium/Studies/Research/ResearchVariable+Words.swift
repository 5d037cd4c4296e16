/// What the columns of research files are called.
extension ResearchVariable {
    static let entries = ["imported", "web", "paper"]

    /// The columns that stand before the answers, in the order of `Own`.
    static func own(
        parts: [ResearchStore.Part], longest: (school: Int, team: Int), _ language: Language
    ) -> [ResearchVariable] {
        func variable(_ own: Own, _ label: Sentence, _ kind: Kind) -> ResearchVariable {
            ResearchVariable(name: own.rawValue, label: label(language), kind: kind, isAnswer: false)
        }
        var waves: [Int: String] = [:]
        for part in parts {
            waves[part.wave] = part.title(language).isEmpty ? part.code : part.title(language)
        }
        return [
            variable(.person, Sentence(sv: "Person, pseudonym", en: "Person, pseudonym"), .word(14)),
            variable(.school, Sentence(sv: "Skola, kod", en: "School, code"), .word(longest.school)),
            variable(.team, Sentence(sv: "Arbetslag, kod", en: "Team, code"), .word(longest.team)),
            variable(
                .wave, Sentence(sv: "Omgång", en: "Wave"),
                .number(waves.sorted { $0.key < $1.key }.map { Step(number: $0.key, words: $0.value) })),
            variable(
                .part, Sentence(sv: "Del av enkäten, kod", en: "Part of the questionnaire, code"),
                .word(parts.map(\.code.utf8.count).max() ?? 1)),
            variable(.month, Sentence(sv: "Månad för inlämningen", en: "Month of handing in"), .word(7)),
            variable(
                .entry, Sentence(sv: "Hur svaren kom in", en: "How answers came in"),
                .number([
                    Step(number: 1, words: Sentence(sv: "inlästa", en: "imported")(language)),
                    Step(number: 2, words: Sentence(sv: "på webben", en: "on the web")(language)),
                    Step(number: 3, words: Sentence(sv: "på papper", en: "on paper")(language)),
                ])),
            variable(
                .quotable, Sentence(sv: "Får citeras", en: "May be quoted"),
                .number([
                    Step(number: 0, words: Sentence(sv: "nej", en: "no")(language)),
                    Step(number: 1, words: Sentence(sv: "ja", en: "yes")(language)),
                ])),
        ]
    }

    static func reflection(_ language: Language) -> ResearchVariable {
        ResearchVariable(
            name: Own.reflection.rawValue,
            label: Sentence(sv: "Vad har förändrats för mig?", en: "What has changed for me?")(language),
            kind: .text, isAnswer: false)
    }

    static func notAsked(_ language: Language) -> String {
        Sentence(sv: "ej ställd", en: "not asked")(language)
    }
}

/// The columns of one item, in words.
struct ItemWords {
    private let uses: [ResearchStore.Asked]
    private let newest: ResearchStore.Asked?
    private let language: Language
    private let label: String
    private let optedOut: String
    private let about: ResearchVariable.About

    /// - Parameter uses: how each part asks it, from the first to the last.
    init(_ uses: [ResearchStore.Asked], waves: [Int], _ language: Language) {
        self.uses = uses
        self.language = language
        newest = uses.last
        let words = newest?.label(language) ?? ""
        let goal = newest.flatMap { ItemType.goalExtents.firstIndex(of: $0.code) }
        label =
            (words.isEmpty ? newest?.code ?? "" : words)
            + (goal.map { Sentence(sv: " (mål \($0 + 1))", en: " (goal \($0 + 1))")(language) } ?? "")
        let named = uses.last { !$0.optOut(language).isEmpty }?.optOut(language)
        optedOut = named ?? Sentence(sv: "avstår", en: "opted out")(language)
        var about = ResearchVariable.About()
        about.item = newest?.code ?? ""
        about.type = newest?.type.rawValue ?? ""
        about.form = newest?.form ?? ""
        about.facet = newest?.facet ?? ""
        about.area = newest?.area ?? ""
        for wave in waves where about.waves.last != wave { about.waves.append(wave) }
        self.about = about
    }

    /// The steps by number; each is called as the last part that has it calls it. And the number of a choice's values.
    var steps: (steps: [ResearchVariable.Step], choices: [String: Int]) {
        var words: [Int: String] = [:]
        var choices: [String: Int] = [:]
        for use in uses {
            for (index, step) in use.steps.enumerated() {
                var number = index + 1
                if newest?.type == .choice, let value = step.value {
                    number = choices[value] ?? choices.count + 1
                    choices[value] = number
                }
                let label = step.label(language)
                words[number] = label.isEmpty ? step.value ?? "\(number)" : label
            }
        }
        return (
            words.sorted { $0.key < $1.key }.map { .init(number: $0.key, words: $0.value) }, choices
        )
    }

    func number(_ name: String, _ steps: [ResearchVariable.Step]) -> ResearchVariable {
        variable(name, label, .number(steps))
    }

    func text(_ name: String) -> ResearchVariable { variable(name, label, .text) }

    func state(_ name: String) -> ResearchVariable {
        variable(
            name, Sentence(sv: "Besvarad: ", en: "Answered: ")(language) + label,
            .number([.init(number: 1, words: Sentence(sv: "besvarad", en: "answered")(language))]))
    }

    func first(_ name: String, _ steps: [ResearchVariable.Step]) -> ResearchVariable {
        variable(
            name,
            Sentence(sv: "Före återblicken: ", en: "Before looking back: ")(language) + label, .number(steps))
    }

    func back(_ name: String) -> ResearchVariable {
        variable(
            name, Sentence(sv: "Återblick: ", en: "Looking back: ")(language) + label,
            .number(
                LookBack.inOrder.enumerated().map { place, one in
                    .init(number: place + 1, words: one.words(language))
                }))
    }

    private func variable(
        _ name: String, _ label: String, _ kind: ResearchVariable.Kind
    ) -> ResearchVariable {
        ResearchVariable(name: name, label: label, kind: kind, optedOut: optedOut, about: about)
    }
}
