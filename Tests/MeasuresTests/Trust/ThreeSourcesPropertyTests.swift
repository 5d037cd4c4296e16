import Testing

@testable import Measures

/// What holds of the rules whatever is found.
@Suite struct ThreeSourcesPropertyTests {
    private static func findings(_ generator: inout SeededRandom) -> TermFindings {
        func level() -> TrustLevel? { ([nil] + TrustLevel.allCases).randomElement(using: &generator) ?? nil }
        let planned = Int.random(in: 0...12, using: &generator)
        let process = TermProcess(
            planned: planned, held: Int.random(in: 0...planned, using: &generator),
            attendance: AttendanceTally(
                present: Int.random(in: 0...40, using: &generator),
                absent: Int.random(in: 0...15, using: &generator)),
            leaderFeedback: Int.random(in: 0...2, using: &generator),
            unresolved: Int.random(in: 0...4, using: &generator) == 0 ? [3] : [],
            standing: FrameChange.Kind.allCases.filter { _ in Int.random(in: 0...4, using: &generator) == 0 }
                .map {
                    FrameChange(kind: $0, day: 3)
                })
        var answers: [TrustForm: AnswersReading] = [:]
        for form in TrustForm.allCases {
            guard let level = level() else { continue }
            answers[form] = AnswersReading(
                level: level, reason: .held, bare: level, figures: nil, wouldChange: [])
        }
        return TermFindings(
            number: Int.random(in: 1...5, using: &generator), answers: answers,
            statements: Said.standing(Said.random(&generator)), process: process)
    }

    private func each(_ times: Int = 2_000, _ body: (TermFindings, inout SeededRandom) throws -> Void)
        rethrows
    {
        var generator = SeededRandom(seed: 2026)
        for _ in 0..<times {
            let findings = Self.findings(&generator)
            try body(findings, &generator)
        }
    }

    @Test func `caps only lower, and never make a level where there is none`() {
        each { findings, _ in
            for verdict in ThreeSources.assess(findings).verdicts {
                #expect((verdict.level == nil) == (verdict.beforeCaps == nil))
                guard let level = verdict.level, let before = verdict.beforeCaps else { continue }
                #expect(level <= before)
                #expect(verdict.caps.allSatisfy { level <= $0.cap.most })
                #expect(level == before || !verdict.lowering.isEmpty)
            }
        }
    }

    @Test func `one source alone, or divided views, are never high`() {
        each { findings, _ in
            for verdict in ThreeSources.assess(findings).verdicts
            where verdict.isPreliminary || verdict.isDivided {
                #expect(verdict.level != .high)
            }
        }
    }

    @Test func `a better level of the answers never lowers the form's`() throws {
        try each { findings, _ in
            for form in TrustForm.allCases {
                let levels = try [TrustLevel.low, .enough, .high].map { level in
                    var other = findings
                    other.answers[form] = AnswersReading(
                        level: level, reason: .held, bare: level, figures: nil, wouldChange: [])
                    return try #require(ThreeSources.assess(other).level(of: form))
                }
                #expect(levels == levels.sorted())
            }
        }
    }

    @Test func `more meetings held, more feedback or a lifted split never lower a level`() {
        each { findings, _ in
            let before = ThreeSources.assess(findings)
            var better = findings
            better.process.held = findings.process.planned
            better.process.leaderFeedback += 1
            better.process.unresolved = []
            better.process.standing = []
            better.process.attendance.present += findings.process.attendance.absent
            better.process.attendance.absent = 0
            let after = ThreeSources.assess(better)
            for form in TrustForm.allCases {
                guard let one = before.level(of: form), let other = after.level(of: form) else { continue }
                #expect(one <= other)
            }
        }
    }

    @Test func `what would change a level does, and what is not listed does not`() throws {
        try each(300) { findings, _ in
            let assessment = ThreeSources.assess(findings)
            for form in TrustForm.allCases {
                let now = try #require(assessment.verdict(on: form))
                let changes = assessment.wouldChange(form)
                for candidate in CodedReading.candidates(form, findings.statements) {
                    var other = findings
                    other.statements = other.statements.with(candidate)
                    let then = try #require(ThreeSources.assess(other).verdict(on: form))
                    let listed = changes.first { $0.subject == .coded(candidate) }
                    let moves =
                        then.level != now.level || then.coded.level != now.coded.level
                        || then.isDivided != now.isDivided
                    #expect((listed != nil) == moves)
                    if let listed { #expect(listed.formLevel == then.level) }
                }
                for change in changes {
                    guard case .process(let process) = change.subject else { continue }
                    var other = findings
                    other.process = other.process.with(process)
                    let then = try #require(ThreeSources.assess(other).verdict(on: form))
                    #expect(change.formLevel == then.level)
                    #expect(then.level != now.level || then.process?.level != now.process?.level)
                }
            }
        }
    }

    @Test func `a meeting fewer than what would change it changes nothing`() throws {
        var findings = TermFindings(number: 1, process: TermProcess(planned: 11, held: 5, leaderFeedback: 1))
        let assessment = ThreeSources.assess(findings)
        let needed = assessment.wouldChange(.process).compactMap { change -> Int? in
            guard case .process(.meetingsHeld(let held, _)) = change.subject else { return nil }
            return held
        }
        #expect(needed.sorted() == [8, 10])
        findings.process.held = 7
        #expect(ThreeSources.assess(findings).level(of: .process) == .low)
        findings.process.held = 8
        #expect(ThreeSources.assess(findings).level(of: .process) == .enough)
    }
}
