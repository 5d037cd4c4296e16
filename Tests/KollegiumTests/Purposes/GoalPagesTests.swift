import Foundation
import Storage
import Support
import Testing

@testable import Kollegium

/// A researcher reads the goals from the start without names, and puts them under headings.
@Suite struct GoalPagesTests {
    @Test(arguments: TestEngine.allCases)
    func `goals are put under headings, and a school's page tells what enough have named`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine) { web in
            try await web.forgetHeadings()
            let path = "/programmes/\(try await web.register().programme)/goals"
            let mirror = try await web.purpose()
            let (researcher, principal) = (
                try await web.be(Web.researcher), try await web.be(Web.principal)
            )
            #expect(try await principal.get(mirror).body.contains("Studiens forskare läser målen"))
            let page = try await researcher.get(path)
            #expect(page.body.contains("Skola s1") && page.body.contains("Lugnare arbetsro"))
            // Neither names nor addresses, nor what the register knows people by.
            for person in try await web.people() {
                #expect(!page.words.contains(person.name) && !page.body.contains(person.publicID))
            }
            let own = page.goalFields(ofSchool: "s1")
            try #require(own.count >= 18)
            // All of six people, under two headings; one goal of each under a third.
            let persons = Array(Set(own.map(\.person)).sorted())
            try #require(persons.count >= 7)
            var headings: [String: String] = [:]
            for goal in own {
                guard let place = persons.firstIndex(of: goal.person) else { continue }
                if place < 5 { headings[goal.name] = "Samarbete" }
                if place >= 5, goal.name.hasSuffix("goal-2") { headings[goal.name] = "Hemmen" }
            }
            let saved = try await researcher.place(headings, on: path, from: page)
            #expect(saved.status == .seeOther)
            // Written otherwise it is the heading that is there.
            for goal in own where goal.person == persons[5] && goal.name.hasSuffix("goal-1") {
                headings[goal.name] = " samarbete "
            }
            let again = try await researcher.place(headings, on: path, from: try await researcher.get(path))
            #expect(again.status == .seeOther)
            #expect(try await web.number("SELECT count(*) FROM goal_headings") == 2)
            let kept = try await researcher.get(path)
            #expect(kept.body.contains("value=\"Samarbete\"") && !kept.body.contains("value=\"samarbete\""))
            for email in [
                Web.principal, Web.teacherOfSchool1, Web.programmeLeader, "handledare-1@example.org",
            ] {
                let told = try await web.be(email).get(mirror)
                #expect(told.body.contains("<li>Samarbete, nämnt av"), "\(email)")
                #expect(!told.body.contains("Hemmen") && !told.body.contains("och annat, som"))
                #expect(!told.body.contains("Lugnare arbetsro"))
            }
            #expect(
                !(try await web.be(Web.teacher).get(try await web.purpose("s2")).body.contains("Samarbete")))
            // Taken away again, the heading goes.
            _ = try await researcher.place([:], on: path, from: kept, clearing: true)
            #expect(try await web.number("SELECT count(*) FROM goal_headings") == 0)
            #expect(!(try await principal.get(mirror).body.contains("Samarbete")))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `whoever says no to research is not read, and what was told of them stays`(_ engine: TestEngine)
        async throws
    {
        try await withDemo(engine) { web in
            let path = "/programmes/\(try await web.register().programme)/goals"
            let researcher = try await web.be(Web.researcher)
            let before = try await researcher.get(path).goalFields(ofSchool: "s1")
            let principal = try await web.be(Web.principal)
            let mirror = try await web.purpose()
            let told = try await principal.get(mirror).withoutTokens
            #expect(told.contains("nämnt av"))
            for number in 2...9 { try await web.say(.no, to: .research, "s1-t0\(number)@example.org") }
            let after = try await researcher.get(path).goalFields(ofSchool: "s1")
            #expect(before.count > 0 && after.isEmpty)
            #expect(try await principal.get(mirror).withoutTokens == told)
        }
    }

    @Test func `a form that is wrong or overtaken takes nothing away`() async throws {
        try await withDemo(.sqlite) { web in
            try await web.forgetHeadings()
            let path = "/programmes/\(try await web.register().programme)/goals"
            let researcher = try await web.be(Web.researcher)
            let page = try await researcher.get(path)
            let name = try #require(page.goalFields(ofSchool: "s1").first).name
            let long = String(repeating: "å", count: 81)
            let refused = try await researcher.place([name: long], on: path, from: page)
            #expect(refused.status == .unprocessableContent && refused.body.contains(long))
            #expect(refused.body.contains("aria-invalid"))
            _ = try await researcher.place([name: "Hemmen"], on: path, from: page)
            let stale = try await researcher.place([name: "Annat"], on: path, from: page)
            #expect(stale.status == .unprocessableContent && stale.body.contains("Någon har ändrat"))
            #expect(try await researcher.get(path).body.contains("value=\"Hemmen\""))
            // The rest of them stand on a page of their own.
            let second = try await researcher.get(path + "?page=2")
            let next = try #require(second.goalFields(ofSchool: "s5").first).name
            let sent = try await researcher.place([next: "Hemmen"], on: path, from: second)
            #expect(sent.location?.contains("page=2") == true)
            #expect(try await web.number("SELECT count(*) FROM goal_placements") == 2)
        }
    }

    @Test func `a form with some of the fields leaves the other headings`() async throws {
        try await withDemo(.sqlite) { web in
            try await web.forgetHeadings()
            let path = "/programmes/\(try await web.register().programme)/goals"
            let researcher = try await web.be(Web.researcher)
            let page = try await researcher.get(path)
            let names = page.goalFields(ofSchool: "s1").map(\.name)
            _ = try await researcher.place(
                [names[0]: "Hemmen", names[1]: "Samarbete"], on: path, from: page)
            let again = try await researcher.get(path)
            let sent = try await researcher.post(
                path,
                SentForm([
                    ("basis", again.hidden("basis") ?? ""), ("page", again.hidden("page") ?? ""),
                    (names[0], "Arbetsro"),
                ]))
            #expect(sent.status == .seeOther)
            let now = try await researcher.get(path).body
            #expect(now.contains("value=\"Arbetsro\"") && now.contains("value=\"Samarbete\""))
        }
    }

    @Test func `once the time is over for which answers are kept, nobody reads or groups them`() async throws
    {
        try await withDemo(.sqlite) { web in
            try await web.forgetHeadings()
            let path = "/programmes/\(try await web.register().programme)/goals"
            let researcher = try await web.be(Web.researcher)
            let page = try await researcher.get(path)
            let name = try #require(page.goalFields(ofSchool: "s1").first).name
            #expect(!page.body.contains("Tiden som deltagarna"))
            try await web.site.database.write { db in
                _ = try db.execute("UPDATE study_information SET kept_until = '2015-06-11'")
            }
            let over = try await researcher.get(path)
            #expect(over.status == .ok && over.body.contains("Tiden som deltagarna fick veta"))
            #expect(!over.body.contains("Lugnare arbetsro") && !over.body.contains(name))
            let sent = try await researcher.place([name: "Hemmen"], on: path, from: page)
            #expect(sent.status == .unprocessableContent && !sent.body.contains("Lugnare arbetsro"))
            #expect(try await web.number("SELECT count(*) FROM goal_placements") == 0)
        }
    }

    @Test func `nobody else reads or groups them`() async throws {
        try await withDemo(.sqlite) { web in
            let path = "/programmes/\(try await web.register().programme)/goals"
            for email in [
                Web.teacher, Web.principal, Web.programmeLeader, "handledare-1@example.org",
                "utvecklingsledare@example.org", Web.administrator,
            ] {
                let browser = try await web.be(email)
                #expect(try await browser.get(path).status == .notFound, "\(email)")
                #expect(try await browser.post(path, ["page": "1"]).status == .notFound, "\(email)")
            }
            #expect(try await web.browser().get(path).location?.hasPrefix("/sign-in") == true)
            try await web.site.database.write { db in
                _ = try db.execute("UPDATE programmes SET taken_over_at = NULL")
            }
            let researcher = try await web.be(Web.researcher)
            #expect(!(try await researcher.get(path).body.contains("Spara rubrikerna")))
            #expect(try await researcher.post(path, ["page": "1"]).status == .forbidden)
        }
    }
}

