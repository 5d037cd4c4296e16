import Storage

/// A team as its page begins: where it stands, what it is called, and its people of all times.
struct TeamRoom: Sendable {
    let place: Place
    let publicID: String
    let name: String
    let school: String
    let grades: String?
    let pupils: Int?
    let kind: String?
    /// A row for each time that somebody was in the team, by name.
    let stays: [Stay]

    struct Stay: Sendable, Equatable {
        let person: Int64
        let personID: String
        /// nil for somebody who was erased.
        let name: String?
        let role: TeamRole
        let from: Day
        /// The first day no longer there; nil while it lasts.
        let to: Day?

        func lasts(on day: Day) -> Bool { from <= day && to.map { day < $0 } ?? true }
    }
}

extension TeamStore {
    /// Everything in one statement, because this page is opened more than any other. The place is the one that
    /// `PlaceStore` reads; a test holds them against each other.
    func room(_ publicID: String, today: Day) throws -> TeamRoom? {
        var found: TeamRoom?
        var stays: [TeamRoom.Stay] = []
        var (members, workplaces): (Set<Int64>, [Int64: Int64]) = ([], [:])
        try db.each(Self.roomStatement, publicID, atOnce: true) { row in
            if found == nil { found = try room(row, publicID) }
            guard let person = row.keyIfAny(10) else { return }
            let stay = try self.stay(row, person)
            stays.append(stay)
            guard stay.role.isMember, stay.lasts(on: today), stay.name != nil else { return }
            members.insert(person)
            workplaces[person] = row.keyIfAny(13)
        }
        guard let found else { return nil }
        var place = found.place
        place.members = members.count
        place.workplaces = workplaces
        return TeamRoom(
            place: place, publicID: found.publicID, name: found.name, school: found.school,
            grades: found.grades,
            pupils: found.pupils, kind: found.kind, stays: stays)
    }

    private static let roomStatement = """
        SELECT g.organisation_id, g.id, t.school_id, t.id,
            CASE WHEN g.origin = 'imported' AND g.taken_over_at IS NULL THEN 1 ELSE 0 END,
            t.name, s.name, t.grades, t.pupils, t.kind,
            p.id, p.public_id, p.name, p.school_id, m.role, m.starts, m.ends
        FROM teams t
        JOIN programmes g ON g.id = t.programme_id
        JOIN schools s ON s.id = t.school_id
        LEFT JOIN memberships m ON m.team_id = t.id
        LEFT JOIN people p ON p.id = m.person_id
        WHERE t.public_id = ?
        ORDER BY p.sort_key, p.id, m.starts, m.role
        """

    private func room(_ row: Row, _ publicID: String) throws -> TeamRoom {
        TeamRoom(
            place: Place(
                organisation: try row.key(0), programmes: [try row.key(1)], school: try row.key(2),
                team: try row.key(3), isImported: try row.integer(4) == 1),
            publicID: publicID, name: try row.text(5), school: try row.text(6), grades: row.textIfAny(7),
            pupils: row.keyIfAny(8).map { Int($0) }, kind: row.textIfAny(9), stays: [])
    }

    private func stay(_ row: Row, _ person: Int64) throws -> TeamRoom.Stay {
        guard let role = TeamRole(rawValue: try row.text(14)) else {
            throw StorageError(.damaged, "a membership has the role \(try row.text(14))")
        }
        return TeamRoom.Stay(
            person: person, personID: try row.text(11), name: row.textIfAny(12), role: role,
            from: try row.day(15), to: try row.dayIfAny(16))
    }
}
