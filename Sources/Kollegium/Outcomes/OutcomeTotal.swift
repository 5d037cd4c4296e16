import Measures
import Storage

/// What many teams' answers come to together: of the figures that each team shows, and of nothing else.
///
/// Reading it goes through all answers of the programme, one team in memory at a time. Closed parts don't change, so
/// it may be kept for a day.
struct OutcomeTotal: Sendable {
    let study: Study
    let parts: [OutcomeStore.Part]
    /// By part, in the order of the parts and their areas.
    let figures: [[Figure]]
    let indices: [Hundredths?]
    /// How many teams have answers that are shown, by part.
    let teams: [Int]

    struct Figure: Sendable {
        let area: String
        /// Nil where it may not be told.
        let told: Told?
    }

    struct Told: Sendable, Equatable {
        let people: Int
        let top: Int
        let of: Int
        let percent: Int
    }

    /// - Parameter teams: All of the programme's, or those of a school.
    static func read(
        _ db: Session, _ study: Study, _ teams: Selection.Teams = .all,
        about subject: OutcomeSubject = .areas,
        through: Day, rules: Withholding.Rules = .pages
    ) throws -> OutcomeTotal {
        let selection = Selection(teams: teams, through: through)
        let closed = try QuestionnaireStore(db: db).closedParts(of: study.programme, by: through)
        let parts = try OutcomeStore(db: db).parts(of: study.programme, subject).filter {
            closed.contains($0.key)
        }
        let keys = Set(parts.map(\.key))
        let items = try RatingStore(db: db).items(of: study.programme, subject).filter {
            keys.contains($0.key)
        }
        let roster = try TeamRoster.read(db, study, selection, in: .byName)
        let names = Dictionary(uniqueKeysWithValues: roster.teams.map { ($0.key, $0) })
        var sum = Sum(study, parts, items, study.withholding(rules), hasIndex: subject == .areas)
        var (last, sheets): (Int64?, [RatingStore.Sheet]) = (nil, [])
        let close = {
            if let last, let name = names[last] {
                sum.add(name, sheets, isFrozen: roster.frozen.contains(last))
            }
            sheets.removeAll(keepingCapacity: true)
        }
        try RatingStore(db: db).sheets(of: study.programme, selection, items, in: .byTeam, subject) {
            team, sheet in
            if team != last { close() }
            last = team
            sheets.append(sheet)
        }
        close()
        return sum.total
    }

    /// The sums while teams come.
    private struct Sum {
        let study: Study
        let parts: [OutcomeStore.Part]
        let items: [Int64: [RatingStore.Item]]
        let withholding: Withholding
        let hasIndex: Bool
        var tallies: [[AnswerTally]]
        var outside: [[Int]]
        /// How many teams are in each figure: a total of one would only seem to say more than the team's own.
        var inside: [[Int]]
        var teams: [Int]

        init(
            _ study: Study, _ parts: [OutcomeStore.Part], _ items: [Int64: [RatingStore.Item]],
            _ withholding: Withholding, hasIndex: Bool
        ) {
            self.hasIndex = hasIndex
            self.study = study
            self.parts = parts
            self.items = items
            self.withholding = withholding
            let none = AnswerTally(people: 0, answers: 0, top: 0, sum: 0)
            tallies = parts.map { $0.areas.map { _ in none } }
            inside = parts.map { $0.areas.map { _ in 0 } }
            outside = parts.map { $0.areas.map { _ in 0 } }
            teams = parts.map { _ in 0 }
        }

        mutating func add(_ team: TeamStore.Name, _ sheets: [RatingStore.Sheet], isFrozen: Bool) {
            let answers = CountedAnswers([team.key: sheets], items, parts: parts, withholding)
            let report = OutcomeReport(study, parts, [team], answers, withholding)
            for entry in report.entries {
                let part = parts[entry.part]
                let items = items[part.key] ?? []
                let all = sheets.filter { $0.part == part.key }.map(\.steps)
                let rows = answers.rows(team.key, part.key)
                if entry.outcome.reported, !isFrozen { teams[entry.part] += 1 }
                for (place, area) in part.areas.enumerated() {
                    let everybody = AnswerTally(all, items, area.key)
                    let isTold =
                        !isFrozen && entry.outcome.areas.contains { $0.area == area.code && $0.isExact }
                    guard withholding.rules.contains(.remainders) else {
                        tallies[entry.part][place] += everybody
                        inside[entry.part][place] += everybody.people > 0 ? 1 : 0
                        continue
                    }
                    let told = isTold ? AnswerTally(rows, items, area.key) : nil
                    if let told {
                        tallies[entry.part][place] += told
                        inside[entry.part][place] += 1
                    }
                    outside[entry.part][place] += everybody.people - (told?.people ?? 0)
                }
            }
        }

