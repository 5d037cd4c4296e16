import Testing

@testable import Kollegium

@Suite struct MultipartParserTests {
    private typealias Event = MultipartParser.Event

    /// What a form gives, its bytes joined, however it is cut into pieces.
    private func parse(_ body: [UInt8], pieces: Int = 1_000_000, boundary: String = "abc") throws -> [Event] {
        var parser = try MultipartParser(contentType: "multipart/form-data; boundary=\(boundary)")
        var events: [Event] = []
        var rest = body[...]
        while !rest.isEmpty {
            for event in try parser.feed(rest.prefix(pieces)) {
                if case .bytes(let more) = event, case .bytes(let before)? = events.last {
                    events[events.count - 1] = .bytes(before + more)
                } else {
                    events.append(event)
                }
            }
            rest = rest.dropFirst(pieces)
        }
        try parser.finish()
        return events
    }

    private func text(_ lines: String...) -> [UInt8] { Array(lines.joined(separator: "\r\n").utf8) }

    private var whole: [UInt8] {
        text(
            "--abc", "Content-Disposition: form-data; name=\"form-token\"", "", "tok-en", "--abc",
            "Content-Disposition: form-data; name=\"bundle\"; filename=\"fem å.zip\"",
            "Content-Type: application/zip",
            "", "PK\r\n--ab\r\r\n--abx\r\n", "--abc", "content-disposition: form-data; name=\"empty\"", "",
            "",
            "--abc--", "")
    }

    @Test(arguments: [1, 2, 3, 5, 7, 64, 1_000]) func `a form is the same in pieces of any size`(
        _ pieces: Int
    ) throws {
        let wanted: [Event] = [
            .field(name: "form-token", fileName: nil), .bytes(Array("tok-en".utf8)), .fieldEnd,
            .field(name: "bundle", fileName: "fem å.zip"), .bytes(Array("PK\r\n--ab\r\r\n--abx\r\n".utf8)),
            .fieldEnd,
            .field(name: "empty", fileName: nil), .fieldEnd,
        ]
        #expect(try parse(whole, pieces: pieces) == wanted)
    }

    @Test func `random bytes come out as they went in`() throws {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<40 {
            let bytes = (0..<Int.random(in: 1...5_000, using: &generator)).map { _ in
                [13, 10, 45, 97, 98, 99, UInt8.random(in: 0...255, using: &generator)].randomElement(
                    using: &generator) ?? 0
            }
            let head = text("--q7z", "Content-Disposition: form-data; name=\"f\"; filename=\"f\"", "", "")
            let body = head + bytes + text("", "--q7z--", "")
            let events = try parse(body, pieces: Int.random(in: 1...700, using: &generator), boundary: "q7z")
            #expect(events == [.field(name: "f", fileName: "f"), .bytes(bytes), .fieldEnd])
        }
    }

    @Test func `a form that breaks off anywhere is unfinished or broken`() throws {
        for length in 0..<(whole.count - 2) {
            #expect(throws: MultipartParser.Flaw.self, "\(length)") { try parse(Array(whole.prefix(length))) }
        }
        _ = try parse(whole.dropLast(2))
    }

    @Test(arguments: [
        "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"\"",
        "multipart/form-data; boundary=a; boundary=b", "multipart/mixed; boundary=abc",
        "text/plain; boundary=abc", "",
        "multipart/form-data; boundary=å", "multipart/form-data; boundary=a\u{0}b",
        "multipart/form-data; boundary=" + String(repeating: "x", count: 71),
    ]) func `a type without a sound boundary is refused`(_ type: String) {
        #expect(throws: MultipartParser.Flaw.noBoundary) { try MultipartParser(contentType: type) }
    }

    @Test func `a boundary may be quoted, and as long as seventy`() throws {
        let long = String(repeating: "x", count: 70)
        #expect(
            MultipartParser.boundary("Multipart/Form-Data; charset=utf-8; Boundary=\"\(long)\"")
                == Array(long.utf8))
    }

    @Test func `what no browser sends is refused`() throws {
        let disposition = "Content-Disposition: form-data; name=\"a\""
        let broken: [([UInt8], MultipartParser.Flaw)] = [
            (text("preamble", "--abc", disposition, "", "x", "--abc--"), .noFirstField),
            (text("--abd", disposition, "", "x", "--abd--"), .noFirstField),
            (text("--abc--", ""), .badHeaders),
            (text("--abcd", disposition, "", "x", "--abc--"), .badHeaders),
            (text("--abc", "", "x", "--abc--"), .badHeaders),
            (text("--abc", "Content-Type: text/plain", "", "x", "--abc--"), .badHeaders),
            (text("--abc", disposition, disposition, "", "x", "--abc--"), .badHeaders),
            (text("--abc", "Content-Disposition: form-data; name=a", "", "x", "--abc--"), .badHeaders),
            (text("--abc", "Content-Disposition: form-data; name=\"\"", "", "x", "--abc--"), .badHeaders),
            (
                text("--abc", "Content-Disposition: form-data; name=\"a\"; name=\"b\"", "", "x", "--abc--"),
                .badHeaders
            ),
            (text("--abc", "Content-Disposition: form-data; name=\"a", "", "x", "--abc--"), .badHeaders),
            (text("--abc", "Content-Disposition: attachment; name=\"a\"", "", "x", "--abc--"), .badHeaders),
            (text("--abc", disposition, "nonsense", "", "x", "--abc--"), .badHeaders),
            (text("--abc", disposition, "", "x", "--abc--", "more"), .somethingAfter),
            (
                text("--abc", disposition, "X: " + String(repeating: "y", count: 5_000), "", "x", "--abc--"),
                .longHeaders
            ),
        ]
        for (body, flaw) in broken {
            #expect(throws: flaw, "\(String(decoding: body.prefix(120), as: UTF8.self))") { try parse(body) }
        }
        let fields = (0..<9).flatMap { _ in text("--abc", disposition, "", "x", "") }
        #expect(throws: MultipartParser.Flaw.tooManyFields) { try parse(fields + text("--abc--", "")) }
    }

    @Test func `headers that never end are refused before they fill the memory`() throws {
        var parser = try MultipartParser(contentType: "multipart/form-data; boundary=abc")
        _ = try parser.feed(text("--abc", "X: "))
        #expect(throws: MultipartParser.Flaw.longHeaders) {
            for _ in 0..<100 { _ = try parser.feed([UInt8](repeating: 65, count: 100)) }
        }
    }
}
