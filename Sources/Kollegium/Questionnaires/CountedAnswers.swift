import Measures
import Storage

/// The answers of some teams that pages and downloads count: of closed parts only, and without the few who would
/// stand out between two waves. Whatever is shown of them is counted from here, so that a rule holds everywhere.
struct CountedAnswers: Sendable {
    let items: [Int64: [RatingStore.Item]]
    /// By team, in no order of people.
    private(set) var sheets: [Int64: [RatingStore.Sheet]] = [:]
    /// How many people a figure leaves out for the sake of an earlier wave, by team and area of a part.
    private(set) var leftOut: [Int64: [Figure: Int]] = [:]

    /// An area as a part asks about it.
    struct Figure: Hashable, Sendable {
        let part: Int64
        let area: Int64
    }

    /// - Parameters:
    ///   - items: Of the parts that count.
    ///   - parts: In any order.
    init(
        _ sheets: [Int64: [RatingStore.Sheet]], _ items: [Int64: [RatingStore.Item]],
        parts: [OutcomeStore.Part], _ withholding: Withholding
    ) {
        self.items = items
        self.sheets = sheets.mapValues { $0.filter { items[$0.part] != nil } }
        guard withholding.rules.contains(.waves) else { return }
        let repeated = Self.repeated(parts, items)
        for team in sheets.keys {
            for waves in repeated { narrow(team, waves, withholding) }
        }
    }

    /// One area of a part: its questions, and the columns in which their answers stand.
    private struct Asked {
        let figure: Figure
        let area: OutcomeArea
        let columns: [Int]
    }

    /// The areas that are asked about by the same questions more than once, in the order in which they
    /// closed.
    private static func repeated(
        _ parts: [OutcomeStore.Part], _ items: [Int64: [RatingStore.Item]]
    ) -> [[Asked]] {
        var byQuestions: [Set<Int64>: [Asked]] = [:]
        for part in parts.sorted(by: { $0.closing < $1.closing }) {
            let items = items[part.key] ?? []
            for area in part.areas where area.ratingItems > 0 {
                let columns = items.indices.filter { items[$0].area == area.key }
                guard !columns.isEmpty else { continue }
                byQuestions[Set(columns.map { items[$0].key }), default: []].append(
                    Asked(
                        figure: Figure(part: part.key, area: area.key), area: area.outcomeArea,
                        columns: columns))
            }
        }
        return byQuestions.values.filter { $0.count > 1 }
    }

    /// Forgets the answers of those whom a wave's figure does not cover.
    private mutating func narrow(_ team: Int64, _ waves: [Asked], _ withholding: Withholding) {
        guard let own = sheets[team], let area = waves.first?.area else { return }
        let answered = waves.map { asked in
            let items = items[asked.figure.part] ?? []
            return own.filter { $0.part == asked.figure.part }.reduce(into: WaveCoverage.Wave()) {
                wave, sheet in
                let questions = asked.columns.filter { sheet.steps[$0] != nil }.map { Int(items[$0].key) }
                if !questions.isEmpty { wave[sheet.person] = Set(questions) }
            }
        }
        let coverage = WaveCoverage(answered, minimum: withholding.minimumGroup) {
            withholding.shows(area, answeredBy: $0)
        }
        for (place, asked) in waves.enumerated() {
            let covered = coverage.people[place]
            guard covered.count < answered[place].count else { continue }
            leftOut[team, default: [:]][asked.figure] = answered[place].count - covered.count
            for index in own.indices
            where own[index].part == asked.figure.part && !covered.contains(own[index].person) {
                for column in asked.columns { sheets[team]?[index].steps[column] = nil }
            }
        }
    }

    /// A team's answers to a part, one row for each person who has any that count.
    func rows(_ team: Int64, _ part: Int64) -> [[Int?]] {
        (sheets[team] ?? []).filter { $0.part == part }.map(\.steps)
            .filter { $0.contains { $0 != nil } }.inOrder
    }
}
