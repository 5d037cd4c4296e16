/// The differences of a team by order alone: their signs, and the ranks of their sizes with mid-ranks for
/// ties, kept doubled so that they are whole numbers. Zero differences are the smallest and have ranks too.
struct RankedDifferences: Sendable, Equatable {
    /// Twice each person's rank, with the sign of the difference; nil where there is none.
    let doubledRanks: [Int?]

    /// - Returns: nil where `PairedChange` is.
    init?(_ people: [(from: PersonMean, to: PersonMean)]) {
        if let differences = PairedDifferences<Int>(people) {
            self.init(differences)
        } else if let differences = PairedDifferences<Int128>(people) {
            self.init(differences)
        } else if let differences = PairedDifferences<Int128>(cutOff: people) {
            self.init(differences)
        } else {
            return nil
        }
    }

    private init<Whole>(_ differences: PairedDifferences<Whole>) {
        let values = differences.values
        let ordered = values.indices.sorted { abs(values[$0]) < abs(values[$1]) }
        var doubledRanks = [Int?](repeating: nil, count: values.count)
        var first = 0
        while first < ordered.count {
            let size = abs(values[ordered[first]])
            let last = ordered[first...].lastIndex { abs(values[$0]) - size <= differences.error } ?? first
            // Ranks count from 1, and those tied share the middle of theirs.
            let doubled = (first + 1) + (last + 1)
            for place in ordered[first...last] where values[place] != 0 {
                doubledRanks[place] = values[place] > 0 ? doubled : -doubled
            }
            first = last + 1
        }
        self.doubledRanks = doubledRanks
    }
}
