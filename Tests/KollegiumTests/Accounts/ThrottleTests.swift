import Storage
import Support
import Testing

@testable import Kollegium

@Suite struct ThrottleTests {
    @Test
    func `waits double, and have an end`() {
        let limit = ThrottleLimit(free: 3, firstWait: 10, longestWait: 100, forgets: 1000)
        #expect((0...9).map { limit.wait(after: $0) } == [0, 0, 0, 0, 10, 20, 40, 80, 100, 100])
        #expect(limit.wait(after: .max / 2) == 100)
        #expect(limit.remembered(5, since: 0, now: 2999) == 3)
        #expect(limit.remembered(5, since: 0, now: 1 << 40) == 0)
        #expect(limit.remembered(5, since: 1000, now: 0) == 5)
    }

    @Test(arguments: [
        ("192.0.2.7", "192.0.2.7"), ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "32.1.13.184.0.1.0.2"),
        ("2001:db8:1:2::9", "32.1.13.184.0.1.0.2"), ("fe80::1%eth0", "254.128.0.0.0.0.0.0"),
        ("nonsense", "unknown"),
    ])
    func `an IPv6 network counts as one address`(_ address: String, _ network: String) {
        #expect(Visitor.at(address).network == network)
    }

    /// Guesses as fast as the door allows, from as many addresses as the attacker has. Everything else in the test
    /// is arithmetic, so the world's best attacker is this simple.
    private func guesses(
        _ door: Door, at email: String, from addresses: Int, for duration: Int64, device: Secret? = nil,
        isKnown: Bool = false
    ) async throws -> Int {
        try await door.database.write { db in
            let throttle = ThrottleStore(db: db)
            var count = 0
            var now = Door.morning
            var next = 0
            while now < Door.morning + duration {
                let visitor = Visitor.at("10.0.\(next / 250).\(next % 250)", with: device)
                switch try throttle.enter(visitor.buckets(.password, email, isKnown: isKnown), now: now) {
                case .open:
                    count += 1
                    next = (next + 1) % addresses
                case .closed(let until):
                    // Another address may be open; when all are tried, time passes.
                    if next + 1 < addresses, addresses > 1 {
                        next += 1
                    } else {
                        (now, next) = (max(until, now + 1), 0)
                    }
                }
            }
            return count
        }
    }

    @Test
    func `one account is guessed at a few dozen times a day, from one address or from hundreds`() async throws
    {
        try await withDoor(.sqlite) { door in
            let one = try await guesses(door, at: "anna@skola.example", from: 1, for: Door.day)
            #expect((10...60).contains(one), "\(one)")
            let many = try await guesses(door, at: "bo@skola.example", from: 300, for: Door.day)
            #expect((20...120).contains(many), "\(many)")
        }
    }

    @Test
    func `one address guesses at all accounts together no faster than some hundreds an hour`() async throws {
        try await withDoor(.sqlite) { door in
            let count = try await door.database.write { db in
                let throttle = ThrottleStore(db: db)
                var (count, now) = (0, Door.morning)
                while now < Door.morning + Door.hour {
                    let buckets = Visitor.atHome.buckets(
                        .password, "person-\(count)@skola.example", isKnown: false)
                    switch try throttle.enter(buckets, now: now) {
                    case .open: count += 1
                    case .closed(let until): now = until
                    }
                }
                return count
            }
            #expect((200...460).contains(count), "\(count)")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `an attacker keeps neither the owner's browser nor her link out`(_ engine: TestEngine) async throws {
        try await withDoor(engine) { door in
            _ = try await door.account()
            let device = try await door.signedIn().device
            // From everywhere, and from her own school's address too, with cookies of the attacker's own making.
            for number in 0..<60 {
                let address = number < 10 ? "192.0.2.7" : "198.51.100.\(number)"
                _ = try await door.signIn.byPassword(
                    "anna@skola.example", "guess \(number)", from: .at(address, with: Secret()),
                    now: Door.morning)
            }
            let stranger = try await door.signIn.byPassword(
                "anna@skola.example", Door.password, from: .at("203.0.113.1"), now: Door.morning + 1)
            #expect(stranger.word == "wait")
            let owner = try await door.signIn.byPassword(
                "anna@skola.example", Door.password, from: .at("192.0.2.7", with: device),
                now: Door.morning + 1)
            #expect(owner.word == "signed in")
            try await door.signIn.requestLink("anna@skola.example", in: .sv, now: Door.morning) {
                "https://kollegium.example/in/\($0.text)"
            }
            let link = try #require(try await door.links().last)
            #expect(
                try await door.signIn.byLink(link, from: .at("203.0.113.1"), now: Door.morning + 2).word
                    == "signed in")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `guesses sent all at once are counted one by one`(_ engine: TestEngine) async throws {
        try await withDoor(engine) { door in
            _ = try await door.account()
            let words = try await withThrowingTaskGroup(of: String.self) { group in
                for number in 0..<24 {
                    group.addTask {
                        try await door.signIn.byPassword(
                            "anna@skola.example", "guess \(number)", from: .atHome, now: Door.morning
                        ).word
                    }
                }
                return try await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
            }
            #expect(words == ["wrong": 6, "wait": 18])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a whole school signs in at once behind one address, with a few who mistype`(_ engine: TestEngine)
        async throws
    {
        try await withDoor(engine) { door in
            let teachers = 40
            for number in 0..<teachers { _ = try await door.account("larare\(number)@skola.example") }
            for round in 0..<6 {
                let now = Door.morning + Int64(round) * Door.minute
                let words = try await withThrowingTaskGroup(of: String.self) { group in
                    for number in 0..<teachers {
                        group.addTask {
                            let password = (number + round) % 8 == 0 ? "fel" : Door.password
                            return try await door.signIn.byPassword(
                                "larare\(number)@skola.example", password, from: .atHome, now: now
                            ).word
                        }
                    }
                    return try await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
                }
                #expect(words == ["signed in": 35, "wrong": 5])
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `when passwords are too many for the machine, nobody's failure is counted`(_ engine: TestEngine)
        async throws
    {
        try await withDoor(engine, concurrency: 1, queueLimit: 0) { door in
            _ = try await door.account()
            let words = try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<60 {
                    group.addTask {
                        try await door.signIn.byPassword(
                            "anna@skola.example", Door.password, from: .atHome, now: Door.morning
                        ).word
                    }
                }
                return try await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
            }
            // Those who are let in at once may be too many for the pair's five; none of them is lost for good.
            #expect(Set(words.keys).isSubset(of: ["signed in", "crowded", "wait"]), "\(words)")
            #expect(try await door.signedIn(now: Door.morning + 1).account > 0)
            #expect(try await door.count("sign_in_throttles") == 0)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the right password forgives the mistyped ones`(_ engine: TestEngine) async throws {
        try await withDoor(engine) { door in
            _ = try await door.account()
            for _ in 0..<3 {
                for _ in 0..<4 {
                    _ = try await door.signIn.byPassword(
                        "anna@skola.example", "fel", from: .atHome, now: Door.morning)
                }
                _ = try await door.signedIn()
            }
        }
    }

    /// Whoever asks for links in another's name as often as the door allows.
    @Test(arguments: TestEngine.allCases)
    func `nobody is buried in links, and one that works is always in the letterbox`(_ engine: TestEngine)
        async throws
    {
        try await withDoor(engine) { door in
            _ = try await door.account()
            var sent: [Int64] = []
            for step in 0..<(24 * 12) {
                let now = Door.morning + Int64(step) * 5 * Door.minute
                try await door.signIn.requestLink("anna@skola.example", in: .sv, now: now) {
                    "https://kollegium.example/in/\($0.text)"
                }
                if try await door.count("messages") > sent.count { sent.append(now) }
                // Her own request at any moment finds one that is good for five minutes more, at least.
                #expect(now - (sent.last ?? 0) <= 25 * Door.minute)
            }
            #expect(sent.count <= 24 * 3 + 8, "\(sent.count)")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `what is forgotten is removed, and nothing but digests was kept`(_ engine: TestEngine) async throws {
        try await withDoor(engine) { door in
            _ = try await door.signIn.byPassword(
                "anna@skola.example", "fel", from: .atHome, now: Door.morning)
            let kept = try await door.database.read { db in
                try db.all("SELECT digest FROM sign_in_throttles") { try $0.text(0) }
            }
            #expect(kept.count == 3)
            #expect(kept.allSatisfy { $0.utf8.count == 43 && !$0.contains("anna") && !$0.contains("192") })
            try await door.database.write { db in
                try AccountSweep(db: db, sessions: SessionStore(db: db)).run(now: Door.morning + Door.hour)
            }
            #expect(try await door.count("sign_in_throttles") == 3)
            try await door.database.write { db in
                try AccountSweep(db: db, sessions: SessionStore(db: db)).run(
                    now: Door.morning + 27 * Door.hour)
            }
            #expect(try await door.count("sign_in_throttles") == 0)
        }
    }
}
