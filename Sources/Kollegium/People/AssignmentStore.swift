import Storage

/// A role that somebody is given beside the memberships of teams: in a programme, at a school, or for accounts.
struct Assignment: Sendable, Equatable {
    let publicID: String
    let role: Role
    let place: AssignmentStore.Place

    /// What assignments there are.
    static let roles: [Role] = [
        .programmeLeader, .developmentLeader, .researcher, .supervisorOfSupervisors, .schoolLeader,
        .administrator,
    ]
}

struct AssignmentStore {
    let db: Session

    /// Where a role is held.
    enum Place: Sendable, Equatable {
        case programme(Int64), school(Int64), organisation
    }

    /// Gives a person a role from a day on. Given twice it is once.
    /// - Throws: `AccountRefusal.placeMissing` where the role is held somewhere else than there.
    @discardableResult
    func give(_ role: Role, to person: Int64, at place: Place, from day: Day) throws -> Assignment {
        guard Assignment.roles.contains(role) else { throw AccountRefusal.noAssignment(role.rawValue) }
        let (programme, school): (Int64?, Int64?) =
            switch place {
            case .programme(let key): (key, nil)
            case .school(let key): (nil, key)
            case .organisation: (nil, nil)
            }
        guard role.isOfProgramme == (programme != nil), role.isOfSchool == (school != nil) else {
            throw AccountRefusal.placeMissing(role)
        }
        let held = try of(person, on: day).first { $0.role == role && $0.place == place }
        if let held { return held }
        let assignment = Assignment(publicID: PublicID.make(), role: role, place: place)
        try db.execute(
            """
            INSERT INTO assignments (public_id, person_id, role, programme_id, school_id, starts)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
            assignment.publicID, person, role.rawValue, programme, school, day.description)
        return assignment
    }

    /// Ends one. - Parameter day: the first on which it is no longer held; a role given today can only end tomorrow,
    /// so one that had not begun before then is taken away altogether.
    /// - Returns: false where there is none of this id, or it has ended by then.
    func end(_ publicID: String, on day: Day, reason: String?) throws -> Bool {
        let removed = try db.execute(
            "DELETE FROM assignments WHERE public_id = ? AND starts >= ?", publicID, day.description)
        guard removed == 0 else { return true }
        return try db.execute(
            "UPDATE assignments SET ends = ?, reason = ? WHERE public_id = ? AND (ends IS NULL OR ends > ?)",
            day.description, reason, publicID, day.description) == 1
    }

    /// What a person holds on a day.
    func of(_ person: Int64, on day: Day) throws -> [Assignment] {
        try db.all(
            """
            SELECT public_id, role, programme_id, school_id FROM assignments
            WHERE person_id = ? AND starts <= ? AND (ends IS NULL OR ends > ?) ORDER BY role, id
            """,
            person, day.description, day.description, as: assignment)
    }

    /// The roles that each of these people holds on a day, by name of role; one statement.
    func roles(of people: [Int64], on day: Day) throws -> [Int64: [Role]] {
        let scope = Scope("m.person_id", in: Set(people))
        var roles: [Int64: [Role]] = [:]
        try db.each(
            """
            SELECT DISTINCT m.person_id, m.role FROM assignments m
            WHERE \(scope.sql) AND m.starts <= ? AND (m.ends IS NULL OR m.ends > ?) ORDER BY m.person_id, m.role
            """, values: scope.values + [day.description.value, day.description.value], atOnce: true
        ) { row in
            guard let role = Role(rawValue: try row.text(1)) else { return }
            roles[try row.key(0), default: []].append(role)
        }
        return roles
    }

    /// Who holds a role in the organisation on a day: the persons' keys.
    func holders(of role: Role, in organisation: Int64, on day: Day) throws -> [Int64] {
        try db.all(
            """
            SELECT DISTINCT m.person_id FROM assignments m JOIN people p ON p.id = m.person_id
            WHERE m.role = ? AND p.organisation_id = ? AND m.starts <= ? AND (m.ends IS NULL OR m.ends > ?)
            ORDER BY m.person_id
            """,
            role.rawValue, organisation, day.description, day.description
        ) { try $0.key(0) }
    }

    /// Who leads a programme on a day, by name.
    func leaders(of programme: Int64, on day: Day) throws -> [String] {
        try db.all(
            """
            SELECT p.name FROM assignments m JOIN people p ON p.id = m.person_id
            WHERE m.programme_id = ? AND m.role = 'programme-leader' AND p.erased_at IS NULL
                AND m.starts <= ? AND (m.ends IS NULL OR m.ends > ?)
            ORDER BY p.sort_key, p.id
            """, programme, day.description, day.description
        ) { $0.textIfAny(0) }.compactMap(\.self)
    }

    /// Whether one of these people, or somebody with this address, leads the programme on a day.
    /// - Parameter email: as `EmailAddress` writes it.
    func leads(_ programme: Int64, anyOf people: Set<Int64>, at email: String, on day: Day) throws -> Bool {
        let scope = Scope("p.id", in: people)
        return try db.one(
            """
            SELECT 1 FROM assignments s JOIN people p ON p.id = s.person_id
            WHERE s.programme_id = ? AND s.role = 'programme-leader' AND (p.email = ? OR \(scope.sql))
                AND s.starts <= ? AND (s.ends IS NULL OR s.ends > ?) LIMIT 1
            """,
            values: [programme.value, email.value] + scope.values
                + [day.description.value, day.description.value]
        ) { _ in true } ?? false
    }

    private func assignment(_ row: Row) throws -> Assignment {
        Assignment(
            publicID: try row.text(0), role: try Self.role(row, 1),
            place: row.keyIfAny(2).map { .programme($0) } ?? row.keyIfAny(3).map { .school($0) }
                ?? .organisation)
    }

    static func role(_ row: Row, _ column: Int) throws -> Role {
        guard let role = Role(rawValue: try row.text(column)) else {
            throw StorageError(.damaged, "an assignment of no known role")
        }
        return role
    }
}

extension Role {
    /// Held at a school, by assignment.
    var isOfSchool: Bool { self == .schoolLeader || self == .developmentLeader }
    /// Held in a programme, by assignment.
    var isOfProgramme: Bool {
        self == .programmeLeader || self == .researcher || self == .supervisorOfSupervisors
    }
}
