import Storage

extension TeamStore {
    /// Opens a team for those who have its code. Where a code is open already it stays the same, because it may be on a
    /// screen, and is only open longer.
    /// - Throws: `FormRefusal` with all that is wrong; also where the programme is over.
    func openCode(of team: Int64, _ draft: TeamCodeDraft, by act: Act) throws -> TeamCode {
        let (programme, organisation) = try requireOpen(team)
        let hours = try draft.examined().sound()
        guard act.today <= (try ProgrammeStore(db: db).days(of: programme).upperBound) else {
            throw FormRefusal("", .programmeIsOver)
        }
        let ends = act.now + Int64(hours) * 3_600_000
        if let open = try code(of: team, at: act.now) {
            guard ends > open.endsAt else { return open }
            try db.execute("UPDATE team_codes SET ends_at = ? WHERE code = ?", ends, open.letters)
            return TeamCode(letters: open.letters, endsAt: ends)
        }
        let key = try db.nextKey(in: "team_codes")
        let letters = try freeLetters()
        try db.execute(
            "INSERT INTO team_codes (id, team_id, code, made_by, made_at, ends_at) VALUES (?, ?, ?, ?, ?, ?)",
            key, team, letters, act.person, act.now, ends)
        try ActivityLog(db: db).note(
            act, "opened", "team code", key, programme: programme, organisation: organisation)
        return TeamCode(letters: letters, endsAt: ends)
    }

    /// Closes the team's code at once; where none is open, nothing happens.
    func closeCode(of team: Int64, by act: Act) throws {
        let (programme, organisation) = try requireOpen(team)
        let closed = try db.execute(
            "UPDATE team_codes SET ends_at = ? WHERE team_id = ? AND ends_at > ?", act.now, team, act.now)
        guard closed > 0 else { return }
        try ActivityLog(db: db).note(
            act, "closed", "team code", team, programme: programme, organisation: organisation)
    }

    /// The code that is open now, if any.
    func code(of team: Int64, at now: Int64) throws -> TeamCode? {
        try db.one(
            "SELECT code, ends_at FROM team_codes WHERE team_id = ? AND ends_at > ? ORDER BY ends_at DESC",
            team,
            now
        ) { TeamCode(letters: try $0.text(0), endsAt: try $0.key(1)) }
    }

    /// A code that was never given before, so that an old sheet of paper opens nobody else's team.
    private func freeLetters() throws -> String {
        while true {
            let letters = TeamCode.make()
            let isTaken = try db.one("SELECT 1 FROM team_codes WHERE code = ?", letters) { _ in true }
            if isTaken == nil { return letters }
        }
    }
}

extension Sentence {
    fileprivate static let programmeIsOver = Sentence(
        sv: "Programmet är slut, så ingen kan gå med i arbetslaget med kod.",
        en: "The programme is over, so nobody can join the team by a code.")
}
