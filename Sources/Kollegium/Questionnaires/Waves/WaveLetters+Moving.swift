import Storage

/// What letters say when the last day of an open wave is moved.
extension WaveLetters {
    /// Letters that nobody has begun to hand over are taken back, and are written anew with the new day when letters are
    /// next looked after. Who already has one is written to only where the day has come nearer.
    /// - Parameter wave: as it was before it was moved.
    func tellMoved(_ db: Session, from wave: Wave) throws {
        guard wave.asks == .members, wave.openedAt != nil,
            let moved = try WaveStore(db: db).wave(wave.publicID), moved.lastDay != wave.lastDay
        else { return }
        try db.lock("wave_invitations")
        var untold: Set<Int64> = []
        for key in try MessageStore(db: db).withdrawn(keysFrom: Self.key(wave)) {
            guard let waiting = WaitingLetter(key, of: wave) else { continue }
            switch waiting.kind {
            case .invitation:
                try db.execute(
                    "DELETE FROM wave_invitations WHERE part_id = ? AND person_id = ?", wave.part,
                    waiting.person)
            case .reminder(let number):
                try db.execute(
                    """
                    UPDATE wave_invitations SET reminders = ?, reminded_on = NULL
                    WHERE part_id = ? AND person_id = ?
                    """, number - 1, wave.part, waiting.person)
            case .moved: untold.insert(waiting.person)
            }
        }
        let isEarlier = moved.lastDay.map { new in wave.lastDay.map { new < $0 } ?? true } ?? false
        let invited = try AskedPeople(db: db, wave: moved).invited(on: today)
        let told = isEarlier ? invited : invited.filter(untold.contains)
        for some in told.chunks(of: batch) { try tell(db, some, moved) }
    }

    private func tell(_ db: Session, _ people: [Int64], _ wave: Wave) throws {
        guard let words = try WaveWords(db, wave), let lastDay = wave.lastDay else { return }
        // It says what a reminder that is due by the new days would.
        let due = wave.reminders(today: today, isQuiet: false)
        for addressee in try AskedPeople.addressees(db, people) {
            let own = "\(Self.key(wave)) \(addressee.person) moved \(lastDay)"
            guard
                try MessageStore(db: db).enqueue(
                    key: own, to: addressee.email,
                    .questionnaire(words.toMoved(addressee.name), link: link(wave)), in: addressee.language,
                    now: now, outside: quiet)
            else { continue }
            try db.execute(
                """
                UPDATE wave_invitations
                SET reminders = CASE WHEN reminders < ? THEN ? ELSE reminders END, reminded_on = ?
                WHERE part_id = ? AND person_id = ?
                """, due, due, today.description, wave.part, addressee.person)
        }
    }
}

/// What the key of a letter that waits says of it: `wave 12 7`, `wave 12 7 1`, `wave 12 7 moved 2014-06-09`.
private struct WaitingLetter {
    let person: Int64
    let kind: Kind

    enum Kind {
        case invitation
        /// From 1.
        case reminder(Int)
        case moved
    }

    init?(_ key: String, of wave: Wave) {
        let words = key.split(separator: " ")
        guard words.count > 2, words[1] == "\(wave.part)", let person = Int64(words[2]) else { return nil }
        self.person = person
        if words.count == 3 {
            kind = .invitation
        } else if let number = Int(words[3]) {
            kind = .reminder(number)
        } else {
            kind = .moved
        }
    }
}
