import Support
import Testing

@testable import Kollegium

@Suite struct SheetAccessTests {
    private static let pages = ["", "/sections/1", "/look-back", "/review"]

    @Test(arguments: TestEngine.allCases)
    func `a sheet is there for whom the wave asks, and for nobody else`(_ engine: TestEngine) async throws {
        try await withDemo(engine, today: SheetSetting.today) { web in
            let sheet = try await web.openSheet(try await web.be(SheetSetting.teacher))
            // Each member of a team has a sheet of their own at the same address.
            #expect(try await web.be(SheetSetting.other).get(sheet).status == .ok)
            #expect(try await web.be("s2-t03@example.org").get(sheet).status == .ok)
            for email in [
                "handledare-1@example.org", "s1-l1@example.org", "utvecklingsledare@example.org",
                "programledare@example.org", "forskare@example.org", "administrator@example.org",
            ] {
                let browser = try await web.be(email)
                for page in Self.pages {
                    #expect(try await browser.get(sheet + page).status == .notFound, "\(email) \(page)")
                }
                for page in ["/sections/1", "/look-back", "/handing-in"] {
                    #expect(try await browser.post(sheet + page).status == .notFound, "\(email) \(page)")
                }
            }
            let nobody = web.browser()
            #expect(try await nobody.get(sheet).location?.hasPrefix("/sign-in") == true)
            #expect(try await web.be(SheetSetting.teacher).get("/sheets/nothing").status == .notFound)
            #expect(try await web.be(SheetSetting.teacher).get(sheet + "/sections/7").status == .notFound)
            #expect(try await web.be(SheetSetting.teacher).get(sheet + "/sections/x").status == .notFound)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `what one answered is read by oneself alone`(_ engine: TestEngine) async throws {
        try await withDemo(engine, today: SheetSetting.today) { web in
            let teacher = try await web.be(SheetSetting.teacher)
            let sheet = try await web.openSheet(teacher)
            let path = sheet + "/sections/2"
            let page = try SentForm(of: try await teacher.get(path).body)
            _ = try await teacher.post(path, page.with("q\(page.questions[0])", "Bara mitt"))
            let colleague = try await web.be("s2-t03@example.org")
            for part in Self.pages {
                #expect(try await !colleague.get(sheet + part).body.contains("Bara mitt"), "\(part)")
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a wave that has closed takes no answers, and shows one's own`(_ engine: TestEngine) async throws {
        try await withDemo(engine, today: SheetSetting.today) { web in
            let browser = try await web.be(SheetSetting.teacher)
            let sheet = try await web.openSheet(browser)
            let page = try SentForm(of: try await browser.get(sheet + "/sections/4").body)
            _ = try await browser.answer(sheet + "/sections/4", step: 3)
            try await web.site.database.write { db in
                try db.execute("UPDATE parts SET closes = ? WHERE code = 'year1'", "2014-06-10")
            }
            let refused = try await browser.post(
                sheet + "/sections/4", page.with("q\(page.questions[0])", "5"))
            #expect(refused.status == .forbidden)
            #expect(refused.body.contains("Enkäten tar inte emot svar längre"))
            #expect(try await browser.post(sheet + "/handing-in").status == .forbidden)
            let own = try await browser.get(sheet)
            #expect(own.status == .ok && own.body.contains("stängdes innan du lämnade in"))
            #expect(own.body.contains("stämmer delvis"))
            #expect(try await browser.get(sheet + "/sections/4").location == sheet)
            #expect(try await web.be("s2-t03@example.org").get(sheet).status == .notFound)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `nothing of an open wave is in any figure`(_ engine: TestEngine) async throws {
        try await withDemo(engine, today: SheetSetting.today) { web in
            let browser = try await web.be(SheetSetting.teacher)
            let sheet = try await web.openSheet(browser)
            let before = try await web.place.kollegium("report", "trust", "five-schools", "--format", "json")
                .output
            let change = try await web.place.kollegium("report", "change", "five-schools", "--format", "json")
                .output
            for section in 4...6 { _ = try await browser.answer(sheet + "/sections/\(section)", step: 1) }
            _ = try await browser.post(sheet + "/handing-in")
            #expect(
                try await web.place.kollegium("report", "trust", "five-schools", "--format", "json").output
                    == before)
            #expect(
                try await web.place.kollegium("report", "change", "five-schools", "--format", "json").output
                    == change)
        }
    }
}
