import Crypto
import Foundation
import Storage

/// Joining by a code. A typed address proves nothing: nobody is in the team, nor in any list of people, before the link
/// in a letter to them has been opened.
extension TeamStore {
    /// - Parameters:
    ///   - secret: fresh and unguessable; it goes into the letter's link, and only its digest is kept.
    ///   - now: milliseconds since 1970, UTC.
    /// - Throws: `FormRefusal` with all that is wrong; every code that opens nothing gives the same.
    func join(_ joining: Joining, secret: String, now: Int64, today: Day) throws -> Joining.Outcome {
        let values = try joining.examined().sound()
        guard let door = try values.letters.flatMap({ try door($0, now, today) }) else {
            throw FormRefusal("code", .codeOpensNothing)
        }
        // Asked of all alike: a limit for new addresses only would tell which are known.
        guard try joinings(of: door.team, since: door.openedAt) < Self.mostJoinings else {
            throw FormRefusal("code", .codeUsedUp)
        }
        let people = PersonStore(db: db)
        let known = try people.people(with: values.email, in: door.organisation, programme: door.programme)
        let person = (known.first(where: \.isHere) ?? known.first)?.key
        let letter = try letter(to: values, person, at: door, secret, now, today)
        return Joining.Outcome(team: door.name, school: door.schoolName, letter: letter)
    }

    /// Opens the link of a letter: the address is proven, and the membership begins, from the day it was asked for.
    /// A link opens once.
    /// - Throws: `FormRefusal` where the link is too old, used, or no longer the person's address.
    func confirm(secret: String, now: Int64, today: Day) throws -> Joining.Proof {
        let found = try db.one(
            """
            SELECT j.id, j.team_id, t.school_id, t.programme_id, j.person_id, j.name, j.email, j.starts
            FROM team_joinings j
            JOIN teams t ON t.id = j.team_id
            LEFT JOIN people p ON p.id = j.person_id
            WHERE j.digest = ? AND j.confirmed_at IS NULL AND j.ends_at > ?
                AND (j.person_id IS NULL OR (p.email = j.email AND p.erased_at IS NULL))
            """, Self.digest(secret), now
        ) { row in
            (
                key: try row.key(0), team: try row.key(1), school: try row.key(2), programme: try row.key(3),
                person: row.keyIfAny(4), name: row.textIfAny(5), email: try row.text(6),
                starts: try row.day(7)
            )
        }
        guard let found, let address = EmailAddress(found.email) else {
            throw FormRefusal("", .linkOpensNothing)
        }
        let organisation = try ProgrammeStore(db: db).requireOpen(found.programme)
        let person =
            try found.person
            ?? welcome(
                found.name ?? found.email, address, at: found.school, of: found.programme, organisation)
        // Whoever leads the programme can open a code; that must not open a team's room to them, as whomever they join.
        let accounts = AccountStore(db: db)
        var same = try accounts.people(with: person)
        if let account = try accounts.find(address) { same.formUnion(try accounts.people(of: account.id)) }
        guard
            try !AssignmentStore(db: db).leads(found.programme, anyOf: same, at: found.email, on: today)
        else { throw WebError.refused(Decision.Reason.ownMembership.sentence) }
        // What was typed is the person's now, and is kept nowhere else.
        try db.execute(
            "UPDATE team_joinings SET confirmed_at = ?, person_id = ?, name = NULL WHERE id = ?", now, person,
            found.key)
        let ending: Joining.Ending =
            if try EngagementStore(db: db).leads(found.school, person, on: today) {
                .leadsSchool
            } else if try isMember(person, of: found.team, on: found.starts) {
                .alreadyMember
            } else {
                .joined
            }
        if ending == .joined {
            let act = Act(person: person, now: now, today: today)
            try begin(person, in: found.team, of: found.programme, from: found.starts, act)
        }
        return Joining.Proof(person: person, address: address, team: found.team, ending: ending)
    }

    /// Lets no letter sent so far open anything for a person, because their address is another now.
    func forgetJoinings(of person: Int64) throws {
        try db.execute("DELETE FROM team_joinings WHERE person_id = ? AND confirmed_at IS NULL", person)
    }