extension Web {
    fileprivate func forgetHeadings() async throws {
        try await site.database.write { db in _ = try db.execute("DELETE FROM goal_headings") }
    }

    fileprivate func people() async throws -> [(name: String, publicID: String)] {
        try await site.database.read { db in
            try db.all("SELECT name, public_id FROM people WHERE email LIKE 's%-t%'") {
                (try $0.text(0), try $0.text(1))
            }
        }
    }
}

extension Browser {
    /// Sends the form of goals as it was read, with other headings under some.
    fileprivate func place(
        _ headings: [String: String], on path: String, from page: Answer, clearing: Bool = false
    ) async throws -> Answer {
        var pairs = ["basis", "page"].map { ($0, page.hidden($0) ?? "") }
        for match in page.body.matches(of: #/name="(r[a-z2-7]{13}-[^"]+)" value="([^"]*)"/#) {
            let name = String(match.output.1)
            pairs.append((name, headings[name] ?? (clearing ? "" : String(match.output.2))))
        }
        return try await post(path, SentForm(pairs))
    }
}

extension Browser.Answer {
    /// The fields of one school's goals, by their names, each beginning with the person's pseudonym.
    fileprivate func goalFields(ofSchool code: String) -> [(name: String, person: String)] {
        guard let start = body.firstRange(of: "Skola \(code)</h2>") else { return [] }
        let end = body[start.upperBound...].firstRange(of: "</section>")?.lowerBound ?? body.endIndex
        let section = body[start.upperBound..<end]
        return section.matches(of: #/name="(r[a-z2-7]{13})(-[^"]+)"/#).map {
            (String($0.output.1 + $0.output.2), String($0.output.1))
        }
    }
}
