/// Where a teacher says whether they share it: one press, and another press changes it while the term runs.
struct PurposeAnswerForm: Sendable {
    let path: String
    /// Whether a term runs.
    let isOpen: Bool
    /// The code of the term that is answered for.
    let term: String
    let termWords: String
    /// What was said, and when; nil before that.
    let said: String?
    let choices: [Choice]

    struct Choice: Sendable {
        let value: String
        let words: String
        let isChosen: Bool
    }

    init(
        _ here: PurposeInHand, term: StudyDocument.Period?, own: [OwnPurposeAnswer], _ setting: StartSetting
    ) {
        let language = setting.language
        path = SiteURL.schoolPart(here.schoolID, "purpose/answer").path
        isOpen = term != nil
        self.term = term?.code ?? ""
        termWords =
            term.map { term in
                let (sv, en) = (Language.sv.term(term.code), Language.en.term(term.code))
                return Sentence(
                    sv:
                        "\(sv). Ett tryck räcker, och du kan ändra dig till och med \(Language.sv.date(term.to)).",
                    en:
                        "\(en). One press is enough, and you can change it until \(Language.en.date(term.to))."
                )(
                    language)
            }
            ?? Sentence(
                sv: "Ingen termin pågår. När nästa har börjat kan du svara.",
                en: "No term runs at present. Once the next has begun you can answer.")(language)
        let now = own.last { $0.term == term?.code }
        said = now.map { said in
            let day = language.weekdayAndDate(setting.day(of: said.at))
            return Sentence(
                sv: "Du svarade ”\(said.answer.words.sv)” \(day).",
                en: "You answered “\(said.answer.words.en)” on \(day).")(language)
        }
        choices = PurposeAnswer.allCases.map {
            Choice(value: $0.rawValue, words: $0.words(language), isChosen: $0 == now?.answer)
        }
    }
}
