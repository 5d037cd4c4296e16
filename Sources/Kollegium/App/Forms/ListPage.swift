/// One page of a list, and whether another follows.
struct ListPage<Row: Sendable>: Sendable {
    let rows: [Row]
    /// From 1.
    let number: Int
    let hasMore: Bool

    /// - Parameter rows: one more than fits, where there is more.
    init(_ rows: [Row], number: Int, size: Int) {
        self.rows = Array(rows.prefix(size))
        self.number = max(1, number)
        hasMore = rows.count > size
    }

    /// How many rows stand before the page. Nobody turns so many pages; a large number in an address is a mistake.
    static func offset(_ number: Int, _ size: Int) -> Int {
        (min(max(1, number), 100_000) - 1) * size
    }
}

extension ListPage: Equatable where Row: Equatable {}

/// What somebody looks for in a list of names: any part of the name, without regard to case and accents.
struct SearchTerm: Sendable {
    /// In the form of the keys that names are sorted by; empty where nothing is looked for.
    let key: String

    init(_ typed: String) {
        key = SwedishOrder.sortKey(TypedText(typed).text)
    }

    /// For `replace`, which refuses to look for nothing on no engine alike.
    var orNothing: String { key.isEmpty ? "\u{1}" : key }
}
