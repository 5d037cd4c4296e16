import Support
import Testing

@testable import Kollegium

/// The five teams once more, of a study whose figures nobody has published: what a team's own pages then keep back.
@Suite struct UnpublishedStudyTests {
    private static func bundle(published: Bool) throws -> TestBundle {
        let bundle = try TestBundle.fiveSchools()
        return bundle.changed {
            $0.replace("published: true", with: "published: \(published)", in: "study.yaml")
        }
    }

    private func pages(published: Bool) async throws -> (outcome: String, csv: String, change: String) {
        try await withWeb(.sqlite, [Self.bundle(published: published)]) { web in
            let browser = try await web.be("s1-t01@example.org")
            let team = try await web.team("t1")
            let outcome = try await browser.get(team + "/outcome")
            #expect(outcome.status == .ok)
            return (
                readable(outcome.body), try await browser.get(team + "/outcome/csv").body,
                readable(try await browser.get(team + "/change").body)
            )
        }
    }

    @Test func `a team of seven reads no single question and no directions, unless they are published`()
        async throws
    {
        let (open, kept) = (try await pages(published: true), try await pages(published: false))
        #expect(open.outcome.contains(/1 fråga\)[^0-9]*[0-9]+ %/))
        #expect(!kept.outcome.contains(/1 fråga\)[^0-9]*[0-9]+ %/))
        #expect(open.change.contains(/[0-9] upp, [0-9] lika, [0-9] ned/))
        #expect(!kept.change.contains(/[0-9] upp, [0-9] lika, [0-9] ned/))
        #expect(!kept.change.contains(/[0-9] ned/))
        #expect(open.csv != kept.csv)
    }
}
