import Support
import Testing

@testable import Kollegium

/// How long somebody stays signed in, as the installation's settings say.
@Suite struct SessionLengthTests {
    private static let settings: [SettingKey: String] = [.sessionIdleHours: "2", .sessionDays: "3"]
    private static let hour: Int64 = 3_600_000

    /// Makes all sessions older than they are.
    private func age(_ web: Web, hours: Int64, all column: String = "seen_at") async throws {
        let shift = hours * Self.hour
        try await web.site.database.write { db in
            try db.execute("UPDATE sessions SET \(column) = \(column) - ?", shift)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `an unused session ends after the hours that the settings say`(_ engine: TestEngine) async throws {
        try await withDemo(engine, settings: Self.settings) { web in
            let browser = try await web.be(Web.teacher)
            try await age(web, hours: 1)
            #expect(try await browser.get("/account").status == .ok)
            try await age(web, hours: 2)
            #expect(try await browser.get("/account").status == .seeOther)
        }
    }

    @Test(arguments: [71, 73] as [Int64])
    func `a session ends after the days that the settings say, however it began`(
        _ hours: Int64
    ) async throws {
        try await withDemo(.sqlite, settings: Self.settings) { web in
            try await web.setPassword(of: Web.teacher)
            let browsers = [try await web.be(Web.teacher), try await web.signedIn(Web.teacher)]
            try await age(web, hours: hours, all: "ends_at")
            for browser in browsers {
                #expect(try await browser.get("/account").status == (hours < 72 ? .ok : .seeOther))
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `what has ended is in nobody's list, and is swept away`(_ engine: TestEngine) async throws {
        try await withDemo(engine, settings: Self.settings) { web in
            _ = try await web.be(Web.teacher)
            try await age(web, hours: 3)
            let browser = try await web.be(Web.teacher)
            let list = try await browser.get("/account").body
            #expect(list.matches(of: #/action="/account/sessions//#).count == 1)
            #expect(try await web.count("sessions") == 2)
            try await Housekeeping(site: web.site).tidyUp()
            #expect(try await web.count("sessions") == 1)
            #expect(try await browser.get("/account").status == .ok)
        }
    }
}
