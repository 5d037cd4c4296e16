import Foundation

/// Finds where records and fields begin and end in a stream of bytes (RFC 4180), and what is wrong with their
/// form. Made for files of millions of rows: nothing is copied and nothing allocated for a field.
///
/// The spans are offsets into the window and hold until the next `advance()`.
final class CSVScanner {
    struct Span {
        var start, end: Int
    }

    struct Finding: Equatable {
        let flaw: CSVFlaw
        let line: Int
    }

    /// The largest field, in bytes of its content.
    static let fieldLimit = 1_048_576
    /// The most columns a file may have; fields beyond are counted, not kept.
    static let columnLimit = 16_384
    /// A record that takes more bytes than this and has not ended is given up, so that a line without end does
    /// not fill the memory.
    private static let recordLimit = 24 * fieldLimit

    let window: ByteWindow
    private let spans: UnsafeMutablePointer<Span>

    /// The physical line on which the record begins, the first of the file being 1.
    private(set) var line = 1
    private(set) var fieldCount = 0
    /// Whether the record could be followed to its end, so that its fields are worth counting.
    private(set) var isWhole = false
    private(set) var findings: [Finding] = []

    private var next = 0
    private var nextLine = 1
    /// Whether a flaw has made the rest of the file unreadable.
    private(set) var hasStopped = false
    /// Fields of the record that have doubled quotes.
    private var doubled: [Int] = []
    /// Going back to swallowed lines has an end, so that no file can keep the scanner busy for ever.
    private var returnsLeft = 100

    private let inPlain = CSVByteClasses(structural: [.comma, .quote, .lineFeed, .carriageReturn])
    private let inQuotes = CSVByteClasses(structural: [.quote, .lineFeed])

    init(_ stream: any ByteStream, windowSize: Int) {
        window = ByteWindow(stream, capacity: windowSize)
        spans = .allocate(capacity: Self.columnLimit)
    }

    deinit { spans.deallocate() }

    /// Fills the window for the first time, tells the mark that the file begins with, and passes over that of
    /// UTF-8.
    func begin() throws -> ByteOrderMark? {
        try window.advance(to: 0)
        let mark = ByteOrderMark(UnsafeBufferPointer(start: window.base, count: window.count))
        if mark == .utf8 { next = 3 }
        return mark
    }

    /// Moves to the next record, sound or not; blank lines are passed over. False at the end of the file, or
    /// where a flaw has made the rest unreadable.
    func advance() throws -> Bool {
        guard !hasStopped else { return false }
        while true {
            switch scan() {
            case .record:
                return true
            case .end:
                return false
            case .more:
                try window.advance(to: next)
                next = 0
            }
        }
    }

    /// The content of a field of the record, `index` below both `fieldCount` and `columnLimit`.
    func field(_ index: Int) -> CSVField {
        let span = spans[index]
        return CSVField(
            bytes: UnsafeBufferPointer(start: window.base + span.start, count: span.end - span.start))
    }

    private enum Outcome {
        case record, end
        /// The record goes on beyond the window; it is scanned again from its beginning with more in it.
        case more
    }

    private func scan() -> Outcome {
        if !findings.isEmpty { findings.removeAll() }
        if !doubled.isEmpty { doubled.removeAll(keepingCapacity: true) }
        let base = window.base
        let limit = base + window.count
        passOverBlankLines()
        let start = base + next
        var at = start
        if at == limit { return window.isAtEnd ? .end : .more }
        line = nextLine

        var breaks = 0
        var field = 0
        var isDoubtful = false
        while true {
            let opening = at
            let isQuoted = at.pointee == .quote
            let openingLine = line + breaks
            var content = Span(start: at - base, end: 0)
            if isQuoted {
                at += 1
                content.start += 1
                var doublings = 0
                quoted: while true {
                    isDoubtful = inQuotes.skip(&at) || isDoubtful
                    if at.pointee == .quote {
                        if at[1] != .quote || at + 1 == limit { break quoted }
                        doublings += 1
                        at += 2
                    } else if at < limit {
                        breaks += 1
                        at += 1
                    } else {
                        let size = at - base - content.start - doublings
                        if size > Self.fieldLimit { return stop(.largeQuotedField, at: openingLine) }
                        return window.isAtEnd ? stop(.neverClosed, at: openingLine) : more()
                    }
                }
                content.end = at - base
                at += 1
                if doublings > 0 { doubled.append(field) }
                if content.end - content.start - doublings > Self.fieldLimit {
                    return stop(.largeQuotedField, at: openingLine)
                }
            } else {
                isDoubtful = inPlain.skip(&at) || isDoubtful
                content.end = at - base
                if content.end - content.start > Self.fieldLimit {
                    return stop(.largeField, at: openingLine)
                }
            }
            if field < Self.columnLimit { spans[field] = content }
            field += 1

            switch at.pointee {
            case .comma:
                at += 1
                continue
            case .lineFeed where at < limit:
                return finish(fields: field, start: start, end: at + 1, breaks: breaks, isDoubtful)
            case .lineFeed:
                guard window.isAtEnd else { return more() }
                return finish(fields: field, start: start, end: at, breaks: breaks, isDoubtful)
            case .carriageReturn where at + 1 < limit && at[1] == .lineFeed:
                return finish(fields: field, start: start, end: at + 2, breaks: breaks, isDoubtful)
            case .carriageReturn:
                if at + 1 == limit, !window.isAtEnd { return more() }
                return damaged(.loneReturn, after: field, start: start, at: at, breaks: breaks)
            default:
                guard isQuoted else {
                    return damaged(.quoteInside, after: field, start: start, at: at, breaks: breaks)
                }
                if openingLine < line + breaks, returnsLeft > 0 {
                    return goBack(to: opening, on: openingLine, start: start, closed: line + breaks)
                }
                return damaged(
                    .textAfterQuote(closed: nil), after: field, start: start, at: at, breaks: breaks)
            }
        }
    }

