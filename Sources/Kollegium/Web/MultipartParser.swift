import Foundation

/// Takes `multipart/form-data` apart as it arrives (RFC 7578), in the way that browsers write it and in no other: nothing
/// before the first field, nothing after the last, small headers, few fields. What a field holds is handed on in pieces,
/// so that a file of any size takes little memory.
struct MultipartParser {
    enum Event: Equatable, Sendable {
        /// A field begins; `fileName` is what the sender calls it, for files only.
        case field(name: String, fileName: String?)
        case bytes([UInt8])
        case fieldEnd
    }

    enum Flaw: Error, Equatable {
        case noBoundary, noFirstField, longHeaders, badHeaders, tooManyFields, unfinished, somethingAfter
    }

    static let longestHeaders = 4_096
    static let mostFields = 8

    /// CR, LF and the boundary with its two hyphens.
    private let delimiter: [UInt8]
    private var buffer: [UInt8] = [13, 10]
    private var state = State.opening
    private var fields = 0

    private enum State {
        case opening, afterDelimiter, headers, content, closed
    }

    /// - Throws: `Flaw.noBoundary` where the type is another, or has no boundary that could be one.
    init(contentType: String) throws {
        guard let boundary = Self.boundary(contentType) else { throw Flaw.noBoundary }
        delimiter = Array("\r\n--".utf8) + boundary
    }

    /// Takes the next bytes. - Returns: what they completed, in its order.
    mutating func feed(_ bytes: some Sequence<UInt8>) throws -> [Event] {
        buffer.append(contentsOf: bytes)
        var events: [Event] = []
        while try step(&events) {}
        return events
    }

    /// - Throws: `Flaw.unfinished` where the end of the form has not come.
    func finish() throws {
        guard state == .closed else { throw Flaw.unfinished }
        guard buffer.isEmpty || buffer == [13, 10] else { throw Flaw.somethingAfter }
    }

    /// One step; false where more bytes are needed for the next.
    private mutating func step(_ events: inout [Event]) throws -> Bool {
        switch state {
        case .opening:
            guard delimiter.starts(with: buffer.prefix(delimiter.count)) else { throw Flaw.noFirstField }
            guard buffer.count >= delimiter.count else { return false }
            drop(delimiter.count)
            state = .afterDelimiter
        case .afterDelimiter:
            guard buffer.count >= 2 else { return false }
            if buffer.starts(with: [13, 10]) {
                fields += 1
                guard fields <= Self.mostFields else { throw Flaw.tooManyFields }
                // The line end stays: so an empty header block ends like any other.
                state = .headers
            } else if buffer.starts(with: Array("--".utf8)), fields > 0 {
                drop(2)
                state = .closed
            } else {
                throw Flaw.badHeaders
            }
        case .headers:
            guard let end = Self.find([13, 10, 13, 10], in: buffer) else {
                guard buffer.count <= Self.longestHeaders else { throw Flaw.longHeaders }
                return false
            }
            guard end <= Self.longestHeaders else { throw Flaw.longHeaders }
            events.append(try Self.field(buffer[..<end]))
            drop(end + 4)
            state = .content
        case .content: return try takeContent(&events)
        case .closed:
            guard [13, 10].starts(with: buffer.prefix(2)), buffer.count <= 2 else {
                throw Flaw.somethingAfter
            }
            return false
        }
        return true
    }

    private mutating func takeContent(_ events: inout [Event]) throws -> Bool {
        if let place = Self.find(delimiter, in: buffer) {
            if place > 0 { events.append(.bytes(Array(buffer[..<place]))) }
            events.append(.fieldEnd)
            drop(place + delimiter.count)
            state = .afterDelimiter
            return true
        }
        // The end of what is here may be the beginning of a delimiter.
        let sure = buffer.count - (delimiter.count - 1)
        if sure > 0 {
            events.append(.bytes(Array(buffer[..<sure])))
            drop(sure)
        }
        return false
    }

    private mutating func drop(_ count: Int) { buffer.removeFirst(count) }

    /// Where the pattern begins. What is looked for begins with CR, which few files have many of.
    private static func find(_ pattern: [UInt8], in bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBytes { bytes in
            pattern.withUnsafeBytes { pattern in
                var start = 0
                while start + pattern.count <= bytes.count, let base = bytes.baseAddress {
                    let last = bytes.count - pattern.count
                    guard let found = memchr(base + start, Int32(pattern[0]), last - start + 1) else {
                        return nil
                    }
                    start = UnsafeRawPointer(found) - base
                    if bytes[start..<start + pattern.count].elementsEqual(pattern) { return start }
                    start += 1
                }
                return nil
            }
        }
    }
}
