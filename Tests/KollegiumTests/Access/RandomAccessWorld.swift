@testable import Kollegium
@testable import Measures

/// Small worlds in which everything meets: people with several roles, in several organisations, in teams with too few
/// members, at schools that they lead, before, in and after their time.
enum RandomAccessWorld {
    /// Most days of the world fall just before it, on it, or just after it.
    static let today = "2014-03-03"
    private static let days = ["2013-08-19", "2014-03-02", "2014-03-03", "2014-03-04", "2014-06-10"]

    static func make(seed: UInt64) -> AccessWorld {
        var random = SeededRandom(seed: seed)
        var world = AccessWorld()
        world.organisations = [31, 32]
        world.schools = (1...6).map { .init(id: 10 + $0, organisation: $0 < 5 ? 31 : 32) }
        for number in 1...4 as ClosedRange<Int64> {
            let organisation: Int64 = number < 4 ? 31 : 32
            var programme = AccessWorld.Programme(id: 20 + number, organisation: organisation)
            programme.isImported = random.next(below: 3) == 0
            for school in world.schools where school.organisation == organisation {
                if random.next(below: 2) == 0 { programme.schools.insert(school.id) }
            }
            world.programmes.append(programme)
        }
        for number in 1...9 as ClosedRange<Int64> {
            let index = random.next(below: world.programmes.count)
            let programme = world.programmes[index]
            let own = world.schools.filter { $0.organisation == programme.organisation }
            let school = own[random.next(below: own.count)].id
            world.programmes[index].schools.insert(school)
            world.teams.append(.init(id: number, programme: programme.id, school: school))
        }
        addPeople(to: &world, &random)
        addRoles(to: &world, &random)
        return world
    }

    private static func addPeople(to world: inout AccessWorld, _ random: inout SeededRandom) {
        for number in 1...24 as ClosedRange<Int64> {
            let organisation: Int64 = random.next(below: 5) == 0 ? 32 : 31
            var person = AccessWorld.Person(id: 100 + number, organisation: organisation)
            let own = world.schools.filter { $0.organisation == organisation }
            if random.next(below: 3) > 0 { person.school = own[random.next(below: own.count)].id }
            person.isErased = random.next(below: 12) == 0
            if random.next(below: 6) > 0 {
                // Two or three people share one account now and then: the same human in several organisations.
                let account = 200 + Int64(random.next(below: 20))
                person.account = account
                world.accounts.insert(account)
                if random.next(below: 15) == 0 { world.disabled.insert(account) }
            }
            world.people.append(person)
        }
    }

    private static func addRoles(to world: inout AccessWorld, _ random: inout SeededRandom) {
        func pick<T>(_ list: [T]) -> T { list[random.next(below: list.count)] }
        func time() -> (String, String?) {
            let starts = pick(days)
            let ends = days.filter { $0 > starts }
            return (starts, ends.isEmpty || random.next(below: 2) == 0 ? nil : pick(ends))
        }
        var taken: Set<String> = []
        let inTeams: [Role] = [
            .teacher, .teacher, .teacher, .conversationLeader, .teamLeader, .supervisor, .schoolLeader,
        ]
        for _ in 0..<55 {
            let (person, team, role) = (pick(world.people), pick(world.teams), pick(inTeams))
            guard taken.insert("\(person.id) \(team.id) \(role)").inserted else { continue }
            let (starts, ends) = time()
            world.memberships.append(
                .init(person: person.id, team: team.id, role: role, starts: starts, ends: ends))
        }
        for _ in 0..<16 {
            let role = pick([
                Role.programmeLeader, .researcher, .supervisorOfSupervisors, .schoolLeader,
                .developmentLeader, .administrator,
            ])
            let (starts, ends) = time()
            var assignment = AccessWorld.Assignment(
                person: pick(world.people).id, role: role, starts: starts, ends: ends)
            switch role {
            case .programmeLeader, .researcher, .supervisorOfSupervisors:
                assignment.programme = pick(world.programmes).id
            case .schoolLeader, .developmentLeader: assignment.school = pick(world.schools).id
            default: break
            }
            world.assignments.append(assignment)
        }
    }
}
