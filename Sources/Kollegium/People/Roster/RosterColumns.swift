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
        // “Lärare” heads a column of names, but is the role of the first teacher as well.
        let isNamed = zip(words, known).contains { $1 != nil && RosterWords.roles[$0] == nil }
        let isHeader =
            (isNamed || zip(words, known).allSatisfy { $0.isEmpty || $1 != nil })
            && first.cells.allSatisfy { !RosterWords.isLikeAddress($0) && Day(typed: $0) == nil }
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
        func cells(_ place: Int) -> [String] {
            rows.compactMap { place < $0.count && !$0[place].isEmpty ? $0[place] : nil }
        }
        func take(_ column: Column, at place: Int?) {
            guard let place else { return }
            places[column] = place
            free.removeAll { $0 == place }
        }
        func most(_ fits: (String) -> Bool) -> Int? {
            free.first { place in
                let cells = cells(place)
                return !cells.isEmpty && cells.filter(fits).count * 2 > cells.count
            }
        }
        // A mistyped address must not make its column one of teams: a single @ tells, and most of them win.
        let addresses = free.map { place in (place, cells(place).filter { $0.contains("@") }.count) }
        let best = addresses.map(\.1).max() ?? 0
        take(.email, at: best > 0 ? addresses.first { $0.1 == best }?.0 : most(RosterWords.isLikeAddress))
        take(.from, at: most { Day(typed: $0) != nil })
        take(.role, at: most { RosterWords.roles[RosterWords.key($0)] != nil })
        // Somebody's second address is nobody's team.
        let others = free.filter { place in
            cells(place).filter(RosterWords.isLikeAddress).count * 2 > cells(place).count
        }
        free.removeAll(where: others.contains)
        let order: [Column] = free.count > 2 ? [.name, .school, .team] : [.name, .team]
        for (column, place) in zip(order, free) { places[column] = place }
        unread = (free.dropFirst(order.count) + others).sorted().map { "\($0 + 1)" }
    }
}
