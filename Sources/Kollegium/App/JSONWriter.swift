/// Writes JSON in the order that a contract gives its keys, straight into bytes: reports of thousands of teams
/// are made faster than they are printed.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []
    private var needsComma = false

    mutating func object(_ key: StaticString? = nil, _ body: (inout JSONWriter) -> Void) {
        enclosed("{", "}", key, body)
    }

    mutating func array(_ key: StaticString? = nil, _ body: (inout JSONWriter) -> Void) {
        enclosed("[", "]", key, body)
    }

    /// An array of objects, each on a line of its own.
    mutating func lines<Row>(
        _ key: StaticString, _ rows: some Sequence<Row>, _ body: (inout JSONWriter, Row) -> Void
    ) {
        array(key) { json in
            for row in rows {
                json.newline()
                json.object { json in body(&json, row) }
            }
        }
    }

    private mutating func enclosed(
        _ opening: Unicode.Scalar, _ closing: Unicode.Scalar, _ key: StaticString?,
        _ body: (inout JSONWriter) -> Void
    ) {
        begin(key)
        bytes.append(UInt8(ascii: opening))
        needsComma = false
        body(&self)
        bytes.append(UInt8(ascii: closing))
        needsComma = true
    }

    mutating func string(_ key: StaticString? = nil, _ value: String?) {
        begin(key)
        if let value { quoted(value) } else { raw("null") }
    }

    mutating func number(_ key: StaticString? = nil, _ value: Int?) {
        begin(key)
        raw(value.map(String.init) ?? "null")
    }

    /// A number that stands in decimals already, such as `2.98`.
    mutating func decimal(_ key: StaticString? = nil, _ digits: String?) {
        begin(key)
        raw(digits ?? "null")
    }

    mutating func bool(_ key: StaticString? = nil, _ value: Bool?) {
        begin(key)
        raw(value.map { $0 ? "true" : "false" } ?? "null")
    }

    mutating func strings(_ key: StaticString? = nil, _ values: [String]) {
        array(key) { json in for value in values { json.string(nil, value) } }
    }

    /// A line break between values, for the eye.
    mutating func newline() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = false
        bytes.append(UInt8(ascii: "\n"))
    }

    private mutating func begin(_ key: StaticString?) {
        if needsComma { raw(", ") }
        needsComma = true
        guard let key else { return }
        // Keys are our own words and need no escaping.
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
        raw("\": ")
    }

    private mutating func raw(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func quoted(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { utf8 in
            // Nearly all texts stand as they are.
            if utf8.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
                bytes.append(contentsOf: utf8)
            } else {
                for byte in utf8 { escape(byte) }
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
        case 0x0A: raw("\\n")
        case 0x0D: raw("\\r")
        case 0x09: raw("\\t")
        case 0..<0x20:
            let hex = String(byte, radix: 16)
            raw("\\u" + String(repeating: "0", count: 4 - hex.count) + hex)
        default: bytes.append(byte)
        }
    }
}
