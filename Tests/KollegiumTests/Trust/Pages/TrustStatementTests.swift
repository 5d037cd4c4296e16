import Support
import Testing

@testable import Kollegium
@testable import Storage

/// However much there is to show, a page asks the database as often.
@Suite struct TrustStatementTests {
    @Test(arguments: TestEngine.allCases)
    func `a map of two terms and one of six take as many statements`(_ engine: TestEngine) async throws {
        let two = try await statements(engine, terms: 2)
        let six = try await statements(engine, terms: 6)
        #expect(two.rows == 2 && six.rows == 6)
        #expect(two.map == six.map)
        #expect(two.level == six.level)
        #expect(two.map < 16 && two.level < 17)
    }

    private func statements(
        _ engine: TestEngine, terms: Int
    ) async throws -> (rows: Int, map: Int, level: Int) {
        // A programme of two or of six half-years, with the same team in it from the first day.
        let bundle = TestBundle.small.changed {
            $0.replace("ends: 2014-06-13", with: "ends: 2016-06-13", in: "study.yaml")
            if terms == 6 {
                $0.add("e2,t1,collegial,relations,affirmed,process-diary,2015-05-05,Ord", to: "evidence.csv")
            }
        }
        return try await withWeb(engine, [bundle], today: terms == 2 ? "2014-06-10" : "2016-06-10") { web in
            let team = try await web.teamID("t1")
            let (today, site) = (web.site.today, web.site)
            if terms == 6 {
                for term in ["HT2013", "VT2014"] {
                    for _ in 1...5 {
                        try await web.say("Ord", "anna@example.org", "t1", .process, term, on: "2014-05-02")
                    }
                }
            }
            let now = site.now
            let anna = try await site.database.write { db -> Int64 in
                let account = try AccountStore(db: db).insert(
                    try #require(EmailAddress("anna@example.org")), language: .sv, now: now
                ).id
                let person = try #require(
                    try db.one("SELECT id FROM people WHERE email = 'anna@example.org'") { try $0.key(0) })
                try AccountStore(db: db).link(person, to: account)
                return account
            }
            return try await site.database.read { db in
                let reach = try #require(
                    try ReachStore(db: db).reach(account: anna, wearing: nil, today: today))
                let counting = CountingSession(db)
                let view = try TrustView(
                    TeamStore(db: counting).room(team, today: today), for: reach, today: today, .sv
                ) { _ in today }
                let room = counting.count
                let map = try TrustMapPage.read(counting, view)
                let first = counting.count
                _ = try TrustLevelPage.read(counting, view, form: "process", term: "VT2014")
                return (map.map?.rows.count ?? 0, first, counting.count - first + room)
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `conditions of five teams and of sixty take as many`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            let before = try await conditions(web)
            try await web.site.database.write { db in
                for number in 1...60 {
                    _ = try db.execute(
                        """
                        INSERT INTO teams (id, public_id, programme_id, school_id, code, name, sort_key, search_key)
                        SELECT ?, ?, programme_id, school_id, ?, 'Lag', 'lag', 'lag' FROM teams WHERE code = 't1'
                        """, try db.nextKey(in: "teams"), PublicID.make(), "x\(number)")
                }
            }
            #expect(try await conditions(web) == before)
            #expect(before < 16)
        }
    }

    private func conditions(_ web: Web) async throws -> Int {
        let today = web.site.today
        return try await web.site.database.read { db in
            let account = try #require(
                try db.one("SELECT id FROM accounts WHERE email = 'programledare@example.org'") {
                    try $0.key(0)
                })
            let reach = try #require(
                try ReachStore(db: db).reach(account: account, wearing: nil, today: today))
            let programme = try #require(try db.one("SELECT public_id FROM programmes") { try $0.text(0) })
            let counting = CountingSession(db)
            _ = try ConditionsPage.read(counting, programme, page: 1, for: reach, today: today, .sv)
            return counting.count
        }
    }
}

/// Passes statements on, and counts them.
private final class CountingSession: Session {
    private let session: Session
    private(set) var count = 0

    init(_ session: Session) {
        self.session = session
        super.init()
    }

    override func query(_ sql: String, _ values: [Value], _ body: (Row) throws -> Void) throws {
        count += 1
        try session.query(sql, values, body)
    }

    override func queryAtOnce(_ sql: String, _ values: [Value], _ body: (Row) throws -> Void) throws {
        count += 1
        try session.queryAtOnce(sql, values, body)
    }
}
