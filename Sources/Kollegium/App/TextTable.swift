/// A table for a terminal: at most 80 columns wide, numbers to the right, headings broken over lines.
struct TextTable {
    enum Side { case left, right }

    struct Column {
        let heading: String
        let side: Side
        /// The widest the column may become; longer text ends in an ellipsis.
        var most = 80
    }

    private let columns: [Column]
    private var rows: [[String]] = []

    static let width = 80
    private static let gap = 2

    init(_ columns: [Column]) {
        self.columns = columns.map { Column(heading: $0.heading.printable, side: $0.side, most: $0.most) }
    }

    mutating func add(_ row: [String]) {
        rows.append(row.map(\.printable))
    }

    /// The lines of the table; headings and a rule first.
    func lines() -> [String] {
        let widths = widths()
        let headings = columns.indices.map { Self.broken(columns[$0].heading, widths[$0]) }
        let height = headings.map(\.count).max() ?? 0
        var lines = (0..<height).map { level in
            line(
                columns.indices.map { column in
                    let above = height - headings[column].count
                    return level < above ? "" : headings[column][level - above]
                }, widths)
        }
        lines.append(widths.map { String(repeating: "─", count: $0) }.joined(separator: Self.space))
        lines += rows.map { line($0, widths) }
        return lines
    }

    private static let space = String(repeating: " ", count: gap)

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        var line = ""
        for (index, cell) in cells.enumerated() {
            let text = Self.shortened(cell, widths[index])
            let padding = String(repeating: " ", count: widths[index] - text.count)
            line +=
                (index > 0 ? Self.space : "")
                + (columns[index].side == .left ? text + padding : padding + text)
        }
        while line.last == " " { line.removeLast() }
        return line
    }

    /// Each column as wide as its widest cell, and its heading's longest word as long as there is room; the first
    /// column gives way where there is none.
    private func widths() -> [Int] {
        var widths = columns.indices.map { column in
            min(columns[column].most, max(1, rows.map { $0[column].count }.max() ?? 1))
        }
        let gaps = Self.gap * (columns.count - 1)
        if widths.reduce(gaps, +) > Self.width {
            widths[0] = max(8, Self.width - widths.dropFirst().reduce(gaps, +))
        }
        for column in columns.indices {
            let word = columns[column].heading.split(separator: " ").map(\.count).max() ?? 0
            let room = Self.width - widths.reduce(gaps, +)
            widths[column] += max(0, min(word - widths[column], room))
        }
        return widths
    }

    /// The heading over as many lines as it takes; a word that is too long is broken.
    private static func broken(_ heading: String, _ width: Int) -> [String] {
        var lines: [String] = []
        for word in heading.split(separator: " ") {
            var rest = String(word)
            if let last = lines.last, last.count + 1 + rest.count <= width {
                lines[lines.count - 1] += " " + rest
                continue
            }
            while rest.count > width, width > 1 {
                lines.append(rest.prefix(width - 1) + "-")
                rest = String(rest.dropFirst(width - 1))
            }
            lines.append(rest)
        }
        return lines
    }

    private static func shortened(_ text: String, _ width: Int) -> String {
        text.count > width ? text.prefix(max(0, width - 1)) + "…" : text
    }
}

/// Running text broken into lines of at most `width`, each after `indent`.
func wrapped(_ text: String, indent: String = "") -> [String] {
    var lines: [String] = []
    for word in text.printable.split(separator: " ") {
        if let last = lines.last, last.count + 1 + word.count <= TextTable.width {
            lines[lines.count - 1] += " " + word
        } else {
            lines.append(indent + word)
        }
    }
    return lines
}
