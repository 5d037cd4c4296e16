import Measures
import Storage

/// How trust has moved from one wave to the next, told by the people who answered both times.
struct ChangeReport: Report {
    let study: Study
    let steps: [Step]
    let entries: [Entry]
    /// What holds for the figures beyond the study format.
    var rules: Withholding.Rules = .format
    /// Means and tests of chance are for researchers, and for who asks at the command line.
    var isForTeam = false
    /// Whether more than one questionnaire asks about trust, so that an entry must name its own.
    var hasSeveralQuestionnaires: Bool { Set(steps.map(\.from.name.questionnaire)).count > 1 }

    /// From a part to one of the next wave, on a form that both ask about.
    struct Step: Sendable {
        let form: TrustForm
        let from: ChangeStore.Part
        let to: ChangeStore.Part
    }

    /// One team's change on one step; nil where too few answered both times.
    struct Entry: Sendable {
        let team: TeamStore.Name
        /// Index into `steps`.
        let step: Int
        /// Those who answered both times; none where there are too few of them to show.
        let people: [(from: PersonMean, to: PersonMean)]
        let change: PairedChange?
        /// What of it may be told.
        var telling = ChangeTelling.everything
    }

    /// Sampled intervals are the same each time they are made.
    static let seed: UInt64 = 1

    /// One entry for each team and step: teams by code, steps by form, questionnaire and wave.
    static func read(_ db: Session, _ study: Study) throws -> ChangeReport {
        let store = ChangeStore(db: db)
        let steps = steps(between: try store.parts(of: study.programme))
        let sheets = try steps.isEmpty ? [:] : store.sheets(of: study.programme)
        let teams = try TeamStore(db: db).names(of: study.programme)
        var entries: [Entry] = []
        entries.reserveCapacity(teams.count * steps.count)
        for team in teams {
            let answered = Dictionary(grouping: sheets[team.key] ?? [], by: \.part)
                .mapValues { $0.sorted { $0.person < $1.person } }
            for (index, step) in steps.enumerated() {
                var people = pairs(on: step, answered)
                if people.count < study.minimumGroup { people = [] }
                let change = PairedChange(people, seed: seed)
                entries.append(Entry(team: team, step: index, people: people, change: change))
            }
        }
        return ChangeReport(study: study, steps: steps, entries: entries)
    }

    /// The people who gave answers to at least half of the form's items both times, with the means of these answers.
    private static func pairs(
        on step: Step, _ answered: [Int64: [ChangeStore.Sheet]]
    ) -> [(from: PersonMean, to: PersonMean)] {
        // In an order that the answers alone decide: a list of people must not show through.
        pairsByPerson(on: step, answered).map(\.pair).sorted {
            $0.from == $1.from ? $0.to < $1.to : $0.from < $1.from
        }
    }

    /// The same, each with whose they are. Sheets of a part are in the order of people.
    static func pairsByPerson(
        on step: Step, _ answered: [Int64: [ChangeStore.Sheet]]
    ) -> [(person: Int64, pair: (from: PersonMean, to: PersonMean))] {
        var pairs: [(person: Int64, pair: (from: PersonMean, to: PersonMean))] = []
        var later = (answered[step.to.key] ?? [])[...]
        for sheet in answered[step.from.key] ?? [] {
            later = later.drop { $0.person < sheet.person }
            guard let next = later.first, next.person == sheet.person else { continue }
            let (from, to) = (sheet.mean(of: step.form), next.mean(of: step.form))
            guard step.from.counts(from, on: step.form), step.to.counts(to, on: step.form) else { continue }
            pairs.append((sheet.person, (from, to)))
        }
        return pairs
    }

    /// Each pair of consecutive waves of a questionnaire, on each form that both ask about.
    static func steps(between parts: [ChangeStore.Part]) -> [Step] {
        let questionnaires = parts.chunked { $0.name.questionnaire == $1.name.questionnaire }
        return TrustForm.allCases.flatMap { form in
            questionnaires.flatMap { parts in
                let waves = parts.chunked { $0.wave == $1.wave }
                return zip(waves, waves.dropFirst()).flatMap { earlier, later in
                    earlier.flatMap { from in later.map { Step(form: form, from: from, to: $0) } }
                }
            }
        }.filter { $0.from.ratingItems[$0.form] != nil && $0.to.ratingItems[$0.form] != nil }
    }
}

extension ChangeStore.Part {
    /// Whether so many answers speak for the person: at least half of the form's items.
    fileprivate func counts(_ mean: PersonMean, on form: TrustForm) -> Bool {
        mean.answers > 0 && 2 * mean.answers >= ratingItems[form] ?? .max
    }
}

extension Array {
    /// The runs of neighbours that belong together.
    fileprivate func chunked(_ belong: (Element, Element) -> Bool) -> [[Element]] {
        var runs: [[Element]] = []
        for element in self {
            if let last = runs.last?.last, belong(last, element) {
                runs[runs.count - 1].append(element)
            } else {
                runs.append([element])
            }
        }
        return runs
    }
}
