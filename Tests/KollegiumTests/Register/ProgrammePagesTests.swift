import Support
import Testing

@testable import Kollegium

@Suite struct ProgrammePagesTests {
    private let leader = "programledare@example.org"

    @Test(arguments: TestEngine.allCases) func `whoever leads programmes begins another and leads it`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine) { web in
            let browser = try await web.be(leader)
            let begun = try await browser.post(
                "/programmes/new",
                [
                    "titleSV": "Nya <b>laget</b>", "starts": "2015-08-17", "ends": "9 juni 2017",
                    "zone": "Europe/Stockholm",
                    "phases.0.name": "År 1", "phases.0.from": "2015-08-17", "phases.0.to": "2016-06-10",
                    "phases.1.name": "", "phases.1.from": "", "phases.1.to": "", "minimumGroup": "5",
                    "minimumForSingleItems": "8",
                ])
            #expect(begun.status == .seeOther)
            let page = try await browser.get(try #require(begun.location))
            #expect(page.status == .ok)
            #expect(page.body.contains("Nya &lt;b&gt;laget&lt;/b&gt;") && !page.body.contains("<b>laget"))
            #expect(page.body.contains("börjar om 66 dagar") && page.body.contains("class=\"span\""))
            #expect(try await browser.get("/programmes").body.contains("har inte börjat"))
        }
    }

    @Test func `mistakes are told at their fields, and nothing typed is lost`() async throws {
        try await withDemo(.sqlite) { web in
            let browser = try await web.be(leader)
            let page = try await browser.post(
                "/programmes/new",
                [
                    "titleSV": "", "titleEN": "\"><script>alert(1)</script>", "starts": "i höstas",
                    "ends": "2016-06-10",
                    "zone": "Mars/Basen", "phases.0.name": "År 1", "phases.0.from": "2015-08-17",
                    "phases.0.to": "2014-01-01",
                    "minimumGroup": "2", "minimumForSingleItems": "8",
                ])
            #expect(page.status == .unprocessableContent)
            for typed in [
                "value=\"i höstas\"", "value=\"Mars/Basen\"", "value=\"År 1\"", "value=\"2014-01-01\"",
            ] {
                #expect(page.body.contains(typed), "\(typed)")
            }
            for field in ["starts", "zone", "phases.0.to", "minimumGroup"] {
                #expect(
                    page.body.contains("href=\"#\(field)\"") && page.body.contains("id=\"\(field)-e\""),
                    "\(field)")
            }
            #expect(!page.body.contains("<script"))
            #expect(page.body.contains("<title>Fel: "))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `an administrator appoints who leads, is told nothing more, and not themselves`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine) { web in
            let browser = try await web.be("administrator@example.org")
            let whole: KeyValuePairs<String, String> = [
                "titleSV": "Höstens program", "starts": "2015-08-17", "ends": "2016-06-10",
                "zone": "Europe/Stockholm",
                "minimumGroup": "5", "minimumForSingleItems": "8", "leaderName": "Adam Ek",
                "leaderEmail": "administrator@example.org",
            ]
            let programmes = try await web.number("SELECT count(*) FROM programmes")
            let themselves = try await browser.post("/programmes/new", whole)
            #expect(themselves.status == .unprocessableContent)
            #expect(
                themselves.body.contains("id=\"leaderEmail-e\"")
                    && themselves.body.contains("Höstens program"))
            #expect(try await web.number("SELECT count(*) FROM programmes") == programmes)
            let another = try await browser.submit(
                "/programmes/new",
                [
                    "titleSV": "Höstens program", "starts": "2015-08-17", "ends": "2016-06-10",
                    "zone": "Europe/Stockholm",
                    "minimumGroup": "5", "minimumForSingleItems": "8", "leaderName": "Lena Nord",
                    "leaderEmail": "lena@example.org",
                ])
            #expect(another.status == .ok && !another.body.contains("Höstens program"))
            #expect(try await web.number("SELECT count(*) FROM programmes") == programmes + 1)
            #expect(
                try await web.number(
                    "SELECT count(*) FROM messages WHERE recipient = 'lena@example.org'") == 1)
            #expect(
                try await web.number(
                    "SELECT count(*) FROM assignments a JOIN people p ON p.id = a.person_id WHERE p.email = 'lena@example.org' AND a.role = 'programme-leader'"
                ) == 1)
        }
    }

    @Test(arguments: TestEngine.allCases) func `a form that is older than the programme is refused and kept`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine) { web in
            let here = try await web.register()
            let browser = try await web.be(leader)
            let path = "/programmes/\(here.programme)/edit"
            let basis = try #require(try await browser.get(path).hidden("basis"))
            func fields(_ title: String, _ basis: String) -> KeyValuePairs<String, String> {
                [
                    "titleSV": title, "starts": "2013-01-07", "ends": "2015-06-12",
                    "zone": "Europe/Stockholm",
                    "minimumGroup": "5", "minimumForSingleItems": "8", "basis": basis,
                ]
            }
            #expect(try await browser.post(path, fields("Först", basis)).status == .seeOther)
            let stale = try await browser.post(path, fields("Sedan", basis))
            #expect(stale.status == .unprocessableContent && stale.body.contains("value=\"Sedan\""))
            #expect(try await browser.post(path, fields("Utan", "")).status == .unprocessableContent)
            #expect(try await browser.get("/programmes/\(here.programme)").body.contains("<h1>Först</h1>"))
        }
    }

    @Test(arguments: TestEngine.allCases) func `an imported programme is only read until it is taken over`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine) { web in
            let here = try await web.register()
            try await web.site.database.write { db in
                try db.execute("UPDATE programmes SET taken_over_at = NULL")
            }
            let browser = try await web.be(leader)
            let page = try await browser.get("/programmes/\(here.programme)")
            #expect(page.body.contains("Ta över programmet") && !page.body.contains("/edit"))
            for part in ["edit", "schools/new", "teams/new", "people/new", "paste"] {
                let form = try await browser.get("/programmes/\(here.programme)/\(part)")
                #expect(
                    form.status == .forbidden && form.body.contains("går bara att läsa")
                        || form.body.contains("kan bara läsas"), "\(part)")
            }
            // The page has no button for it, only the way to the question.
            let question = "/programmes/\(here.programme)/takeover"
            #expect(page.body.contains("<a class=\"button second\" href=\"\(question)\""))
            #expect(!page.body.contains("action=\"\(question)\""))
            let asked = try await browser.get(question)
            #expect(asked.status == .ok && asked.body.contains("Det går inte att ångra."))
            #expect(asked.body.contains("action=\"\(question)\""))
            for other in ["s1-l1@example.org", "s2-t02@example.org"] {
                #expect(try await web.be(other).get(question).status == .notFound, "\(other)")
            }
            let after = try await browser.submit("/programmes/\(here.programme)/takeover")
            #expect(try await browser.get(question).status == .seeOther)
            #expect(
                after.status == .ok && after.body.contains("/edit")
                    && !after.body.contains("Ta över programmet"))
        }
    }

    @Test func `a programme in English has its dates and counts in English`() async throws {
        try await withDemo(.sqlite) { web in
            let here = try await web.register()
            let page = try await web.be(leader, .en).get("/programmes/\(here.programme)").body
            #expect(page.contains("5 schools · 5 teams") && page.contains("<html lang=\"en\">"))
            #expect(page.contains("The schools when the programme began"))
        }
    }
}
