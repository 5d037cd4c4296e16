import Storage
import Support
import Testing

@testable import Kollegium

@Suite struct PlaceStoreTests {
    private static let world: AccessWorld = {
        var world = AccessWorld()
        world.schools = [
            .init(id: 11, organisation: 31), .init(id: 12, organisation: 31), .init(id: 13, organisation: 31),
        ]
        world.programmes = [
            .init(id: 21, organisation: 31, isImported: true, schools: [11]),
            .init(id: 22, organisation: 31, schools: [11, 12]),
        ]
        world.teams = [.init(id: 1, programme: 21, school: 11), .init(id: 2, programme: 22, school: 12)]
        world.people = [
            .init(id: 101, organisation: 31, school: 12), .init(id: 102, organisation: 31),
            .init(id: 103, organisation: 31, isErased: true), .init(id: 104, organisation: 31, school: 13),
            .init(id: 105, organisation: 31),
        ]
        world.memberships = [
            .init(person: 101, team: 1, role: .teacher, starts: "2013-08-19"),
            .init(person: 101, team: 1, role: .conversationLeader, starts: "2013-08-19"),
            .init(person: 102, team: 1, role: .teacher, starts: "2013-08-19", ends: "2014-03-01"),
            .init(person: 103, team: 1, role: .teacher, starts: "2013-08-19"),
            .init(person: 104, team: 1, role: .supervisor, starts: "2013-08-19"),
        ]
        world.assignments = [.init(person: 105, role: .schoolLeader, school: 12, starts: "2013-08-19")]
        return world
    }()

    private func place<T: Sendable>(
        _ engine: TestEngine, _ read: @escaping @Sendable (PlaceStore) throws -> T
    ) async throws -> T {
        try await withWorld(Self.world, engine) { database in
            try await database.read { db in try read(PlaceStore(db: db)) }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a team and its meeting stand at their school, with the members that there are on the day`(
        _ engine: TestEngine
    ) async throws {
        let (then, later, meeting, empty) = try await place(engine) { store in
            try (
                store.team("t1", today: .on("2014-02-28")), store.team("t1", today: .on("2014-03-01")),
                store.meeting("m1", today: .on("2014-03-01")), store.team("t2", today: .on("2014-03-01"))
            )
        }
        #expect(
            then
                == Kollegium.Place(
                    organisation: 31, programmes: [21], school: 11, team: 1, workplaces: [101: 12],
                    members: 2, isImported: true))
        #expect(later?.members == 1 && later?.workplaces == [101: 12])
        #expect(meeting?.meeting != nil && meeting?.team == 1 && meeting?.members == 1)
        #expect(
            empty == Kollegium.Place(organisation: 31, programmes: [22], school: 12, team: 2, members: 0))
    }

    @Test(arguments: TestEngine.allCases)
    func `a school, a programme and a person are in all that they take part in`(_ engine: TestEngine)
        async throws
    {
        let (schools, programmes, people) = try await place(engine) { store in
            try (
                ["s11", "s12", "s13"].map(store.school), ["g21", "g22"].map(store.programme),
                ["p101", "p102", "p104", "p105"].map(store.person)
            )
        }
        #expect(schools.map { $0?.programmes } == [[21, 22], [22], []])
        #expect(schools.map { $0?.isImported } == [false, false, false])
        #expect(programmes.map { $0?.isImported } == [true, false])
        #expect(programmes.map { $0?.programmes } == [[21], [22]])
        #expect(people.map { $0?.programmes } == [[21, 22], [21], [21], [22]])
        #expect(people.map { $0?.isImported } == [false, true, true, false])
        #expect(people.map { $0?.owner } == [101, 102, 104, 105])
        #expect(people.map { $0?.school } == [12, nil, 13, nil])
    }

    @Test(arguments: TestEngine.allCases)
    func `an id that there is not, or an erased person's, is nowhere`(_ engine: TestEngine) async throws {
        let places = try await place(engine) { store in
            let today = try Day.on("2014-03-01")
            return try [
                store.team("t9", today: today), store.meeting("t1", today: today), store.school("t1"),
                store.programme(""), store.person("p103"), store.person("x"),
            ]
        }
        #expect(places == Array(repeating: nil, count: 6))
    }
}
