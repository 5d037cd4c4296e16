import CReadStat
import Foundation

/// A file for SPSS or Stata, by ReadStat. Opted out and not asked are user-missing values in SPSS, and `.a` and `.b` in
/// Stata; what is not answered is the program's own missing value.
///
/// A text is as wide as the longest of its column. Stata has no more than 2,045 bytes in a fixed column, so a longer text
/// goes on in a second one, `goal_1_2` after `goal_1`: Stata's long strings would have to lie in memory, all of them,
/// until the file is done, because ReadStat writes their place at its beginning.
final class StatisticalFile: ResearchTable {
    private let writer: UnsafeMutablePointer<readstat_writer_t>
    private let sink: Sink
    private let isStata: Bool
    private let path: String
    /// In the order of the file.
    private var columns: [Column] = []

    private typealias Variable = UnsafeMutablePointer<readstat_variable_t>

    private struct Column {
        let variable: Variable
        /// The column's place in a row.
        let place: Int
        let kind: Kind
    }

    private enum Kind {
        case number
        /// Which piece of the text.
        case text(piece: Int)
    }

    /// Where ReadStat hands its bytes to; it keeps what went wrong there, which C cannot throw.
    private final class Sink {
        let file: PieceWriter
        var error: (any Error)?

        init(_ file: PieceWriter) { self.file = file }
    }

    /// - Parameter madeAt: seconds since 1970, UTC.
    init(
        _ plan: ResearchPlan, as format: ResearchFormat, at path: String, widths: [Int], madeAt: Int64
    ) throws {
        guard let writer = readstat_writer_init() else { throw BundleError(.unwritable(ENOMEM), file: path) }
        self.writer = writer
        self.path = path
        isStata = format == .dta
        sink = Sink(try PieceWriter(path: path))
        readstat_set_data_writer(writer) { bytes, count, context in
            guard let context else { return -1 }
            let sink = Unmanaged<Sink>.fromOpaque(context).takeUnretainedValue()
            do {
                try sink.file.write(UnsafeRawBufferPointer(start: bytes, count: count))
                return count
            } catch {
                sink.error = error
                return -1
            }
        }
        readstat_writer_set_file_label(writer, plan.study.title(plan.language).cut(toBytes: 60))
        readstat_writer_set_file_timestamp(writer, time_t(madeAt))
        for (place, variable) in plan.variables.enumerated() {
            try add(variable, at: place, width: place < widths.count ? widths[place] : 0, plan.language)
        }
        let context = Unmanaged.passUnretained(sink).toOpaque()
        if isStata {
            try check(readstat_begin_writing_dta(writer, context, plan.sheets.count))
        } else {
            readstat_writer_set_compression(writer, READSTAT_COMPRESS_ROWS)
            try check(readstat_begin_writing_sav(writer, context, plan.sheets.count))
        }
    }

    deinit { readstat_writer_free(writer) }

    // MARK: The columns

    /// The longest text that one column holds.
    private var mostBytes: Int { isStata ? 2_045 : 32_767 }
    /// The longest label that one variable has: 80 characters in Stata, 256 bytes in SPSS.
    private func label(_ text: String) -> String {
        isStata ? text.cut(toCharacters: 80) : text.cut(toBytes: 252)
    }

    private func add(
        _ variable: ResearchVariable, at place: Int, width: Int, _ language: Language
    ) throws {
        switch variable.kind {
        case .number(let steps):
            let column = try make(
                variable.name, isStata ? READSTAT_TYPE_INT16 : READSTAT_TYPE_DOUBLE, 0, variable.label)
            addLabels(variable, steps, to: column, language)
            columns.append(Column(variable: column, place: place, kind: .number))
        case .word(let most): try addText(variable, at: place, width: most)
        case .text: try addText(variable, at: place, width: width)
        }
    }

    private func addText(_ variable: ResearchVariable, at place: Int, width: Int) throws {
        // A character that would lie across the edge goes on to the next column, which costs up to three bytes.
        let count = isStata && width > mostBytes ? (width + mostBytes - 4) / (mostBytes - 3) : 1
        for piece in 0..<count {
            let name = piece == 0 ? variable.name : "\(variable.name)_\(piece + 1)"
            let column = try make(
                name, READSTAT_TYPE_STRING, max(1, min(width, mostBytes)), variable.label)
            columns.append(Column(variable: column, place: place, kind: .text(piece: piece)))
        }
    }

