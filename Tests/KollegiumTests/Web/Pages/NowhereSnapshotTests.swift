import Storage
import Support
import Testing

@testable import Kollegium

/// Where there is nothing to see, letter by letter: addresses that are not there, what went wrong, and what is empty.
@Suite struct NowhereSnapshotTests {
    @Test func `no such page, a session that is over, and our own mistake`() async throws {
        try await withAlbum("nowhere") { web, album in
            let browser = try await web.be(Web.teacher)
            try album.keep(try await browser.get("/no-such-page"), as: "no-such-page")
            try album.keep(try await web.browser().get("/no-such-page"), as: "no-such-page-for-nobody")
            let level = "/teams/\(try await web.register().team("t2"))/trust/collegial/VT2014"
            let words = "Vi känner igen oss, men våren var tyngre än så."
            try album.keep(
                try await browser.post(level + "/comments", ["text": words], token: nil), as: "kept-form")
            try album.keep(
                try await web.browser().post(level + "/comments", ["text": words]), as: "kept-form-of-nobody")
            try album.keep(
                try await browser.post("/account/password", body: "{}", type: "application/json"),
                as: "no-form-of-ours")
            try await web.site.database.write { db in
                try db.execute("ALTER TABLE trust_comments RENAME TO put_away")
            }
            try album.keep(try await browser.get(level), as: "our-mistake")
        }
    }

    @Test func `a programme in which nothing is yet`() async throws {
        try await withAlbum("empty") { web, album in
            let browser = try await web.be("programledare@example.org")
            let founded = try await browser.submit(
                "/programmes/new",
                [
                    "titleSV": "Höstens program", "starts": "2015-08-17", "ends": "2016-06-10",
                    "zone": "Europe/Stockholm", "minimumGroup": "5", "minimumForSingleItems": "8",
                ])
            try album.keep(founded, as: "programme")
            let id = try #require(founded.body.firstMatch(of: #/"\/programmes\/([a-z2-7]{26})\/edit"/#)).1
            let programme = "/programmes/\(id)"
            for part in ["schools", "teams", "people", "outcome", "continuity", "conditions"] {
                try album.keep(try await browser.get("\(programme)/\(part)"), as: part)
            }
            _ = try await browser.submit(programme + "/schools/new", ["name": "Ekskolan"])
            let form = try await browser.get(programme + "/teams/new")
            let school = try #require(form.body.firstMatch(of: #/<option value="([a-z2-7]{26})"/#)).1
            let members = try await browser.submit(
                programme + "/teams/new", ["school": String(school), "name": "Arbetslag 7–9"])
            try album.keep(members, as: "members")
            let team = try #require(members.body.firstMatch(of: #/\/teams\/[a-z2-7]{26}/#)).output
            try album.keep(try await browser.get(String(team)), as: "team")
            try album.keep(try await browser.get("/schools/\(school)"), as: "school")
            try album.keep(try await browser.get("/schools/\(school)/outcome"), as: "school-outcome")
            try album.keep(
                try await web.be(Web.administrator).get("/accounts?q=zzz"), as: "accounts-none-found")
        }
    }

    @Test func `the study before it has begun`() async throws {
        try await withAlbum("before", today: "2013-08-01") { web, album in
            let teams: [(name: String, email: String)] = [
                ("supervisor", "handledare-1@example.org"), ("principal", "s1-l1@example.org"),
                ("programme-leader", "programledare@example.org"), ("administrator", Web.administrator),
            ]
            for (name, email) in teams {
                try album.keep(try await web.be(email).get("/"), as: name)
            }
        }
    }

    @Test func `somebody who is to lead programmes, and has none`() async throws {
        try await withAlbum("first-programme") { web, album in
            let page = StartFirstProgrammePage(.sv)
            let content = web.site.templates.fill(StartFirstProgrammePage.template, with: page, in: .sv)
            let answer = Browser.Answer(
                status: .ok, headers: [:],
                body: "<title>\(page.heading.title)</title><main>\n\(content)</main>")
            try album.keep(answer, as: "start")
        }
    }
}
