import Storage

extension WaveStore {
    /// Closes a wave: it takes no more answers, and which of them count is settled, once for all. What was begun and not
    /// handed in does not count, nor what is of somebody who does not want to be in the evaluation. Closed already is
    /// closed.
    /// - Returns: whether it was closed now.
    @discardableResult
    func close(_ wave: Wave, by actor: ActivityLog.Actor, now: Int64, today: Day) throws -> Bool {
        let organisation = try ProgrammeStore(db: db).requireOpen(wave.programme)
        guard wave.openedAt != nil else { throw FormRefusal("", .neverOpened) }
        guard let study = try StudyStore(db: db).study(ofProgramme: wave.programme) else {
            throw FormRefusal("", .notHere)
        }
        let changed = try db.execute(
            "UPDATE waves SET closed_at = ? WHERE part_id = ? AND opened_at IS NOT NULL AND closed_at IS NULL",
            now, wave.part)
        guard changed == 1 else { return false }
        try db.execute(
            "UPDATE parts SET closes = ? WHERE id = ? AND (closes IS NULL OR closes > ?)", today.description,
            wave.part, today.description)
        try count(wave.part, study: study.key)
        try MessageStore(db: db).withdraw(keysFrom: WaveLetters.key(wave))
        try ActivityLog(db: db).note(
            actor, "closed", "wave", wave.part, programme: wave.programme, organisation: organisation,
            at: now)
        return true
    }

    /// A yes or no that is changed later moves no figure that has been shown.
    private func count(_ part: Int64, study: Int64) throws {
        try db.execute(
            """
            UPDATE sheets SET counted = 1
            WHERE part_id = ? AND counted = 0 AND state = 'handed-in'
                AND NOT \(ConsentStore.newest(.evaluation, is: .no, of: "sheets.person_id", in: "?"))
            """, part, study)
    }
}

extension Sentence {
    fileprivate static let neverOpened = Sentence(
        sv: "omgången har inte öppnat, så den kan inte stängas; ta bort planen i stället",
        en: "the wave has not opened, so it cannot be closed; take the plan away instead")
}
