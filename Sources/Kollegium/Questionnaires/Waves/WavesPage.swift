import Storage

/// A programme's waves: those that are planned, open and closed, and what to do next.
struct WavesPage: Page {
    static let template = "waves"
    let heading: PageHeading
    let tabs: ProgrammeTabs
    let next: Next?
    let waves: [Row]
    let hasWaves: Bool
    /// Parts that have no wave yet.
    let unplanned: [Row]
    let hasUnplanned: Bool
    /// Parts that were answered before this programme was worked in here.
    let answered: [Row]
    let hasAnswered: Bool
    let settings: [PairLine]
    let settingsPath: String?
    let newPath: String?
    let isEmpty: Bool

    struct Next: Sendable {
        let title: String
        let words: String
        let path: String
        let act: String
    }

    struct Row: Sendable {
        let title: String
        let questionnaire: String
        let path: String?
        let days: String
        let state: String
        let isOpen: Bool
    }

    static func read(
        _ db: Session, _ id: String, _ reach: Reach, today: Day, _ language: Language
    ) throws -> WavesPage {
        let here = try ProgrammeInHand(db, id, reach, .read, .wave)
        guard let study = try StudyStore(db: db).study(ofProgramme: here.key) else { throw WebError.notFound }
        let store = WaveStore(db: db)
        let waves = try store.waves(of: here.key)
        let parts = try store.withoutWave(of: here.key)
        let mayWrite = here.summary.isOpen && reach.may(.write, Thing(.wave, here.place))
        let unplanned = parts.filter { !$0.isAnswered }
        // A demonstration may take place before some of its answers were given.
        let answered = parts.filter { $0.isAnswered && $0.opens.map { $0 <= today } ?? true }
        let order: [WaveState] = [.missed, .open, .ending, .planned, .closed]
        let sorted = waves.enumerated().sorted { one, other in
            let places = [one, other].map { order.firstIndex(of: $0.element.state(on: today)) ?? 0 }
            return (places[0], one.offset) < (places[1], other.offset)
        }.map(\.element)
        return WavesPage(
            heading: .programme(Sentence(sv: "Omgångar", en: "Waves"), here.summary, language),
            tabs: ProgrammeTabs(id, here.place, reach, at: .waves, language),
            next: mayWrite ? Next(sorted, unplanned, id, today: today, language) : nil,
            waves: sorted.map { Row($0, today: today, language) }, hasWaves: !waves.isEmpty,
            unplanned: unplanned.map { part in
                Row(
                    part,
                    path: mayWrite
                        ? SiteURL.programme(id, .newWave).path(asking: [("part", part.value)]) : nil, language
                )
            },
            hasUnplanned: !unplanned.isEmpty,
            answered: answered.map { Row($0, path: nil, language) }, hasAnswered: !answered.isEmpty,
            settings: try store.form(ofStudy: study.key).lines(language),
            settingsPath: mayWrite ? SiteURL.programme(id, .waveSettings).path : nil,
            newPath: mayWrite && !unplanned.isEmpty ? SiteURL.programme(id, .newWave).path : nil,
            isEmpty: waves.isEmpty && parts.isEmpty)
    }
}

extension WavesPage.Row {
    fileprivate init(_ wave: Wave, today: Day, _ language: Language) {
        let state = wave.state(on: today)
        title = wave.name.heading(language)
        questionnaire = wave.name.questionnaireHeading(language)
        path = SiteURL.wave(wave.publicID).path
        days = wave.days(language)
        self.state = state.words(language)
        isOpen = state == .open
    }

    fileprivate init(_ part: WaveStore.PartWithoutWave, path: String?, _ language: Language) {
        title = part.name.heading(language)
        questionnaire = part.name.questionnaireHeading(language)
        self.path = path
        days = part.opens.map(language.date) ?? "–"
        state = ""
        isOpen = false
    }
}

extension WavesPage.Next {
    /// The one sensible thing to do; nil where there is nothing but to wait.
    fileprivate init?(
        _ waves: [Wave], _ unplanned: [WaveStore.PartWithoutWave], _ programme: String, today: Day,
        _ language: Language
    ) {
        if let missed = waves.first(where: { $0.state(on: today) == .missed }) {
            title = Sentence(
                sv: "”\(missed.name.heading(.sv))” öppnades aldrig",
                en: "“\(missed.name.heading(.en))” never opened")(language)
            words = missed.standing(on: today, language)
            path = SiteURL.wavePart(missed.publicID, .days).path
            act = Sentence(sv: "Flytta dagarna", en: "Move the days")(language)
        } else if let open = waves.first(where: { $0.state(on: today) == .open }) {
            title = Sentence(
                sv: "”\(open.name.heading(.sv))” är öppen", en: "“\(open.name.heading(.en))” is open")(
                    language)
            words = open.standing(on: today, language)
            path = SiteURL.wave(open.publicID).path
            act = Sentence(sv: "Se hur många som har lämnat in", en: "See how many have handed in")(language)
        } else if let planned = waves.first(where: { $0.state(on: today) == .planned }) {
            title = Sentence(
                sv: "”\(planned.name.heading(.sv))” är planerad",
                en: "“\(planned.name.heading(.en))” is planned")(language)
            words = planned.standing(on: today, language)
            path = SiteURL.wave(planned.publicID).path
            act = Sentence(sv: "Se efter att allt är klart", en: "See that all is ready")(language)
        } else if let part = unplanned.first {
            title = Sentence(
                sv: "Planera ”\(part.name.heading(.sv))”", en: "Plan “\(part.name.heading(.en))”")(language)
            words = Sentence(
                sv: "Säg när den ska öppna och stänga. De som tillfrågas får brev av sig självt.",
                en: "Say when it is to open and close. Those who are asked get letters by themselves.")(
                    language)
            path = SiteURL.programme(programme, .newWave).path(asking: [("part", part.value)])
            act = Sentence(sv: "Planera omgången", en: "Plan the wave")(language)
        } else {
            return nil
        }
    }
}
