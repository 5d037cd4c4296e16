import Storage
import Support
import Testing

@testable import Kollegium

/// Random people in random organisations, asked one by one in every hat that they have.
@Suite struct ReachPropertyTests {
    private static let seeds: ClosedRange<UInt64> = 1...(isLongRun ? 60 : 8)

    /// Everybody's reach, in each of their hats.
    private static func reaches(_ world: AccessWorld, _ db: Session, _ today: Day) throws -> [Reach] {
        try world.accounts.sorted().flatMap { account -> [Reach] in
            let store = ReachStore(db: db)
            guard let first = try store.reach(account: account, wearing: nil, today: today) else { return [] }
            return try first.hats.compactMap { hat in
                try store.reach(account: account, wearing: hat, today: today)
            }
        }
    }

    private static func places(
        _ table: String, _ db: Session, _ place: (String) throws -> Kollegium.Place?
    ) throws -> [(Int64, Kollegium.Place)] {
        try db.all("SELECT id, public_id FROM \(table) ORDER BY id") { (try $0.key(0), try $0.text(1)) }
            .compactMap { id, publicID in try place(publicID).map { (id, $0) } }
    }

    @Test(arguments: seeds)
    func `a reach is what the rows of roles come to`(_ seed: UInt64) async throws {
        let world = RandomAccessWorld.make(seed: seed)
        let day = RandomAccessWorld.today
        let today = try Day.on(day)
        for engine in TestEngine.allCases {
            try await withWorld(world, engine) { database in
                try await database.read { db in
                    let reaches = try Self.reaches(world, db, today)
                    let alive = world.accounts.filter { !world.selves($0).isEmpty }
                    #expect(Set(reaches.map(\.account)) == alive)
                    for account in alive {
                        let worn = reaches.filter { $0.account == account }
                        #expect(Set(worn.map(\.hat)) == world.hats(account, day))
                        #expect(worn.count == world.hats(account, day).count)
                    }
                    for reach in reaches {
                        let person = world.people.first { $0.id == reach.hat.person }
                        #expect(reach.organisation == person?.organisation)
                        #expect(reach.name == "Person \(reach.hat.person)")
                        #expect(reach.teams == world.teams(reach.hat, day))
                        #expect(reach.schools == world.schools(reach.hat, day))
                        #expect(reach.programmes == world.programmes(reach.hat, day), "\(reach)")
                        #expect(reach.leads == world.leads(reach.account, day))
                    }
                }
            }
        }
    }

    @Test(arguments: seeds)
    func `nobody ever reaches a foreign team's room, and members always do`(_ seed: UInt64) async throws {
        let world = RandomAccessWorld.make(seed: seed)
        let day = RandomAccessWorld.today
        let today = try Day.on(day)
        let kinds = Thing.Kind.allCases.filter { [.team, .smallGroup, .supervision].contains($0.room) }
        for engine in TestEngine.allCases {
            try await withWorld(world, engine) { database in
                try await database.read { db in
                    let store = PlaceStore(db: db)
                    let teams = try Self.places("teams", db) { try store.team($0, today: today) }
                    let meetings = try Self.places("meetings", db) { try store.meeting($0, today: today) }
                    #expect(teams.count == world.teams.count && meetings.count == teams.count)
                    for reach in try Self.reaches(world, db, today) {
                        for place in teams.map(\.1) + meetings.map(\.1) {
                            let team = try #require(place.team)
                            let opens = world.opensRoom(
                                reach.hat, of: team, account: reach.account, day)
                            let page = Access.decide(.read, Thing(.team, place), by: .person(reach))
                            #expect(page.isAllowed == opens, "\(reach) \(place)")
                            let map = Access.decide(.read, Thing(.trustMap, place), by: .person(reach))
                            #expect(
                                map.isAllowed == (opens && world.members(of: team, day).count >= 3),
                                "\(reach) \(place)")
                            guard !opens else { continue }
                            // Their words, their levels, their figures, whoever wrote what.
                            let words = place.owned(by: -1)
                            for kind in kinds {
                                for action in Action.allCases {
                                    let decision = Access.decide(
                                        action, Thing(kind, words), by: .person(reach))
                                    let readsReports =
                                        kind == .processReport && reach.hat.role == .supervisorOfSupervisors
                                    #expect(!decision.isAllowed || readsReports, "\(action) \(kind) \(reach)")
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    @Test(arguments: seeds)
    func `a list is what the decision lets through, row by row`(_ seed: UInt64) async throws {
        let world = RandomAccessWorld.make(seed: seed)
        let today = try Day.on(RandomAccessWorld.today)
        for engine in TestEngine.allCases {
            try await withWorld(world, engine) { database in
                try await database.read { db in
                    let store = PlaceStore(db: db)
                    let teams = try Self.places("teams", db) { try store.team($0, today: today) }
                    let schools = try Self.places("schools", db) { try store.school($0) }
                    let programmes = try Self.places("programmes", db) { try store.programme($0) }
                    let people = try Self.places("people", db) { try store.person($0) }
                    for reach in try Self.reaches(world, db, today) {
                        func expect(
                            _ scope: Scope, _ from: String, _ kind: Thing.Kind,
                            _ places: [(Int64, Kollegium.Place)]
                        ) throws {
                            let alias = try #require(from.split(separator: " ").last)
                            let listed = try db.all(
                                "SELECT \(alias).id FROM \(from) WHERE \(alias).id > ? AND \(scope.sql) ORDER BY 1",
                                values: [0.value] + scope.values
                            ) { try $0.key(0) }
                            let allowed = places.filter {
                                Access.decide(.read, Thing(kind, $0.1), by: .person(reach)).isAllowed
                            }.map(\.0)
                            #expect(listed == allowed, "\(kind) \(reach)")
                        }
                        try expect(.teamEntries(reach), "teams t", .teamEntry, teams)
                        try expect(.teamRooms(reach, today: today), "teams t", .team, teams)
                        try expect(.schools(reach), "schools s", .school, schools)
                        try expect(.programmes(reach), "programmes g", .programme, programmes)
                        try expect(.people(reach), "people p", .person, people)
                    }
                }
            }
        }
    }

    /// A property that nothing ever puts to the test would hold for nothing.
    @Test func `the random worlds have all that the rules are about`() {
        var roles: Set<Role> = []
        var found: Set<String> = []
        for seed in Self.seeds {
            let world = RandomAccessWorld.make(seed: seed)
            let day = RandomAccessWorld.today
            for account in world.accounts {
                let hats = world.hats(account, day)
                roles.formUnion(hats.map(\.role))
                if Set(hats.map(\.person)).count > 1 { found.insert("several people") }
                for hat in hats {
                    for team in world.teams(hat, day) {
                        let isOpen = world.opensRoom(hat, of: team, account: account, day)
                        found.insert(isOpen ? "open" : "pay")
                        if !isOpen, let school = world.school(of: team),
                            !world.leads(account, day).contains(school)
                        {
                            found.insert("pay of a colleague from elsewhere")
                        }
                        if isOpen, world.members(of: team, day).count < 3 { found.insert("frozen") }
                        if isOpen, world.members(of: team, day).count >= 3 { found.insert("not frozen") }
                    }
                }
            }
            if world.programmes.contains(where: \.isImported) { found.insert("imported") }
        }
        #expect(roles == Set(Role.allCases))
        #expect(
            found == [
                "several people", "open", "pay", "pay of a colleague from elsewhere", "frozen", "not frozen",
                "imported",
            ])
    }
}
