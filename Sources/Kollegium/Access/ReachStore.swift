import Storage

/// Where an account's roles lead today. It is asked at every request, so it is one statement, and goes by indexes.
struct ReachStore {
    let db: Session

    /// - Parameters:
    ///   - hat: the one that the person wears; where it is theirs no longer, or none is given, the first of `hats`.
    ///   - today: the day in the programme's zone. A role holds from its first day until the day before `ends`.
    /// - Returns: nil where the account is disabled or unknown, or stands for nobody who is left. Whoever has no
    ///   role today is a guest, who reaches what is their own.
    func reach(account: Int64, wearing hat: Hat?, today: Day) throws -> Reach? {
        let day = today.description
        var roles = Roles()
        try db.each(ReachStore.statement, account, account, day, day, account, day, day, atOnce: true) {
            row in
            try roles.take(row)
        }
        return roles.reach(account: account, wearing: hat)
    }

    /// One row for each person of the account, and for each of their roles today, with all that it leads to. A school
    /// that one leads or develops leads to each programme that it takes part in.
    ///
    /// SQLite takes a `CROSS JOIN` in the order written: from the account's people on, where it might else begin with
    /// all memberships. Programmes are looked up and not joined, because it would go through all where they are few.
    /// The people are not gathered first, in a `WITH`, because it would guess that they are many.
    static let statement = """
        SELECT p.id, p.organisation_id, p.name, 'guest', NULL, NULL, NULL,
            NULL, NULL, NULL, NULL, NULL, NULL, NULL
        FROM accounts a
        JOIN account_people l ON l.account_id = a.id
        JOIN people p ON p.id = l.person_id
        WHERE a.id = ? AND a.disabled_at IS NULL AND p.erased_at IS NULL
        UNION ALL
        SELECT p.id, p.organisation_id, p.name, m.role, m.team_id, t.school_id,
            coalesce(f.programme_id, t.programme_id),
            t.public_id, t.name, c.public_id, c.name,
            CASE WHEN m.role = 'school-leader' THEN (SELECT g.public_id FROM programmes g WHERE g.id = coalesce(f.programme_id, t.programme_id)) END,
            CASE WHEN m.role = 'school-leader' THEN (SELECT g.title_sv FROM programmes g WHERE g.id = coalesce(f.programme_id, t.programme_id)) END,
            CASE WHEN m.role = 'school-leader' THEN (SELECT g.title_en FROM programmes g WHERE g.id = coalesce(f.programme_id, t.programme_id)) END
        FROM accounts a
        JOIN account_people l ON l.account_id = a.id
        JOIN people p ON p.id = l.person_id
        CROSS JOIN memberships m
        JOIN teams t ON t.id = m.team_id
        LEFT JOIN school_profiles f ON f.school_id = t.school_id AND m.role = 'school-leader'
        LEFT JOIN schools c ON c.id = t.school_id AND m.role = 'school-leader'
        WHERE a.id = ? AND a.disabled_at IS NULL AND p.erased_at IS NULL
            AND m.person_id = p.id AND m.starts <= ? AND (m.ends IS NULL OR m.ends > ?)
        UNION ALL
        SELECT p.id, p.organisation_id, p.name, s.role, NULL, s.school_id,
            coalesce(s.programme_id, f.programme_id),
            NULL, NULL, c.public_id, c.name,
            (SELECT g.public_id FROM programmes g WHERE g.id = coalesce(s.programme_id, f.programme_id)),
            (SELECT g.title_sv FROM programmes g WHERE g.id = coalesce(s.programme_id, f.programme_id)),
            (SELECT g.title_en FROM programmes g WHERE g.id = coalesce(s.programme_id, f.programme_id))
        FROM accounts a
        JOIN account_people l ON l.account_id = a.id
        JOIN people p ON p.id = l.person_id
        CROSS JOIN assignments s
        LEFT JOIN school_profiles f ON f.school_id = s.school_id
        LEFT JOIN schools c ON c.id = s.school_id
        WHERE a.id = ? AND a.disabled_at IS NULL AND p.erased_at IS NULL
            AND s.person_id = p.id AND s.starts <= ? AND (s.ends IS NULL OR s.ends > ?)
        """
}

/// The rows of the statement, gathered by hat.
private struct Roles {
    private struct Person {
        let organisation: Int64
        let name: String
    }

    private struct Leading {
        var teams: Set<Int64> = []
        var schools: Set<Int64> = []
        var programmes: Set<Int64> = []
        var signposts = Signposts()
    }

    private static let places = Dictionary(uniqueKeysWithValues: zip(Role.inOrder, Role.inOrder.indices))

    private var people: [Int64: Person] = [:]
    private var leading: [Hat: Leading] = [:]
    private var leads: Set<Int64> = []

    mutating func take(_ row: Row) throws {
        let person = try row.key(0)
        guard let role = Role(rawValue: try row.text(3)) else {
            throw StorageError(.damaged, "person \(person) has the role \(try row.text(3))")
        }
        if role == .guest {
            people[person] = Person(organisation: try row.key(1), name: try row.text(2))
            return
        }
        let school = row.keyIfAny(5)
        if role == .schoolLeader, let school { leads.insert(school) }
        var all = leading[Hat(person: person, role: role), default: Leading()]
        if let team = row.keyIfAny(4), role != .schoolLeader, all.teams.insert(team).inserted {
            all.signposts.teams.add(row, id: 7, sv: 8, en: 8)
        }
        if let school, all.schools.insert(school).inserted {
            all.signposts.schools.add(row, id: 9, sv: 10, en: 10)
        }
        if let programme = row.keyIfAny(6), all.programmes.insert(programme).inserted {
            all.signposts.programmes.add(row, id: 11, sv: 12, en: 13)
        }
        leading[Hat(person: person, role: role)] = all
    }

    func reach(account: Int64, wearing wanted: Hat?) -> Reach? {
        let hats = inOrder()
        guard let hat = hats.first(where: { $0 == wanted }) ?? hats.first, let person = people[hat.person]
        else { return nil }
        let all = leading[hat] ?? Leading()
        return Reach(
            account: account, hat: hat, organisation: person.organisation, name: person.name, hats: hats,
            teams: all.teams, schools: all.schools, programmes: all.programmes, leads: leads,
            signposts: Signposts(
                teams: all.signposts.teams.inOrder, schools: all.signposts.schools.inOrder,
                programmes: all.signposts.programmes.inOrder))
    }

    /// By role, then by who has been a person here for longest. A guest is only who is nothing else.
    private func inOrder() -> [Hat] {
        let busy = Set(leading.keys.map(\.person))
        let guests = people.keys.filter { !busy.contains($0) }.map { Hat(person: $0, role: .guest) }
        return (leading.keys + guests).sorted { one, other in
            (Self.places[one.role] ?? 0, one.person) < (Self.places[other.role] ?? 0, other.person)
        }
    }
}

extension [Signposts.Sign] {
    /// From the columns of its public id and its names; nothing where the statement has none.
    fileprivate mutating func add(_ row: Row, id: Int, sv: Int, en: Int) {
        guard let publicID = row.textIfAny(id), let name = row.textIfAny(sv) ?? row.textIfAny(en) else {
            return
        }
        append(
            Signposts.Sign(
                publicID: publicID,
                words: Sentence(sv: row.textIfAny(sv) ?? name, en: row.textIfAny(en) ?? name)))
    }
}
