/// What may be told of a change beside others of the same people.
public struct ChangeTelling: Sendable, Equatable {
    /// Whether the two means are told, and not only their difference.
    public let means: Bool
    /// Whether the interval is, and tests of chance.
    public let interval: Bool
    public let tests: Bool
    public let directions: Directions

    /// How the people's changes fall on up, the same and down.
    public enum Directions: Sendable, Equatable {
        /// How many each.
        case counts
        /// At least 80 % of the people one way: that nearly all did tells of each.
        case mostlyUp, mostlySame, mostlyDown
        /// Nothing.
        case untold
    }

    /// Of a report of the study format.
    public static let everything = ChangeTelling(
        means: true, interval: true, tests: true, directions: .counts)

    init(means: Bool, interval: Bool, tests: Bool, directions: Directions) {
        self.means = means
        self.interval = interval
        self.tests = tests
        self.directions = directions
    }

    /// The limits for six people are the least and the greatest difference: each is a single person's.
    public static let fewestForInterval = 7

    /// - Parameter means: Whether no other figure stands against the means.
    public init(of change: PairedChange, means: Bool, _ withholding: Withholding) {
        let isSpread = !withholding.rules.contains(.spread) || withholding.showsSpread(of: change.people)
        let way = Directions(change, unanimity: withholding.rules.contains(.unanimity))
        let isMixed = !withholding.rules.contains(.spread) || change.people >= Self.fewestForInterval
        self.init(
            means: means, interval: isSpread && isMixed, tests: isSpread && way == .counts,
            directions: isSpread ? way : .untold)
    }
}

extension ChangeTelling.Directions {
    fileprivate init(_ change: PairedChange, unanimity: Bool) {
        let isMost = { (count: Int) in unanimity && 100 * count >= 80 * change.people }
        self =
            isMost(change.up)
            ? .mostlyUp : isMost(change.down) ? .mostlyDown : isMost(change.same) ? .mostlySame : .counts
    }
}
