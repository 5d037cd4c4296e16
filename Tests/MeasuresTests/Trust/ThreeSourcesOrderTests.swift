import Testing

@testable import Measures

/// Whoever answers or speaks lower never lifts a level. Else a team could gain by somebody's doubt.
@Suite struct ThreeSourcesOrderTests {
    @Test func `one lower answer never lifts a level, in its round or in a later one`() throws {
        var generator = SeededRandom(seed: 61)
        for _ in 0..<1_500 {
            let count = Int.random(in: 5...9, using: &generator)
            // By round, person and question; near the borders, where a level can change.
            let base = Int.random(in: 2...4, using: &generator)
            var answers = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
                (0..<count).map { _ in
                    (0..<4).map { _ in min(5, max(1, base + Int.random(in: -1...1, using: &generator))) }
                }
            }
            let before = Self.levels(answers)
            let round = Int.random(in: 0..<answers.count, using: &generator)
            let person = Int.random(in: 0..<count, using: &generator)
            let question = Int.random(in: 0..<4, using: &generator)
            guard answers[round][person][question] > 1 else { continue }
            answers[round][person][question] -= 1
            for (one, other) in zip(before, Self.levels(answers)) {
                let (one, other) = (try #require(one), try #require(other))
                #expect(other <= one)
            }
        }
    }

    private static func levels(_ answers: [[[Int]]]) -> [TrustLevel?] {
        TrustRounds.levels(
            answers.map { round in
                TrustRounds.round(
                    openness: round.map { Array($0[0...1]) }, honesty: round.map { Array($0[2...3]) })
            }
        ).map(\.level)
    }

    @Test func `one more voice of low trust, or one that turns low, never lifts a level`() throws {
        var generator = SeededRandom(seed: 62)
        func level() -> TrustLevel? { ([nil] + TrustLevel.allCases).randomElement(using: &generator) ?? nil }
        var compared = 0
        for _ in 0..<1_500 {
            let number = Int.random(in: 1...5, using: &generator)
            let held = Int.random(in: 5...10, using: &generator)
            var findings = TermFindings(
                number: number, statements: Said.standing(Said.random(&generator)),
                process: TermProcess(
                    planned: 10, held: held, attendance: AttendanceTally(present: held, absent: 10 - held),
                    leaderFeedback: 1))
            for form in TrustForm.allCases {
                findings.answers[form] = level().map {
                    AnswersReading(level: $0, reason: .held, bare: $0, figures: nil, wouldChange: [])
                }
            }
            let before = ThreeSources.assess(findings)
            for form in TrustForm.allCases {
                let now = try #require(before.verdict(on: form))
                // Evidence that said nothing yet gives the source its first level when it is contradicted.
                guard now.coded.level != nil || now.coded.isDoubted else { continue }
                for change in CodedReading.candidates(form, findings.statements)
                where Self.isLow(change, form) {
                    var lower = findings
                    lower.statements = findings.statements.with(change)
                    guard let one = now.level, let other = ThreeSources.assess(lower).level(of: form) else {
                        continue
                    }
                    compared += 1
                    #expect(other <= one, "\(form) \(change) \(findings.statements.ids)")
                }
            }
        }
        #expect(compared > 2_000)
    }

    private static func isLow(_ change: CodedChange, _ form: TrustForm) -> Bool {
        CodedSides.values[form]?.contains {
            $0.indicator == change.indicator && $0.value == change.value && $0.side == .opposes
        } ?? false
    }
}