        var total: OutcomeTotal {
            let figures = parts.indices.map { part in
                parts[part].areas.indices.filter { parts[part].areas[$0].ratingItems > 0 }.map { place in
                    Figure(
                        area: parts[part].areas[place].code,
                        told: inside[part][place] < 2
                            ? nil
                            : tell(
                                parts[part].areas[place], tallies[part][place], outside[part][place]))
                }
            }
            let indices = parts.indices.map { part -> Hundredths? in
                guard hasIndex, figures[part].allSatisfy({ $0.told != nil }) else { return nil }
                return Hundredths(
                    tallies[part].reduce(0) { $0 + $1.sum }, over: tallies[part].reduce(0) { $0 + $1.answers }
                )
            }
            return OutcomeTotal(study: study, parts: parts, figures: figures, indices: indices, teams: teams)
        }

        private func tell(_ area: OutcomeStore.Area, _ tally: AnswerTally, _ outside: Int) -> Told? {
            guard withholding.shows(area.outcomeArea, answeredBy: tally.people),
                withholding.showsTotal(leavingOut: outside),
                withholding.limit(tally, of: area.outcomeArea) == nil,
                let percent = Hundredths(tally.top, over: tally.answers)?.count
            else { return nil }
            return Told(people: tally.people, top: tally.top, of: tally.answers, percent: percent)
        }
    }
}

extension AnswerTally {
    fileprivate static func += (sum: inout AnswerTally, other: AnswerTally) {
        sum.people += other.people
        sum.answers += other.answers
        sum.top += other.top
        sum.sum += other.sum
    }
}

extension OutcomeTotal {
    /// For a page; nil where nothing has closed.
    func words(_ title: Sentence, _ language: Language) -> ReportTotal? {
        let tables = parts.indices.compactMap { part -> ReportTable? in
            // A table of nothing but refusals tells nobody anything.
            guard teams[part] > 0, figures[part].contains(where: { $0.told != nil }) else { return nil }
            let rows = zip(parts[part].askedAreas, figures[part]).map { area, figure in
                ReportTable.Row(
                    heading: area.heading(language),
                    cells: [
                        figure.told.map { language.grouped($0.people) } ?? "–",
                        figure.told.map { "\(language.percent($0.percent)) (\($0.top)/\($0.of))" }
                            ?? Sentence(sv: "visas ej", en: "not shown")(language),
                    ].map { .init($0) })
            }
            let index = indices[part].map { " · index \(language.decimal($0))" } ?? ""
            let count = teams[part]
            let lag = Sentence(sv: "\(count) lag", en: count == 1 ? "1 team" : "\(count) teams")(language)
            return ReportTable(
                name: "\(parts[part].heading(language)) · \(lag)\(index)",
                corner: Sentence(sv: "Område", en: "Area")(language),
                columns: [
                    Sentence(sv: "Svarande", en: "Respondents"), Sentence(sv: "Andel", en: "Share"),
                ].map { .init($0(language)) }, rows: rows)
        }
        guard !tables.isEmpty else { return nil }
        return ReportTotal(
            title: title(language),
            explanation: Sentence(
                sv:
                    "Summan gäller bara det som visas för något lag. Där de som inte är med i den är färre än \(study.minimumGroup) visas den inte, för annars kunde deras svar räknas ut.",
                en:
                    "The total covers only what is shown of some team. Where those outside it are fewer than \(study.minimumGroup) it is not shown, because their answers could be worked out otherwise."
            )(language), tables: tables)
    }
}
