import Measures
import Storage

/// The closed wave of an address, for somebody who reads the programme's outcome.
struct ClosedWave: Sendable {
    let wave: Wave
    let programme: ProgrammeSummary
    let study: Study
    let reader: ReportReader

    /// - Throws: `WebError` where there is none, or not for this person; and while it takes answers.
    init(_ db: Session, _ id: String, _ reach: Reach, today: Day) throws {
        guard let wave = try WaveStore(db: db).wave(id) else { throw WebError.notFound }
        if reach.may(.read, Thing(.statistics, wave.place)) {
            reader = .researcher
        } else {
            try reach.require(.read, Thing(.programmeOutcome, wave.place))
            reader = .leaders
        }
        guard wave.state(on: today) == .closed, wave.asks == .members,
            let programme = try ProgrammeStore(db: db).summary(of: wave.programme),
            let study = try StudyStore(db: db).study(ofProgramme: wave.programme)
        else { throw WebError.notFound }
        self.wave = wave
        self.programme = programme
        self.study = study
    }

    /// A total reads every team. Where there are more, the page does without.
    private static let mostTeamsSummedAtOnce = 200

    func figures(_ db: Session, _ teams: TeamListPage, today: Day) throws -> WaveFigures {
        let isSmall = try TeamStore(db: db).count(of: wave.programme) <= Self.mostTeamsSummedAtOnce
        return try WaveFigures.read(
            db, wave, study, Selection(teams: teams.selection, through: today),
            in: reader == .researcher ? .byCode : teams.order, total: isSmall)
    }

    func heading(_ language: Language) -> PageHeading {
        let name = wave.name.heading(language)
        var heading = PageHeading.programme(
            Sentence(sv: "Vad det har blivit: \(name)", en: "What has come of it: \(name)"), programme,
            language)
        guard reader == .researcher else {
            heading.trail += [
                Link(
                    Sentence(sv: "Omgångar", en: "Waves")(language), .programme(programme.publicID, .waves)),
                Link(name, .wave(wave.publicID)),
            ]
            return heading
        }
        heading.trail = [
            Link(
                Sentence(sv: "Statistik", en: "Statistics")(language),
                .programme(programme.publicID, .statistics))
        ]
        heading.room = .statistics(language)
        return heading
    }
}

/// The waves of a programme that have closed, each with the way to what has come of it.
struct ClosedWaves: Sendable {
    let waves: [Link]

    /// Nil where there are none.
    static func read(_ db: Session, _ study: Study, _ language: Language) throws -> ClosedWaves? {
        let all = try WaveStore(db: db).waves(of: study.programme)
        var links = all.filter { $0.closedAt != nil && $0.asks == .members }.map { wave in
            Link(
                "\(wave.name.questionnaireHeading(language)): \(wave.name.heading(language))",
                .wavePart(wave.publicID, .results))
        }
        if all.contains(where: { $0.asks == .leavers && $0.openedAt != nil }),
            let programme = try ProgrammeStore(db: db).summary(of: study.programme)
        {
            links.append(
                Link(
                    Sentence(sv: "De som har lämnat", en: "Those who left")(language),
                    .programme(programme.publicID, .exits)))
        }
        return links.isEmpty ? nil : ClosedWaves(waves: links)
    }
}
