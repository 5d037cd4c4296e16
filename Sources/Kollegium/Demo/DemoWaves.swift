import Storage

/// The waves of the demonstration. Those of the study are over; the one that people were just answering on the
/// demonstration's day is open, and those whom one can be have not answered it yet.
struct DemoWaves {
    let db: Session
    let programme: Int64
    let act: Act

    /// For how many days a wave takes answers.
    private static let days = 7

    func enter(_ cast: [Int64]) throws {
        let store = WaveStore(db: db)
        try store.adopt(programme, by: act)
        for wave in try store.waves(of: programme) {
            guard let opens = wave.opens, let closes = Day(number: opens.number + Self.days),
                act.today < closes
            else { continue }
            try store.leaveOpen(wave, until: closes, unansweredBy: cast)
        }
    }
}
