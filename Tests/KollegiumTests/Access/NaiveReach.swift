@testable import Kollegium

/// Where a hat leads, worked out from the world's rows by asking each one.
extension AccessWorld {
    /// The people of an account that is open; erased ones are nobody.
    func selves(_ account: Int64) -> [Person] {
        disabled.contains(account) ? [] : people.filter { $0.account == account && !$0.isErased }
    }

    func hats(_ account: Int64, _ day: String) -> Set<Hat> {
        var hats: Set<Hat> = []
        for person in selves(account) {
            let roles =
                memberships.filter { $0.person == person.id && $0.holds(day) }.map(\.role)
                + assignments.filter { $0.person == person.id && $0.holds(day) }.map(\.role)
            hats.formUnion((roles.isEmpty ? [.guest] : roles).map { Hat(person: person.id, role: $0) })
        }
        return hats
    }

    func school(of team: Int64) -> Int64? { teams.first { $0.id == team }?.school }

    func programmes(at schools: Set<Int64>) -> Set<Int64> {
        Set(programmes.filter { !$0.schools.isDisjoint(with: schools) }.map(\.id))
    }

    func teams(_ hat: Hat, _ day: String) -> Set<Int64> {
        guard hat.role != .schoolLeader else { return [] }
        return Set(
            memberships.filter { $0.person == hat.person && $0.role == hat.role && $0.holds(day) }
                .map(\.team))
    }

    /// Schools by way of a team, or by an assignment, in one role.
    func schools(_ hat: Hat, _ day: String) -> Set<Int64> {
        Set(
            memberships.filter { $0.person == hat.person && $0.role == hat.role && $0.holds(day) }
                .compactMap { school(of: $0.team) }
                + assignments.filter { $0.person == hat.person && $0.role == hat.role && $0.holds(day) }
                .compactMap(\.school))
    }

    func programmes(_ hat: Hat, _ day: String) -> Set<Int64> {
        switch hat.role {
        case .schoolLeader, .developmentLeader: return programmes(at: schools(hat, day))
        default:
            let own = teams(hat, day)
            return Set(
                teams.filter { own.contains($0.id) }.map(\.programme)
                    + assignments.filter { $0.person == hat.person && $0.role == hat.role && $0.holds(day) }
                    .compactMap(\.programme))
        }
    }

    /// Schools where any of an account's people sets pay.
    func leads(_ account: Int64, _ day: String) -> Set<Int64> {
        selves(account).reduce(into: []) {
            $0.formUnion(schools(Hat(person: $1.id, role: .schoolLeader), day))
        }
    }

    /// Members of a team on a day: teachers, conversation leaders, team leaders who are not erased.
    func members(of team: Int64, _ day: String) -> [Person] {
        let roles: [Role] = [.teacher, .conversationLeader, .teamLeader]
        let ids = Set(
            memberships.filter { $0.team == team && roles.contains($0.role) && $0.holds(day) }.map(\.person))
        return people.filter { ids.contains($0.id) && !$0.isErased }
    }

    /// Whether a hat opens a team's room: in it today, and setting nobody's pay there.
    func opensRoom(_ hat: Hat, of team: Int64, account: Int64, _ day: String) -> Bool {
        let roles: [Role] = [.teacher, .conversationLeader, .teamLeader, .supervisor]
        guard roles.contains(hat.role), teams(hat, day).contains(team) else { return false }
        let leads = leads(account, day)
        let selves = Set(selves(account).map(\.id))
        let others = members(of: team, day).filter { !selves.contains($0.id) }
        return !([school(of: team)] + others.map(\.school)).contains { $0.map(leads.contains) ?? false }
    }
}
