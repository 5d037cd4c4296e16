import Measures
import Storage

/// How far teachers say that their goals of the time before were reached: the share on the two highest steps, by team
/// and, where that is asked for, in all.
struct GoalsReading: Sendable {
    let report: OutcomeReport
    /// What the steps of each part's scale are called.
    let scales: [Int64: [Title]]
    let total: OutcomeTotal?

    /// - Parameter total: Of which teams there is a total; nil for none.
    static func read(
        _ db: Session, _ study: Study, _ selection: Selection, in order: TeamStore.Order = .byName,
        total: Selection.Teams? = nil, rules: Withholding.Rules = .pages
    ) throws -> GoalsReading {
        let reading = try OutcomeReading.read(
            db, study, selection, in: order, about: .goals, detailed: false, rules: rules)
        let sum = try selection.through.flatMap { day in
            try total.map { try OutcomeTotal.read(db, study, $0, about: .goals, through: day, rules: rules) }
        }
        return GoalsReading(report: reading.report, scales: reading.detail.scales, total: sum)
    }

    /// The same for researchers, to whom teams are codes.
    var ofTeamsUnknown: GoalsReading {
        GoalsReading(report: report.ofTeamsUnknown, scales: scales, total: total)
    }
}
