import Storage

/// What is asked before a wave opens or closes: what happens then, and to whom.
struct WaveStepPage: Page {
    static let template = "wave-step"
    let heading: PageHeading
    let title: String
    let lead: String
    let mistakes: Mistakes?
    let points: [String]
    let path: String
    let act: String
    let back: String
    let backWords: String

    /// - Parameter quiet: when letters wait for the next working day.
    static func opening(
        _ db: Session, _ here: WaveInHand, _ problems: FormProblems?, now: Int64, today: Day,
        outside quiet: QuietTime, _ language: Language
    ) throws -> WaveStepPage {
        let wave = here.wave
        let store = WaveStore(db: db)
        let form = try store.form(ofStudy: here.study.key)
        let count = wave.asks == .members ? try AskedPeople(db: db, wave: wave).count(on: today) : nil
        let trust = try store.trustItems(of: wave.part)
        let asked = TrustItemChoice(items: trust).asked(form.trustItems, wave: wave.number).count
        var points: [Sentence] = []
        if let opens = wave.opens, opens > today {
            points.append(
                Sentence(
                    sv: "Den öppnar i dag i stället för \(Language.sv.weekdayAndDate(opens)).",
                    en: "It opens today instead of on \(Language.en.weekdayAndDate(opens))."))
        }
        if let count {
            points.append(Self.letters(count, waits: quiet.end(from: now) > now))
        } else {
            points.append(
                Sentence(
                    sv: "Den som lämnar ett arbetslag medan omgången är öppen får ett brev med en egen länk.",
                    en: "Whoever leaves a team while the wave is open gets a letter with a link of their own."
                ))
        }
        points.append(
            wave.lastDay.map {
                Sentence(
                    sv:
                        "Den tar emot svar till och med \(Language.sv.weekdayAndDate($0)). Sista dagen kan flyttas.",
                    en: "It takes answers until \(Language.en.weekdayAndDate($0)). The last day can be moved."
                )
            }
                ?? Sentence(
                    sv: "Den tar emot svar tills någon stänger den.",
                    en: "It takes answers until somebody closes it."))
        if !trust.isEmpty {
            points.append(
                Sentence(
                    sv: "\(asked) av \(trust.count) frågor om tillit ställs: \(form.trustItems.words.sv).",
                    en:
                        "\(asked) of \(trust.count) questions about trust are asked: \(form.trustItems.words.en)."
                ))
        }
        points.append(
            Sentence(
                sv:
                    "Frågorna och studiens inställningar ligger fast för den här omgången. Det går inte att ångra.",
                en: "The questions and the study’s settings are settled for this wave. This cannot be undone."
            ))
        let title = Sentence(
            sv: "Öppna ”\(wave.name.heading(.sv))”?", en: "Open “\(wave.name.heading(.en))”?")
        return WaveStepPage(
            here, title, Sentence(sv: "Det här händer då.", en: "This is what happens then."), points,
            problems,
            .opening, Sentence(sv: "Öppna omgången", en: "Open the wave"),
            Sentence(sv: "Öppna inte", en: "Do not open"), language)
    }

    static func closing(
        _ here: WaveInHand, _ problems: FormProblems?, _ language: Language
    ) -> WaveStepPage {
        let minimum = here.study.minimumGroup
        let name = here.wave.name
        return WaveStepPage(
            here,
            Sentence(sv: "Stäng ”\(name.heading(.sv))”?", en: "Close “\(name.heading(.en))”?"),
            Sentence(
                sv: "Det går inte att ångra: en stängd omgång öppnas inte igen.",
                en: "This cannot be undone: a closed wave does not open again."),
            [
                Sentence(
                    sv:
                        "Ingen kan svara eller ändra sina svar efter det. Det som är påbörjat men inte inlämnat räknas inte.",
                    en:
                        "Nobody can answer or change their answers after that. What was begun and not handed in does not count."
                ),
                Sentence(
                    sv:
                        "Siffrorna avgörs nu. De som har sagt nej till utvärdering räknas inte, och ett nej som kommer senare ändrar inte det som har visats.",
                    en:
                        "The figures are settled now. Those who said no to evaluation do not count, and a no that comes later does not change what has been shown."
                ),
                Sentence(
                    sv: "Lagen och de som leder ser sammanställningar av minst \(minimum) personers svar.",
                    en: "Teams and those who lead see summaries of the answers of at least \(minimum) people."
                ),
                Sentence(
                    sv: "Ingen får brev om det. Påminnelser som väntar skickas inte.",
                    en: "Nobody gets a letter about it. Reminders that wait are not sent."),
            ], problems, .closing, Sentence(sv: "Stäng omgången", en: "Close the wave"),
            Sentence(sv: "Stäng inte", en: "Do not close"), language)
    }

    private init(
        _ here: WaveInHand, _ title: Sentence, _ lead: Sentence, _ points: [Sentence],
        _ problems: FormProblems?, _ part: SiteURL.WavePart, _ act: Sentence, _ backWords: Sentence,
        _ language: Language
    ) {
        heading = here.heading(title, language, problems: problems)
        self.title = title(language)
        self.lead = lead(language)
        mistakes = Mistakes(problems, language)
        self.points = points.map { $0(language) }
        path = SiteURL.wavePart(here.wave.publicID, part).path
        self.act = act(language)
        back = SiteURL.wave(here.wave.publicID).path
        self.backWords = backWords(language)
    }

    private static func letters(_ count: AskedPeople.Count, waits: Bool) -> Sentence {
        let missing = count.missing
        let (sv, en) = (Language.sv, Language.en)
        return Sentence(
            sv: "\(sv.grouped(count.people)) \(count.people == 1 ? "person" : "personer") tillfrågas. "
                + "\(sv.grouped(count.reached)) får brev, \(waits ? "nästa arbetsdag på morgonen" : "genast")"
                + (missing > 0 ? "; \(sv.grouped(missing)) har inget konto och får inget." : ".")
                + " De som kommer till ett lag medan omgången är öppen får också brev.",
            en: "\(en.grouped(count.people)) \(count.people == 1 ? "person is" : "people are") asked. "
                + "\(en.grouped(count.reached)) \(count.reached == 1 ? "gets" : "get") a letter, \(waits ? "on the morning of the next working day" : "at once")"
                + (missing > 0
                    ? "; \(en.grouped(missing)) \(missing == 1 ? "has no account and gets" : "have no account and get") none."
                    : ".")
                + " Those who come to a team while the wave is open get one too.")
    }
}
