import Support
import Testing

@testable import Kollegium

@Suite struct ConditionsPageTests {
    @Test(arguments: TestEngine.allCases)
    func `who leads reads the conditions of their own schools, by name`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            let path = try await web.conditions()
            let expected = [
                "programledare@example.org": [1, 2, 3, 4, 5], "utvecklingsledare@example.org": [1, 2],
                "s1-l1@example.org": [1],
            ]
            for (email, schools) in expected {
                let page = try await web.at(email).get(path)
                #expect(page.status == .ok, "\(email)")
                let shown = page.body.split(separator: "<h2>Skola ").dropFirst().map { Int($0.prefix(1)) }
                #expect(shown == schools, "\(email)")
                #expect(readable(page.body).contains("10 av 11 planerade träffar har hållits."), "\(email)")
            }
            for email in [
                "s1-t01@example.org", "s2-t03@example.org", "handledare-1@example.org",
                "forskare@example.org",
                "administrator@example.org",
            ] {
                let page = try await web.at(email).get(path)
                #expect(page.status == .notFound, "\(email)")
                #expect(!page.body.contains("Skola 1"), "\(email)")
            }
            #expect(try await web.browser().get(path).status == .seeOther)
            let leader = try await web.at("programledare@example.org")
            #expect(try await leader.get("/programmes/nothing/conditions").status == .notFound)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `no level, no verdict on colleagues and no note of evidence is on it`(_ engine: TestEngine)
        async throws
    {
        for day in ["2014-06-10", "2015-06-12"] {
            try await withDemo(engine, today: day) { web in
                let notes = try await web.place.witness("SELECT DISTINCT note FROM evidence")
                #expect(notes.count > 5)
                for email in [
                    "programledare@example.org", "utvecklingsledare@example.org", "s1-l1@example.org",
                ] {
                    let text = readable(try await web.at(email).get(try await web.conditions()).body)
                    let words = Set(text.lowercased().split { !$0.isLetter }.map(String.init))
                    for word in [
                        "hög", "låg", "tillräckligt", "kollegial", "kollektiv", "processtillit", "preliminär",
                        "välvilja", "ärlighet", "öppenhet", "nivå", "nivåer", "närvaro",
                    ] { #expect(!words.contains(word), "\(email): \(word)") }
                    for note in notes { #expect(!text.contains(note), "\(email): \(note)") }
                    #expect(!text.contains("e0"))
                }
            }
        }
    }

    @Test func `it is the same whatever is known of colleagues`() async throws {
        try await withDemo(.sqlite) { web in
            let leader = try await web.at("programledare@example.org")
            let path = try await web.conditions()
            let before = readable(try await leader.get(path).body)
            try await web.site.database.write { db in
                for sql in [
                    "UPDATE answers SET step = 1 WHERE step IS NOT NULL",
                    "DELETE FROM evidence WHERE form <> 'process'", "UPDATE attendance SET status = 'absent'",
                    "DELETE FROM events WHERE kind IN ('practice-shown', 'filming-offered')",
                ] { _ = try db.execute(sql) }
            }
            #expect(before.contains("Arbetet behöver"))
            #expect(readable(try await leader.get(path).body) == before)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `of a team of fewer than three nothing is told`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            let page = readable(
                try await web.at("programledare@example.org").get(try await web.conditions()).body)
            let three = try #require(page.between("Skola 3", "Skola 4"))
            #expect(three.contains("färre än tre medlemmar, så här står inga uppgifter"))
            #expect(!three.contains("träffar har hållits"))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `fifty teams fill a page`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            try await web.site.database.write { db in
                for number in 1...60 {
                    let name = "Lag \(number < 10 ? "0" : "")\(number)"
                    _ = try db.execute(
                        """
                        INSERT INTO teams (id, public_id, programme_id, school_id, code, name, sort_key, search_key)
                        SELECT ?, ?, programme_id, school_id, ?, ?, ?, 'lag' FROM teams WHERE code = 't1'
                        """, try db.nextKey(in: "teams"), PublicID.make(), "x\(number)", name,
                        name.lowercased())
                }
            }
            let (leader, path) = (try await web.at("s1-l1@example.org"), try await web.conditions())
            func teams(_ page: String) async throws -> Int {
                paths(in: try await leader.get(path + page).body, "<h3><a href", containing: "/teams/").count
            }
            #expect(try await teams("") == 50)
            #expect(try await teams("?page=2") == 11)
            #expect(try await teams("?page=3") == 0)
            #expect(try await leader.get(path).body.contains("href=\"\(path)?page=2\""))
        }
    }
}
