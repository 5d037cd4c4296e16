import Storage
import Support
import Testing

@testable import Kollegium

@Suite struct SessionTests {
    @Test(arguments: TestEngine.allCases)
    func `a session is found by its secret, of which only a digest is kept`(_ engine: TestEngine) async throws
    {
        try await withDoor(engine) { door in
            let account = try await door.account()
            let started = try await door.signedIn()
            let found = try #require(try await door.find(started.secret, now: Door.morning + 1))
            #expect(found.account == account.id)
            #expect(found.email == "anna@skola.example")
            #expect(found.language == .sv)
            #expect(found.device == "Firefox, Linux")
            #expect(found.hat == nil)
            #expect(try await door.find(Secret(), now: Door.morning + 1) == nil)
            let stored = try await door.database.read { db in
                try db.all("SELECT digest FROM sessions") { try $0.text(0) }
            }
            #expect(stored == [started.secret.digest])
            #expect(stored.first?.contains(started.secret.text) == false)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a session ends after twelve hours of silence, and after thirty days whatever happens`(
        _ engine: TestEngine
    ) async throws {
        try await withDoor(engine) { door in
            _ = try await door.account()
            let idle = try await door.signedIn().secret
            #expect(try await door.find(idle, now: Door.morning + 12 * Door.hour - 1) != nil)
            #expect(try await door.find(idle, now: Door.morning + 12 * Door.hour) == nil)
            var secret = try await door.signedIn().secret
            var now = Door.morning
            while now + 11 * Door.hour < Door.morning + 30 * Door.day {
                now += 11 * Door.hour
                secret = try #require(try await door.request(secret, now: now))
            }
            #expect(try await door.find(secret, now: Door.morning + 30 * Door.day - 1) != nil)
            #expect(try await door.find(secret, now: Door.morning + 30 * Door.day) == nil)
            let swept = try await door.database.write { db in
                try SessionStore(db: db).sweep(now: Door.morning + 30 * Door.day)
            }
            #expect(swept == 2)
        }
    }

    @Test
    func `however many sessions there are, one is found by index`() async throws {
        try await withDoor(.sqlite) { door in
            let plan = try await door.database.read { db in
                try db.all("EXPLAIN QUERY PLAN " + SessionStore.search, "", "", "", 0, 0) {
                    $0.textIfAny(3) ?? ""
                }
            }
            #expect(plan.contains { $0.contains("earlier_digest=?") })
            #expect(!plan.contains { $0.hasPrefix("SCAN") }, "\(plan)")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `most requests write nothing`(_ engine: TestEngine) async throws {
        try await withDoor(engine) { door in
            _ = try await door.account()
            let secret = try await door.signedIn().secret
            #expect(try await door.wantsKeeping(secret, now: Door.morning + Door.minute - 1) == false)
            #expect(try await door.wantsKeeping(secret, now: Door.morning + Door.minute) == true)
            _ = try await door.request(secret, now: Door.morning + Door.minute)
            #expect(try await door.wantsKeeping(secret, now: Door.morning + 2 * Door.minute - 1) == false)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `after a quarter of an hour the secret changes, and the one before ends when the new one is in use`(
        _ engine: TestEngine
    ) async throws {
        try await withDoor(engine) { door in
            _ = try await door.account()
            let old = try await door.signedIn().secret
            var now = Door.morning + 15 * Door.minute
            let new = try #require(try await door.request(old, now: now))
            #expect(new != old)
            // Requests that were under way.
            #expect(try await door.request(old, now: now + 30 * Door.second) == old)
            now += 61 * Door.second
            #expect(try await door.request(new, now: now) == new)
            #expect(try await door.find(old, now: now) == nil)
            #expect(try await door.find(new, now: now) != nil)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a new secret that was lost on the way signs nobody out`(_ engine: TestEngine) async throws {
        try await withDoor(engine) { door in
            _ = try await door.account()
            let old = try await door.signedIn().secret
            let now = Door.morning + 15 * Door.minute
            let lost = try #require(try await door.request(old, now: now))
            let again = try #require(try await door.request(old, now: now + 5 * Door.minute))
            #expect(again != old && again != lost)
            #expect(try await door.find(lost, now: now + 5 * Door.minute) == nil)
            #expect(try await door.request(again, now: now + 7 * Door.minute) == again)
            #expect(try await door.find(old, now: now + 7 * Door.minute) == nil)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `of many requests at once one changes the secret, and none is signed out`(_ engine: TestEngine)
        async throws
    {
        try await withDoor(engine) { door in
            _ = try await door.account()
            let old = try await door.signedIn().secret
            let now = Door.morning + 16 * Door.minute
            let secrets = try await withThrowingTaskGroup(of: Secret?.self) { group in
                for _ in 0..<12 { group.addTask { try await door.request(old, now: now) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let new = Set(secrets.compactMap { $0?.text }).subtracting([old.text])
            #expect(!secrets.contains { $0 == nil })
            #expect(new.count == 1)
            for secret in secrets.compactMap({ $0 }) { #expect(try await door.find(secret, now: now) != nil) }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `one's sessions are listed, ended one by one, and ended all but this`(_ engine: TestEngine)
        async throws
    {
        try await withDoor(engine) { door in
            let account = try await door.account()
            let other = try await door.account("bo@skola.example")
            _ = try await door.signedIn("bo@skola.example")
            let first = try await door.signedIn()
            let second = try await door.signedIn(now: Door.morning + 1)
            let third = try await door.signedIn(now: Door.morning + 2)
            try await door.database.write { db in
                let sessions = SessionStore(db: db)
                let list = try sessions.list(of: account.id, now: Door.morning + 3)
                #expect(list.map(\.startedAt) == [Door.morning + 2, Door.morning + 1, Door.morning])
                #expect(try sessions.end(list[1].publicID, of: other.id) == false)
                #expect(try sessions.end(list[1].publicID, of: account.id))
                #expect(try sessions.endOthers(of: account.id, keeping: third.session) == 1)
                #expect(try sessions.list(of: other.id, now: Door.morning + 3).count == 1)
            }
            #expect(try await door.find(first.secret, now: Door.morning + 3) == nil)
            #expect(try await door.find(second.secret, now: Door.morning + 3) == nil)
            #expect(try await door.find(third.secret, now: Door.morning + 3) != nil)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a disabled account's sessions end at once`(_ engine: TestEngine) async throws {
        try await withDoor(engine) { door in
            let account = try await door.account()
            let secret = try await door.signedIn().secret
            try await door.database.write { db in
                try AccountStore(db: db).disable(account.id, now: Door.morning + 1)
            }
            #expect(try await door.find(secret, now: Door.morning + 2) == nil)
            let outcome = try await door.signIn.byPassword(
                "anna@skola.example", Door.password, from: .atHome, now: Door.morning + 3)
            #expect(outcome.word == "wrong")
            try await door.database.write { db in try AccountStore(db: db).enable(account.id) }
            _ = try await door.signedIn(now: Door.morning + 4)
        }
    }

    @Test(arguments: [
        (Visitor.firefox, "Firefox, Linux"),
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36 Edg/126.0",
            "Edge, Windows"
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/604.1",
            "Safari, iPhone"
        ),
        (
            "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 Chrome/126.0 Safari/537.36",
            "Chrome, Chromebook"
        ),
        ("<script>alert(1)</script>", "–"), ("", "–"),
    ])
    func `a browser is described coarsely`(_ header: String, _ expected: String) {
        #expect(DeviceDescription.coarse(header) == expected)
    }
}
