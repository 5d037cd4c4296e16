import Support
import Testing

@testable import Kollegium

@Suite struct MemberAndPersonPagesTests {
    private let leader = "programledare@example.org"

    @Test(arguments: TestEngine.allCases)
    func `somebody is found, added to a team, given another role and leaves`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine, today: "2014-10-01") { web in
            let here = try await web.register()
            let browser = try await web.be(leader)
            let members = "/teams/\(here.team("t2"))/members"
            let person = here.person("s1-t01@example.org")
            let search = try await browser.get(members + "?q=s1-t01%40")
            #expect(search.body.contains("value=\"\(person)\""))
            let wrong = try await browser.post(
                members, ["q": "s1-t01@", "person": person, "role": "teacher", "from": "snart"])
            #expect(wrong.status == .unprocessableContent)
            #expect(
                wrong.body.contains("value=\"snart\"") && wrong.body.contains("value=\"\(person)\" checked"))
            let added = try await browser.submit(
                members, ["person": person, "role": "teacher", "from": "2014-09-01"])
            let address = members + "/\(person)/teacher/2014-09-01"
            #expect(added.status == .ok && added.body.contains(address))
            let early = try await browser.post(
                address + "/role", ["role": "team-leader", "from": "2014-09-01"])
            #expect(early.status == .unprocessableContent)
            let role = try await browser.submit(
                address + "/role", ["role": "team-leader", "from": "2014-09-15"])
            let later = members + "/\(person)/team-leader/2014-09-15"
            #expect(role.body.contains(later) && role.body.contains("fick en annan roll"))
            let backwards = try await browser.post(
                later, ["lastDay": "2014-09-01", "reason": "other", "ownWords": ""])
            #expect(backwards.status == .unprocessableContent)
            #expect(
                backwards.body.contains("id=\"lastDay-e\"") && backwards.body.contains("id=\"ownWords-e\""))
            let left = try await browser.submit(
                later, ["lastDay": "2014-09-30", "reason": "other", "ownWords": "<u>flyttade</u>"])
            #expect(
                left.body.contains("Medlemskapet är avslutat.") && left.body.contains("&lt;u&gt;flyttade"))
            for gone in ["/teacher/2014-09-02", "/rektor/2014-09-01", "/teacher/nu"] {
                #expect(try await browser.get(members + "/\(person)\(gone)").status == .notFound)
            }
        }
    }

    @Test(arguments: TestEngine.allCases) func `nobody from a programme that one does not lead can be added`(
        _ engine: TestEngine
    ) async throws {
        let other = try TestBundle.fiveSchools().changed { bundle in
            bundle.replace("five-schools", with: "other", in: "study.yaml")
            bundle.replace("s1-t01@example.org", with: "annan@example.org", in: "people.csv")
        }
        try await withWeb(engine, [try TestBundle.fiveSchools(), other]) { web in
            let here = try await web.register()
            let stranger = here.person("annan@example.org")
            let browser = try await web.be(leader)
            let answer = try await browser.post(
                "/teams/\(here.team("t2"))/members",
                ["person": stranger, "role": "teacher", "from": "2015-01-12"])
            #expect(stranger != "none" && answer.status == .notFound)
            #expect(try await browser.get("/people/\(stranger)").status == .notFound)
        }
    }

    @Test(arguments: TestEngine.allCases) func `a person is added, changed, asked in once and again`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine) { web in
            let here = try await web.register()
            let browser = try await web.be(leader)
            let new = "/programmes/\(here.programme)/people/new"
            let wrong = try await browser.post(
                new, ["name": "Eva 19121212-1212", "email": "eva", "school": "nowhere"])
            #expect(wrong.status == .unprocessableContent && wrong.body.contains("value=\"eva\""))
            for field in ["name", "email", "school"] {
                #expect(wrong.body.contains("id=\"\(field)-e\""), "\(field)")
            }
            let added = try await browser.post(
                new, ["name": "Eva <b>Ek", "email": "eva@example.org", "school": here.school("s2")])
            let path = try #require(added.location.map { String($0.prefix { $0 != "?" }) })
            let page = try await browser.get(path)
            #expect(
                page.body.contains("Eva &lt;b&gt;Ek") && page.body.contains("inte inbjuden")
                    && page.body.contains("Skola 2"))
            let invited = try await browser.submit(path + "/invitation")
            #expect(
                invited.body.contains("Inbjudan är på väg.") && invited.body.contains("Skicka inbjudan igen"))
            _ = try await browser.submit(path + "/invitation")
            #expect(
                try await web.number("SELECT count(*) FROM messages WHERE recipient = 'eva@example.org'") == 2
            )
            #expect(
                try await web.number(
                    "SELECT count(*) FROM accounts a JOIN account_people l ON l.account_id = a.id WHERE a.email = 'eva@example.org'"
                ) == 1)
            let basis = try #require(try await browser.get(path + "/edit").hidden("basis"))
            let edited = try await browser.submit(
                path + "/edit",
                [
                    "name": "Eva Ek", "email": "eva.ek@example.org", "school": here.school("s2"),
                    "basis": basis,
                ])
            #expect(edited.body.contains("<h1>Eva Ek</h1>"))
            let stale = try await browser.post(
                path + "/edit", ["name": "Eva E", "email": "", "school": "", "basis": basis])
            #expect(stale.status == .unprocessableContent && stale.body.contains("value=\"Eva E\""))
            // The address was mended before she came in: the letter to the old one opens nothing.
            _ = try await browser.submit(path + "/invitation")
            #expect(
                try await web.number(
                    "SELECT count(*) FROM account_people l JOIN accounts a ON a.id = l.account_id WHERE a.email = 'eva@example.org'"
                ) == 0)
            #expect(
                try await web.number(
                    "SELECT count(*) FROM account_people l JOIN accounts a ON a.id = l.account_id WHERE a.email = 'eva.ek@example.org'"
                ) == 1)
            #expect(
                try await browser.get("/programmes/\(here.programme)/people?q=eva").body.contains("inbjuden"))
        }
    }

    @Test func `who has no address or has come in is not asked in`() async throws {
        try await withDemo(.sqlite) { web in
            let here = try await web.register()
            let browser = try await web.be(leader)
            let joined = "/people/\(here.person("s2-t02@example.org"))"
            #expect(!(try await browser.get(joined)).body.contains("/invitation"))
            let letters = try await web.number("SELECT count(*) FROM messages")
            _ = try await browser.post(joined + "/invitation")
            #expect(try await web.number("SELECT count(*) FROM messages") == letters)
            let added = try await browser.post(
                "/programmes/\(here.programme)/people/new", ["name": "Bo Utan", "school": here.school("s2")])
            let path = try #require(added.location.map { String($0.prefix { $0 != "?" }) })
            let refused = try await browser.post(path + "/invitation")
            #expect(refused.status == .unprocessableContent && refused.body.contains("ingen e-postadress"))
        }
    }
}
