/// How pages tell of a wave.
extension Wave {
    /// It was answered before its programme was taken over; nobody here was asked. What closes here has a last day.
    var isFromElsewhere: Bool { closedAt != nil && closes == nil }

    /// Whom it asks.
    var audience: Sentence {
        switch (asks, name.asksLeaders) {
        case (.leavers, _):
            Sentence(
                sv: "De som lämnar ett arbetslag, medan omgången är öppen",
                en: "Those who leave a team while the wave is open")
        case (.members, true):
            Sentence(
                sv: "Skolledare vid skolor med arbetslag i programmet",
                en: "Leaders of schools with teams in the programme")
        case (.members, false):
            Sentence(
                sv: "Lärare, samtalsledare och arbetslagsledare i programmets arbetslag",
                en: "Teachers, conversation leaders and team leaders of the programme’s teams")
        }
    }

    /// From when until when, in a few words. One that is over has the day on which it closed: by hand that may be in
    /// the middle of a day, and no day can then be called its last.
    func days(_ language: Language) -> String {
        let first = opens.map(language.date)
        guard closedAt == nil else { return daysOver(first, closes.map(language.date))(language) }
        let words =
            switch (first, lastDay.map(language.date)) {
            case (let first?, let last?): Sentence(sv: "\(first) – \(last)", en: "\(first) – \(last)")
            case (let first?, nil): Sentence(sv: "från \(first)", en: "from \(first)")
            case (nil, let last?): Sentence(sv: "till och med \(last)", en: "until \(last)")
            case (nil, nil): Sentence(sv: "inga dagar än", en: "no days yet")
            }
        return words(language)
    }

    /// Of what was answered elsewhere only the first day may be known.
    private func daysOver(_ first: String?, _ closed: String?) -> Sentence {
        switch (first, closed) {
        case (let first?, let closed?):
            Sentence(sv: "från \(first), stängde \(closed)", en: "from \(first), closed \(closed)")
        case (let first?, nil): Sentence(sv: "började \(first)", en: "began \(first)")
        case (nil, let closed?): Sentence(sv: "stängde \(closed)", en: "closed \(closed)")
        case (nil, nil):
            Sentence(sv: "innan programmet togs över", en: "before the programme was taken over")
        }
    }

    /// The state and what comes next, in a sentence.
    func standing(on today: Day, _ language: Language) -> String {
        switch state(on: today) {
        case .planned:
            opens.map {
                Sentence(
                    sv: "Planerad. Den öppnar av sig själv \(language.weekdayAndDate($0)).",
                    en: "Planned. It opens by itself on \(language.weekdayAndDate($0)).")(language)
            }
                ?? Sentence(
                    sv: "Planerad. Den öppnar när någon öppnar den.",
                    en: "Planned. It opens when somebody opens it.")(language)
        case .missed:
            Sentence(
                sv: "Dagarna har passerat utan att den öppnade. Flytta dem, eller ta bort planen.",
                en: "Its days have passed without its opening. Move them, or take the plan away.")(language)
        case .open:
            lastDay.map {
                Sentence(
                    sv: "Öppen för svar till och med \(language.weekdayAndDate($0)).",
                    en: "Open for answers until \(language.weekdayAndDate($0)).")(language)
            }
                ?? Sentence(
                    sv: "Öppen för svar tills någon stänger den.",
                    en: "Open for answers until somebody closes it.")(language)
        case .ending:
            Sentence(
                sv: "Tar inte emot svar längre. Siffrorna avgörs inom några minuter.",
                en: "Takes no more answers. The figures are settled within minutes.")(language)
        case .closed where isFromElsewhere:
            Sentence(
                sv: "Besvarad innan programmet togs över. Svaren räknas i utfall och tillitskartor.",
                en:
                    "Answered before the programme was taken over. Its answers count in outcome and trust maps."
            )(
                language)
        case .closed:
            Sentence(
                sv: "Stängd. Svaren räknas nu med.",
                en: "Closed. Its answers count from now on.")(language)
        }
    }
}

extension WaveForm.TrustItems {
    var words: Sentence {
        switch self {
        case .full:
            Sentence(sv: "alla, varje gång", en: "all, every time")
        case .short:
            Sentence(
                sv: "kortform: en för varje form av tillit och sida av den",
                en: "short form: one for each form of trust and side of it")
        case .inTurn:
            Sentence(
                sv: "i tur och ordning: en tredjedel varje gång, så att tre omgångar har frågat alla",
                en: "in turn: a third each time, so that three waves have asked all")
        }
    }
}

extension WaveForm.LookBackTime {
    var words: Sentence {
        switch self {
        case .after:
            Sentence(
                sv: "när det nya svaret är givet, så att det gamla inte drar i det",
                en: "when the new answer is given, so that the old one does not pull at it")
        case .beside:
            Sentence(sv: "bredvid frågan, från början", en: "beside the question, from the beginning")
        }
    }
}

extension WaveForm.Paging {
    var words: Sentence {
        switch self {
        case .sections: Sentence(sv: "ett avsnitt i taget", en: "one section at a time")
        case .whole: Sentence(sv: "allt på en sida", en: "all on one page")
        }
    }
}

extension WaveForm {
    /// Name and value of each setting.
    func lines(_ language: Language) -> [PairLine] {
        [
            PairLine(
                name: Sentence(sv: "Frågor om tillit", en: "Questions about trust")(language),
                value: trustItems.words(language)),
            PairLine(
                name: Sentence(sv: "Tidigare svar visas", en: "Earlier answers are shown")(language),
                value: lookBack.words(language)),
            PairLine(
                name: Sentence(sv: "Enkäten visas", en: "The questionnaire is shown")(language),
                value: paging.words(language)),
        ]
    }
}

/// A name and a value, for a list of pairs.
struct PairLine: Sendable {
    let name: String
    let value: String
}
