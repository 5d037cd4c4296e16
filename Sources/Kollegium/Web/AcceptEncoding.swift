import HTTPTypes

/// How a client wants its answers packed (RFC 9110, 12.5.3).
struct AcceptEncoding: Equatable {
    /// In thousandths; 0 is never. As they are is always possible: we have nothing else to give.
    let gzip, asIs: Int

    var prefersGzip: Bool { gzip > 0 && gzip >= asIs }

    /// - Parameter fields: All fields of that name. Without any, answers go as they are.
    init(_ fields: [String]) {
        var weights: [String: Int] = [:]
        for element in fields.joined(separator: ",").split(separator: ",") {
            let parts = element.split(separator: ";", omittingEmptySubsequences: false).map(Self.trimmed)
            let name = parts[0].lowercased()
            // What is said twice, or in a way that nobody understands, is as good as refused.
            let weight = parts.count == 1 ? 1_000 : parts.count == 2 ? Self.weight(parts[1]) : nil
            weights[name] = min(weight ?? 0, weights[name] ?? 1_000)
        }
        gzip = weights["gzip"] ?? weights["x-gzip"] ?? weights["*"] ?? 0
        asIs = weights["identity"] ?? (weights["*"] == 0 ? 0 : 1)
    }

    /// `q=0.5` as 500.
    private static func weight(_ text: Substring) -> Int? {
        let bytes = Array(text.utf8)
        guard bytes.count >= 3, bytes[0] | 0x20 == UInt8(ascii: "q"), bytes[1] == UInt8(ascii: "=") else {
            return nil
        }
        let digits = bytes[2...].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard digits.count <= 2, digits[0].count == 1, let whole = wholeNumber(digits[0]), whole <= 1 else {
            return nil
        }
        guard digits.count == 2, !digits[1].isEmpty else { return whole * 1_000 }
        guard digits[1].count <= 3, let part = wholeNumber(digits[1]) else { return nil }
        let weight = whole * 1_000 + [100, 10, 1][digits[1].count - 1] * part
        return weight <= 1_000 ? weight : nil
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text
        while text.first == " " || text.first == "\t" { text.removeFirst() }
        while text.last == " " || text.last == "\t" { text.removeLast() }
        return text
    }
}
