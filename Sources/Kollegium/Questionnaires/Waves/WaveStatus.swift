import Measures

/// How many have handed in, in head counts that move once a day. Never who: a team that is smaller than the smallest
/// group has no count of its own, nor does a total by which its count could be told.
struct WaveStatus: Sendable, Equatable {
    struct Count: Sendable, Hashable {
        let handedIn: Int
        let asked: Int

        static func + (one: Count, other: Count) -> Count {
            Count(handedIn: one.handedIn + other.handedIn, asked: one.asked + other.asked)
        }
    }

    /// Of the teams that are large enough.
    let teams: [Int64: Count]
    /// Of everybody, or of the teams that are shown, where the others are too few people.
    let total: Count?
    /// How many teams have no count of their own.
    let hiddenTeams: Int
    /// Whether the total has those of the hidden teams in it.
    let countsHidden: Bool

    /// - Parameters:
    ///   - counts: of each team, as of the morning of a day.
    ///   - isWhole: whether these are all teams of the programme. A school's small teams are in no total of the school:
    ///     taken from the programme's it would tell of those elsewhere.
    init(_ counts: [Int64: Count], minimumGroup: Int, isWhole: Bool = true) {
        let minimum = max(minimumGroup, Withholding.smallestGroup)
        let shown = counts.filter { $0.value.asked >= minimum }
        let hidden = counts.filter { $0.value.asked < minimum }
        let none = Count(handedIn: 0, asked: 0)
        let left = hidden.values.reduce(none, +)
        teams = shown
        hiddenTeams = hidden.count
        countsHidden = hidden.isEmpty || isWhole && left.asked >= minimum
        let sum = shown.values.reduce(countsHidden ? left : none, +)
        total = sum.asked >= minimum ? sum : nil
    }
}

extension WaveStatus {
    /// The status as of this morning; nil on the first day, and where the wave has not opened here.
    static func read(_ people: AskedPeople, minimumGroup: Int, today: Day, teams: Set<Int64>? = nil) throws
        -> WaveStatus?
    {
        let wave = people.wave
        guard wave.openedAt != nil, !wave.isFromElsewhere, let opens = wave.opens, opens < today else {
            return nil
        }
        // A closed wave takes no answers any more, so its count is whole.
        let day = wave.closedAt == nil ? today : today.next
        guard opens < day else { return nil }
        let counts = try people.handedIn(before: day).filter { teams?.contains($0.team) ?? true }
        return WaveStatus(
            Dictionary(counts.map { ($0.team, $0.count) }) { one, _ in one }, minimumGroup: minimumGroup,
            isWhole: teams == nil)
    }
}

extension Day {
    fileprivate var next: Day { Day(number: number + 1) ?? self }
}
