import Foundation
import Storage

/// What those who left have answered, half-year by half-year: for whoever reads the programme's outcome.
struct ExitResultsPage: Page {
    static let template = "exit-results"
    let heading: PageHeading
    let lead: ReportLead
    let explanation: String
    let halves: [Half]
    /// Said where no half-year in which leavers were asked is over.
    let nothing: String?

    struct Half: Sendable {
        let title: String
        /// Nil where something is told of the half-year.
        let tooFew: String?
        let questions: [ClosedQuestionView]
    }

    static func read(
        _ db: Session, _ id: String, _ reach: Reach, today: Day, in zone: TimeZone, _ language: Language
    ) throws -> ExitResultsPage {
        let here = try ExitsInHand(db, id, reach)
        let study = here.study
        let figures = try ExitFigures.read(db, study, today: today, in: zone)
        let halves = figures.waves.flatMap { wave in
            wave.halves.map { half in
                Half(half, of: wave.wave, isAlone: figures.waves.count == 1, study, language)
            }
        }
        let fewest = study.fewestForDistributions
        return ExitResultsPage(
            heading: here.heading(language),
            lead: try ReportLead.read(
                db, study,
                source: Sentence(
                    sv: "Så som de som har lämnat ett arbetslag själva ser det.",
                    en: "As those who left a team see it themselves."), through: today,
                downloads: halves.contains { $0.tooFew == nil }
                    ? ReportFile.allCases.map { Link($0.rawValue.uppercased(), .exitResultsFile(id, $0)) }
                    : [],
                tellsPublished: false, language),
            explanation: Sentence(
                sv:
                    "Alla som lämnade in under ett halvår räknas tillsammans, aldrig per lag eller skola, och först när halvåret är slut och minst \(fewest) har svarat. Halvår räknas aldrig ihop, för av skillnaden kunde enskilda svar räknas ut. Svar som mer än en tredjedel gav visas för sig och de övriga tillsammans. Det som skrivits med egna ord visas inte.",
                en:
                    "All who handed in during half a year are counted together, never by team or school, and only once the half-year is over and at least \(fewest) have answered. Half-years are never added up, because single answers could be worked out from the difference. Answers that more than a third gave are shown by themselves and the others together. What was written in people’s own words is not shown."
            )(language),
            halves: halves.reversed(),
            nothing: halves.isEmpty
                ? Sentence(
                    sv: "Inget halvår där de som lämnar har tillfrågats är slut än.",
                    en: "No half-year in which those who leave were asked is over yet.")(language) : nil)
    }
}

extension ExitResultsPage.Half {
    fileprivate init(
        _ half: ExitFigures.Half, of wave: Wave, isAlone: Bool, _ study: Study, _ language: Language
    ) {
        let time = half.time.words(language)
        title = isAlone ? time : "\(time) · \(wave.name.questionnaireHeading(language))"
        let isTold = half.questions.contains { $0.distribution.people != nil }
        tooFew = isTold ? nil : ClosedQuestionView.tooFew(study, language)
        questions =
            isTold
            ? half.questions.enumerated().map {
                ClosedQuestionView(
                    $1, id: "exit-\(wave.part)-\(half.time.code)-\($0 + 1)", study, language)
            } : []
    }
}

/// The programme of an address, for somebody who reads its outcome.
struct ExitsInHand: Sendable {
    let programme: ProgrammeSummary
    let study: Study
    let isResearcher: Bool

    init(_ db: Session, _ id: String, _ reach: Reach) throws {
        let place = try PlaceStore(db: db).required(programme: id)
        isResearcher = reach.may(.read, Thing(.statistics, place))
        if !isResearcher { try reach.require(.read, Thing(.programmeOutcome, place)) }
        guard let key = place.programmes.first, let programme = try ProgrammeStore(db: db).summary(of: key),
            let study = try StudyStore(db: db).study(ofProgramme: key)
        else { throw WebError.notFound }
        self.programme = programme
        self.study = study
    }

    func heading(_ language: Language) -> PageHeading {
        let title = Sentence(sv: "De som har lämnat", en: "Those who left")
        var heading = PageHeading.programme(title, programme, language)
        let id = programme.publicID
        guard isResearcher else {
            heading.trail.append(
                Link(Sentence(sv: "Utfall", en: "Outcome")(language), .programme(id, .outcome)))
            return heading
        }
        heading.trail = [
            Link(Sentence(sv: "Statistik", en: "Statistics")(language), .programme(id, .statistics))
        ]
        heading.room = .statistics(language)
        return heading
    }
}
