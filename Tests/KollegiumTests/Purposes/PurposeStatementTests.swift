import Support
import Testing

@testable import Kollegium

/// Leaders say by name why they want the work.
@Suite struct PurposeStatementTests {
    @Test(arguments: TestEngine.allCases)
    func `a leader says it, says it anew, and takes it back; the earlier words keep their day`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine) { web in
            try await web.forgetPurposes()
            let (principal, teacher) = (
                try await web.be(Web.principal), try await web.be(Web.teacherOfSchool1)
            )
            let page = try await web.purpose()
            #expect(try await principal.get(page).body.contains("Börja du"))
            #expect(try await teacher.get(page).body.contains("Fråga rektor"))
            #expect(!(try await teacher.get(page).body.contains("Delar du det")))
            let said = try await principal.submit(page + "/statements", ["text": "För elevernas skull."])
            #expect(said.body.contains("Sparat.") && said.body.contains("För elevernas skull."))
            // Said again as it stands is nothing new.
            _ = try await principal.submit(page + "/statements", ["text": " För elevernas skull. "])
            #expect(try await web.number("SELECT count(*) FROM purpose_statements") == 1)
            _ = try await principal.submit(page + "/statements", ["text": "För lärarnas skull också."])
            let read = try await teacher.get(page)
            #expect(read.body.contains("För lärarnas skull också.") && read.body.contains("Tidigare"))
            #expect(
                read.body.contains("För elevernas skull.")
                    && read.body.contains("fre\u{A0}12\u{A0}juni\u{A0}2015"))
            #expect(!read.body.contains("/withdraw"))
            let newest = try #require(
                try await principal.get(page).body.firstMatch(
                    of: #/\/schools\/[a-z2-7]{26}\/purpose\/statements\/[a-z2-7]{26}\/withdraw/#)
            ).output
            #expect(try await teacher.post(String(newest)).status == .notFound)
            #expect(try await web.be(Web.programmeLeader).post(String(newest)).status == .notFound)
            let withdrawn = try await principal.submit(String(newest))
            #expect(withdrawn.body.contains("och taget tillbaka"))
            let after = try await teacher.get(page)
            #expect(
                !after.body.contains("För lärarnas skull också.")
                    && after.body.contains("För elevernas skull."))
            // Nothing stands, so there is nothing to answer to.
            #expect(!after.body.contains("Delar du det"))
            #expect(
                try await web.number("SELECT count(*) FROM purpose_statements WHERE text = ''") == 1)
            #expect(try await principal.submit(String(newest)).status == .ok)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the programme's leader says it for all schools, a principal for one`(_ engine: TestEngine)
        async throws
    {
        try await withDemo(engine) { web in
            try await web.forgetPurposes()
            let leader = try await web.be(Web.programmeLeader)
            _ = try await leader.submit(
                try await web.purpose("s2") + "/statements", ["text": "För hela kommunen."])
            _ = try await web.be(Web.principal).submit(
                try await web.purpose() + "/statements", ["text": "För vår skola."])
            for (school, email) in [("s1", Web.teacherOfSchool1), ("s2", Web.teacher)] {
                let page = try await web.be(email).get(try await web.purpose(school)).body
                #expect(page.contains("För hela kommunen.") && page.contains("för hela programmet"))
                #expect(page.contains("För vår skola.") == (school == "s1"))
            }
        }
    }

    @Test func `a mistake keeps what was typed, and nobody else states anything`() async throws {
        try await withDemo(.sqlite) { web in
            let page = try await web.purpose()
            let principal = try await web.be(Web.principal)
            let empty = try await principal.post(page + "/statements", ["text": "  "])
            #expect(empty.status == .unprocessableContent && empty.body.contains("eller låt bli"))
            let number = try await principal.post(
                page + "/statements", ["text": "Tänk på 20010101-1234 också"])
            #expect(number.status == .unprocessableContent && number.body.contains("Tänk på 20010101-1234"))
            #expect(try await principal.get(page + "/statements").location == page)
            for email in [Web.teacherOfSchool1, "handledare-1@example.org"] {
                let browser = try await web.be(email)
                #expect(try await browser.get(page).status == .ok, "\(email)")
                #expect(try await browser.post(page + "/statements", ["text": "Jag."]).status == .notFound)
            }
            // Another school, another role, nobody.
            let other = try await web.purpose("s2")
            #expect(try await principal.get(other).status == .notFound)
            #expect(try await principal.post(other + "/statements", ["text": "Jag."]).status == .notFound)
            for email in [
                Web.teacher, "utvecklingsledare@example.org", "forskare@example.org", Web.administrator,
            ] {
                let browser = try await web.be(email)
                #expect(try await browser.get(page).status == .notFound, "\(email)")
                #expect(try await browser.post(page + "/statements", ["text": "Jag."]).status == .notFound)
                #expect(try await browser.post(page + "/answer", ["answer": "yes"]).status == .notFound)
            }
            let nobody = web.browser()
            #expect(try await nobody.get(page).location?.hasPrefix("/sign-in") == true)
            #expect(try await web.be(Web.principal).get("/schools/none/purpose").status == .notFound)
        }
    }

    @Test func `a team's tab leads to its school's page, for who may read it`() async throws {
        try await withDemo(.sqlite) { web in
            let team = try await web.team("t1") + "/purpose"
            let page = try await web.purpose()
            for email in [
                Web.teacherOfSchool1, "handledare-1@example.org", Web.principal, Web.programmeLeader,
            ] {
                #expect(try await web.be(email).get(team).location == page, "\(email)")
            }
            for email in [Web.teacher, "forskare@example.org"] {
                #expect(try await web.be(email).get(team).status == .notFound, "\(email)")
            }
        }
    }

    @Test func `an imported programme that nobody has taken over is only read`() async throws {
        try await withDemo(.sqlite) { web in
            try await web.site.database.write { db in
                _ = try db.execute("UPDATE programmes SET taken_over_at = NULL")
            }
            let page = try await web.purpose()
            let principal = try await web.be(Web.principal)
            #expect(!(try await principal.get(page).body.contains("/statements\"")))
            #expect(try await principal.post(page + "/statements", ["text": "Jag."]).status == .forbidden)
            let teacher = try await web.be(Web.teacherOfSchool1)
            #expect(!(try await teacher.get(page).body.contains("/answer\"")))
            #expect(try await teacher.post(page + "/answer", ["answer": "yes"]).status == .forbidden)
        }
    }
}
