/// The tables of a report's section for reviewers as a file: a row for each cell, in English, with all digits of a figure
/// that the page rounds. Two limits stand in one value, with a space between.
struct ReviewTables: Report {
    let study: Study
    let tables: [ReportTable]

    var json: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.string("format", "kollegium-review-tables/1")
            json.string("study", study.code)
            json.array("cells") { json in
                for cell in cells {
                    json.newline()
                    json.object { json in
                        for (name, value) in zip(Self.names, cell) { json.string(name, value) }
                    }
                }
            }
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    func csv(for use: CSVUse) throws -> [UInt8] {
        try csvBytes(Self.columns, for: use) { writer in
            for cell in cells { try writer.record(cell) }
        }
    }

    func table(_ console: Console) -> String { String(decoding: json, as: UTF8.self) }

    private static let names: [StaticString] = ["table", "name", "row", "column", "value", "text"]
    private static let columns = names.map { "\($0)" }

    private var cells: [[String]] {
        tables.flatMap { table in
            table.rows.flatMap { row in
                zip(table.columns, row.cells).map { column, cell in
                    [table.id ?? "", table.name, row.heading, column.heading, cell.digits ?? "", cell.text]
                        .map { $0.replacing("\u{200B}", with: "") }
                }
            }
        }
    }
}

extension ReportTable {
    /// The name by which programs find the table.
    fileprivate var id: String? { attributes.value(of: "id") }
}

extension ReportTable.Cell {
    /// The figure with the digits that the text has not.
    fileprivate var digits: String? { attributes.value(of: "data-value") }
}

extension String {
    /// Of an attribute that we wrote ourselves, which holds nothing escaped.
    fileprivate func value(of attribute: String) -> String? {
        firstRange(of: " \(attribute)=\"").map { String(self[$0.upperBound...].prefix { $0 != "\"" }) }
    }
}
