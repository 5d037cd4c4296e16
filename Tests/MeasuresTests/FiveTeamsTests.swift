import Measures
import Testing

/// A team of the study: its coded evidence, and what the article's third table says of it.
struct StudyTeam: Sendable, CustomTestStringConvertible {
    let id: String
    /// Id, indicator and value, as in the study's evidence.csv.
    let evidence: [(id: String, indicator: String, value: String)]
    let process: TrustLevel
    let collegial: TrustLevel
    let collective: TrustLevel
    let completed: Bool
    let deepened: Bool
    /// The rules and the evidence under each, in the order of reports.
    let reasons: [(rule: String, evidence: [String])]

    var testDescription: String { id }

    static let all = [
        StudyTeam(
            id: "t1",
            evidence: [
                ("e001", "organisational-trustworthiness", "high"), ("e002", "drivers", "present"),
                ("e003", "relations", "doubted"), ("e004", "efficacy", "growing"),
            ],
            process: .high, collegial: .low, collective: .enough, completed: true, deepened: false,
            reasons: [
                ("organisation-trusted", ["e001"]), ("relations-doubted", ["e003"]),
                ("efficacy-on-its-way", ["e004"]),
            ]),
        StudyTeam(
            id: "t2",
            evidence: [
                ("e005", "purpose", "shared"), ("e006", "organisational-trustworthiness", "high"),
                ("e007", "drivers", "present"), ("e008", "relations", "affirmed"),
                ("e009", "efficacy", "established"),
            ],
            process: .high, collegial: .high, collective: .high, completed: true, deepened: true,
            reasons: [
                ("organisation-trusted", ["e006"]), ("relations-affirmed", ["e008"]),
                ("efficacy-carried", ["e009", "e007"]),
            ]),
        StudyTeam(
            id: "t3",
            evidence: [
                ("e010", "purpose", "disputed"), ("e011", "organisational-trustworthiness", "low"),
                ("e012", "relations", "doubted"), ("e013", "efficacy", "low"),
            ],
            process: .low, collegial: .low, collective: .low, completed: false, deepened: false,
            reasons: [
                ("organisation-distrusted", ["e011"]), ("relations-doubted", ["e012"]),
                ("efficacy-low", ["e013"]),
            ]),
        StudyTeam(
            id: "t4",
            evidence: [
                ("e014", "organisational-trustworthiness", "high"),
                ("e015", "leadership-distance", "distant"),
                ("e016", "drivers", "absent"), ("e017", "climate", "apparent-only"),
                ("e018", "practice", "not-visible"),
            ],
            process: .enough, collegial: .low, collective: .enough, completed: true, deepened: false,
            reasons: [
                ("leadership-apart", ["e014", "e015"]), ("harmony-without-practice", ["e017", "e018"]),
                ("efficacy-not-doubted", ["e014"]),
            ]),
        StudyTeam(
            id: "t5",
            evidence: [
                ("e019", "organisational-trustworthiness", "low"), ("e020", "relations", "affirmed"),
                ("e021", "efficacy", "low"),
            ],
            process: .low, collegial: .high, collective: .low, completed: false, deepened: false,
            reasons: [
                ("organisation-distrusted", ["e019"]), ("relations-affirmed", ["e020"]),
                ("efficacy-low", ["e021"]),
            ]),
    ]

    func assessment() throws -> TrustAssessment {
        let dated = evidence.map { id, indicator, value in
            DatedEvidence(
                date: "2015-06-05", evidence: TrustEvidence(id: id, indicator: indicator, value: value))
        }
        return try TableThree.rules().assess(TrustEvidence.newest(of: dated))
    }
}

@Suite struct FiveTeamsTests {
    @Test(arguments: StudyTeam.all)
    func `the levels are those of the third table`(team: StudyTeam) throws {
        let assessment = try team.assessment()
        #expect(assessment.verdicts.map(\.form) == [.process, .collegial, .collective])
        #expect(assessment.verdicts.map(\.level) == [team.process, team.collegial, team.collective])
        #expect(assessment.level(of: .process) == team.process)
        #expect(assessment.level(of: .collegial) == team.collegial)
        #expect(assessment.level(of: .collective) == team.collective)
    }

    @Test(arguments: StudyTeam.all)
    func `endurance is which teams completed, deepened learning the one where it was seen`(
        team: StudyTeam
    ) throws {
        let assessment = try team.assessment()
        #expect(assessment.endurance == team.completed)
        #expect(assessment.deepenedLearning == team.deepened)
    }

    @Test(arguments: StudyTeam.all)
    func `each level shows its rule and the evidence under it`(team: StudyTeam) throws {
        let verdicts = try team.assessment().verdicts
        #expect(verdicts.map(\.rule) == team.reasons.map(\.rule))
        #expect(verdicts.map(\.evidence) == team.reasons.map(\.evidence))
        #expect(verdicts.allSatisfy { $0.missing.isEmpty })
    }

    @Test func `what would change the verdicts on the first team is listed in order`() throws {
        let changes = try StudyTeam.all[0].assessment().verdicts.map(\.wouldChange)
        #expect(
            changes[0] == [
                change("organisational-trustworthiness", "low", .low), change("purpose", "disputed", .low),
                change("leadership-distance", "distant", .enough),
            ])
        #expect(changes[1] == [change("relations", "affirmed", .high)])
        #expect(changes[2] == [change("efficacy", "low", .low), change("efficacy", "established", .high)])
    }

    private func change(_ indicator: String, _ value: String, _ level: TrustLevel?) -> TrustChange {
        TrustChange(indicator: indicator, value: value, level: level)
    }
}
