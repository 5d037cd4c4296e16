import CReadStat
import Foundation

/// A file for SPSS or Stata, by ReadStat. Opted out and not asked are user-missing values in SPSS, and `.a` and `.b` in
/// Stata; what is not answered is the program's own missing value.
///
/// A text is as wide as the longest of its column, and goes on in `wishes_t2`, `wishes_t3` … after `wishes` where it is
/// longer than a plain string of the format. Both formats have long strings, and ReadStat writes neither well: the pieces
/// of SPSS's get the same names, so that PSPP loses them, and Stata's would all have to lie in memory until the file is
/// done, because their places stand at its beginning.
final class StatisticalFile: ResearchTable {
    private let writer: UnsafeMutablePointer<readstat_writer_t>
    private let sink: Sink
    private let isStata: Bool
    private let mostBytes: Int
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
        let target: any BundleTarget
        var error: (any Error)?

        init(_ target: any BundleTarget) { self.target = target }
    }

    /// - Parameter madeAt: seconds since 1970, UTC.
    init(
        _ plan: ResearchPlan, as format: ResearchFormat, to target: any BundleTarget, rooms: [TextRoom],
        madeAt: Int64
    ) throws {
        path = plan.subject.fileName + "." + format.rawValue
        guard let writer = readstat_writer_init() else { throw BundleError(.unwritable(ENOMEM), file: path) }
        self.writer = writer
        isStata = format == .dta
        mostBytes = format.longestText
        sink = Sink(target)
        try target.begin(path)
        readstat_set_data_writer(writer) { bytes, count, context in
            guard let context else { return -1 }
            let sink = Unmanaged<Sink>.fromOpaque(context).takeUnretainedValue()
            do {
                try sink.target.write(UnsafeRawBufferPointer(start: bytes, count: count))
                return count
            } catch {
                sink.error = error
                return -1
            }
        }
        readstat_writer_set_file_label(writer, plan.study.title(plan.language).cut(toBytes: 60))
        readstat_writer_set_file_timestamp(writer, time_t(madeAt))
        for (place, variable) in plan.variables.enumerated() {
            try add(variable, at: place, rooms[place], plan.language)
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

    /// The longest label that one variable has: 80 characters in Stata, 256 bytes in SPSS.
    private func label(_ text: String) -> String {
        isStata ? text.cut(toCharacters: 80) : text.cut(toBytes: 252)
    }

    private func add(
        _ variable: ResearchVariable, at place: Int, _ room: TextRoom, _ language: Language
    ) throws {
        switch variable.kind {
        case .number(let steps):
            let column = try make(
                variable.name, isStata ? READSTAT_TYPE_INT16 : READSTAT_TYPE_DOUBLE, 0, variable.label)
            if !isStata { readstat_variable_set_format(column, "F8.0") }
            addLabels(variable, steps, to: column, language)
            columns.append(Column(variable: column, place: place, kind: .number))
        case .word(let most): try addText(variable, at: place, TextRoom(width: most))
        case .text: try addText(variable, at: place, room)
        }
    }

    private func addText(_ variable: ResearchVariable, at place: Int, _ room: TextRoom) throws {
        for piece in 0..<max(1, room.pieces) {
            let name = piece == 0 ? variable.name : "\(variable.name)_t\(piece + 1)"
            let column = try make(name, READSTAT_TYPE_STRING, max(1, room.width), variable.label)
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
        var pieces: [String] = []
        for column in columns {
            switch (column.kind, values[column.place]) {
            case (.number, .number(let number)): try insert(number, column.variable)
            case (.number, .optedOut):
                try insertMissing("a", ResearchVariable.optedOutNumber, column.variable)
            case (.number, .notAsked):
                try insertMissing("b", ResearchVariable.notAskedNumber, column.variable)
            case (.number, _): try check(readstat_insert_missing_value(writer, column.variable))
            case (.text(let piece), .text(let text)):
                if piece == 0 { pieces = text.pieces(of: mostBytes) }
                let words = piece < pieces.count ? pieces[piece] : ""
                try check(readstat_insert_string_value(writer, column.variable, words))
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

    /// The text in pieces of at most so many bytes. None ends in a space, which SPSS takes for nothing.
    func pieces(of most: Int) -> [String] {
        guard utf8.count > most else { return [self] }
        var (rest, pieces) = (self, [String]())
        while !rest.isEmpty {
            var piece = rest.cut(toBytes: most)
            if piece.utf8.count < rest.utf8.count {
                let bare = piece.prefix(through: piece.lastIndex { $0 != " " } ?? piece.startIndex)
                piece = String(bare)
            }
            pieces.append(piece)
            rest = String(rest.utf8.dropFirst(piece.utf8.count)) ?? ""
        }
        return pieces
    }

    func cut(toCharacters most: Int) -> String {
        unicodeScalars.count <= most
            ? self : String(String.UnicodeScalarView(unicodeScalars.prefix(most - 1))) + "…"
    }
}
