import Crypto
import Foundation
import Storage

/// Joining by a code. A typed address proves nothing: whoever is new is in the team at once and can sign in as nobody;
/// whom the organisation knows already is in the team only when the link in a letter to them has been opened.
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
        let person: Int64
        if let known = known.first(where: \.isHere) ?? known.first {
            person = known.key
        } else {
            person = try welcome(values, at: door, now, today)
        }
        let letter = try letter(to: values.email, person, at: door, secret, now, today)
        return Joining.Outcome(team: door.name, school: door.schoolName, letter: letter)
    }

    /// Opens the link of a letter: the address is proven, and where the membership waited for that it begins, from the
    /// day it was asked for. A link opens once.
    /// - Throws: `FormRefusal` where the link is too old, used, or no longer the person's address.
    func confirm(secret: String, now: Int64, today: Day) throws -> Joining.Proof {
        let found = try db.one(
            """
            SELECT j.id, j.team_id, t.programme_id, j.person_id, j.starts, p.email, j.address_digest
            FROM team_joinings j
            JOIN teams t ON t.id = j.team_id
            JOIN people p ON p.id = j.person_id
            WHERE j.digest = ? AND j.confirmed_at IS NULL AND j.ends_at > ? AND p.erased_at IS NULL
            """, Self.digest(secret), now
        ) { row in
            (
                key: try row.key(0), team: try row.key(1), programme: try row.key(2), person: try row.key(3),
                starts: try row.day(4), email: row.textIfAny(5), address: try row.text(6)
            )
        }
        guard let found, let email = found.email, let address = EmailAddress(email),
            Self.digest(secret + " " + email) == found.address
        else { throw FormRefusal("", .linkOpensNothing) }
        try ProgrammeStore(db: db).requireOpen(found.programme)
        // Whoever leads the programme can open a code; that must not open a team's room to them.
        guard try !AssignmentStore(db: db).leads(found.programme, at: email, on: today) else {
            throw WebError.refused(Decision.Reason.ownMembership.sentence)
        }
        try db.execute("UPDATE team_joinings SET confirmed_at = ? WHERE id = ?", now, found.key)
        let act = Act(person: found.person, now: now, today: today)
        if try !isMember(found.person, of: found.team, on: found.starts) {
            try begin(found.person, in: found.team, of: found.programme, from: found.starts, act)
        }
        return Joining.Proof(person: found.person, address: address, team: found.team)
    }

    /// Lets no letter sent so far open anything for a person, because their address is another now.
    func forgetJoinings(of person: Int64) throws {
        try db.execute("DELETE FROM team_joinings WHERE person_id = ? AND confirmed_at IS NULL", person)
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
        let school: Int64
        let schoolName: String
        let programme: Int64
        let organisation: Int64
        let openedAt: Int64
    }

    private func door(_ letters: String, _ now: Int64, _ today: Day) throws -> Door? {
        let door = try db.one(
            """
            SELECT t.id, t.name, s.id, s.name, g.id, g.organisation_id, c.made_at
            FROM team_codes c
            JOIN teams t ON t.id = c.team_id
            JOIN schools s ON s.id = t.school_id
            JOIN programmes g ON g.id = t.programme_id
            WHERE c.code = ? AND c.ends_at > ? AND g.starts <= ? AND g.ends >= ?
            """, letters, now, today.description, today.description
        ) { row in
            Door(
                team: try row.key(0), name: try row.text(1), school: try row.key(2),
                schoolName: try row.text(3), programme: try row.key(4), organisation: try row.key(5),
                openedAt: try row.key(6))
        }
        return door
    }

    private func welcome(_ values: Joining.Values, at door: Door, _ now: Int64, _ today: Day) throws -> Int64
    {
        let person = try PersonStore(db: db).insert(
            .init(name: values.name, email: values.email, school: door.school), programme: door.programme,
            organisation: door.organisation)
        try begin(
            person, in: door.team, of: door.programme, from: today,
            Act(person: person, now: now, today: today))
        return person
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
            "SELECT count(DISTINCT person_id) FROM team_joinings WHERE team_id = ? AND made_at >= ?", team,
            openedAt
        ) { try $0.integer(0) } ?? 0
    }

    private func letter(
        to address: EmailAddress, _ person: Int64, at door: Door, _ secret: String, _ now: Int64, _ today: Day
    ) throws -> Joining.Letter? {
        let recent = try db.one(
            "SELECT 1 FROM team_joinings WHERE person_id = ? AND team_id = ? AND made_at > ? LIMIT 1", person,
            door.team, now - Self.letterPause
        ) { _ in true }
        guard recent == nil else { return nil }
        let key = try db.nextKey(in: "team_joinings")
        let ends = now + Self.letterLasts
        try db.execute(
            """
            INSERT INTO team_joinings (id, team_id, person_id, digest, address_digest, starts, made_at, ends_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            key, door.team, person, Self.digest(secret), Self.digest(secret + " " + address.text),
            today.description, now, ends)
        return Joining.Letter(key: key, address: address, endsAt: ends)
    }

    private static func digest(_ text: String) -> String {
        SHA256.hash(data: Data(text.utf8)).hexadecimal
    }
}
