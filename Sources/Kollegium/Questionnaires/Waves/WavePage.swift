import Storage

/// One wave: where it stands, whom it asks, and how many have handed in.
struct WavePage: Page {
    static let template = "wave"
    let heading: PageHeading
    let title: String
    let lead: String
    let questionnaire: String
    let lines: [PairLine]
    /// People who are asked and have no account; nil where there is none or it does not matter.
    let unreached: Unreached?
    let status: WaveStatusView?
    let statusTitle: String?
    /// Why there is no status.
    let noStatus: String?
    let results: WaveResults?
    let openingPath: String?
    let closingPath: String?
    let daysPath: String?
    let removalPath: String?
    let mayChange: Bool
    /// Its questions to be printed.
    let paperFormPath: String?

    struct Unreached: Sendable {
        let words: String
        let path: String
    }

    static func read(
        _ db: Session, _ id: String, _ reach: Reach, _ asked: Asked, today: Day, _ language: Language
    ) throws -> WavePage {
        let here = try WaveInHand(db, id, reach, .read)
        let (wave, state) = (here.wave, here.wave.state(on: today))
        let people = AskedPeople(db: db, wave: wave)
        let count = wave.asks == .members && state != .closed ? try people.count(on: today) : nil
        let status =
            wave.asks == .members
            ? try WaveStatus.read(people, minimumGroup: here.study.minimumGroup, today: today) : nil
        let names =
            status == nil ? [] : try TeamStore(db: db).names(of: wave.programme, .everything, .bySchool)
        let mayChange = here.programme.isOpen && reach.may(.write, Thing(.wave, wave.place))
        let form =
            state == .planned || state == .missed
            ? try WaveStore(db: db).form(ofStudy: here.study.key) : wave.form
        func path(_ part: SiteURL.WavePart, _ isOffered: Bool) -> String? {
            mayChange && isOffered ? SiteURL.wavePart(id, part).path : nil
        }
        return WavePage(
            heading: here.heading(nil, language), title: wave.name.heading(language),
            lead: wave.standing(on: today, language),
            questionnaire: wave.name.questionnaireHeading(language),
            lines: lines(wave, count, form, today: today, language),
            unreached: count.flatMap { unreached($0, state, language) }.map {
                Unreached(
                    words: $0, path: SiteURL.programme(here.programme.publicID, .invitations).path)
            },
            status: status.map {
                WaveStatusView(
                    $0, names, minimum: here.study.minimumGroup, page: asked.page, of: .wave(id), language)
            },
            statusTitle: status.map { _ in statusTitle(state)(language) },
            noStatus: status == nil ? noStatus(wave, state, today: today, language) : nil,
            results: WaveResults(wave, state, here.programme.publicID, language),
            openingPath: path(.opening, state == .planned), closingPath: path(.closing, state == .open),
            daysPath: path(.days, state.takesNewDays),
            removalPath: path(.removal, state == .planned || state == .missed),
            mayChange: mayChange && state.takesNewDays,
            paperFormPath: state == .open && wave.asks == .members
                ? SiteURL.wavePart(id, .paperForm).path : nil)
    }

    private static func statusTitle(_ state: WaveState) -> Sentence {
        state == .closed
            ? Sentence(sv: "Har lämnat in", en: "Have handed in")
            : Sentence(sv: "Har lämnat in, till och med i går", en: "Have handed in, until yesterday")
    }

    private static func lines(
        _ wave: Wave, _ count: AskedPeople.Count?, _ form: WaveForm, today: Day, _ language: Language
    ) -> [PairLine] {
        var lines = [
            PairLine(
                name: Sentence(sv: "Svarstid", en: "Time for answers")(language), value: wave.days(language)),
            PairLine(name: Sentence(sv: "Tillfrågas", en: "Asked")(language), value: wave.audience(language)),
        ]
        if let count {
            lines.append(
                PairLine(
                    name: Sentence(sv: "Antal i\u{A0}dag", en: "Number today")(language),
                    value: language.grouped(count.people)))
        }
        if wave.asks == .members, let opens = wave.opens, let closes = wave.closes, closes > today {
            let days = WaveReminders(from: opens, until: closes).days
            lines.append(
                PairLine(
                    name: Sentence(sv: "Påminnelser", en: "Reminders")(language),
                    value: days.isEmpty
                        ? Sentence(sv: "inga, tiden är kort", en: "none, the time is short")(language)
                        : days.map(language.weekdayAndDate).joined(separator: "; ")))
        }
        return lines + form.lines(language)
    }

    private static func unreached(
        _ count: AskedPeople.Count, _ state: WaveState, _ language: Language
    ) -> String? {
        let missing = count.missing
        guard missing > 0, state == .planned || state == .open else { return nil }
        let (number, all) = (language.grouped(missing), language.grouped(count.people))
        return Sentence(
            sv: "\(number) av de \(all) som tillfrågas har inget konto och får inget brev.",
            en: "\(number) of the \(all) people asked \(missing == 1 ? "has" : "have") no account and "
                + "\(missing == 1 ? "gets" : "get") no letter.")(language)
    }

    private static func noStatus(
        _ wave: Wave, _ state: WaveState, today: Day, _ language: Language
    ) -> String? {
        switch state {
        case .planned, .missed: nil
        case .closed where wave.isFromElsewhere: nil
        case .open, .ending, .closed:
            wave.asks == .leavers
                ? Sentence(
                    sv:
                        "Hur många som svarar när de lämnar ett lag visas inte: de är få, och det skulle gå att se vem.",
                    en:
                        "How many answer when they leave a team is not shown: they are few, and one could see who."
                )(
                    language)
                : Sentence(
                    sv: "Antalen visas från dagen efter den första, och ändras en gång om dagen.",
                    en: "The counts are shown from the day after the first, and move once a day.")(language)
        }
    }
}
