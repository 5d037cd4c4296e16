import Measures
import Storage
import Support
import Testing

@testable import Kollegium

/// All figures that a role is shown, put together by somebody who wants to know what one person answered.
@Suite struct WithheldFiguresAttackTests {
    private static let seeds: ClosedRange<UInt64> = 1...(isLongRun ? 120 : 15)

    /// What an attacker finds out from what researchers, teams and leaders see under some rules.
    private static func findings(_ study: SecretStudy, _ rules: Withholding.Rules, _ db: Session) throws
        -> [String]
    {
        guard let held = try StudyStore(db: db).study("secret"), let day = Day("2014-06-30") else {
            return ["no study"]
        }
        let all = Selection(teams: .all, through: day)
        let outcome = try OutcomeReading.read(db, held, all, detailed: false, rules: rules).report.json
        let change = try ChangeReading.read(db, held, all, rules: rules).report.json
        let total = try OutcomeTotal.read(db, held, through: day, rules: rules).json
        // A team sees a part of what a researcher does, and leaders the outcome with its totals.
        let shown = try ShownFigures(outcome: outcome, change: change, total: total)
        return try Attacker(study: study, shown: shown, usesOnce: rules.contains(.oneUse)).findings()
    }

    private static func held<T: Sendable>(
        _ study: SecretStudy, _ engine: TestEngine, _ body: @escaping @Sendable (Session) throws -> T
    ) async throws -> T {
        try await withPlace(engine) { place in
            try await place.holding(study.bundle)
            let database = try await Database(place.location)
            let result = try await database.read(body)
            try await database.close()
            return result
        }
    }

    @Test(arguments: TestEngine.allCases, seeds)
    func `nobody's answer, and no figure of fewer than five, can be worked out`(
        _ engine: TestEngine, _ seed: UInt64
    ) async throws {
        let study = SecretStudy(seed: seed)
        let found = try await Self.held(study, engine) { try Self.findings(study, .pages, $0) }
        #expect(found == [])
    }

    /// The attack is worth something only if it succeeds where a rule is missing.
    @Test func `without any one of the rules somebody's answer is worked out`() async throws {
        let rules: [Withholding.Rules] = [
            .waves, .remainders, .unanimity, .limitsApart, .spread, .chains, .oneUse,
        ]
        try #require(rules.reduce(into: Withholding.Rules()) { $0.formUnion($1) } == .pages)
        var caught: [Withholding.Rules: Int] = [:]
        for seed in 1...15 as ClosedRange<UInt64> {
            let study = SecretStudy(seed: seed)
            let found = try await Self.held(study, .sqlite) { db in
                try rules.filter { try !Self.findings(study, .pages.subtracting($0), db).isEmpty }
            }
            for rule in found { caught[rule, default: 0] += 1 }
        }
        for rule in rules { #expect(caught[rule, default: 0] > 0, "without rule \(rule.rawValue)") }
    }

    @Test func `the random studies show something of everything`() async throws {
        var seen: [String: Int] = [:]
        for seed in 1...15 as ClosedRange<UInt64> {
            let study = SecretStudy(seed: seed)
            let counts = try await Self.held(study, .sqlite) { db -> [String: Int] in
                let held = try #require(try StudyStore(db: db).study("secret"))
                let all = Selection(teams: .all, through: Day("2014-06-30"))
                let day = try #require(all.through)
                let outcome = try OutcomeReading.read(db, held, all, detailed: false).report.json
                let change = try ChangeReading.read(db, held, all).report.json
                let total = try OutcomeTotal.read(db, held, through: day).json
                let shown = try ShownFigures(outcome: outcome, change: change, total: total)
                return [
                    "limits": shown.shares.count { $0.isLimit },
                    "narrowed": shown.shares.count { $0.isNarrowed },
                    "means": shown.changes.count { $0.hasMeans },
                    "no means": shown.changes.count { !$0.hasMeans },
                    "counts": shown.changes.count { $0.hasCounts },
                    "intervals": shown.changes.count { $0.hasInterval },
                    "totals": shown.totals.count,
                ]
            }
            seen.merge(counts, uniquingKeysWith: +)
        }
        for (what, count) in seen { #expect(count > 0, "\(what)") }
    }
}
