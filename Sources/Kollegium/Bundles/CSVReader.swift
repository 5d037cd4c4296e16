/// A column that a file may have, found by its name.
struct CSVColumn: Sendable, Equatable {
    let name: String
    let required: Bool

    init(name: String, required: Bool) {
        self.name = name
        self.required = required
    }
}

/// Reads a CSV file of a bundle record by record: RFC 4180, UTF-8 with or without a byte order mark, LF or
/// CRLF, a header in the first line, its columns in any order. What is wrong is reported with its line, and
/// reading goes on with the next record, so that one run finds every mistake.
final class CSVReader {
    private let file: String
    private let problems: Problems
    private let scanner: CSVScanner
    private let header: CSVHeader

    private var hasEnded = false
    /// Whether records may lie beyond the last one read, because the rest of the file cannot be understood.
    private(set) var isCutShort = false

    /// False where the header is such that the records cannot be understood; `next()` is false then.
    var isReadable: Bool { header.width > 0 }

    /// Columns of the file that nobody asked for, in the order of the header.
    var unknownColumns: [String] { header.unknownNames }

    /// The physical line on which the record begins; that of the header is 1.
    var line: Int { scanner.line }

    /// Bytes taken from the stream so far, to tell how far the reading has come.
    var bytesRead: Int64 { scanner.window.bytesRead }

    /// Reads the header. `file` is the name that problems are reported under; `windowSize` is how many bytes
    /// are in memory at once, more only where a record is longer.
    init(
        file: String, stream: any ByteStream, columns: [CSVColumn], problems: Problems,
        windowSize: Int = 262_144
    ) throws {
        self.file = file
        self.problems = problems
        scanner = CSVScanner(stream, windowSize: windowSize)
        do {
            header = try CSVHeader(scanner, columns: columns, file: file, problems: problems)
        } catch let error as BundleError {
            problems.report(error)
            header = CSVHeader(columns: columns)
        }
    }

    /// Moves to the next sound record. A damaged one is reported and passed over; `damaged` may look at the
    /// fields before the damage, the others being empty. False at the end.
    func next(damaged: () -> Void = {}) throws -> Bool {
        guard isReadable, !hasEnded else { return false }
        do {
            while try scanner.advance() {
                if scanner.isWhole, scanner.fieldCount == header.width, scanner.findings.isEmpty {
                    return true
                }
                reportRecord()
                damaged()
            }
            isCutShort = scanner.hasStopped
        } catch let error as BundleError {
            problems.report(error)
            isCutShort = true
        }
        hasEnded = true
        return false
    }

    /// The field of a column, by its place in the `columns` given at the start. Empty where the file lacks an
    /// optional column. Valid until `next()`, and only after it was true.
    func field(_ column: Int) -> CSVField {
        let position = header.positions[column]
        guard position >= 0, position < scanner.fieldCount else {
            return CSVField(bytes: UnsafeBufferPointer(start: nil, count: 0))
        }
        return scanner.field(position)
    }

    /// Whether every field of the record is empty, as in rows that a spreadsheet leaves behind.
    var isEmptyRecord: Bool { (0..<scanner.fieldCount).allSatisfy { scanner.field($0).isEmpty } }

    /// The field of an unknown column, by its place in `unknownColumns`.
    func unknownField(_ index: Int) -> CSVField { scanner.field(header.unknownPositions[index]) }

    private func reportRecord() {
        for finding in scanner.findings {
            problems.report(finding.flaw.sentence, file: file, line: finding.line)
        }
        guard scanner.isWhole, scanner.fieldCount != header.width, !isBlank else { return }
        problems.report(
            .fieldCount(scanner.fieldCount, of: header.width), file: file, line: scanner.line)
    }

    /// A line of nothing but spaces looks blank to people, and means nothing where records have several fields.
    private var isBlank: Bool {
        guard scanner.fieldCount == 1, !scanner.field(0).isEmpty else { return false }
        return scanner.field(0).bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }
}
