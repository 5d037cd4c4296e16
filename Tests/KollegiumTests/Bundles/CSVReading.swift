@testable import Kollegium

/// What came of reading a CSV: the sound records with the lines on which they begin, and what was said.
struct CSVReading: Equatable {
    struct Record: Equatable {
        let line: Int
        let fields: [String]
    }

    var records: [Record] = []
    var unknownColumns: [String] = []
    var isReadable = false
    var errors: [String] = []
    var swedish: [String] = []
    var notices: [String] = []

    var fields: [[String]] { records.map(\.fields) }
    var lines: [Int] { records.map(\.line) }

    /// Reads `bytes` as `a.csv`. Each record is the columns asked for and then the unknown ones. Names with a
    /// question mark at their end are optional columns.
    init(
        _ bytes: some Sequence<UInt8>, columns names: [String] = ["a", "b"], pieceSize: Int = 4_096,
        windowSize: Int = 262_144
    ) throws {
        let problems = Problems()
        let columns = names.map { name in
            CSVColumn(name: name.last == "?" ? String(name.dropLast()) : name, required: name.last != "?")
        }
        let reader = try CSVReader(
            file: "a.csv", stream: PiecewiseStream(bytes, pieceSize: pieceSize), columns: columns,
            problems: problems, windowSize: windowSize)
        isReadable = reader.isReadable
        unknownColumns = reader.unknownColumns
        while try reader.next() {
            let known = columns.indices.map { reader.field($0).string }
            let unknown = unknownColumns.indices.map { reader.unknownField($0).string }
            records.append(Record(line: reader.line, fields: known + unknown))
        }
        errors = problems.lines(.en)
        swedish = problems.lines(.sv)
        notices = problems.noticeLines(.en)
    }

    init(_ text: String, columns: [String] = ["a", "b"]) throws {
        try self.init(text.utf8, columns: columns)
    }
}
