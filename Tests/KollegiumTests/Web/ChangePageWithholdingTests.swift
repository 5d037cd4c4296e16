import Measures
import Support
import Testing

/// What the page of change withholds.
@Suite struct ChangePageWithholdingTests {
    @Test func `a form that four of a team answered, though more answered something`() async throws {
        func bundle(_ steps: (Int) -> [Int]) -> TestBundle {
            var survey = TrustSurvey([
                "q": [
                    .init("start", wave: 1, [.process: 3, .collegial: 3]),
                    .init("end", wave: 2, [.process: 3, .collegial: 3]),
                ]
            ])
            for person in 0..<9 {
                for (wave, part) in ["start", "end"].enumerated() {
                    survey.answer(
                        part, "p\(person)", [person % 5 + 1, 3 + wave, person % 3 + 1], on: .process)
                    if person < 4 { survey.answer(part, "p\(person)", steps(person), on: .collegial) }
                }
            }
            return survey.bundle
        }
        try await expectAlike(bundle { [$0 + 1, $0 + 2, $0 + 1] }, bundle { [$0 + 1, 5 - $0, 3] }, "trust")
    }

    @Test func `a team in which four answered both times`() async throws {
        func bundle(_ people: [TrustSurvey.Person]) -> TestBundle {
            let eight = (0..<8).map { person -> TrustSurvey.Person in
                (from: [person % 5 + 1, 3, person % 3 + 1], to: [3, person % 4 + 1, 4])
            }
            var survey = TrustSurvey.twice(items: 3).moving(eight)
            survey.teams = ["t1", "t2"]
            return survey.moving(people, team: "t2").bundle
        }
        try await expectAlike(
            bundle(TrustSurvey.alike(4, from: [1, 1, 1], to: [5, 5, 5])),
            bundle([
                (from: [1, 2, 2], to: [1, 1, 4]), (from: [2, 2, 2], to: [2, 1, 4]),
                (from: [3, 2, 2], to: [3, 1, 4]), (from: [4, 2, 2], to: [4, 1, 4]),
            ]), "trust")
    }

    @Test(arguments: [(7, false, 0), (12, false, 0), (5, true, 10), (4, true, 0)])
    func `single people's lines take a published study`(
        _ people: Int, _ isPublished: Bool, _ lines: Int
    ) async throws {
        var survey = TrustSurvey([
            "q": ["a", "b", "c"].enumerated().map { .init($1, wave: $0 + 1, [.process: 2]) }
        ])
        survey.published = isPublished
        for person in 0..<people {
            for part in ["a", "b", "c"] {
                survey.answer(part, "p\(person)", [person % 5 + 1, 3], on: .process)
            }
        }
        try await expectLines(survey, lines)
    }

    @Test(arguments: [(7, 8, 0), (8, 8, 1), (9, 10, 0), (10, 10, 1)])
    func `a form of a single question takes as many as a single question`(
        _ people: Int, _ asked: Int, _ pictures: Int
    ) async throws {
        var survey = TrustSurvey.twice(items: 1).moving((0..<people).map { ($0 % 5 + 1, 3) })
        survey.minimumForSingleItems = asked
        #expect(try await page(survey).all("figure").count == pictures)
    }

    private func expectLines(_ survey: TrustSurvey, _ count: Int) async throws {
        #expect(try await page(survey).all(ofClass: "person").count == count)
    }

    private func page(_ survey: TrustSurvey) async throws -> ParsedPage.Element {
        let page = try await pages(of: survey.bundle, "trust", languages: ["en"]).first {
            $0.report == "change"
        }
        return try ParsedPage(try #require(page).text).root
    }
}