    /// Removes what was typed by or for somebody who never opened the letter.
    func sweepJoinings(now: Int64) throws {
        try db.execute("DELETE FROM team_joinings WHERE confirmed_at IS NULL AND ends_at <= ?", now)
    }

    // MARK: Behind the door

    /// As many as one code lets in: more than any staff meeting, and few enough for a forger's to be taken out by hand.
    static let mostJoinings = 100
    /// How long a letter's link opens, and how soon after it another may be sent.
    private static let letterLasts: Int64 = 72 * 3_600_000
    private static let letterPause: Int64 = 10 * 60_000

    private struct Door {
        let team: Int64
        let name: String
        let schoolName: String
        let programme: Int64
        let organisation: Int64
        let openedAt: Int64
    }

    private func door(_ letters: String, _ now: Int64, _ today: Day) throws -> Door? {
        let door = try db.one(
            """
            SELECT t.id, t.name, s.name, g.id, g.organisation_id, c.made_at
            FROM team_codes c
            JOIN teams t ON t.id = c.team_id
            JOIN schools s ON s.id = t.school_id
            JOIN programmes g ON g.id = t.programme_id
            WHERE c.code = ? AND c.ends_at > ? AND g.starts <= ? AND g.ends >= ?
            """, letters, now, today.description, today.description
        ) { row in
            Door(
                team: try row.key(0), name: try row.text(1), schoolName: try row.text(2),
                programme: try row.key(3), organisation: try row.key(4), openedAt: try row.key(5))
        }
        return door
    }

    /// Somebody whom nobody knew when they typed the code; meanwhile another letter may have made them known.
    private func welcome(
        _ name: String, _ email: EmailAddress, at school: Int64, of programme: Int64, _ organisation: Int64
    ) throws -> Int64 {
        let people = PersonStore(db: db)
        let known = try people.people(with: email, in: organisation, programme: programme)
        if let person = known.first(where: \.isHere) ?? known.first { return person.key }
        return try people.insert(
            .init(name: name, email: email, school: school), programme: programme, organisation: organisation)
    }

    private func begin(_ person: Int64, in team: Int64, of programme: Int64, from: Day, _ act: Act) throws {
        let key = try insert(
            .init(person: person, role: .teacher, from: from), in: team, programme: programme)
        let organisation = try PersonStore(db: db).organisation(of: person)
        try ActivityLog(db: db).note(
            act, "joined", "membership", key, programme: programme, organisation: organisation)
    }

    /// Whether the person has a place in the team, in any role; who has one needs no other by a code. A later stay counts
    /// too, so that no time is made that overlaps it.
    private func isMember(_ person: Int64, of team: Int64, on day: Day) throws -> Bool {
        try db.one(
            """
            SELECT 1 FROM memberships WHERE team_id = ? AND person_id = ? AND (ends IS NULL OR ends > ?) LIMIT 1
            """, team, person, day.description
        ) { _ in true } ?? false
    }

    private func joinings(of team: Int64, since openedAt: Int64) throws -> Int {
        try db.one(
            "SELECT count(DISTINCT email) FROM team_joinings WHERE team_id = ? AND made_at >= ?", team,
            openedAt
        ) { try $0.integer(0) } ?? 0
    }

    private func letter(
        to values: Joining.Values, _ person: Int64?, at door: Door, _ secret: String, _ now: Int64,
        _ today: Day
    ) throws -> Joining.Letter? {
        let recent = try db.one(
            "SELECT 1 FROM team_joinings WHERE team_id = ? AND made_at > ? AND email = ? LIMIT 1", door.team,
            now - Self.letterPause, values.email.text
        ) { _ in true }
        guard recent == nil else { return nil }
        let key = try db.nextKey(in: "team_joinings")
        let ends = now + Self.letterLasts
        try db.execute(
            """
            INSERT INTO team_joinings (id, team_id, person_id, name, email, digest, starts, made_at, ends_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            key, door.team, person, person == nil ? values.name : nil, values.email.text, Self.digest(secret),
            today.description, now, ends)
        return Joining.Letter(key: key, address: values.email, endsAt: ends)
    }

    private static func digest(_ text: String) -> String {
        SHA256.hash(data: Data(text.utf8)).hexadecimal
    }
}
