import Foundation

/// The tables of a report's page, read as a program would that somebody else wrote: for the figures, by the
/// names that the page gives them.
struct PageTables {
    /// The rows by the table's id; tables without one are called `plain-1`, `plain-2`, … in the page's order.
    private(set) var rows: [String: [[Cell]]] = [:]

    struct Cell: Equatable {
        let text: String
        /// The figure, or two limits, with all digits; nil where the text says it all.
        let digits: [Double]?
    }

    init(html: String) {
        for table in html.components(separatedBy: "<table").dropFirst() {
            let attributes = table.prefix { $0 != ">" }
            let plain = rows.keys.count { $0.hasPrefix("plain-") }
            let name =
                attributes.firstMatch(of: #/id="([^"]*)"/#).map { String($0.1) } ?? "plain-\(plain + 1)"
            let body = table.components(separatedBy: "<tbody>").last?.components(separatedBy: "</tbody>")
                .first
            rows[name] = (body ?? "").components(separatedBy: "<tr>").dropFirst().map(Self.cells)
        }
    }

    private static func cells(of row: String) -> [Cell] {
        row.matches(of: #/<t[hd]([^>]*)>([^<]*)<\/t[hd]>/#).map { cell in
            let digits = cell.1.firstMatch(of: #/data-value="([^"]*)"/#)
            return Cell(
                text: unescaped(String(cell.2)),
                digits: digits.map { $0.1.split(separator: " ").map { Double($0) ?? .nan } })
        }
    }

    private static func unescaped(_ text: String) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
            .reduce(text) { $0.replacing($1.0, with: $1.1) }
    }
}

extension PageTables.Cell {
    /// Whether the text is the digits, rounded to as many places as it has.
    var saysItsDigits: Bool {
        guard let digits else { return true }
        let figures = text.matches(of: #/[\u{2212}]?[0-9][0-9,]*(?:\.([0-9]+))?/#)
        guard figures.count == digits.count || (figures.count == 1 && text.hasSuffix("%")) else {
            return false
        }
        return digits.indices.allSatisfy { index in
            let figure = figures[min(index, figures.count - 1)]
            let plain = figure.0.replacing("\u{2212}", with: "-").replacing(",", with: "")
            let places = Double(figure.1?.count ?? 0)
            let whole = text.hasSuffix("%") ? 100 * digits[index] : digits[index]
            return abs((Double(plain) ?? .nan) - whole) <= 0.5 * pow(10, -places) + 1e-9
        }
    }
}
