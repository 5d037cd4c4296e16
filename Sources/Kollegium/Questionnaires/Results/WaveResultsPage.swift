import Measures
import Storage

/// What has come of a wave that is closed: goals reached, the closed questions that are told nowhere else, and where
/// the rest is. For whoever reads the programme's outcome: who leads it, and researchers, to whom teams are codes.
struct WaveResultsPage: Page {
    static let template = "wave-results"
    let heading: PageHeading
    let lead: ReportLead
    let goals: Goals?
    let finder: TeamFinder?
    /// The closed questions, and what holds for all of them; nil where there are none.
    let questions: Questions?
    let elsewhere: [Elsewhere]

    struct Goals: Sendable {
        let explanation: String
        let wave: GoalsBody.Wave
    }

    struct Questions: Sendable {
        let explanation: String
        let questions: [ClosedQuestionView]
    }

    struct Elsewhere: Sendable {
        let words: String
        let link: Link?
    }

    /// - Throws: `WebError` where there is no such wave, it has not closed, or somebody may not read of it.
    static func read(
        _ db: Session, _ id: String, _ reach: Reach, _ filter: TeamFilter, today: Day, _ language: Language
    ) throws -> WaveResultsPage {
        let here = try ClosedWave(db, id, reach, today: today)
        let (wave, study, reader) = (here.wave, here.study, here.reader)
        let filter = filter.read(by: reader)
        let teams = try TeamStore(db: db).page(of: wave.programme, filter, school: nil)
        let figures = try here.figures(db, teams, today: today)
        let files =
            figures.isEmpty
            ? []
            : ReportFile.allCases.map {
                Link($0.rawValue.uppercased(), .waveResultsFile(wave.publicID, $0, after: filter.after))
            }
        return WaveResultsPage(
            heading: here.heading(language),
            lead: try ReportLead.read(
                db, study, source: source(wave), through: today, downloads: files,
                tellsPublished: false, language),
            goals: figures.goals.map {
                Goals(
                    explanation: GoalsBody.explanation(language),
                    wave: GoalsBody.Wave(
                        reader == .researcher ? $0.ofTeamsUnknown : $0, 0, for: reader, language))
            }
                ?? figures.leadersGoals.map {
                    Goals(
                        explanation: GoalsBody.explanation(language),
                        wave: GoalsBody.Wave(ofLeaders: $0, study, language))
                },
            finder: try figures.goals.map { _ in
                try TeamFinder(
                    filter, teams,
                    schools: reader == .researcher
                        ? [] : SchoolStore(db: db).choices(of: study.programme),
                    at: .wavePart(wave.publicID, .results), language)
            },
            questions: figures.questions.isEmpty
                ? nil
                : Questions(
                    explanation: explanation(study, language),
                    questions: figures.questions.enumerated().map {
                        ClosedQuestionView($1, id: "question-\($0 + 1)", study, language)
                    }),
            elsewhere: elsewhere(figures.asked, here, language))
    }

    private static func source(_ wave: Wave) -> Sentence {
        wave.name.asksLeaders
            ? Sentence(
                sv: "Så som skolledarna själva ser det, i hela programmet.",
                en: "As the school leaders see it themselves, in the whole programme.")
            : Sentence(
                sv: "Så som de som svarade själva ser det.", en: "As those who answered see it themselves.")
    }

    static func explanation(_ study: Study, _ language: Language) -> String {
        let fewest = study.fewestForDistributions
        return Sentence(
            sv:
                "Alla som svarade tillsammans, aldrig per lag eller skola, och först när minst \(fewest) har svarat. Svar som mer än en tredjedel valde visas för sig och de övriga tillsammans; har minst 80\u{A0}% svarat samma visas bara det. Annars kunde enskilda svar räknas ut.",
            en:
                "All who answered together, never by team or school, and only once at least \(fewest) have answered. Answers that more than a third chose are shown by themselves and the others together; where at least 80% answered the same only that is shown. Otherwise single answers could be worked out."
        )(language)
    }

    /// What else the wave asked, and where it is told.
    private static func elsewhere(
        _ asked: AskedPart, _ here: ClosedWave, _ language: Language
    ) -> [Elsewhere] {
        let programme = here.programme.publicID
        let isResearcher = here.reader == .researcher
        var told: [Elsewhere] = []
        if asked.questions.contains(where: { $0.area != nil }) {
            told.append(
                Elsewhere(
                    words: Sentence(
                        sv: "Vad arbetet har betytt, område för område, står bland utfallet.",
                        en: "What the work has meant, area by area, is part of the outcome.")(language),
                    link: isResearcher
                        ? Link(
                            Sentence(sv: "Se statistiken", en: "See the statistics")(language),
                            .programme(programme, .statistics))
                        : Link(
                            Sentence(sv: "Se utfallet", en: "See the outcome")(language),
                            .programme(programme, .outcome))))
        }
        if asked.questions.contains(where: { $0.form != nil }) {
            told.append(
                Elsewhere(
                    words: Sentence(
                        sv:
                            "Svaren om tillit ser varje lag och dess handledare i sin tillitskarta. Andra ser vilka villkor lagen har att arbeta under.",
                        en:
                            "The answers about trust are seen by each team and its supervisor in their trust map. Others see the conditions under which the teams work."
                    )(language),
                    link: isResearcher
                        ? nil
                        : Link(
                            Sentence(sv: "Se villkoren", en: "See the conditions")(language),
                            .programme(programme, .conditions))))
        }
        if asked.questions.contains(where: { [.text, .goal, .ranking].contains($0.type) }) {
            told.append(
                Elsewhere(
                    words: Sentence(
                        sv:
                            "Det som skrivits med egna ord – mål, rangordningar och fria svar – visas inte här. Bara programmets forskare läser det, och bara från dem som har sagt ja till forskning.",
                        en:
                            "What was written in people’s own words – goals, rankings and free answers – is not shown here. Only the programme’s researchers read it, and only of those who said yes to research."
                    )(language), link: nil))
        }
        return told
    }
}

extension GoalsBody.Wave {
    /// Of leaders, who are one group.
    init(ofLeaders entry: OutcomeReport.Entry, _ study: Study, _ language: Language) {
        guard entry.outcome.reported else {
            table = nil
            notes = [
                Sentence(
                    sv: "Inget visas, för att färre än \(study.minimumGroup) svarade.",
                    en: "Nothing is shown, because fewer than \(study.minimumGroup) answered.")(language)
            ]
            return
        }
        table = ReportTable(
            id: "goals-1", name: Sentence(sv: "Nådda mål", en: "Goals reached")(language),
            corner: Sentence(sv: "Vilka", en: "Who")(language),
            columns: [
                .init(Sentence(sv: "Svarande", en: "Respondents")(language)),
                .init(Sentence(sv: "Nådda mål", en: "Goals reached")(language)),
            ],
            rows: [
                ReportTable.Row(
                    heading: Sentence(sv: "Skolledarna", en: "The school leaders")(language),
                    cells: [
                        .init(entry.outcome.respondents.map(language.grouped) ?? "–"),
                        .init(language.words(entry.outcome.areas.first)),
                    ])
            ])
        notes =
            [Self.limits(study, language)]
            + (entry.narrowed.isEmpty
                ? []
                : [
                    Sentence(
                        sv:
                            "Några få svarade bara en av gångerna. För att deras svar inte ska gå att räkna ut gäller siffran de som svarat på samma frågor båda gångerna.",
                        en:
                            "A few people answered only one of the times. So that their answers cannot be worked out, the figure covers those who answered the same questions both times."
                    )(language)
                ])
    }
}
