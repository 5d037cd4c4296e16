import Storage

/// Joining and leaving a team. A person's times in one role of a team never overlap, which no schema can say.
extension TeamStore {
    /// Begins a membership; where the person has that place in the team on that day already, nothing happens.
    /// - Returns: the membership's key, of the one that was there or the new one.
    /// - Throws: `FormRefusal` with all that is wrong.
    @discardableResult
    func begin(_ draft: MembershipDraft, in team: Int64, by act: Act) throws -> Int64 {
        let (programme, organisation) = try requireOpen(team)
        let person = try PersonStore(db: db).key(TypedText(draft.person).text, in: organisation)
        let days = try ProgrammeStore(db: db).days(of: programme)
        let values = try draft.examined(person: person, days: days).sound()
        let stays = try stays(of: values.person, in: team, values.role)
        if let stay = stays.first(where: { $0.contains(values.from) }) { return stay.key }
        if let later = stays.first(where: { $0.from > values.from }) {
            throw FormRefusal("from", .isMemberLater(later.from))
        }
        let key = try insert(values, in: team, programme: programme)
        try ActivityLog(db: db).note(
            act, "began", "membership", key, programme: programme, organisation: organisation)
        return key
    }

    /// Writes a membership that has been examined and overlaps none; whoever is in a team is in the study.
    func insert(_ values: MembershipDraft.Values, in team: Int64, programme: Int64) throws -> Int64 {
        try StudyStore(db: db).enrol(values.person, in: programme)
        let key = try db.nextKey(in: "memberships")
        try db.execute(
            "INSERT INTO memberships (id, team_id, person_id, role, starts) VALUES (?, ?, ?, ?, ?)", key,
            team,
            values.person, values.role.rawValue, values.from.description)
        return key
    }

    /// Ends a membership, or mends when and why it ended.
    /// - Throws: `FormRefusal` with all that is wrong.
    func end(_ membership: Int64, _ ending: MembershipEnding, by act: Act) throws {
        guard let held = try self.held(membership) else { throw FormRefusal("", .notHere) }
        let organisation = try ProgrammeStore(db: db).requireOpen(held.programme)
        let values = try ending.examined(starts: held.stay.from).sound()
        let later = try stays(of: held.person, in: held.team, held.role).first { stay in
            stay.key != membership && stay.from > held.stay.from && stay.from < values.ends
        }
        if let later { throw FormRefusal("lastDay", .isMemberLater(later.from)) }
        let changed = try db.execute(
            """
            UPDATE memberships SET ends = ?, reason = ?
            WHERE id = ? AND (coalesce(ends, '') <> ? OR coalesce(reason, '') <> ?)
            """,
            values.ends.description, values.reason, membership, values.ends.description, values.reason ?? "")
        guard changed > 0 else { return }
        try ActivityLog(db: db).note(
            act, "ended", "membership", membership, programme: held.programme, organisation: organisation)
    }

    /// Lets somebody have another role in their team from a day on; the earlier role ends the day before, so that the
    /// rooms of one close on the day when those of the other open.
    /// - Throws: `FormRefusal` with all that is wrong. A role cannot be changed on its first day.
    @discardableResult
    func changeRole(_ membership: Int64, to role: String, from: String, by act: Act) throws -> Int64 {
        guard let held = try self.held(membership) else { throw FormRefusal("", .notHere) }
        let person = try PersonStore(db: db).publicID(of: held.person)
        if let first = Day(typed: from), let last = Day(number: first.number - 1), last >= held.stay.from {
            if TypedText(role).text == held.role.rawValue { throw FormRefusal("role", .sameRole) }
            let ending = MembershipEnding(
                lastDay: last.description, reason: LeavingReason.changedRole.rawValue)
            if held.stay.to.map({ $0 > first }) ?? true { try end(membership, ending, by: act) }
        } else if Day(typed: from) != nil {
            throw FormRefusal("from", .roleFromFirstDay(held.stay.from))
        }
        return try begin(MembershipDraft(person: person, role: role, from: from), in: held.team, by: act)
    }

    // MARK: What is there

    /// A time in one role of a team.
    struct Stay: Sendable, Equatable {
        let key: Int64
        let from: Day
        /// The first day no longer there; nil while it lasts.
        let to: Day?

        func contains(_ day: Day) -> Bool { from <= day && to.map { day < $0 } ?? true }
    }

    /// A person's times in one role of a team, the earliest first.
    func stays(of person: Int64, in team: Int64, _ role: TeamRole) throws -> [Stay] {
        try db.all(
            """
            SELECT id, starts, ends FROM memberships WHERE team_id = ? AND person_id = ? AND role = ?
            ORDER BY starts
            """, team, person, role.rawValue
        ) { Stay(key: try $0.key(0), from: try $0.day(1), to: try $0.dayIfAny(2)) }
    }

    struct Held {
        let team: Int64
        let programme: Int64
        let person: Int64
        let role: TeamRole
        let stay: Stay
    }

    func held(_ membership: Int64) throws -> Held? {
        try db.one(
            """
            SELECT m.team_id, t.programme_id, m.person_id, m.role, m.starts, m.ends
            FROM memberships m JOIN teams t ON t.id = m.team_id WHERE m.id = ?
            """, membership
        ) { row in
            Held(
                team: try row.key(0), programme: try row.key(1), person: try row.key(2),
                role: TeamRole(rawValue: try row.text(3)) ?? .teacher,
                stay: Stay(key: membership, from: try row.day(4), to: try row.dayIfAny(5)))
        }
    }
}

extension Sentence {
    fileprivate static let sameRole = Sentence(
        sv: "personen har redan den rollen; välj en annan",
        en: "the person has that role already; choose another")

    fileprivate static func isMemberLater(_ from: Day) -> Sentence {
        Sentence(
            sv:
                "personen har samma roll i laget från \(Language.sv.date(from)) enligt en senare rad; välj en dag som inte krockar",
            en:
                "the person has the same role in the team from \(Language.en.date(from)) by a later row; choose a day that does not clash"
        )
    }

    fileprivate static func roleFromFirstDay(_ from: Day) -> Sentence {
        Sentence(
            sv: "den nya rollen måste börja efter den nuvarandes första dag, \(Language.sv.date(from))",
            en: "the new role has to begin after the first day of the present one, \(Language.en.date(from))")
    }
}
