import Storage

extension TeamStore {
    /// Somebody's time in a team, with their name.
    struct Member: Sendable, Equatable {
        let membership: Int64
        let personID: String
        /// nil for somebody who was erased.
        let name: String?
        let role: TeamRole
        let from: Day
        /// The first day no longer there; nil while it lasts.
        let to: Day?
        /// What is kept of why it ended; `LeavingReason.words` says it to people.
        let reason: String?

        /// The last day in the team; nil while it lasts.
        var lastDay: Day? { to.flatMap { Day(number: $0.number - 1) } }
    }

    /// A team's people of all times by name.
    struct Members: Sendable, Equatable {
        let today: [Member]
        let former: [Member]
        /// Who will join on a day to come.
        let coming: [Member]
    }

    func members(of team: Int64, today: Day) throws -> Members {
        let all = try db.all(
            """
            SELECT m.id, p.public_id, p.name, m.role, m.starts, m.ends, m.reason
            FROM memberships m JOIN people p ON p.id = m.person_id
            WHERE m.team_id = ? ORDER BY p.sort_key, p.id, m.starts, m.role
            """, team
        ) { row in
            guard let role = TeamRole(rawValue: try row.text(3)) else {
                throw StorageError(.damaged, "a membership has the role \(try row.text(3))")
            }
            return Member(
                membership: try row.key(0), personID: try row.text(1), name: row.textIfAny(2), role: role,
                from: try row.day(4), to: try row.dayIfAny(5), reason: row.textIfAny(6))
        }
        return Members(
            today: all.filter { $0.from <= today && $0.to.map { today < $0 } ?? true },
            former: all.filter { $0.to.map { $0 <= today } ?? false }, coming: all.filter { $0.from > today })
    }

    /// A membership as an address names it, which shows no key that counts: whose, in which role, from when.
    func membership(of personID: String, in team: Int64, _ role: TeamRole, from: Day) throws -> Int64? {
        try db.one(
            """
            SELECT m.id FROM people p JOIN memberships m ON m.person_id = p.id AND m.team_id = ?
            WHERE p.public_id = ? AND m.role = ? AND m.starts = ?
            """, team, personID, role.rawValue, from.description
        ) { try $0.key(0) }
    }

    /// A person's time in one team, as their own page tells it.
    struct PlaceInTeam: Sendable, Equatable {
        let teamID: String
        let team: String
        let school: String
        let programme: Int64
        let role: TeamRole
        let from: Day
        /// The first day no longer there; nil while it lasts.
        let to: Day?
        let reason: String?

        /// The last day in the team; nil while it lasts.
        var lastDay: Day? { to.flatMap { Day(number: $0.number - 1) } }
    }

    /// A person's memberships in all programmes of their organisation, the latest first.
    func places(of person: Int64) throws -> [PlaceInTeam] {
        try db.all(
            """
            SELECT t.public_id, t.name, s.name, t.programme_id, m.role, m.starts, m.ends, m.reason
            FROM memberships m
            JOIN teams t ON t.id = m.team_id
            JOIN schools s ON s.id = t.school_id
            WHERE m.person_id = ? ORDER BY m.starts DESC, m.id DESC
            """, person
        ) { row in
            PlaceInTeam(
                teamID: try row.text(0), team: try row.text(1), school: try row.text(2),
                programme: try row.key(3), role: TeamRole(rawValue: try row.text(4)) ?? .teacher,
                from: try row.day(5), to: try row.dayIfAny(6), reason: row.textIfAny(7))
        }
    }
}
