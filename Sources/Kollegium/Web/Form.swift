import Foundation
import Hummingbird

/// What somebody sent by a form: each field's values in the order they came.
struct Form: Sendable, Equatable {
    private(set) var fields: [(name: String, value: String)]

    static func == (one: Form, other: Form) -> Bool {
        one.fields.elementsEqual(other.fields, by: ==)
    }

    init(_ fields: [(name: String, value: String)] = []) {
        self.fields = fields
    }

    /// Reads `application/x-www-form-urlencoded`. Bytes that are no UTF-8 become replacement characters; line ends
    /// become LF, as the field had them before the browser sent it.
    init(urlEncoded text: Substring) {
        fields = text.split(separator: "&").map { pair in
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (Self.plain(sides[0]), sides.count > 1 ? Self.plain(sides[1]) : "")
        }
    }

    private static func plain(_ text: Substring) -> String {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "+") }) else {
            return String(text)
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                let digits = rest.prefix(2)
                if digits.count == 2, let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16) {
                    if value == UInt8(ascii: "\n"), bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
                    bytes.append(value)
                    rest = rest.dropFirst(2)
                } else {
                    bytes.append(byte)
                }
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The field as it was typed; empty where it did not come.
    subscript(_ name: String) -> String {
        fields.first { $0.name == name }?.value ?? ""
    }

    /// The field without white space around it.
    func trimmed(_ name: String) -> String {
        self[name].trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Whether a box is ticked, or the button with this name was the one pressed.
    func has(_ name: String) -> Bool {
        fields.contains { $0.name == name }
    }
}
