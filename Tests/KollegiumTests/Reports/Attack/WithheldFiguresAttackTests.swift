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
        let shown = try Self.shown(study, rules, db)
        return try Attacker(study: study, shown: shown, usesOnce: rules.contains(.oneUse)).findings()
    }

    /// Everything that somebody reads who comes back all through the programme. A team sees a part of what a researcher
    /// does, and leaders the outcome with its totals and how large a share was there.
    private static func shown(_ study: SecretStudy, _ rules: Withholding.Rules, _ db: Session) throws
        -> ShownFigures
    {
        let held = try #require(try StudyStore(db: db).study("secret"))
        let schools = try db.all("SELECT code, school_id FROM school_profiles ORDER BY code") {
            (try $0.text(0), try $0.key(1))
        }
        let waves = try Self.waves(held, db)
        var shown = ShownFigures()
        for day in SecretStudy.readings {
            let all = Selection(teams: .all, through: day)
            try shown.add(
                outcome: OutcomeReading.read(db, held, all, detailed: false, rules: rules).report.json,
                change: ChangeReading.read(db, held, all, rules: rules).report.json,
                total: OutcomeTotal.read(db, held, through: day, rules: rules).json)
            for (code, school) in schools {
                try shown.add(
                    total: OutcomeTotal.read(db, held, .school(school), through: day, rules: rules).json,
                    of: study.teams(at: code))
                try shown.add(
                    total: OutcomeTotal.read(
                        db, held, .school(school), about: .goals, through: day, rules: rules
                    ).json, of: study.teams(at: code))
            }
            for wave in waves {
                let figures = try WaveFigures.read(
                    db, wave, held, all, in: .byCode, total: true, rules: rules)
                try shown.add(
                    results: WaveResultsReport(study: held, figures: figures).json,
                    ["choice": SecretStudy.alternatives, "loose": (1...5).map { "\($0)" }])
            }
            // Intervals take long. Where all answered as many questions their mean is the index once more.
            if !rules.contains(.evenMeans) || rules == .pages, day == SecretStudy.readings.last {
                try shown.add(OutcomeReading.read(db, held, all, rules: rules))
            }
            guard !rules.contains(.levels) else { continue }
            for team in try TeamStore(db: db).names(of: held.programme) {
                try shown.add(TrustMap.read(db, team: team.key, today: day), of: team.code)
            }
        }
        for day in Set(study.meetings.map(\.day)) {
            let selection = Selection(teams: .all, through: day)
            try shown.add(
                continuity: ContinuityReport.read(db, held, selection, rules: rules).json, on: day)
        }
        return shown
    }

    /// The study's parts as waves that are over.
    private static func waves(_ study: Study, _ db: Session) throws -> [Wave] {
        try db.all(
            """
            SELECT p.id, q.id, p.wave, \(PartName.columns)
            FROM questionnaires q
            JOIN questionnaire_versions v ON v.questionnaire_id = q.id
            JOIN parts p ON p.version_id = v.id
            WHERE q.programme_id = ? ORDER BY p.wave
            """, study.programme
        ) { row in
            Wave(
                publicID: "", part: try row.key(0), questionnaire: try row.key(1),
                programme: study.programme, name: try PartName(row, from: 3), number: try row.integer(2),
                asks: .members, opens: nil, closes: nil, form: WaveForm(), openedAt: 0, closedAt: 0,
                isImported: false)
        }
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
            .waves, .remainders, .unanimity, .limitsApart, .spread, .chains, .oneUse, .levels, .meetings,
            .evenMeans, .alternatives,
        ]
        try #require(rules.reduce(into: Withholding.Rules()) { $0.formUnion($1) } == .pages)
        var left = rules
        for seed in 1...15 as ClosedRange<UInt64> where !left.isEmpty {
            let (study, unproven) = (SecretStudy(seed: seed), left)
            left = try await Self.held(study, .sqlite) { db in
                try unproven.filter { try Self.findings(study, .pages.subtracting($0), db).isEmpty }
            }
        }
        #expect(left == [], "nothing is found without \(left.map(\.rawValue))")
    }

    @Test func `the random studies show something of everything`() async throws {
        var seen: [String: Int] = [:]
        for seed in 1...15 as ClosedRange<UInt64> {
            let study = SecretStudy(seed: seed)
            let counts = try await Self.held(study, .sqlite) { db -> [String: Int] in
                let shown = try Self.shown(study, .pages, db)
                return [
                    "limits": shown.shares.count { $0.isLimit },
                    "narrowed": shown.shares.count { $0.isNarrowed },
                    "means": shown.changes.count { $0.hasMeans },
                    "no means": shown.changes.count { !$0.hasMeans },
                    "counts": shown.changes.count { $0.hasCounts },
                    "intervals": shown.changes.count { $0.hasInterval },
                    "totals": shown.totals.count,
                    "attendance": shown.presences.count,
                    "goals": shown.shares.count { $0.area == SecretStudy.goals && !$0.isLimit },
                    "goals of all": shown.totals.count { $0.area == SecretStudy.goals },
                    "distributions": shown.distributions.count { !$0.groups.isEmpty },
                    "narrowed distributions": shown.distributions.count(where: \.isNarrowed),
                    "alternatives together": shown.distributions.count { told in
                        told.groups.contains { $0.count != nil && $0.alternatives.count > 1 }
                    },
                ]
            }
            seen.merge(counts, uniquingKeysWith: +)
        }
        for (what, count) in seen { #expect(count > 0, "\(what)") }
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func `a table that is downloaded tells no number that its file for programs does not`(_ seed: UInt64)
        async throws
    {
        let study = SecretStudy(seed: seed)
        let unknown = try await Self.held(study, .sqlite) { db -> [String] in
            let held = try #require(try StudyStore(db: db).study("secret"))
            let all = Selection(teams: .all, through: SecretStudy.readings.last)
            let change = try ChangeReading.read(db, held, all)
            let continuity = try ContinuityReport.read(db, held, all)
            let reports: [any Report] = [
                try OutcomeReading.read(db, held, all, detailed: false).report, change.report, change.forTeam,
                continuity,
            ]
            let counts = HeadCounts(continuity)
            let files =
                try reports.map { (try $0.csv(for: .spreadsheet), $0.json) } + [
                    (try counts.csv(for: .spreadsheet), counts.json(held, total: nil)),
                    // What leaders are told of attendance is what the team is.
                    (Self.attendance(counts), continuity.json),
                ]
            return files.flatMap { Self.numbers(Self.rows($0.0)).subtracting(Self.numbers($0.1)).sorted() }
        }
        #expect(unknown == [])
    }

    /// A table without its headings.
    private static func rows(_ csv: [UInt8]) -> [UInt8] { Array(csv.drop { $0 != UInt8(ascii: "\n") }) }

    private static func attendance(_ counts: HeadCounts) -> [UInt8] {
        Array("\n".utf8)
            + Array(counts.rows.compactMap { $0.attendance?.share?.description }.joined(separator: " ").utf8)
    }

    private static func numbers(_ bytes: [UInt8]) -> Set<String> {
        Set(String(decoding: bytes, as: UTF8.self).matches(of: /\b[0-9]+(\.[0-9]+)?/).map { String($0.0) })
    }
}