    private func passOverBlankLines() {
        while next < window.count {
            if window.base[next] == .lineFeed {
                next += 1
            } else if window.base[next] == .carriageReturn, next + 1 < window.count,
                window.base[next + 1] == .lineFeed
            {
                next += 2
            } else {
                break
            }
            nextLine += 1
        }
    }

    private func more() -> Outcome {
        window.count - next > Self.recordLimit ? stop(.largeRecord, at: line) : .more
    }

    private func stop(_ flaw: CSVFlaw, at line: Int) -> Outcome {
        findings.append(Finding(flaw: flaw, line: line))
        isWhole = false
        fieldCount = 0
        hasStopped = true
        return .record
    }

    private func finish(
        fields: Int, start: UnsafeMutablePointer<UInt8>, end: UnsafeMutablePointer<UInt8>, breaks: Int,
        _ isDoubtful: Bool
    ) -> Outcome {
        fieldCount = fields
        isWhole = true
        next = end - window.base
        nextLine = line + breaks + 1
        if isDoubtful { checkBytes(start, end) }
        if !doubled.isEmpty, findings.isEmpty { undouble() }
        return .record
    }

    /// The record is passed over to the end of the line on which the flaw stands.
    private func damaged(
        _ flaw: CSVFlaw, after fields: Int, start: UnsafeMutablePointer<UInt8>,
        at: UnsafeMutablePointer<UInt8>, breaks: Int
    ) -> Outcome {
        // The field with the flaw has been counted already; those before it can still be read.
        fieldCount = fields - 1
        let limit = window.base + window.count
        var end = limit
        if let lineFeed = memchr(at, 10, limit - at) {
            end = lineFeed.assumingMemoryBound(to: UInt8.self) + 1
        } else if !window.isAtEnd {
            return more()
        }
        leave(start, end, flaw, line + breaks)
        nextLine = line + breaks + 1
        return .record
    }

    /// A quoted field over several lines that ends in the midst of text most often lacks its closing quote on
    /// the first of them. The lines that it seemed to hold are records then, and looked at as such.
    private func goBack(
        to opening: UnsafeMutablePointer<UInt8>, on openingLine: Int, start: UnsafeMutablePointer<UInt8>,
        closed: Int
    ) -> Outcome {
        returnsLeft -= 1
        fieldCount = 0
        let limit = window.base + window.count
        let lineFeed = memchr(opening, 10, limit - opening)?.assumingMemoryBound(to: UInt8.self)
        leave(start, lineFeed.map { $0 + 1 } ?? limit, .textAfterQuote(closed: closed), openingLine)
        nextLine = openingLine + 1
        return .record
    }

    private func leave(
        _ start: UnsafeMutablePointer<UInt8>, _ end: UnsafeMutablePointer<UInt8>, _ flaw: CSVFlaw, _ line: Int
    ) {
        findings.append(Finding(flaw: flaw, line: line))
        isWhole = false
        next = end - window.base
        checkBytes(start, end)
    }

    /// Looks for bytes that are no text, and names each line that has them once.
    private func checkBytes(_ start: UnsafeMutablePointer<UInt8>, _ end: UnsafeMutablePointer<UInt8>) {
        let record = UnsafeBufferPointer(start: UnsafePointer(start), count: end - start)
        if memchr(start, 0, end - start) == nil, UTF8Check.isValid(record) { return }
        var line = self.line
        for bytes in record.split(separator: .lineFeed, omittingEmptySubsequences: false) {
            if bytes.contains(0) { findings.append(Finding(flaw: .nulByte, line: line)) }
            if !UTF8Check.isValid(UnsafeBufferPointer(rebasing: bytes)) {
                findings.append(Finding(flaw: .notUTF8, line: line))
            }
            line += 1
        }
    }

    /// Makes one quote of two, in place.
    private func undouble() {
        for index in doubled where index < Self.columnLimit {
            var to = spans[index].start
            var from = to
            while from < spans[index].end {
                let byte = window.base[from]
                window.base[to] = byte
                to += 1
                from += byte == .quote ? 2 : 1
            }
            spans[index].end = to
        }
    }
}
