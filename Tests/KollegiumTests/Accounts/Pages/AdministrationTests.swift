import Storage
import Support
import Testing

@testable import Kollegium

@Suite struct AdministrationTests {
    @Test(arguments: TestEngine.allCases)
    func `accounts are for administrators alone`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            let teacher = try await web.account(Web.teacher).publicID
            let pages = ["/accounts", "/accounts/new", "/accounts/\(teacher)"]
            let verbs = [
                "/accounts/new", "/accounts/\(teacher)/disable", "/accounts/\(teacher)/reset",
                "/accounts/\(teacher)/roles",
            ]
            for member in try #require(web.site.demo).cast where member.email != Web.administrator {
                let browser = try await web.be(member.email)
                for path in pages {
                    #expect(try await browser.get(path).status == .notFound, "\(member.email) \(path)")
                }
                for path in verbs {
                    let answer = try await browser.post(
                        path, ["email": "x@example.org", "name": "X", "role": "administrator"])
                    #expect(answer.status == .notFound, "\(member.email) \(path)")
                }
            }
            for path in pages { #expect(try await web.browser().get(path).status == .seeOther) }
            #expect(try await web.account(Web.teacher).disabledAt == nil)
            #expect(try await web.count("messages") == 0)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the list has names, addresses and appointments, and nothing of anybody's team`(_ engine: TestEngine)
        async throws
    {
        try await withDemo(engine) { web in
            let browser = try await web.be(Web.administrator)
            let page = try await browser.get("/accounts")
            #expect(
                page.status == .ok && page.body.contains(Web.teacher) && page.body.contains("Pia Lindqvist"))
            #expect(page.body.contains("programledare"))
            let entry = try await browser.get("/accounts/\(web.account(Web.teacher).publicID)")
            #expect(entry.status == .ok)
            for page in [page, entry] { #expect(!page.body.contains("Arbetslag")) }
            // By part of the name, and by the beginning of the address.
            for search in ["lindqv", "LINDQV", "programledare@"] {
                let found = try await browser.get("/accounts?q=\(search.replacing("@", with: "%40"))")
                #expect(
                    found.body.contains("Pia Lindqvist") && !found.body.contains(Web.teacher), "\(search)")
            }
            let none = try await browser.get("/accounts?q=zzz&page=7")
            #expect(none.status == .ok && none.body.contains("Ingen passar"))
            for odd in ["?page=-1", "?page=99999999999999999999", "?q=%25%27%22", "?q=@"] {
                #expect(try await browser.get("/accounts" + odd).status == .ok, "\(odd)")
            }
        }
    }

    @Test(arguments: TestEngine.allCases) func `pages of fifty, by name`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            try await web.site.database.write { db in
                let organisation = try ProgrammeStore(db: db).organisation()
                for number in 100..<160 {
                    let email = try #require(EmailAddress("person\(number)@example.org"))
                    let account = try AccountStore(db: db).insert(email, language: .sv, now: 1)
                    let person = try AddressedPeople(db: db).insert("Aa \(number)", email, in: organisation)
                    try AccountStore(db: db).link(person, to: account.id)
                }
            }
            let browser = try await web.be(Web.administrator)
            let first = try await browser.get("/accounts?q=Aa%201")
            #expect(first.body.contains("Aa 149") && !first.body.contains("Aa 150"))
            #expect(first.body.contains("Sida 1"))
            let second = try await browser.get(
                try #require(
                    first.text(after: "href=\"/accounts?").map {
                        "/accounts?" + $0.replacing("&amp;", with: "&")
                    }))
            #expect(second.body.contains("Aa 150") && !second.body.contains("Aa 149"))
            #expect(second.body.contains("Sida 2"))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a disabled account is out at once, and open again with all it had`(_ engine: TestEngine)
        async throws
    {
        try await withDemo(engine) { web in
            try await web.setPassword(of: Web.teacher)
            let (administrator, teacher) = (
                try await web.be(Web.administrator), try await web.signedIn(Web.teacher)
            )
            let path = "/accounts/\(try await web.account(Web.teacher).publicID)"
            _ = try await administrator.get(path)
            #expect(
                try await administrator.post(path + "/disable").location == path + "?done=account-disabled")
            #expect(try await teacher.get("/account").status == .seeOther)
            let browser = web.browser()
            let answer = try await browser.post(
                "/sign-in", ["email": Web.teacher, "password": Door.password])
            #expect(answer.status == .unprocessableContent)
            _ = try await browser.post("/sign-in-links", ["email": Web.teacher])
            #expect(try await web.letters(to: Web.teacher).allSatisfy { $0.path.isEmpty })
            #expect(try await administrator.post(path + "/reset").status == .notFound)
            #expect(try await administrator.post(path + "/enable").location == path + "?done=account-enabled")
            _ = try await web.signedIn(Web.teacher)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `resetting takes all ways in away and sends an invitation`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            try await web.setPassword(of: Web.teacher)
            let (administrator, teacher) = (
                try await web.be(Web.administrator), try await web.signedIn(Web.teacher)
            )
            let path = "/accounts/\(try await web.account(Web.teacher).publicID)"
            _ = try await administrator.get(path)
            #expect(try await administrator.post(path + "/reset").status == .seeOther)
            #expect(try await teacher.get("/account").status == .seeOther)
            #expect(try await web.account(Web.teacher).hasPassword == false)
            let letter = try #require(try await web.letters(to: Web.teacher).last)
            #expect(try await web.browser().get(letter.path).status == .ok)
            // Whoever has signed in before gets no invitation by itself.
            #expect(try await administrator.post(path + "/invitation").status == .notFound)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `roles are given and ended, and never one's own`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            let administrator = try await web.be(Web.administrator)
            let path = "/accounts/\(try await web.account(Web.teacher).publicID)"
            _ = try await administrator.get(path)
            for (fields, field): (KeyValuePairs<String, String>, String) in [
                (["role": ""], "role"), (["role": "teacher"], "role"), (["role": "king"], "role"),
                (["role": "researcher", "programme": ""], "programme"),
                (["role": "researcher", "programme": "aaaaaaaaaaaaaaaaaaaaaaaaaa"], "programme"),
                (["role": "school-leader", "school": "Skola"], "school"),
                (["role": "school-leader", "school": "Zzz"], "school"),
            ] {
                let answer = try await administrator.post(path + "/roles", fields)
                #expect(
                    answer.status == .unprocessableContent && answer.body.contains("id=\"\(field)-e\""),
                    "\(fields)")
            }
            let given = try await administrator.submit(
                path + "/roles", ["role": "school-leader", "school": "skola 3"])
            #expect(given.status == .ok && given.body.contains("skolledare, Skola 3"))
            let hats = try await web.be(Web.teacher).get("/")
            #expect(hats.body.contains("skolledare"))
            let end = try #require(
                given.body.firstMatch(of: #/action="(/accounts/[a-z2-7]+/roles/[a-z2-7]+)"/#)
            ).1
            let own = "/accounts/\(try await web.account(Web.administrator).publicID)"
            let appointment = String(end.split(separator: "/").last ?? "")
            #expect(
                try await administrator.post("\(own)/roles/\(appointment)").status == .notFound,
                "it is another's")
            #expect(try await administrator.post(String(end)).location == path + "?done=role-ended")
            #expect(try await !administrator.get(path).body.contains("skolledare, Skola 3"))

            let mine = try await administrator.get(own)
            #expect(!mine.body.contains("/disable"))
            #expect(
                try await administrator.post(own + "/roles", ["role": "administrator"]).status == .forbidden)
            let held = try #require(
                mine.body.firstMatch(of: #/action="(/accounts/[a-z2-7]+/roles/[a-z2-7]+)"/#)
            ).1
            #expect(try await administrator.post(String(held)).status == .forbidden)
            #expect(try await administrator.post(own + "/disable").status == .forbidden)
            #expect(try await administrator.post(own + "/reset").status == .forbidden)
            #expect(try await administrator.get("/accounts").status == .ok)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `whoever is here already is not made twice`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            let administrator = try await web.be(Web.administrator)
            _ = try await administrator.get("/accounts/new")
            let people = try await web.count("people")
            let email = "s3-t01@example.org"
            let answer = try await administrator.post(
                "/accounts/new",
                ["email": " S3-T01@example.org", "name": "Någon", "language": "en", "role": ""])
            #expect(answer.status == .seeOther)
            #expect(try await web.count("people") == people)
            #expect(try await web.letters(to: email).map(\.subject) == ["You are invited to Kollegium"])
            // Who has signed in before needs no invitation.
            let known = try await administrator.submit(
                "/accounts/new", ["email": Web.teacher, "name": "Någon", "role": ""])
            #expect(known.body.contains("Personen har redan ett konto, så inget brev behövdes."))
            #expect(!known.body.contains("Inbjudan är på väg"))
            #expect(try await web.letters(to: Web.teacher).isEmpty)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `which of several schools of one name is meant can be chosen`(_ engine: TestEngine) async throws {
        let other = try TestBundle.fiveSchools().changed { bundle in
            bundle.replace("five-schools", with: "other", in: "study.yaml")
            bundle.replace("Fem arbetslag i två år", with: "Ett annat program", in: "study.yaml")
        }
        try await withWeb(engine, [try TestBundle.fiveSchools(), other]) { web in
            let administrator = try await web.be(Web.administrator)
            let path = "/accounts/\(try await web.account(Web.teacher).publicID)"
            _ = try await administrator.get(path)
            let unclear = try await administrator.post(
                path + "/roles", ["role": "school-leader", "school": "Skola 3"])
            #expect(unclear.status == .unprocessableContent && !unclear.body.contains("Skola 3, Skola 3"))
            let option = try #require(
                unclear.body.firstMatch(of: #/<option value="([a-z2-7]+)">Skola 3, i Ett annat program</#))
            let given = try await administrator.post(
                path + "/roles",
                ["role": "school-leader", "school": "Skola 3", "schoolID": String(option.1)])
            #expect(given.status == .seeOther)
            #expect(
                try await web.number(
                    "SELECT count(*) FROM assignments a JOIN schools s ON s.id = a.school_id WHERE a.role = 'school-leader' AND s.public_id = '\(option.1)'"
                ) == 1)
        }
    }

    @Test func `what is wrong is told at its field, and what was typed stays`() async throws {
        try await withDemo(.sqlite) { web in
            let administrator = try await web.be(Web.administrator)
            _ = try await administrator.get("/accounts/new")
            let answer = try await administrator.post(
                "/accounts/new",
                [
                    "email": "inte en adress", "name": "Åsa 19811218-9876", "language": "en",
                    "role": "school-leader", "school": "Zzz & Co",
                ])
            #expect(answer.status == .unprocessableContent)
            for field in ["email", "name", "school"] { #expect(answer.body.contains("href=\"#\(field)\"")) }
            #expect(
                answer.body.contains("value=\"inte en adress\"")
                    && answer.body.contains("value=\"Zzz &amp; Co\""))
            #expect(answer.body.contains("<option value=\"school-leader\" selected"))
            #expect(answer.body.contains("<title>Fel: Bjud in någon"))
            let mailless = try await administrator.post(
                "/accounts/new", ["email": "åsa@example.org", "name": "Åsa"])
            #expect(
                mailless.status == .unprocessableContent
                    && mailless.body.contains("går det inte att skicka post"))
            #expect(try await web.count("messages") == 0)
        }
    }

    @Test func `accounts that are not there give 404`() async throws {
        try await withDemo(.sqlite) { web in
            let administrator = try await web.be(Web.administrator)
            let none = "/accounts/\(PublicID.make())"
            #expect(try await administrator.get(none).status == .notFound)
            #expect(try await administrator.get("/accounts/%00").status == .notFound)
            #expect(try await administrator.get("/accounts?q=%00").status == .badRequest)
            for verb in ["disable", "enable", "reset", "invitation", "roles", "roles/\(PublicID.make())"] {
                #expect(
                    try await administrator.post("\(none)/\(verb)", ["role": "administrator"]).status
                        == .notFound, "\(verb)")
            }
        }
    }
}
