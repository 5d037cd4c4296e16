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
        let source =
            isCoded && isDivided
            ? Sentence(sv: "delade meningar", en: "divided views") : TrustWords.level(sourceLevel)
        let form = TrustWords.level(formLevel)
        return Sentence(
            sv: "Då säger källan: \(source.sv). Formen blir: \(form.sv).",
            en: "The source then says: \(source.en). The form becomes: \(form.en).")
    }

    private var isCoded: Bool {
        if case .coded = subject { return true }
        return false
    }
}
