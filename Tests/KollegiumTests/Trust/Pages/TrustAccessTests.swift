import Support
import Testing

@testable import Kollegium

/// Who reaches the trust map of team 1, and who finds nothing there.
@Suite struct TrustAccessTests {
    private static let members = ["s1-t01@example.org"]
    private static let supervisors = ["handledare-1@example.org"]
    private static let others = [
        "s2-t02@example.org", "s2-t03@example.org", "s1-l1@example.org", "utvecklingsledare@example.org",
        "programledare@example.org", "forskare@example.org", "administrator@example.org",
    ]

    @Test(arguments: TestEngine.allCases)
    func `the team and its supervisor read it, everybody else finds nothing`(_ engine: TestEngine)
        async throws
    {
        try await withDemo(engine) { web in
            let (map, level) = (try await web.trust("t1"), try await web.trust("t1", "/collegial/VT2015"))
            for email in Self.members + Self.supervisors {
                let browser = try await web.at(email)
                for path in [map, level] { #expect(try await browser.get(path).status == .ok, "\(email)") }
            }
            for email in Self.others {
                let browser = try await web.at(email)
                for path in [map, level] {
                    let page = try await browser.get(path)
                    #expect(page.status == .notFound, "\(email)")
                    #expect(!page.body.contains("Arbetslag 7–9"), "\(email)")
                }
            }
            for path in [map, level] {
                let page = try await web.browser().get(path)
                #expect(page.status == .seeOther)
                #expect(page.location?.hasPrefix("/sign-in") == true)
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `only they write there, and only the supervisor sets a level`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            let level = try await web.trust("t1", "/collegial/VT2015")
            for email in Self.others {
                let browser = try await web.at(email)
                #expect(
                    try await browser.post(level + "/comments", ["text": "Hej"]).status == .notFound,
                    "\(email)")
                #expect(
                    try await browser.post(level + "/level", ["level": "H", "reason": "Så"]).status
                        == .notFound,
                    "\(email)")
            }
            let teacher = try await web.at(Self.members[0])
            #expect(
                try await teacher.post(level + "/level", ["level": "H", "reason": "Så"]).status == .notFound)
            #expect(!(try await teacher.get(level).body.contains("name=\"level\"")))
            #expect(try await teacher.post(level + "/comments", ["text": "Hej"]).status == .seeOther)
            let supervisor = try await web.at(Self.supervisors[0])
            #expect(try await supervisor.post(level + "/comments", ["text": "Hej"]).status == .seeOther)
            #expect(
                try await supervisor.post(level + "/level", ["level": "H", "reason": "Så"]).status
                    == .seeOther)
            #expect(try await web.place.witness("SELECT count(*) FROM trust_comments") == ["2"])
            #expect(try await web.place.witness("SELECT count(*) FROM trust_overrides") == ["1"])
            let done = "SELECT verb, thing FROM activity WHERE thing LIKE 'trust%' ORDER BY id"
            #expect(
                try await web.place.witness(done) == [
                    "commented|trust comment", "commented|trust comment", "set|trust override",
                ])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a term, a form or a team that is not there gives 404`(_ engine: TestEngine) async throws {
        try await withDemo(engine, today: "2014-06-10") { web in
            let browser = try await web.at("s1-t01@example.org")
            for rest in [
                "/collegial/HT2014", "/collegial/HT2012", "/collegial/x", "/collegial/%00",
                "/spiritual/VT2014",
                "/collegial/VT2014%2F",
            ] {
                let path = try await web.trust("t1", rest)
                #expect(try await browser.get(path).status == .notFound, "\(rest)")
                #expect(
                    try await browser.post(path + "/comments", ["text": "Hej"]).status == .notFound, "\(rest)"
                )
            }
            #expect(try await browser.get("/teams/nothing/trust").status == .notFound)
            #expect(try await browser.get("/teams/nothing/trust/process/VT2014").status == .notFound)
        }
    }

    @Test func `an imported programme that nobody has taken over is only read`() async throws {
        try await withDemo(.sqlite) { web in
            try await web.site.database.write { db in
                _ = try db.execute("UPDATE programmes SET taken_over_at = NULL")
            }
            let level = try await web.trust("t1", "/collegial/VT2015")
            let teacher = try await web.at("s1-t01@example.org")
            let page = try await teacher.get(level)
            #expect(page.status == .ok)
            #expect(!page.body.contains("<textarea"))
            #expect(try await teacher.post(level + "/comments", ["text": "Hej"]).status == .forbidden)
        }
    }
}
