import Measures

/// A level at the top of its page: what the rules say, and beside it what the supervisor does.
struct TrustVerdictPart: Sendable {
    /// Whose it is.
    let whose: String
    let shape: String
    let word: String
    let words: [String]
    /// The supervisor's reason, by paragraph.
    let isReasoned: Bool
    let reason: [String]

    static func all(
        _ verdict: FormVerdict?, _ own: TrustOverride?, _ view: TrustView
    ) -> [TrustVerdictPart] {
        [TrustVerdictPart(verdict, view.language)] + (own.map { [TrustVerdictPart($0, view)] } ?? [])
    }

    private init(_ verdict: FormVerdict?, _ language: Language) {
        let sign = TrustSign(verdict, language)
        whose = Sentence(sv: "Enligt reglerna", en: "By the rules")(language)
        shape = sign.shape
        word = sign.told.capitalFirst
        var words: [Sentence] = []
        if let verdict {
            if verdict.isPreliminary {
                words.append(verdict.alone)
            } else if verdict.level == nil {
                words.append(verdict.combination.words)
            }
            if verdict.isDivided { words.append(TrustWords.divided) }
            if !verdict.lowering.isEmpty {
                words.append(
                    Sentence(
                        sv: "En begränsning håller nivån nere; se nedan.",
                        en: "A limit holds the level down; see below."))
            }
        }
        self.words = words.map { $0(language) }
        isReasoned = false
        reason = []
    }

    private init(_ own: TrustOverride, _ view: TrustView) {
        let sign = TrustSign(.level(own.level), view.language)
        whose = Sentence(sv: "Enligt handledaren", en: "By the supervisor")(view.language)
        shape = sign.shape
        word = sign.word.capitalFirst
        words = [
            Sentence(
                sv: "Satt av \(view.name(own.author)), \(view.date(own.at)).",
                en: "Set by \(view.name(own.author)), \(view.date(own.at)).")(view.language)
        ]
        reason = WrittenText.paragraphs(own.reason)
        isReasoned = !reason.isEmpty
    }
}
