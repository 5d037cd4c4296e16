import Storage
import Support
import Testing

@testable import Kollegium

/// Memberships by date, and hats.
@Suite struct ReachStoreTests {
    /// Anna teaches in team 1 from 19 August until 1 March, and leads the school from then on.
    private static let world: AccessWorld = {
        var world = AccessWorld()
        world.schools = [.init(id: 11, organisation: 31), .init(id: 12, organisation: 31)]
        world.programmes = [
            .init(id: 21, organisation: 31, schools: [11]),
            .init(id: 22, organisation: 31, schools: [11, 12]),
        ]
        world.teams = [
            .init(id: 1, programme: 21, school: 11), .init(id: 2, programme: 22, school: 12),
        ]
        world.accounts = [201, 202, 203, 204, 205]
        world.disabled = [203]
        world.people = [
            .init(id: 101, organisation: 31, account: 201), .init(id: 102, organisation: 31, account: 202),
            .init(id: 103, organisation: 31, account: 203),
            .init(id: 104, organisation: 31, account: 204, isErased: true),
            .init(id: 105, organisation: 31),
        ]
        world.memberships = [
            .init(person: 101, team: 1, role: .teacher, starts: "2013-08-19", ends: "2014-03-01"),
            .init(person: 103, team: 1, role: .teacher, starts: "2013-08-19"),
            .init(person: 104, team: 1, role: .teacher, starts: "2013-08-19"),
            .init(person: 102, team: 1, role: .teacher, starts: "2013-08-19"),
            .init(person: 102, team: 1, role: .conversationLeader, starts: "2013-08-19"),
            .init(person: 102, team: 2, role: .supervisor, starts: "2013-08-19"),
        ]
        world.assignments = [
            .init(person: 101, role: .schoolLeader, school: 11, starts: "2014-03-01"),
            .init(person: 102, role: .researcher, programme: 22, starts: "2014-01-01", ends: "2014-02-01"),
        ]
        return world
    }()

