import Storage

/// Letters to those who have left, put in line some at a time as those of a wave are.
struct ExitLetters: Sendable {
    let database: Database
    let quiet: QuietTime
    let now: Int64
    let today: Day
    /// The whole address that a link has.
    let link: @Sendable (Secret) -> String
    var batch = 200

    /// - Returns: how many letters were put in line.
    @discardableResult
    func send(_ wave: Wave) async throws -> Int {
        let today = today
        var sent = 0
        while true {
            let some = try await database.read { db in
                try ExitStore(db: db).leavers(wave, by: today)
            }.prefix(batch)
            guard !some.isEmpty else { return sent }
            guard let more = try await inLine(Array(some), wave.publicID) else { return sent }
            sent += more
            if some.count < batch { return sent }
        }
    }

    /// - Returns: how many letters were put in line; nil where the wave has closed meanwhile.
    private func inLine(_ leavers: [ExitStore.Leaver], _ id: String) async throws -> Int? {
        let (now, today, quiet, link) = (now, today, quiet, link)
        return try await database.write { db in
            try db.lock("exit_invitations")
            guard let wave = try WaveStore(db: db).wave(id), wave.isOpen(on: today),
                let words = try WaveWords(db, wave)
            else { return nil }
            let store = ExitStore(db: db)
            var sent = 0
            for leaver in leavers {
                // Whom no letter reaches is noted all the same, and not looked for again every minute.
                guard let secret = try store.invite(leaver, wave, now: now, today: today),
                    let addressee = try store.addressee(leaver.person)
                else { continue }
                try MessageStore(db: db).enqueue(
                    key: "\(WaveLetters.key(wave)) \(leaver.person)", to: addressee.email,
                    .questionnaire(words.toLeaver(addressee.name), link: link(secret)),
                    in: addressee.language, now: now, outside: quiet)
                sent += 1
            }
            return sent
        }
    }
}
