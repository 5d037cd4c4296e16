import Foundation
import Testing

/// What R says that a page's tables hold; `R/tables.R` tells how it is written.
struct WitnessTables {
    private(set) var rows: [String: [[Cell]]] = [:]

    struct Cell {
        let value: String
        /// Within these the page's figures must lie; nil where the page's text must be the value.
        let bounds: (least: [Double], most: [Double])?
    }

    init(_ bytes: [UInt8]) throws {
        for record in ParsedCSV(bytes).records {
            let table = try #require(record["table"])
            let row = try #require(record["row"].flatMap { Int($0) })
            let bounds = Self.numbers(record["least"]).flatMap { least in
                Self.numbers(record["most"]).map { (least, $0) }
            }
            let known = rows[table, default: []].count
            if row > known { rows[table, default: []].append([]) }
            try #require(row == max(known, 1) || row == known + 1)
            try #require(record["column"] == "\(rows[table]?[row - 1].count ?? 0)")
            rows[table]?[row - 1].append(Cell(value: record["value"] ?? "", bounds: bounds))
        }
    }

    private static func numbers(_ field: String?) -> [Double]? {
        field?.split(separator: " ").map { Double($0) ?? .nan }
    }

    var cells: [Cell] { rows.values.joined().flatMap(\.self) }

    /// How many figures are compared with all their digits.
    var figures: Int { cells.reduce(0) { $0 + ($1.bounds?.least.count ?? 0) } }

    /// Every place where the page says something else, in words.
    func disagreements(with page: PageTables) -> [String] {
        var found: [String] = []
        for name in Set(rows.keys).union(page.rows.keys).sorted() {
            let (own, others) = (rows[name] ?? [], page.rows[name] ?? [])
            if own.count != others.count {
                found.append("\(name): \(own.count) rows, the page has \(others.count)")
            }
            for (row, (cells, shown)) in zip(own, others).enumerated() {
                if cells.count != shown.count {
                    found.append("\(name) \(row + 1): \(cells.count) cells, \(shown.count)")
                }
                for (column, (cell, shown)) in zip(cells, shown).enumerated() where !cell.agrees(with: shown)
                {
                    found.append("\(name) \(row + 1) \(column) of \(cells[0].value): \(cell) and \(shown)")
                }
            }
        }
        return found
    }
}

extension WitnessTables.Cell {
    fileprivate func agrees(with cell: PageTables.Cell) -> Bool {
        guard let bounds else { return cell.digits == nil && cell.text == (value.isEmpty ? "–" : value) }
        guard let digits = cell.digits, digits.count == bounds.least.count, cell.saysItsDigits else {
            return false
        }
        return digits.indices.allSatisfy { bounds.least[$0] <= digits[$0] && digits[$0] <= bounds.most[$0] }
    }
}
