/// The earlier self beside a question: what one answered then, with its day, and a way to keep it with one press.
struct LookBackPart: Sendable {
    let moments: [Moment]
    let keep: Keep?
    let state: String?

    struct Moment: Sendable {
        let when: String
        let words: String
    }

    struct Keep: Sendable {
        let number: String
        let words: String
    }
}

extension LookBackPart {
    /// When each wave was answered, in words: the same for all questions of a page.
    static func days(_ sheets: [OwnSheets.Sheet], _ language: Language) -> [Int: String] {
        Dictionary(
            sheets.map { sheet in
                (
                    sheet.wave,
                    sheet.submitted.map(language.date)
                        ?? Sentence(sv: "Omgång \(sheet.wave)", en: "Wave \(sheet.wave)")(language)
                )
            }, uniquingKeysWith: { first, _ in first })
    }

    /// - Parameter days: of the waves, in words.
    init(
        _ earlier: [OwnSheets.Earlier], _ question: AskedPart.Question, _ answer: OwnSheets.Answer?,
        _ days: [Int: String], number: Int, isKeepable: Bool, _ language: Language
    ) {
        moments = earlier.map {
            Moment(when: days[$0.wave] ?? "", words: question.words($0.value, language))
        }
        keep =
            isKeepable
            ? Keep(
                number: "\(number)",
                words: Sentence(sv: "Behåll det svaret", en: "Keep that answer")(language))
            : nil
        state = answer?.lookBack.flatMap { $0 == .notLookedAt ? nil : $0.words(language) }
    }
}

extension LookBack {
    func words(_ language: Language) -> String {
        switch self {
        case .confirmed: Sentence(sv: "bekräftat", en: "confirmed")(language)
        case .changed: Sentence(sv: "ändrat", en: "changed")(language)
        case .notLookedAt: Sentence(sv: "inte tittat på", en: "not looked at")(language)
        }
    }
}

extension AskedPart.Question {
    /// An answer as people read it.
    func words(_ value: AnswerValue, _ language: Language) -> String {
        switch value {
        case .optedOut:
            let named = optOut(language)
            return named.isEmpty
                ? Sentence(sv: "vill inte svara", en: "prefer not to answer")(language) : named
        case .step(let step):
            let label = steps.indices.contains(step - 1) ? steps[step - 1].label(language) : ""
            return label.isEmpty ? "\(step)" : label
        case .text(let text):
            if type == .ranking {
                return value.ranks.enumerated().map { "\($0 + 1). \(words(rank: $1, language))" }
                    .joined(separator: "; ")
            }
            guard type == .choice, let step = steps.firstIndex(where: { $0.value == text }) else {
                return text
            }
            return steps[step].label(language).isEmpty ? text : steps[step].label(language)
        }
    }

    /// What stands in a place of a ranking, as people read it.
    func words(rank: String, _ language: Language) -> String {
        guard let step = alternatives.firstIndex(of: rank) else { return rank }
        return steps[step].label(language).isEmpty ? rank : steps[step].label(language)
    }

    /// What is asked, as a heading of its own.
    func words(_ language: Language, goals: [Int: String] = [:]) -> String {
        let label = label(language)
        let base =
            label.isEmpty
            ? goal.map { Sentence(sv: "Mål \($0)", en: "Goal \($0)")(language) } ?? code : label
        guard type == .goalExtent, let goal, let words = goals[goal] else { return base }
        return Sentence(sv: "\(base): ”\(words)”", en: "\(base): “\(words)”")(language)
    }
}
