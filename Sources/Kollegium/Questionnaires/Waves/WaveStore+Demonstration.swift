import Storage

extension WaveStore {
    /// Leaves a wave open as it was on one of its days, in a demonstration of a time that has passed: some have not
    /// answered it yet.
    /// - Parameter closes: the first day on which it takes no answers any more.
    func leaveOpen(_ wave: Wave, until closes: Day, unansweredBy people: [Int64]) throws {
        try db.execute("UPDATE parts SET closes = ? WHERE id = ?", closes.description, wave.part)
        try db.execute("UPDATE waves SET closed_at = NULL WHERE part_id = ?", wave.part)
        try db.execute("UPDATE sheets SET counted = 0 WHERE part_id = ?", wave.part)
        for person in people {
            try db.execute("DELETE FROM sheets WHERE part_id = ? AND person_id = ?", wave.part, person)
        }
    }
}
