/// Where a wave is on its way.
enum WaveState: Sendable {
    case planned
    /// Its days have passed before anybody opened it.
    case missed
    case open
    /// Its last day has passed, and its figures are about to be settled.
    case ending
    case closed

    /// Whether its days can be moved.
    var takesNewDays: Bool { self != .closed && self != .ending }

    var words: Sentence {
        switch self {
        case .planned: Sentence(sv: "planerad", en: "planned")
        case .missed: Sentence(sv: "öppnades aldrig", en: "never opened")
        case .open: Sentence(sv: "öppen", en: "open")
        case .ending: Sentence(sv: "stängs", en: "closing")
        case .closed: Sentence(sv: "stängd", en: "closed")
        }
    }
}

extension Wave {
    func state(on today: Day) -> WaveState {
        if closedAt != nil { return .closed }
        let isOver = closes.map { $0 <= today } ?? false
        if openedAt != nil { return isOver ? .ending : .open }
        return isOver ? .missed : .planned
    }

    /// Whether the day on which it is to open has come.
    func isDue(on today: Day) -> Bool {
        state(on: today) == .planned && opens.map { $0 <= today } ?? false
    }
}
