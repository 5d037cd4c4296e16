import Foundation
import Storage
import Support
import Testing

@testable import Kollegium

/// What those who left have answered, as it is told.
@Suite struct ExitResultsTests {
    private static let leader = "programledare@example.org"

    @Test(arguments: TestEngine.allCases)
    func `a half-year that is over is told, and the running one is not`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            let page = try await web.exits()
            let leader = try await web.be(Self.leader)
            #expect(try await leader.get(page).body.contains("Inget halvår"))
            try await web.exits(from: "2014-08-01", 9, on: "2014-10-10")
            try await web.exits(from: "2014-08-01", 9, on: "2015-03-02", passing: 9)
            let told = try await leader.get(page)
            let root = try ParsedPage(told.body).root
            #expect(root.all("h2").map(\.words).filter { $0.contains("20") } == ["Juli–december 2014"])
            let rows = root.all("tr").map { $0.children.map(\.words) }
            #expect(rows.contains(["nytt arbete", "56\u{A0}% (5/9)"]))
            #expect(rows.contains(["stämmer helt", "≥ 80\u{A0}%"]))
            #expect(!told.body.contains("/18)"))
            let csv = try await leader.get(page + "/csv").body
            #expect(csv.contains("\nexit,exit,2014-2,exit-reason,new-job,9,5,9,56,,,false"))
            #expect(!csv.contains("2015-1"))
            #expect(try await leader.get(page + "/json").body.contains("\"halfYear\": \"2014-2\""))
            #expect(try await leader.get(page + "/pdf").status == .notFound)
            #expect(try await leader.get(web.wave("exit")).body.contains(page))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `whether a sheet counts is settled when the half-year ends`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            let page = try await web.exits()
            try await web.exits(from: "2014-08-01", 10, on: "2014-10-10")
            let leader = try await web.be(Self.leader)
            #expect(try await leader.get(page).body.contains("10 svarade."))
            let zone = web.site.settings.zone
            let end = try #require(Day("2014-10-10").map(HalfYear.init)).end(in: zone)
            // The first said no in time, the second too late, the third took a no back in time, the fourth too late.
            try await web.consents([
                (0, "no", end - 1), (1, "no", end), (2, "no", end - 2), (2, "yes", end - 1),
                (3, "no", end - 1), (3, "yes", end),
            ])
            #expect(try await leader.get(page).body.contains("8 svarade."))
            try await web.consents([(4, "no", end - 1)])
            let few = try await leader.get(page).body
            #expect(few.contains("7 svarade."))
            try await web.site.database.write { _ = try $0.execute("UPDATE studies SET published = 0") }
            let kept = try await leader.get(page).body
            #expect(kept.contains("färre än 8") && !kept.contains("7 svarade.") && !kept.contains("/csv"))
        }
    }

    @Test func `only whoever reads the outcome reads of leavers`() async throws {
        try await withDemo(.sqlite) { web in
            let page = try await web.exits()
            try await web.exits(from: "2014-08-01", 9, on: "2014-10-10")
            for email in [
                "s2-t02@example.org", "s2-t03@example.org", "handledare-1@example.org", "s1-l1@example.org",
                "utvecklingsledare@example.org", "administrator@example.org",
            ] {
                let browser = try await web.be(email)
                for path in ["", "/csv", "/json"] {
                    #expect(try await browser.get(page + path).status == .notFound, "\(email)")
                }
            }
            #expect(try await web.browser().get(page).status == .seeOther)
            let researcher = try await web.be("forskare@example.org")
            #expect(try await researcher.get(page).body.contains("56\u{A0}% (5/9)"))
            #expect(try await researcher.get(page + "/csv").status == .ok)
            #expect(
                try await researcher.get(page.replacing("/exits", with: "/statistics")).body.contains(page))
        }
    }

    @Test func `half-years end at midnight`() throws {
        let zone = try #require(TimeZone(identifier: "Europe/Stockholm"))
        let autumn = try #require(Day("2014-12-31").map(HalfYear.init))
        #expect(autumn.end(in: zone) == 1_420_066_800_000)
        #expect(autumn.next.code == "2015-1" && autumn.next.first?.description == "2015-01-01")
        let spring = try #require(Day("2014-06-30").map(HalfYear.init))
        #expect(spring.next == autumn && spring < autumn && spring.end(in: zone) == 1_404_165_600_000)
    }

    @Test func `pages of what those who left answered`() async throws {
        try await withAlbum("exit-results") { web, album in
            let page = try await web.exits()
            let leader = try await web.be(Self.leader)
            try album.keep(try await leader.get(page), as: "nothing")
            try await web.exits(from: "2014-02-01", 9, on: "2014-10-10")
            try album.keep(try await leader.get(page), as: "told")
            let english = try await web.be("forskare@example.org", .en)
            try album.keep(try await english.get(page), as: "researcher-en")
        }
    }
}

extension Web {
    /// A wave for leavers that opened today. - Returns: the address of what comes of it.
    fileprivate func exits() async throws -> String {
        try await site.database.write { db in
            let programme = try #require(try StudyStore(db: db).studies([.held]).first).programme
            _ = try QuestionnaireStore(db: db).insert(
                ReadyMade.exit.questionnaire(), programme: programme, importing: nil)
        }
        _ = try await openWave("exit", lastDay: "2016-06-30")
        return "/programmes/\(try await register().programme)/exits"
    }

    /// As if the wave had opened on a day, and so many had handed in on another: five of them for a new job, the others
    /// by choice, all with the highest step.
    fileprivate func exits(from opens: String, _ count: Int, on day: String, passing: Int = 0) async throws {
        try await site.database.write { db in
            let part = try #require(try db.one("SELECT id FROM parts WHERE code = 'exit'") { try $0.key(0) })
            try db.execute("UPDATE parts SET opens = ? WHERE id = ?", opens, part)
            let people = try db.all(
                """
                SELECT person_id, min(team_id) FROM memberships WHERE role = 'teacher'
                GROUP BY person_id ORDER BY person_id
                """
            ) { (try $0.key(0), try $0.key(1)) }.dropFirst(passing).prefix(count)
            try #require(people.count == count)
            for (number, (person, team)) in people.enumerated() {
                try db.execute(
                    """
                    INSERT INTO sheets (part_id, person_id, team_id, state, entry, submitted, counted)
                    VALUES (?, ?, ?, 'handed-in', 'web', ?, 0)
                    """, part, person, team, day)
                try db.execute(
                    """
                    INSERT INTO answers (sheet_id, item_id, step, text)
                    SELECT s.id, i.id, CASE WHEN i.code = 'exit-gain' THEN 5 END,
                        CASE WHEN i.code = 'exit-reason' THEN ? END
                    FROM sheets s, items i
                    WHERE s.part_id = ? AND s.person_id = ? AND i.code IN ('exit-gain', 'exit-reason')
                    """, number < 5 ? "new-job" : "chose", part, person)
            }
        }
    }

    /// What the first of those who handed in said to evaluation, and when, in the order in which they said it.
    fileprivate func consents(_ said: [(Int, String, Int64)]) async throws {
        try await site.database.write { db in
            let study = try #require(try StudyStore(db: db).studies([.held]).first).key
            let people = try db.all(
                "SELECT s.person_id FROM sheets s JOIN parts p ON p.id = s.part_id WHERE p.code = 'exit' ORDER BY s.person_id"
            ) { try $0.key(0) }
            for (place, answer, at) in said {
                try db.execute(
                    "INSERT INTO consents (study_id, person_id, purpose, answer, at) VALUES (?, ?, 'evaluation', ?, ?)",
                    study, people[place], answer, at)
            }
        }
    }
}
