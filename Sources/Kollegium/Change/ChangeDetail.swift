import Measures
import Storage

/// What stands beside the change where a report has room for it: how many steps the questions' scales have, and how
/// well the questions on each form measure in each part.
struct ChangeDetail: Sendable {
    private let items: [Int64: [RatingStore.Item]]
    /// What the steps of the questions on trust are called, where they are called the same in all parts.
    let scale: [Title]
    /// By part and form.
    let quality: [Int64: [TrustForm: MeasurementQuality]]

    static func read(_ db: Session, beside report: ChangeReport) throws -> ChangeDetail {
        let store = RatingStore(db: db)
        let items = try store.items(of: report.study.programme)
        let scales = try store.scales(of: report.study.programme, .forms)
        return try ChangeDetail(beside: report, items, scales) { items, body in
            try store.eachTeam(of: report.study.programme, items, body: body)
        }
    }

    /// - Parameter eachTeam: Hands over the rows of answers of each part and team to the items given.
    init(
        beside report: ChangeReport, _ items: [Int64: [RatingStore.Item]], _ scales: [Int64: [Title]],
        eachTeam: (
            [Int64: [RatingStore.Item]], (_ part: Int64, _ team: Int64, [[Int?]]) -> Void
        ) throws -> Void
    ) rethrows {
        let compared = Set(report.steps.flatMap { [$0.from.key, $0.to.key] })
        let items = items.filter { compared.contains($0.key) }
        var gatherings: [Int64: [TrustForm: MeasurementQuality.Gathering]] = [:]
        try eachTeam(items) { part, team, rows in
            guard let columns = items[part] else { return }
            for form in TrustForm.allCases {
                let own = columns.indices.filter { columns[$0].form == form }
                // Who answered the part need not have answered anything about the form.
                let people = rows.map { row in own.map { row[$0] } }.filter { $0.contains { $0 != nil } }
                guard report.study.showsSpread(of: people.count) else { continue }
                gatherings[part, default: [:]][form, default: .init()].take(
                    team, TeamRatings(rows: people), steps: own.map { columns[$0].steps })
            }
        }
        quality = gatherings.mapValues { forms in forms.mapValues { $0.quality(in: report.study) } }
        let scales = scales.filter { compared.contains($0.key) }.values
        scale = Set(scales).count == 1 ? scales.first ?? [] : []
        self.items = items
    }

    /// ` The steps: 1 = not at all true, …`; nothing where they have several names.
    func scaleInWords(_ language: Language) -> String {
        guard !scale.isEmpty else { return "" }
        let steps = scale.enumerated().map { "\($0 + 1) = \($1(language))" }.joined(separator: ", ")
        return Sentence(sv: " Skalan: \(steps).", en: " The scale: \(steps).")(language)
    }

    /// How many steps the scale of a chain's questions has; the longest where they differ.
    func scaleSteps(of chain: ChangeReport.Chain) -> Int {
        chain.parts.flatMap { items[$0.key] ?? [] }.filter { $0.form == chain.form }.map(\.steps).max() ?? 1
    }
}
