import Measures

extension SourceChange {
    /// What would have to be otherwise.
    func words(minimumGroup: Int, answeringPercent: Int) -> Sentence {
        switch subject {
        case .answers(let change): change.words
        case .enoughAnswers:
            Sentence(
                sv:
                    "I en kommande enkät svarar minst \(minimumGroup) personer och minst \(Language.sv.percent(answeringPercent)) av de tillfrågade.",
                en:
                    "In a coming questionnaire at least \(minimumGroup) people, and at least \(Language.en.percent(answeringPercent)) of those asked, answer."
            )
        case .coded(let change): change.words
        case .process(let change): change.words
        }
    }

    /// What would follow, with all else as it is; nil where that depends on answers that nobody has given.
    var effect: Sentence? {
        if case .enoughAnswers = subject { return nil }
        let then =
            isCoded && isDivided
            ? Sentence(sv: "Då går beläggen isär", en: "The evidence would then be divided")
            : Sentence(
                sv: "Då ger \(source.sv) \(Self.told(sourceLevel).sv)",
                en: "\(source.en) would then give \(Self.told(sourceLevel).en)")
        let form = Self.told(formLevel)
        return Sentence(
            sv: "\(then.sv), och alla källor tillsammans \(form.sv).",
            en: "\(then.en), and all sources together \(form.en).")
    }

    private static func told(_ level: TrustLevel?) -> Sentence {
        guard let level else { return Sentence(sv: "ingen nivå", en: "no level") }
        let word = TrustWords.level(level)
        return Sentence(sv: "nivån ”\(word.sv)”", en: "the level “\(word.en)”")
    }

    private var source: Sentence {
        switch subject {
        case .answers, .enoughAnswers: Sentence(sv: "svaren", en: "The answers")
        case .coded: Sentence(sv: "beläggen", en: "The evidence")
        case .process: Sentence(sv: "processen", en: "The process")
        }
    }

    private var isCoded: Bool {
        if case .coded = subject { return true }
        return false
    }
}
