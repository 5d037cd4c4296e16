import Storage

/// Asking those who leave a team, each by a link of their own that needs no account. Only the digest of what the link
/// holds is kept.
struct ExitStore {
    let db: Session

    /// How long a link works, in milliseconds.
    static let life: Int64 = 60 * 86_400_000

    /// Somebody who has left, and the team that they were last in.
    struct Leaver: Sendable, Equatable {
        let person: Int64
        let team: Int64
    }

    /// Those whose time in the programme's teams ended while a wave for leavers was open, and who have had no letter about
    /// it. Who only changes team or role has not left, nor has somebody who is to be in a team again.
    func leavers(_ wave: Wave, by today: Day) throws -> [Leaver] {
        guard let opens = wave.opens else { return [] }
        let roles =
            wave.name.asksLeaders ? "('school-leader')" : "('teacher', 'conversation-leader', 'team-leader')"
        return try db.all(
            """
            SELECT o.person_id, o.team_id FROM (
                SELECT m.person_id, m.team_id,
                    row_number() OVER (PARTITION BY m.person_id ORDER BY m.ends DESC, m.starts, m.team_id) AS place
                FROM memberships m
                JOIN teams t ON t.id = m.team_id
                JOIN people p ON p.id = m.person_id AND p.erased_at IS NULL
                WHERE t.programme_id = ? AND m.role IN \(roles) AND m.ends > ? AND m.ends <= ?
                    AND NOT EXISTS (
                        SELECT 1 FROM memberships n JOIN teams u ON u.id = n.team_id
                        WHERE n.person_id = m.person_id AND u.programme_id = t.programme_id
                            AND n.role IN \(roles) AND (n.ends IS NULL OR n.ends > ?))
                    AND NOT EXISTS (
                        SELECT 1 FROM exit_invitations i WHERE i.part_id = ? AND i.person_id = m.person_id)
                    AND \(AskedPeople.wants("m.person_id"))
            ) AS o
            WHERE o.place = 1 ORDER BY o.person_id
            """, wave.programme, opens.description, today.description, today.description, wave.part,
            wave.programme
        ) { Leaver(person: try $0.key(0), team: try $0.key(1)) }
    }

    /// Notes that somebody is asked. - Returns: what their link holds; nil where they were asked before.
    func invite(_ leaver: Leaver, _ wave: Wave, now: Int64, today: Day) throws -> Secret? {
        let secret = Secret()
        let made = try db.execute(
            """
            INSERT INTO exit_invitations (part_id, person_id, team_id, digest, invited_on, ends_at)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (part_id, person_id) DO NOTHING
            """, wave.part, leaver.person, leaver.team, secret.digest, today.description, now + Self.life)
        return made == 1 ? secret : nil
    }

    /// Whom letters reach: at the address of their account, or else at the one in the register.
    func addressee(_ person: Int64) throws -> AskedPeople.Addressee? {
        try db.one(
            """
            SELECT p.id, p.name, coalesce(a.email, p.email, ''), coalesce(a.language, 'sv')
            FROM people p
            LEFT JOIN account_people l ON l.person_id = p.id
            LEFT JOIN accounts a ON a.id = l.account_id AND a.disabled_at IS NULL
            WHERE p.id = ? AND p.erased_at IS NULL
            """, person
        ) { row -> AskedPeople.Addressee? in
            guard let email = EmailAddress(try row.text(2)), email.isMailable else { return nil }
            return AskedPeople.Addressee(
                person: try row.key(0), name: row.textIfAny(1), email: email,
                language: Language(rawValue: try row.text(3)) ?? .sv)
        } ?? nil
    }

    // MARK: What a link opens

    /// What somebody is asked by their link.
    struct Exit: Sendable {
        let wave: Wave
        let person: Int64
        let team: Int64
        let isHandedIn: Bool

        func hand(today: Day) -> SheetStore.Hand {
            SheetStore.Hand(person: person, team: team, today: today)
        }
    }

    /// - Returns: nil where the link opens nothing: it never did or has ended, the wave has closed, or its owner is back.
    func find(_ secret: Secret, now: Int64, today: Day) throws -> Exit? {
        let found = try db.one(
            """
            SELECT w.public_id, i.person_id, i.team_id,
                CASE WHEN EXISTS (
                    SELECT 1 FROM sheets s
                    WHERE s.part_id = i.part_id AND s.person_id = i.person_id AND s.state = 'handed-in')
                THEN 1 ELSE 0 END
            FROM exit_invitations i
            JOIN waves w ON w.part_id = i.part_id
            JOIN teams t ON t.id = i.team_id
            JOIN people p ON p.id = i.person_id AND p.erased_at IS NULL
            WHERE i.digest = ? AND i.ends_at > ? AND NOT EXISTS (
                SELECT 1 FROM memberships m JOIN teams u ON u.id = m.team_id
                WHERE m.person_id = i.person_id AND u.programme_id = t.programme_id AND m.role <> 'supervisor'
                    AND m.starts <= ? AND (m.ends IS NULL OR m.ends > ?))
            """, secret.digest, now, today.description, today.description
        ) { (id: try $0.text(0), person: try $0.key(1), team: try $0.key(2), isDone: try $0.integer(3) == 1) }
        guard let found, let wave = try WaveStore(db: db).wave(found.id), wave.isOpen(on: today),
            wave.asks == .leavers
        else { return nil }
        return Exit(wave: wave, person: found.person, team: found.team, isHandedIn: found.isDone)
    }

    /// Hands in what somebody answered, all at once. What is handed in stays as it is: a link in a letter is no place to
    /// come back to.
    /// - Throws: `FormRefusal` where nothing is answered.
    func handIn(_ exit: Exit, _ entries: [SheetStore.Entry], today: Day) throws {
        guard !exit.isHandedIn else { return }
        let (sheets, hand) = (SheetStore(db: db), exit.hand(today: today))
        let own = try sheets.own(exit.person, questionnaire: exit.wave.questionnaire)
        _ = try sheets.save(entries, to: exit.wave, by: hand, own: own)
        try sheets.handIn(
            exit.wave, by: hand, own: try sheets.own(exit.person, questionnaire: exit.wave.questionnaire))
    }
}
