/// Which column of a pasted sheet holds what: by the words of its header, or by what stands in it.
struct RosterColumns: Sendable, Equatable {
    enum Column: String, Sendable, CaseIterable {
        case name, firstName, lastName, email, school, team, role, from, grades, pupils
    }

    private(set) var places: [Column: Int] = [:]
    private(set) var hasHeader = false
    /// Columns that nobody here reads, by what their header calls them.
    private(set) var unread: [String] = []
    /// A column of pupils or of identity numbers, by its header.
    private(set) var forbidden: String?

    init(_ records: [RosterSheet.Record]) {
        guard let first = records.first else { return }
        let words = first.cells.map(RosterWords.key)
        let known = words.map { RosterWords.headers[$0] }
        let isHeader =
            known.contains { $0 != nil }
            && first.cells.allSatisfy { !$0.contains("@") && Day(typed: $0) == nil }
        forbidden = zip(first.cells, words).first { RosterWords.isForbidden($1) }?.0
        guard isHeader || forbidden != nil else {
            guess(records.prefix(100).map(\.cells))
            return
        }
        hasHeader = true
        for (place, column) in known.enumerated() {
            if let column, places[column] == nil {
                places[column] = place
            } else if !words[place].isEmpty {
                unread.append(TypedText(first.cells[place]).text)
            }
        }
    }

    subscript(column: Column, record: RosterSheet.Record) -> String {
        guard let place = places[column], place < record.cells.count else { return "" }
        return record.cells[place]
    }

    /// Addresses, days and roles look like nothing else; of what is left the first is the name, and then comes the school,
    /// where there are two more, and the team.
    private mutating func guess(_ rows: [[String]]) {
        var free = Array(0..<(rows.map(\.count).max() ?? 0))
        func take(_ column: Column, _ fits: (String) -> Bool) {
            let found = free.first { place in
                let cells = rows.compactMap { place < $0.count && !$0[place].isEmpty ? $0[place] : nil }
                return !cells.isEmpty && cells.filter(fits).count * 2 > cells.count
            }
            guard let found else { return }
            places[column] = found
            free.removeAll { $0 == found }
        }
        take(.email) { $0.contains("@") }
        take(.from) { Day(typed: $0) != nil }
        take(.role) { RosterWords.roles[RosterWords.key($0)] != nil }
        let order: [Column] = free.count > 2 ? [.name, .school, .team] : [.name, .team]
        for (column, place) in zip(order, free) { places[column] = place }
        unread = free.dropFirst(order.count).map { "\($0 + 1)" }
    }
}
