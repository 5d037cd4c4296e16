/// What a CSV is made for: to be read by programs, byte for byte, or by people in a spreadsheet, which must find nothing
/// in it to run.
enum CSVUse: Sendable {
    case exchange, spreadsheet
}

/// Takes the records of a CSV, one by one.
protocol RecordWriting: AnyObject {
    func record(_ fields: [String]) throws
    func close() throws
}

extension CSVWriter: RecordWriting {}
extension DownloadCSV: RecordWriting {}

/// A CSV as bytes.
func csvBytes(
    _ columns: [String], for use: CSVUse, _ rows: (any RecordWriting) throws -> Void
) throws -> [UInt8] {
    var bytes: [UInt8] = []
    let writer: any RecordWriting =
        switch use {
        case .exchange: try CSVWriter(columns: columns) { bytes.append(contentsOf: $0) }
        case .spreadsheet: try DownloadCSV(columns: columns) { bytes.append(contentsOf: $0) }
        }
    try rows(writer)
    try writer.close()
    return bytes
}
