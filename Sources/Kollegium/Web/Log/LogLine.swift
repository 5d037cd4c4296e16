import Logging

/// One line of the log as it grows. It stays a line of JSON, and below its limit, whatever is put in.
struct LogLine {
    /// Bytes; what a journal takes as one entry, with room to spare.
    static let limit = 8_000
    /// Bytes of one text.
    static let textLimit = 2_000

    private var bytes: [UInt8] = []
    private var isCut = false

    /// - Parameter time: Milliseconds since 1970.
    init(_ time: Int64, level: Logger.Level, label: String, message: String) {
        bytes.reserveCapacity(256)
        bytes += Array("{\"time\":\"\(Self.instant(time))\",\"level\":\"\(level.rawValue)\"".utf8)
        add(label, as: "from")
        add(message, as: "message")
    }

    /// Adds a field, unless the line would grow too long.
    mutating func add(_ text: String, as name: String) {
        var field: [UInt8] = [UInt8(ascii: ",")]
        Self.quote(name, limit: 80, into: &field)
        field.append(UInt8(ascii: ":"))
        Self.quote(Redaction.redacted(text, upTo: Self.textLimit), limit: Self.textLimit, into: &field)
        if bytes.count + field.count > Self.limit {
            isCut = true
        } else {
            bytes += field
        }
    }

    consuming func ended() -> [UInt8] {
        if isCut { bytes += Array(",\"cut\":true".utf8) }
        bytes += [UInt8(ascii: "}"), 0x0A]
        return bytes
    }

    private static func quote(_ text: String, limit: Int, into bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        let start = bytes.count
        // Most texts are plain, and stand as they are.
        if text.utf8.count <= limit,
            text.utf8.allSatisfy({
                (0x20...0x7E).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
            })
        {
            bytes += text.utf8
            bytes.append(UInt8(ascii: "\""))
            return
        }
        for scalar in text.unicodeScalars {
            if bytes.count - start > limit {
                bytes += Array("…".utf8)
                break
            }
            switch scalar {
            case "\"", "\\": bytes += [UInt8(ascii: "\\"), UInt8(truncatingIfNeeded: scalar.value)]
            case " "..."~": bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            case "\n": bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
            case _ where scalar.isInvisible:
                for unit in String(scalar).utf16 {
                    let hex = String(unit, radix: 16)
                    bytes += Array(("\\u" + String(repeating: "0", count: 4 - hex.count) + hex).utf8)
                }
            default: bytes += Array(UTF8.encode(scalar)!)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// `2026-11-21T14:30:00.123Z`
    static func instant(_ milliseconds: Int64) -> String {
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        let day = Int(
            milliseconds >= 0 ? milliseconds / 86_400_000 : (milliseconds - 86_399_999) / 86_400_000)
        let rest = Int(milliseconds) - day * 86_400_000
        guard let date = Day(number: day) else { return String(milliseconds) }
        return "\(date)T\(padded(rest / 3_600_000, 2)):\(padded(rest / 60_000 % 60, 2)):"
            + "\(padded(rest / 1_000 % 60, 2)).\(padded(rest % 1_000, 3))Z"
    }
}
