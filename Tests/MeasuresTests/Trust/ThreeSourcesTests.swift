import Testing

@testable import Measures

/// How the sources are combined, and what caps them.
@Suite struct ThreeSourcesTests {
    private static let held = TermProcess(
        planned: 10, held: 10, attendance: AttendanceTally(present: 30, absent: 0), leaderFeedback: 1)

    private func reading(_ level: TrustLevel?) -> AnswersReading {
        AnswersReading(level: level, reason: .held, bare: level, figures: nil, wouldChange: [])
    }

    private func assess(
        _ form: TrustForm, answers: TrustLevel? = nil, _ said: [Said] = [],
        _ process: TermProcess = ThreeSourcesTests.held, number: Int = 4
    ) throws -> FormVerdict {
        let findings = TermFindings(
            number: number, answers: [form: reading(answers)], statements: Said.standing(said),
            process: process)
        return try #require(ThreeSources.assess(findings).verdict(on: form))
    }

    @Test func `the median of three, the lower of two, and one alone never high`() {
        let all = TrustLevel.allCases
        for one in all {
            #expect(FormVerdict.combined([one]).1 == min(one, .enough))
            #expect(FormVerdict.combined([one]).0 == .oneAlone)
            for two in all {
                #expect(FormVerdict.combined([one, two]).1 == min(one, two))
                for three in all {
                    let median = max(min(one, two), min(max(one, two), three))
                    #expect(FormVerdict.combined([one, two, three]).1 == median)
                }
            }
        }
        #expect(FormVerdict.combined([]).1 == nil)
        #expect(FormVerdict.combined([]).0 == .noSource)
    }

    @Test func `a verdict names every rule that it went through`() throws {
        let trusted = Said("organisational-trustworthiness", "high", .team)
        let verdict = try assess(.process, answers: .low, [trusted])
        #expect(verdict.level == .high)
        #expect(
            verdict.rules == ["answers-held", "organisation-trusted", "meetings-held", "median-of-three"])
        #expect(!verdict.isPreliminary)
    }

    @Test func `one source alone is preliminary`() throws {
        let verdict = try assess(.process)
        #expect(verdict.level == .enough)
        #expect(verdict.isPreliminary)
        #expect(verdict.combination == .oneAlone)
        let none = try assess(.collegial)
        #expect(none.level == nil)
        #expect(!none.isPreliminary)
    }

    @Test func `divided views are no high, whatever the others say`() throws {
        let views = [
            Said("organisational-trustworthiness", "high", .team),
            Said("organisational-trustworthiness", "low", .supervisor),
        ]
        let verdict = try assess(.process, answers: .high, views)
        #expect(verdict.isDivided)
        #expect(verdict.level == .enough)
        #expect(
            try assess(.process, answers: .low, views, TermProcess(planned: 10, leaderFeedback: 1)).level
                == .low)
    }

    @Test func `a lone low voice is no high either, whether or not another speaks against it`() throws {
        let low = Said("relations", "doubted", .team)
        var levels: [TrustLevel?] = []
        for said in [
            [], [Said("relations", "affirmed", .supervisor)], [Said("relations", "doubted", .supervisor)],
        ] {
            levels.append(try assess(.collegial, answers: .high, [low] + said).level)
        }
        #expect(levels == [.enough, .enough, .low])
        let alone = try assess(.process, answers: .high, [Said("supervision-trust", "low", .team)])
        #expect(alone.coded.reason == .lowFromOneSource)
        #expect(alone.level == .enough)
    }

    @Test func `a disputed purpose caps, and not where another source finds it shared`() throws {
        let disputed = Said("purpose", "disputed", .team)
        let verdict = try assess(.process, answers: .high, [disputed])
        #expect(verdict.beforeCaps == .enough)
        #expect(verdict.level == .low)
        #expect(verdict.lowering.map(\.cap) == [.purposeDisputed])
        #expect(verdict.caps.first?.evidence == [disputed.id])
        let divided = try assess(.process, answers: .high, [disputed, Said("purpose", "shared", .leaders)])
        #expect(divided.caps == [])
        #expect(divided.level == .enough)
    }

    @Test func `an unresolved organisation caps at low, and no feedback at high enough`() throws {
        var process = Self.held
        process.unresolved = [77]
        let unresolved = try assess(.process, answers: .high, [], process)
        #expect(unresolved.level == .low)
        #expect(unresolved.caps == [FiredCap(cap: .organisationUnresolved, evidence: [], days: [77])])
        process = Self.held
        process.leaderFeedback = 0
        let trusted = Said("organisational-trustworthiness", "high", .team)
        let silent = try assess(.process, answers: .high, [trusted], process)
        #expect(silent.beforeCaps == .high)
        #expect(silent.level == .enough)
        #expect(silent.lowering.map(\.cap) == [.noLeaderFeedback])
    }

    @Test func `a split caps at low, an exemption and a reduction at high enough`() throws {
        let said = [Said("efficacy", "established", .team), Said("drivers", "present", .supervisor)]
        for (kind, cap, level) in [
            (FrameChange.Kind.split, TrustCap.teamSplit, TrustLevel.low),
            (.exemption, .exemptionNotAgreed, .enough), (.reduction, .reductionNotAgreed, .enough),
        ] {
            var process = Self.held
            process.standing = [FrameChange(kind: kind, day: 5)]
            let verdict = try assess(.collective, answers: .high, said, process)
            #expect(verdict.beforeCaps == .high)
            #expect(verdict.level == level)
            #expect(verdict.caps == [FiredCap(cap: cap, evidence: [], days: [5])])
        }
    }

    @Test func `harmony without practice caps after the third term, where supervisor and team say both`()
        throws
    {
        let both = ["climate": "apparent-only", "practice": "not-visible"].flatMap { indicator, value in
            [Said(indicator, value, .team), Said(indicator, value, .supervisor)]
        }
        let verdict = try assess(.collegial, answers: .high, both)
        #expect(verdict.caps.map(\.cap) == [.harmonyWithoutPractice])
        #expect(verdict.caps.first?.evidence.count == 4)
        #expect(verdict.level == .low)
        #expect(try assess(.collegial, answers: .high, both, number: 3).caps == [])
        for missing in both.indices {
            var fewer = both
            fewer.remove(at: missing)
            #expect(try assess(.collegial, answers: .high, fewer).caps == [])
        }
    }

    @Test func `the outlook counts divided views as high enough and as no high`() {
        let findings = TermFindings(
            number: 4,
            answers: [.process: reading(.high), .collegial: reading(.high), .collective: reading(.high)],
            statements: Said.standing([
                Said("relations", "affirmed", .team), Said("relations", "doubted", .supervisor),
            ]), process: Self.held)
        let assessment = ThreeSources.assess(findings)
        #expect(assessment.endurance == true)
        #expect(assessment.deepenedLearning == false)
        #expect(assessment.conditions.map(\.isThere) == [true, true, false])
        #expect(assessment.conditions.map(\.least) == [.enough, .enough, .high])
        let nothing = ThreeSources.assess(TermFindings(number: 1))
        #expect(nothing.conditions.map(\.isThere) == [nil, nil, nil])
        #expect(nothing.endurance == nil)
    }
}
