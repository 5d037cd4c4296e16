/// The sheets of a workbook as texts, row by row.
struct XLSXTables: Sendable, Equatable {
    var sheets: [Sheet]

    struct Sheet: Sendable, Equatable {
        let name: String
        var rows: [Row]
    }

    struct Row: Sendable, Equatable {
        /// As Excel counts, from 1.
        let number: Int
        /// From column A; what is behind the last is empty.
        var cells: [String]
    }

    subscript(name: String) -> Sheet? { sheets.first { $0.name.lowercased() == name } }
}

extension XLSXTables.Sheet {
    init(name: String, rows: [[String]]) {
        self.name = name
        self.rows = rows.enumerated().map { .init(number: $0.offset + 1, cells: $0.element) }
    }
}

/// Why a questionnaire cannot be put into a workbook.
struct XLSFormRefusal: Error {
    let sentence: Sentence
}
