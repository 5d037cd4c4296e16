/// What some people answered to a set of items that share a scale: one row a person, in each row one place an
/// item, nil where the person did not answer it. Opt-outs are no answers. A row that is too short lacks the
/// answers at its end.
public struct TeamRatings: Sendable, Equatable {
    public let rows: [[Int?]]

    public init(rows: [[Int?]]) {
        self.rows = rows
    }

    /// How many items there are.
    public var itemCount: Int { rows.map(\.count).max() ?? 0 }

    /// The ratings of one item alone; of nothing where there is no such item.
    public func item(_ place: Int) -> TeamRatings {
        TeamRatings(rows: rows.map { $0.indices.contains(place) ? [$0[place]] : [nil] })
    }

    /// The answers given to each item.
    var answers: [[Double]] {
        (0..<itemCount).map { item in
            rows.compactMap { $0.indices.contains(item) ? $0[item].map(Double.init) : nil }
        }
    }

    /// The rows in which no answer is missing.
    var completeRows: [[Double]] {
        let items = itemCount
        return rows.compactMap { row in
            let given = row.compactMap { $0.map(Double.init) }
            return given.count == items ? given : nil
        }
    }
}