    /// The reaches of an account on some days, in a hat that is worn.
    private func reaches(
        _ account: Int64, _ days: [String], wearing hat: Hat? = nil, in world: AccessWorld = world,
        on engine: TestEngine
    ) async throws -> [Reach?] {
        try await withWorld(world, engine) { database in
            try await database.read { db in
                try days.map {
                    try ReachStore(db: db).reach(account: account, wearing: hat, today: Day.on($0))
                }
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the day of joining is in, the first day no longer a member is out`(_ engine: TestEngine)
        async throws
    {
        let reaches = try await reaches(
            201, ["2013-08-18", "2013-08-19", "2014-02-28", "2014-03-01"], on: engine)
        #expect(reaches.map { $0?.teams } == [[], [1], [1], []])
        #expect(reaches.map { $0?.hat.role } == [.guest, .teacher, .teacher, .schoolLeader])
    }

    @Test(arguments: TestEngine.allCases)
    func `a promotion closes the rooms the same day, also where nobody ended the membership`(
        _ engine: TestEngine
    ) async throws {
        var world = Self.world
        world.memberships[0].ends = nil
        for (day, decision) in [
            ("2014-02-28", Decision.allow(.member)), ("2014-03-01", .refuse(.setsPay)),
        ] {
            let decided = try await withWorld(world, engine) { database in
                try await database.read { db in
                    let today = try Day.on(day)
                    let hat = Hat(person: 101, role: .teacher)
                    let reach = try ReachStore(db: db).reach(account: 201, wearing: hat, today: today)
                    let place = try PlaceStore(db: db).team("t1", today: today)
                    return Access.decide(
                        .read, Thing(.team, try #require(place)), by: .person(try #require(reach)))
                }
            }
            #expect(decided == decision, "\(day)")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a school that one leads leads to each programme that it takes part in, and to no team`(
        _ engine: TestEngine
    ) async throws {
        let assigned = try #require(try await reaches(201, ["2014-03-01"], on: engine)[0])
        #expect(assigned.schools == [11] && assigned.programmes == [21, 22] && assigned.teams.isEmpty)
        #expect(assigned.leads == [11])
        var world = Self.world
        world.assignments[0] = .init(person: 101, role: .researcher, programme: 22, starts: "2014-03-01")
        world.memberships.append(.init(person: 101, team: 1, role: .schoolLeader, starts: "2014-03-01"))
        let member = try #require(
            try await reaches(
                201, ["2014-03-01"], wearing: Hat(person: 101, role: .schoolLeader), in: world, on: engine)[0]
        )
        #expect(member.schools == [11] && member.programmes == [21, 22] && member.teams.isEmpty)
    }

    @Test(arguments: TestEngine.allCases)
    func `one hat at a time leads to its own, and one that is no longer theirs is taken off`(
        _ engine: TestEngine
    ) async throws {
        let hats = [Role.conversationLeader, .teacher, .supervisor, .researcher].map {
            Hat(person: 102, role: $0)
        }
        let day = ["2014-01-15"]
        let first = try #require(try await reaches(202, day, on: engine)[0])
        #expect(first.hat == hats[0] && first.hats == hats)
        #expect(first.teams == [1] && first.programmes == [21])
        let supervisor = try #require(try await reaches(202, day, wearing: hats[2], on: engine)[0])
        #expect(supervisor.teams == [2] && supervisor.programmes == [22] && supervisor.hats == hats)
        let researcher = try #require(try await reaches(202, day, wearing: hats[3], on: engine)[0])
        #expect(researcher.teams.isEmpty && researcher.programmes == [22])
        let later = try #require(try await reaches(202, ["2014-02-01"], wearing: hats[3], on: engine)[0])
        #expect(later.hat == hats[0] && later.hats == hats.dropLast())
        let anothers = Hat(person: 101, role: .teacher)
        #expect(try await reaches(202, day, wearing: anothers, on: engine)[0]?.hat == hats[0])
    }

    @Test(arguments: TestEngine.allCases)
    func `a disabled account, an erased person, nobody and no account reach nothing`(_ engine: TestEngine)
        async throws
    {
        for account in [203, 204, 205, 999] as [Int64] {
            #expect(try await reaches(account, ["2014-01-15"], on: engine) == [nil], "\(account)")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `who leads a programme of many teams reaches it by one key`(_ engine: TestEngine) async throws {
        var world = Self.world
        world.teams += (10..<200).map { .init(id: $0, programme: 21, school: 11) }
        world.assignments.append(
            .init(person: 102, role: .programmeLeader, programme: 21, starts: "2014-01-01"))
        let hat = Hat(person: 102, role: .programmeLeader)
        let reach = try #require(
            try await reaches(202, ["2014-02-01"], wearing: hat, in: world, on: engine)[0])
        #expect(reach.teams.isEmpty && reach.schools.isEmpty && reach.programmes == [21])
    }

    /// As large as it takes for SQLite to think of shortcuts, which go through whole tables, once it has counted.
    @Test func `it goes by indexes from the account to what it leads to, and looks through no table`()
        async throws
    {
        var world = Self.world
        for number in 1000..<1300 as Range<Int64> {
            world.schools.append(.init(id: number, organisation: 31))
            world.programmes[0].schools.insert(number)
        }
        for number in 1000..<2500 as Range<Int64> {
            world.people.append(.init(id: number, organisation: 31, account: number))
            world.accounts.insert(number)
            world.memberships.append(
                .init(person: number, team: 1, role: .teacher, starts: "2013-08-19"))
            world.assignments.append(
                .init(person: number, role: .researcher, programme: 21, starts: "2013-08-19"))
        }
        let plans = try await withWorld(world, .sqlite) { database in
            var plans = [try await Self.plan(database)]
            try await database.write { db in try db.analyze() }
            plans.append(try await Self.plan(database))
            try await database.close()
            let again = try await Database(database.location)
            plans.append(try await Self.plan(again))
            try await again.close()
            return plans
        }
        for plan in plans {
            let steps = plan.filter { $0.hasPrefix("SEARCH") }
            #expect(steps.count > 8, "\(plan)")
            #expect(
                !plan.contains { $0.contains("SCAN") || $0.contains("BLOOM") || $0.contains("AUTOMATIC") },
                "\(plan)")
        }
    }

    private static func plan(_ database: Database) async throws -> [String] {
        try await database.read { db in
            try db.all(
                "EXPLAIN QUERY PLAN " + ReachStore.statement, 1007, 1007, "a", "a", 1007, "a", "a"
            ) { try $0.text(3) }
        }
    }
}
