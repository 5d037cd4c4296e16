import Storage

/// Where the things that have a public id stand, each in one statement; nil for an id that there is not.
struct PlaceStore {
    let db: Session

    /// - Parameter today: the day in the programme's zone, on which members are counted.
    func team(_ publicID: String, today: Day) throws -> Place? {
        try team(
            "SELECT t.id AS team_id, NULL AS meeting_id FROM teams t WHERE t.public_id = ?", publicID, today)
    }

    /// A meeting stands where its team does.
    func meeting(_ publicID: String, today: Day) throws -> Place? {
        try team(
            "SELECT m.team_id, m.id AS meeting_id FROM meetings m WHERE m.public_id = ?", publicID, today)
    }

    /// A row for each member, or one where there is none.
    private func team(_ found: String, _ publicID: String, _ today: Day) throws -> Place? {
        let day = today.description
        var place: Place?
        var members: Set<Int64> = []
        try db.each(
            """
            WITH found AS (\(found))
            SELECT g.organisation_id, g.id, t.school_id, t.id, found.meeting_id,
                CASE WHEN g.origin = 'imported' AND g.taken_over_at IS NULL THEN 1 ELSE 0 END,
                p.id, p.school_id
            FROM found
            JOIN teams t ON t.id = found.team_id
            JOIN programmes g ON g.id = t.programme_id
            LEFT JOIN memberships m ON m.team_id = t.id AND m.starts <= ? AND (m.ends IS NULL OR m.ends > ?)
                AND m.role IN ('teacher', 'conversation-leader', 'team-leader')
            LEFT JOIN people p ON p.id = m.person_id AND p.erased_at IS NULL
            """, publicID, day, day, atOnce: true
        ) { row in
            var team =
                try place
                ?? Place(
                    organisation: row.key(0), programmes: [row.key(1)], school: row.key(2), team: row.key(3),
                    meeting: row.keyIfAny(4), isImported: row.integer(5) == 1)
            if let member = row.keyIfAny(6) {
                members.insert(member)
                team.workplaces[member] = row.keyIfAny(7)
            }
            place = team
        }
        place?.members = members.count
        return place
    }

    func programme(_ publicID: String) throws -> Place? {
        try db.one(
            """
            SELECT g.organisation_id, g.id,
                CASE WHEN g.origin = 'imported' AND g.taken_over_at IS NULL THEN 1 ELSE 0 END
            FROM programmes g
            WHERE g.public_id = ?
            """, publicID
        ) { row in
            Place(
                organisation: try row.key(0), programmes: [try row.key(1)],
                isImported: try row.integer(2) == 1)
        }
    }

    /// A school is in each programme that it takes part in.
    func school(_ publicID: String) throws -> Place? {
        try several(
            """
            SELECT s.organisation_id, s.id, NULL, g.id,
                CASE WHEN g.origin = 'imported' AND g.taken_over_at IS NULL THEN 1 ELSE 0 END
            FROM schools s
            LEFT JOIN school_profiles f ON f.school_id = s.id
            LEFT JOIN programmes g ON g.id = f.programme_id
            WHERE s.public_id = ?
            """, publicID)
    }

    /// A person is in each programme in which they are or were in a team, are assigned to something, or that they were
    /// added to, and in those that the school takes part in where they work. The place's owner is that person.
    func person(_ publicID: String) throws -> Place? {
        try several(
            """
            WITH found AS (
                SELECT p.id, p.organisation_id, p.school_id FROM people p
                WHERE p.public_id = ? AND p.erased_at IS NULL
            ), ties AS (
                SELECT t.programme_id FROM found
                JOIN memberships m ON m.person_id = found.id
                JOIN teams t ON t.id = m.team_id
                UNION
                SELECT a.programme_id FROM found JOIN assignments a ON a.person_id = found.id
                UNION
                SELECT f.programme_id FROM found
                JOIN assignments a ON a.person_id = found.id
                JOIN school_profiles f ON f.school_id = a.school_id
                UNION
                SELECT f.programme_id FROM found JOIN school_profiles f ON f.school_id = found.school_id
                UNION
                SELECT t.programme_id FROM found
                JOIN study_people e ON e.person_id = found.id
                JOIN studies t ON t.id = e.study_id
            )
            SELECT found.organisation_id, found.school_id, found.id, g.id,
                CASE WHEN g.origin = 'imported' AND g.taken_over_at IS NULL THEN 1 ELSE 0 END
            FROM found
            LEFT JOIN ties ON ties.programme_id IS NOT NULL
            LEFT JOIN programmes g ON g.id = ties.programme_id
            """, publicID)
    }

    /// A place in several programmes, a row for each. It stays as a study has it only while all of them do.
    private func several(_ statement: String, _ publicID: String) throws -> Place? {
        var place: Place?
        var isOwn = false
        try db.each(statement, publicID, atOnce: true) { row in
            var next =
                try place ?? Place(organisation: row.key(0), school: row.keyIfAny(1), owner: row.keyIfAny(2))
            if let programme = row.keyIfAny(3) {
                next.programmes.insert(programme)
                if try row.integer(4) == 0 { isOwn = true }
            }
            place = next
        }
        if let found = place { place?.isImported = !found.programmes.isEmpty && !isOwn }
        return place
    }
}
