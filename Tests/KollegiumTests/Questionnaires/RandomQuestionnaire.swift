@testable import Kollegium

/// Questionnaires of every shape that the format has, with texts that are hard to carry.
struct RandomQuestionnaire {
    private var random: SplitMix

    static func make(seed: UInt64) -> Questionnaire {
        var maker = RandomQuestionnaire(random: SplitMix(seed))
        return maker.make()
    }

    private struct SplitMix: RandomNumberGenerator {
        private var state: UInt64
        init(_ seed: UInt64) { state = seed }
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    private static let texts = [
        "Hur går det?", "å ä ö", "=1+1", "a & b < c > \"d\" 'e'", " space around ", "två\nrader", "1", "true",
        "null", "- strecket", "${x}", "emoji \u{1F393}", "_x0041_", "tab\there", "# inget", "kolon: här",
        "%", "@", "a\u{301} NFD é", "a\u{2028}b", "'", "*", "&", "2014-06-05", "x,y;z", "¤{}[]",
    ]

    private mutating func chance(_ percent: Int) -> Bool {
        Int.random(in: 1...100, using: &random) <= percent
    }
    private mutating func text() -> String { Self.texts.randomElement(using: &random) ?? "" }

    private mutating func title(_ percent: Int = 90) -> Title {
        Title(sv: chance(percent) ? text() : nil, en: chance(percent) ? text() : nil)
    }

    private mutating func code(_ number: Int) -> String {
        (["a", "å", "a b", "1", "x.y", "A", "-", "é", "q_"].randomElement(using: &random) ?? "a")
            + "\(number)"
    }

    private mutating func extra() -> String? {
        chance(20) ? yamlText(["färg": "röd", "lista": ["ett", "två"]]) : nil
    }

    private mutating func make() -> Questionnaire {
        let scales = (0..<Int.random(in: 1...4, using: &random)).map { scale($0) }
        let areas = (0..<Int.random(in: 0...3, using: &random)).map { number in
            Questionnaire.Area(code: code(number), label: title(), extra: extra())
        }
        var heading = title()
        if heading.isEmpty { heading = Title(sv: nil, en: "x") }
        let parts = (0..<Int.random(in: 1...3, using: &random)).map { number in
            var items: [Questionnaire.Item] = []
            for place in 0..<Int.random(in: 1...8, using: &random) {
                let item = self.item(place, scales, areas)
                let isSecond = items.contains { $0.type == .goalReview }
                if item.type != .goalReview || !isSecond { items.append(item) }
            }
            return Questionnaire.Part(
                code: code(number), wave: Int.random(in: 1...9, using: &random), title: title(60),
                opens: chance(30) ? Day("2014-06-05") : nil, items: items, extra: extra())
        }
        return Questionnaire(
            code: code(7), version: Int.random(in: 1...9, using: &random), title: heading,
            audience: chance(50) ? "teacher" : "school-leader", asks: chance(20) ? .leavers : .members,
            scales: scales, areas: areas, parts: parts, extra: extra())
    }

    private mutating func scale(_ number: Int) -> Questionnaire.Scale {
        let (hasSV, hasEN) = (chance(80), chance(80))
        let hasValues = number == 0 || chance(30) || (!hasSV && !hasEN)
        let steps = (0..<Int.random(in: 1...7, using: &random)).map { step in
            Questionnaire.Scale.Step(
                value: hasValues ? code(step) : nil,
                label: Title(sv: hasSV ? text() : nil, en: hasEN ? text() : nil))
        }
        return Questionnaire.Scale(
            code: code(number), steps: steps, optOut: title(40), extra: extra())
    }

    private mutating func item(
        _ number: Int, _ scales: [Questionnaire.Scale], _ areas: [Questionnaire.Area]
    ) -> Questionnaire.Item {
        let type = ItemType.askable.randomElement(using: &random) ?? .text
        let scale = type == .choice ? scales.first : scales.randomElement(using: &random)
        return Questionnaire.Item(
            code: code(number), type: type,
            scale: type.needsScale || type == .ranking && chance(50) ? scale?.code : nil,
            area: chance(40) ? areas.randomElement(using: &random)?.code : nil,
            form: chance(40) ? TrustIndicators.forms.randomElement(using: &random) : nil,
            facet: chance(40) ? TrustIndicators.facets.randomElement(using: &random) : nil, label: title(),
            looksBack: chance(50), extra: extra())
    }
}