    private func make(
        _ name: String, _ type: readstat_type_t, _ width: Int, _ label: String
    ) throws -> Variable {
        guard let column = readstat_add_variable(writer, name, type, width) else {
            throw BundleError(.unwritable(ENOMEM), file: path)
        }
        readstat_variable_set_label(column, self.label(label))
        return column
    }

    private func addLabels(
        _ variable: ResearchVariable, _ steps: [ResearchVariable.Step], to column: Variable,
        _ language: Language
    ) {
        readstat_variable_set_measure(
            column, steps.isEmpty ? READSTAT_MEASURE_SCALE : READSTAT_MEASURE_ORDINAL)
        let labels = readstat_add_label_set(
            writer, isStata ? READSTAT_TYPE_INT32 : READSTAT_TYPE_DOUBLE, variable.name)
        for step in steps {
            let words = step.words.cut(toBytes: 120)
            if isStata {
                readstat_label_int32_value(labels, Int32(step.number), words)
            } else {
                readstat_label_double_value(labels, Double(step.number), words)
            }
        }
        if variable.isAnswer {
            let (optedOut, notAsked) = (
                variable.optedOut.cut(toBytes: 120), ResearchVariable.notAsked(language)
            )
            if isStata {
                readstat_label_tagged_value(labels, CChar(UInt8(ascii: "a")), optedOut)
                readstat_label_tagged_value(labels, CChar(UInt8(ascii: "b")), notAsked)
            } else {
                let numbers = (
                    Double(ResearchVariable.optedOutNumber), Double(ResearchVariable.notAskedNumber)
                )
                readstat_label_double_value(labels, numbers.0, optedOut)
                readstat_label_double_value(labels, numbers.1, notAsked)
                readstat_variable_add_missing_double_value(column, numbers.0)
                readstat_variable_add_missing_double_value(column, numbers.1)
            }
        }
        readstat_variable_set_label_set(column, labels)
    }

    // MARK: The rows

    func row(_ values: [ResearchValue]) throws {
        try check(readstat_begin_row(writer))
        for column in columns {
            switch (column.kind, values[column.place]) {
            case (.number, .number(let number)): try insert(number, column.variable)
            case (.number, .optedOut):
                try insertMissing("a", ResearchVariable.optedOutNumber, column.variable)
            case (.number, .notAsked):
                try insertMissing("b", ResearchVariable.notAskedNumber, column.variable)
            case (.number, _): try check(readstat_insert_missing_value(writer, column.variable))
            case (.text(let piece), .text(let text)):
                try check(
                    readstat_insert_string_value(writer, column.variable, text.piece(piece, of: mostBytes)))
            case (.text, _): try check(readstat_insert_string_value(writer, column.variable, ""))
            }
        }
        try check(readstat_end_row(writer))
    }

    private func insert(_ number: Int, _ variable: Variable) throws {
        if isStata {
            try check(readstat_insert_int16_value(writer, variable, Int16(clamping: number)))
        } else {
            try check(readstat_insert_double_value(writer, variable, Double(number)))
        }
    }

    private func insertMissing(
        _ tag: Unicode.Scalar, _ number: Int, _ variable: Variable
    ) throws {
        if isStata {
            try check(
                readstat_insert_tagged_missing_value(writer, variable, CChar(UInt8(ascii: tag))))
        } else {
            try check(readstat_insert_double_value(writer, variable, Double(number)))
        }
    }

    func close() throws {
        try check(readstat_end_writing(writer))
        try sink.file.close()
    }

    /// What ReadStat does not want.
    struct Refused: Error {
        let reason: String
    }

    private func check(_ result: readstat_error_t) throws {
        guard result != READSTAT_OK else { return }
        throw sink.error ?? Refused(reason: String(cString: readstat_error_message(result)))
    }
}

extension String {
    /// The longest beginning that takes no more bytes, with no character in two.
    func cut(toBytes most: Int) -> String {
        guard utf8.count > most else { return self }
        var end = utf8.index(utf8.startIndex, offsetBy: most)
        while UInt8(utf8[end]) & 0xC0 == 0x80 { end = utf8.index(before: end) }
        return String(self[..<end])
    }

    /// The text in pieces of so many bytes, one after the other.
    fileprivate func piece(_ number: Int, of most: Int) -> String {
        var (rest, piece) = (self[...], cut(toBytes: most))
        for _ in 0..<number {
            rest = rest.dropFirst(piece.count)
            piece = String(rest).cut(toBytes: most)
        }
        return piece
    }

    func cut(toCharacters most: Int) -> String {
        unicodeScalars.count <= most
            ? self : String(String.UnicodeScalarView(unicodeScalars.prefix(most - 1))) + "…"
    }
}
