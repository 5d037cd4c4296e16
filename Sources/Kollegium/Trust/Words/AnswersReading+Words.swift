import Measures

extension AnswersReading.Reason {
    /// Why the answers give their level, or none. The borders are the study's own.
    func words(_ borders: TrustThresholds, minimumGroup: Int) -> Sentence {
        func number(_ count: Int, _ language: Language) -> String {
            language.decimal(Hundredths(count: count))
        }
        switch self {
        case .high:
            return Sentence(
                sv:
                    "Svaren ligger högt: medelvärdet är minst \(number(borders.highMean, .sv)) och ingen facett ligger under \(number(borders.highFacet, .sv)).",
                en:
                    "The answers are high: the mean is at least \(number(borders.highMean, .en)), and no facet is below \(number(borders.highFacet, .en))."
            )
        case .enough:
            return Sentence(
                sv:
                    "Svaren räcker: medelvärdet är minst \(number(borders.enoughMean, .sv)) och ingen facett ligger under \(number(borders.enoughFacet, .sv)), men för en hög nivå saknas något.",
                en:
                    "The answers are enough: the mean is at least \(number(borders.enoughMean, .en)), and no facet is below \(number(borders.enoughFacet, .en)), but something is missing for a high level."
            )
        case .low:
            return Sentence(
                sv:
                    "Svaren ligger lågt: medelvärdet är under \(number(borders.enoughMean, .sv)), eller någon facett är under \(number(borders.enoughFacet, .sv)).",
                en:
                    "The answers are low: the mean is below \(number(borders.enoughMean, .en)), or a facet is below \(number(borders.enoughFacet, .en))."
            )
        case .held:
            return Sentence(
                sv:
                    "Svaren har passerat en gräns, men med mindre än \(number(borders.margin, .sv)) och ännu inte två omgångar i rad. Därför ligger nivån kvar på den här sidan av den.",
                en:
                    "The answers have passed a border, but by less than \(number(borders.margin, .en)) and not yet in two rounds running. So the level stays on this side of it."
            )
        case .noRound:
            return Sentence(
                sv: "Ingen enkät som hör till terminen frågar om den här formen av tillit.",
                en: "No questionnaire of the term asks about this form of trust.")
        case .open:
            return Sentence(
                sv: "Enkäten tar fortfarande emot svar. Inget visas förrän den har stängt.",
                en: "The questionnaire still takes answers. Nothing is shown before it has closed.")
        case .tooFew:
            return Sentence(
                sv: "För få svar: minst \(minimumGroup) personer behöver ha svarat för att något ska visas.",
                en:
                    "Too few answers: at least \(minimumGroup) people have to answer before anything is shown."
            )
        case .smallShare:
            return Sentence(
                sv:
                    "För liten andel har svarat: minst \(Language.sv.percent(borders.answeringPercent)) av de tillfrågade behövs.",
                en:
                    "Too small a share has answered: at least \(Language.en.percent(borders.answeringPercent)) of those asked are needed."
            )
        }
    }
}

extension AnswersReading.Figures {
    /// How many are counted, and whose answers are left out. No mean: beside the differences and the outcome that the
    /// same people read, it would tell what single colleagues answered (`Withholding.Rules.levels`).
    var words: Sentence {
        let told = Sentence(
            sv: "\(people) av \(asked) tillfrågade räknas.",
            en: "\(people) of the \(asked) asked are counted.")
        guard coversThoseBefore else { return told }
        return Sentence(
            sv: told.sv
                + " Bara de som svarade en tidigare gång också är med, så att ingens svar går att räkna fram.",
            en: told.en
                + " Only those who answered an earlier time too are in it, so that nobody's answers can be worked out."
        )
    }

    /// A facet with its own level, or that it may not be told.
    static func words(_ facet: TrustFacet, _ level: TrustLevel?) -> Sentence {
        let told =
            switch level {
            case .high: Sentence(sv: "hög", en: "high")
            case .enough: Sentence(sv: "räcker", en: "enough")
            case .low: Sentence(sv: "låg", en: "low")
            case nil: Sentence(sv: "för få svar för att visas", en: "too few answers to be shown")
            }
        return Sentence(sv: "\(facet.words.sv): \(told.sv)", en: "\(facet.words.en): \(told.en)")
    }
}

extension AnswersChange {
    var words: Sentence {
        Sentence(sv: told(.sv), en: told(.en))
    }

    private func told(_ language: Language) -> String {
        let missing = language.list(unanswered.map { $0.words(language) })
        let more = Sentence(
            sv: "Fler behöver svara på frågorna om \(missing)",
            en: "More people answer the questions on \(missing)")(
                language)
        let by = language.decimal(margin)
        guard !needs.isEmpty else {
            if !unanswered.isEmpty { return more + "." }
            return Sentence(
                sv:
                    "Svaren ligger kvar på samma sida av gränsen en omgång till, eller passerar den med \(by).",
                en: "The answers stay on the same side of the border one more round, or pass it by \(by).")(
                    language)
        }
        let list = language.list(needs.map { $0.words(direction, language) }).capitalFirst
        let moved = Sentence(
            sv: "\(list). Det ska ske med \(by) till godo, eller två enkäter i rad.",
            en: "\(list). It has to be by \(by) more, or in two questionnaires running.")(language)
        return unanswered.isEmpty ? moved : "\(moved) \(more)."
    }
}

extension AnswersChange.Need {
    fileprivate func words(_ direction: AnswersChange.Direction, _ language: Language) -> String {
        let border = language.decimal(border)
        let name =
            switch subject {
            case .mean: Sentence(sv: "medelvärdet", en: "the mean")(language)
            case .facet(let facet):
                Sentence(sv: "medelvärdet för \(facet.words.sv)", en: "the mean of \(facet.words.en)")(
                    language)
            }
        switch direction {
        case .reaches: return Sentence(sv: "\(name) når \(border)", en: "\(name) reaches \(border)")(language)
        case .fallsBelow:
            return Sentence(sv: "\(name) sjunker under \(border)", en: "\(name) falls below \(border)")(
                language)
        }
    }
}
