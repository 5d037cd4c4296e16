import Storage

/// Letters about a wave: to everybody who is asked, and again to those who have not handed in. They are put in line some
/// at a time, each with the note that it has been; whoever is interrupted goes on where it was, and two who do it at the
/// same time write to nobody twice.
struct WaveLetters: Sendable {
    let database: Database
    let quiet: QuietTime
    let now: Int64
    let today: Day
    /// The whole address of a wave's questions.
    let link: @Sendable (Wave) -> String
    /// How many letters go in line at once.
    var batch = 200

    /// What the keys of a wave's letters begin with.
    static func key(_ wave: Wave) -> String { "wave \(wave.part)" }

    private static func key(_ wave: Wave, _ person: Int64) -> String { "\(key(wave)) \(person)" }

    /// Invites those who were not, and reminds those whose time has come. - Returns: how many letters were put in line.
    @discardableResult
    func send(_ wave: Wave) async throws -> Int {
        let (today, isQuiet) = (today, quiet.isQuiet(at: now))
        let (uninvited, due, unreminded) = try await database.read { db in
            let people = AskedPeople(db: db, wave: wave)
            let due = wave.reminders(today: today, isQuiet: isQuiet)
            return (
                try people.uninvited(on: today), due,
                due > 0 ? try people.unreminded(due, on: today) : []
            )
        }
        var sent = 0
        for people in uninvited.chunks(of: batch) { sent += try await invite(people, wave.publicID) }
        for people in unreminded.chunks(of: batch) { sent += try await remind(people, wave.publicID, due) }
        return sent
    }

    private func invite(_ people: [Int64], _ id: String) async throws -> Int {
        try await inLine(people, id, reminder: 0) { db, wave, person in
            try db.execute(
                """
                INSERT INTO wave_invitations (part_id, person_id, invited_on, reminders) VALUES (?, ?, ?, 0)
                ON CONFLICT (part_id, person_id) DO NOTHING
                """, wave.part, person, today.description) == 1
        }
    }

    private func remind(_ people: [Int64], _ id: String, _ reminder: Int) async throws -> Int {
        try await inLine(people, id, reminder: reminder) { db, wave, person in
            // Somebody may have handed in since the list was made.
            try db.execute(
                """
                UPDATE wave_invitations SET reminders = ?, reminded_on = ?
                WHERE part_id = ? AND person_id = ? AND reminders < ? AND NOT EXISTS (
                    SELECT 1 FROM sheets s
                    WHERE s.part_id = wave_invitations.part_id AND s.person_id = wave_invitations.person_id
                        AND s.state = 'handed-in')
                """, reminder, today.description, wave.part, person, reminder) == 1
        }
    }

    /// - Parameter notes: notes that the person is written to; false where somebody else has.
    private func inLine(
        _ people: [Int64], _ id: String, reminder: Int,
        _ notes: @escaping @Sendable (Session, Wave, Int64) throws -> Bool
    ) async throws -> Int {
        let (now, today, quiet, link) = (now, today, quiet, link)
        return try await database.write { db in
            try db.lock("wave_invitations")
            // It may have closed meanwhile.
            guard let wave = try WaveStore(db: db).wave(id), wave.isOpen(on: today),
                let words = try WaveWords(db, wave)
            else { return 0 }
            var sent = 0
            for addressee in try AskedPeople.addressees(db, people)
            where try notes(db, wave, addressee.person) {
                let own = Self.key(wave, addressee.person) + (reminder > 0 ? " \(reminder)" : "")
                try MessageStore(db: db).enqueue(
                    key: own, to: addressee.email,
                    .questionnaire(words.to(addressee.name, reminder: reminder), link: link(wave)),
                    in: addressee.language, now: now, outside: quiet)
                sent += 1
            }
            return sent
        }
    }

    /// Takes back what waits for somebody who has handed in meanwhile.
    static func withdraw(_ db: Session, _ wave: Wave, for person: Int64) throws {
        try MessageStore(db: db).withdraw(key: key(wave, person))
        try MessageStore(db: db).withdraw(keysFrom: key(wave, person))
    }
}

extension Wave {
    /// How many reminders there should have been. They are written by day, when it is known who has handed in.
    func reminders(today: Day, isQuiet: Bool) -> Int {
        guard !isQuiet, let opens, let closes else { return 0 }
        return WaveReminders(from: opens, until: closes).due(on: today)
    }
}

extension WaveWords {
    /// What a letter says of a wave; nil where its study is gone.
    init?(_ db: Session, _ wave: Wave) throws {
        guard let study = try StudyStore(db: db).study(ofProgramme: wave.programme) else { return nil }
        self.init(
            questionnaire: Sentence(
                sv: wave.name.questionnaireHeading(.sv), en: wave.name.questionnaireHeading(.en)),
            part: Sentence(sv: wave.name.heading(.sv), en: wave.name.heading(.en)),
            minutes: try QuestionnaireStore(db: db).asked(wave.part).asked(in: wave).minutes,
            lastDay: wave.lastDay,
            minimumGroup: study.minimumGroup, isForLeaders: wave.name.asksLeaders)
    }
}

extension [Int64] {
    func chunks(of size: Int) -> [[Int64]] {
        stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    }
}
