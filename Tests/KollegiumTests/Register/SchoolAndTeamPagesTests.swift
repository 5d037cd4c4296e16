import Support
import Testing

@testable import Kollegium

@Suite struct SchoolAndTeamPagesTests {
    private let leader = "programledare@example.org"

    @Test(arguments: TestEngine.allCases)
    func `a school is added, looked for, changed, and not over somebody else’s change`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine) { web in
            let here = try await web.register()
            let browser = try await web.be(leader)
            let list = "/programmes/\(here.programme)/schools"
            let wrong = try await browser.post(
                list + "/new", ["name": "", "municipality": "Ö-vik", "pupils": "många"])
            #expect(wrong.status == .unprocessableContent && wrong.body.contains("value=\"Ö-vik\""))
            #expect(wrong.body.contains("id=\"name-e\"") && wrong.body.contains("id=\"pupils-e\""))
            let added = try await browser.submit(
                list + "/new",
                ["name": "Åsskolan <i>", "municipality": "Ö-vik", "pupils": "1234", "meritValue": "201,5"])
            #expect(
                added.body.contains("Åsskolan &lt;i&gt;") && added.body.contains("1\u{A0}234")
                    && added.body.contains("201,5"))
            let found = try await browser.get(list + "?q=%C3%A5ssk")
            #expect(found.body.contains("Åsskolan") && !found.body.contains(here.school("s1")))
            let school = "/schools/\(here.school("s1"))"
            let basis = try #require(try await browser.get(school + "/edit").hidden("basis"))
            let saved = try await browser.submit(school + "/edit", ["name": "Ekskolan", "basis": basis])
            #expect(
                saved.status == .ok && saved.body.contains("<h1>Ekskolan</h1>")
                    && saved.body.contains("Sparat."))
            let stale = try await browser.post(school + "/edit", ["name": "Askskolan", "basis": basis])
            #expect(stale.status == .unprocessableContent && stale.body.contains("value=\"Askskolan\""))
        }
    }

    @Test(arguments: TestEngine.allCases) func `a team is added and changed, and its name is only text`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine) { web in
            let here = try await web.register()
            let browser = try await web.be(leader)
            let new = "/programmes/\(here.programme)/teams/new"
            let wrong = try await browser.post(
                new, ["school": "nowhere", "name": "Lag <script>", "pupils": "-1"])
            #expect(
                wrong.status == .unprocessableContent && wrong.body.contains("value=\"Lag &lt;script&gt;\""))
            #expect(wrong.body.contains("id=\"school-e\"") && wrong.body.contains("id=\"pupils-e\""))
            let members = try await browser.submit(
                new, ["school": here.school("s3"), "name": "Lag <script>alert(1)</script>"])
            #expect(members.status == .ok && members.body.contains("Ingen är med i laget än"))
            #expect(!members.body.contains("<script"))
            let list = try await browser.get(
                "/programmes/\(here.programme)/teams?q=script&school=\(here.school("s3"))"
            ).body
            #expect(list.contains("Lag &lt;script&gt;") && !list.contains(here.team("t2")))
            #expect(
                !(try await browser.get("/programmes/\(here.programme)/teams?school=\(here.school("s2"))"))
                    .body.contains("script&gt;"))
            let edit = "/teams/\(here.team("t2"))/edit"
            let basis = try #require(try await browser.get(edit).hidden("basis"))
            let saved = try await browser.post(
                edit, ["school": here.school("s2"), "name": "Björnarna", "basis": basis])
            #expect(saved.status == .seeOther)
            let stale = try await browser.post(
                edit, ["school": here.school("s2"), "name": "Vargarna", "basis": basis])
            #expect(stale.status == .unprocessableContent && stale.body.contains("value=\"Vargarna\""))
            #expect(
                try await browser.get("/teams/\(here.team("t2"))/members").body.contains(
                    "Medlemmar i Björnarna"))
        }
    }

    @Test(arguments: TestEngine.allCases) func `teams come fifty at a time, with the supervisor`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine) { web in
            let here = try await web.register()
            let browser = try await web.be(leader)
            let all = try await browser.get("/programmes/\(here.programme)/teams").body
            for link in ["/teams/new", "/paste", "/teams/\(here.team("t2"))/members"] {
                #expect(all.contains("\(link)\""), "\(link)")
            }
            try await web.site.database.write { db in
                let school = try db.one("SELECT id FROM schools ORDER BY id") { try $0.key(0) } ?? 0
                let programme = try db.one("SELECT id FROM programmes") { try $0.key(0) } ?? 0
                for number in 0..<60 {
                    _ = try TeamStore(db: db).insert(
                        .init(
                            school: school, name: "Lag \(100 + number)", grades: nil, pupils: nil, kind: nil),
                        code: "x\(number)", programme: programme)
                }
            }
            let first = try await browser.get("/programmes/\(here.programme)/teams?q=Lag%201").body
            #expect(first.contains("Lag 149") && !first.contains("Lag 150") && first.contains("rel=\"next\""))
            #expect(first.contains("?q=Lag%201&amp;page=2"))
            let second = try await browser.get("/programmes/\(here.programme)/teams?q=Lag%201&page=2").body
            #expect(
                second.contains("Lag 150") && !second.contains("Lag 149") && !second.contains("rel=\"next\""))
            for page in ["0", "-1", "99999999999999999999", "x"] {
                #expect(
                    try await browser.get("/programmes/\(here.programme)/teams?page=\(page)").status == .ok)
            }
        }
    }

    @Test func `a search that would mean something to a database or a page is only looked for`() async throws
    {
        try await withDemo(.sqlite) { web in
            let here = try await web.register()
            let browser = try await web.be(leader)
            for part in ["schools", "teams", "people"] {
                for search in ["%27%20OR%201=1", "%25", "%00", "%22%3E%3Cscript%3E", "%FF%FE", "a%20%40"] {
                    let page = try await browser.get("/programmes/\(here.programme)/\(part)?q=\(search)")
                    #expect(page.status == .ok && !page.body.contains("<script"), "\(part) \(search)")
                }
            }
        }
    }

    @Test(arguments: TestEngine.allCases) func `a team code is opened, shown as a picture, and closed`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine) { web in
            let path = "/teams/\((try await web.register()).team("t2"))/code"
            let browser = try await web.be("s2-t03@example.org")
            let wrong = try await browser.post(path, ["do": "open", "hours": "900"])
            #expect(wrong.status == .unprocessableContent && wrong.body.contains("value=\"900\""))
            let open = try await browser.submit(path, ["do": "open", "hours": "2"])
            #expect(open.body.contains("<svg class=\"qr\"") && open.body.contains("Lagkoden är öppen."))
            #expect(open.body.matches(of: #/class="qr"/#).count == 1, "one frame, not one around the other")
            #expect(open.body.contains("14.00"))
            let code = try await web.site.database.read { db in
                try db.one("SELECT code FROM team_codes") { try $0.text(0) }
            }
            let letters = try #require(code)
            #expect(open.body.contains("\(letters.prefix(4))-\(letters.suffix(4))"))
            #expect(open.body.contains(letters.map(String.init).joined(separator: " ")))
            #expect(open.body.contains("/join/\(letters)"))
            let closed = try await browser.submit(path, ["do": "close"])
            #expect(!closed.body.contains("<svg class=\"qr\"") && closed.body.contains("Lagkoden är stängd."))
        }
    }
}
