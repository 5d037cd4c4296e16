import Support
import Testing

@testable import Kollegium

/// Every address of the register, for those who may open it and for those for whom there is nothing there.
@Suite struct RegisterAccessTests {
    private struct Route: Sendable {
        let path: String
        /// The people of the cast for whom the page opens.
        let open: Set<String>
    }

    private static let leader = "programledare@example.org"
    private static let cast = [
        "s2-t02@example.org", "s1-t01@example.org", "s2-t03@example.org", "handledare-1@example.org",
        "s1-l1@example.org", "utvecklingsledare@example.org", leader, "forskare@example.org",
        "administrator@example.org",
    ]

    private static func routes(_ here: Register) -> [Route] {
        let leaders: Set = [leader, "s1-l1@example.org", "utvecklingsledare@example.org"]
        let person = here.person("s2-t02@example.org")
        let member = "/teams/\(here.team("t2"))/members/\(person)/teacher/2013-08-19"
        let programme = "/programmes/\(here.programme)"
        var routes = [
            Route(path: "/programmes", open: leaders.union(["administrator@example.org"])),
            Route(path: "/programmes/new", open: [leader, "administrator@example.org"]),
            Route(path: programme, open: leaders),
            Route(path: programme + "/schools", open: leaders),
            Route(path: programme + "/teams", open: leaders),
            Route(path: "/schools/\(here.school("s1"))", open: leaders),
            Route(path: "/schools/\(here.school("s3"))", open: [leader]),
            Route(path: "/teams/\(here.team("t2"))/code", open: [leader, "s2-t03@example.org"]),
            Route(path: "/uploads", open: [leader]),
        ]
        for path in [
            programme + "/edit", programme + "/schools/new", programme + "/teams/new", programme + "/people",
            programme + "/people/new", programme + "/paste", "/schools/\(here.school("s1"))/edit",
            "/teams/\(here.team("t2"))/edit", "/teams/\(here.team("t2"))/members", member,
            "/people/\(person)",
            "/people/\(person)/edit",
        ] { routes.append(Route(path: path, open: [leader])) }
        return routes
    }

    @Test(arguments: TestEngine.allCases)
    func `each page opens for those whose it is and is not there for others`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine) { web in
            let here = try await web.register()
            for email in Self.cast {
                let browser = try await web.be(email)
                for route in Self.routes(here) {
                    let answer = try await browser.get(route.path)
                    let wanted: Int = route.open.contains(email) ? 200 : 404
                    #expect(answer.status.code == wanted, "\(email) \(route.path): \(answer.status)")
                }
            }
        }
    }

    @Test func `nobody is sent to sign in and comes back from there`() async throws {
        try await withDemo(.sqlite) { web in
            for route in Self.routes(try await web.register()) {
                let answer = try await web.browser().get(route.path)
                #expect(answer.status == .seeOther, "\(route.path): \(answer.status)")
                #expect(answer.location?.hasPrefix("/sign-in?then=%2F") == true, "\(route.path)")
            }
        }
    }

    @Test(arguments: TestEngine.allCases) func `what is sent by somebody whose it is not changes nothing`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine) { web in
            let here = try await web.register()
            let before = try await web.number("SELECT count(*) FROM activity")
            let person = here.person("s2-t02@example.org")
            let member = "/teams/\(here.team("t2"))/members/\(person)/teacher/2013-08-19"
            for email in Self.cast where email != Self.leader {
                let browser = try await web.be(email)
                for path in [
                    "/programmes/\(here.programme)/edit", "/programmes/\(here.programme)/takeover",
                    "/programmes/\(here.programme)/schools/new", "/programmes/\(here.programme)/teams/new",
                    "/programmes/\(here.programme)/people/new", "/programmes/\(here.programme)/paste",
                    "/schools/\(here.school("s1"))/edit", "/teams/\(here.team("t2"))/edit",
                    "/teams/\(here.team("t2"))/members", member, member + "/role", "/people/\(person)/edit",
                    "/people/\(person)/invitation",
                ] {
                    let answer = try await browser.post(
                        path, ["name": "Ny", "text": "Ny\tny@example.org", "do": "close"])
                    #expect(answer.status == .notFound, "\(email) \(path): \(answer.status)")
                }
            }
            #expect(try await web.number("SELECT count(*) FROM activity") == before)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a programme that one does not lead is not there in any address`(
        _ engine: TestEngine
    ) async throws {
        let other = try TestBundle.fiveSchools().changed {
            $0.replace("five-schools", with: "other", in: "study.yaml")
        }
        try await withWeb(engine, [try TestBundle.fiveSchools(), other]) { web in
            let there = try await web.register(1)
            #expect(there.programme != (try await web.register()).programme)
            let browser = try await web.be(Self.leader)
            let pages = Self.routes(there).map(\.path).filter { $0.contains(there.programme) }
            #expect(pages.count > 8)
            for path in pages + ["/teams/\(there.team("t2"))/members", "/schools/\(there.school("s1"))"] {
                #expect(try await browser.get(path).status == .notFound, "\(path)")
            }
            let list = try await browser.get("/programmes")
            #expect(!list.body.contains(there.programme))
        }
    }

    @Test func `a school’s leader sees no other school and no total in which others are`() async throws {
        try await withDemo(.sqlite) { web in
            let here = try await web.register()
            let browser = try await web.be("s1-l1@example.org")
            for part in ["", "/schools", "/teams"] {
                let page = try await browser.get("/programmes/\(here.programme)\(part)").body
                #expect(page.contains(here.school("s1")) || part == "/teams")
                for code in ["s2", "s3", "s4", "s5"] {
                    #expect(!page.contains(here.school(code)), "\(part) \(code)")
                }
                for code in ["t2", "t3", "t4", "t5"] {
                    #expect(!page.contains(here.team(code)), "\(part) \(code)")
                }
                #expect(!page.contains("5 skolor") && !page.contains("medlemmar i dag"))
            }
        }
    }
}
