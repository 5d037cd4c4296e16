import Foundation

extension MultipartParser {
    /// The boundary of a type, as its bytes: 1 to 70 of the characters that RFC 2046 allows.
    static func boundary(_ contentType: String) -> [UInt8]? {
        let parts = contentType.split(separator: ";", omittingEmptySubsequences: false)
        guard let type = parts.first, trimmed(type).lowercased() == "multipart/form-data" else { return nil }
        let given = parts.dropFirst().compactMap { part -> String? in
            let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard sides.count == 2, trimmed(sides[0]).lowercased() == "boundary" else { return nil }
            return trimmed(sides[1])
        }
        guard given.count == 1, var boundary = given.first else { return nil }
        if boundary.count > 1, boundary.hasPrefix("\""), boundary.hasSuffix("\"") {
            boundary = String(boundary.dropFirst().dropLast())
        }
        let bytes = Array(boundary.utf8)
        guard (1...70).contains(bytes.count), bytes.last != UInt8(ascii: " "),
            bytes.allSatisfy(isBoundaryByte)
        else {
            return nil
        }
        return bytes
    }

    private static func isBoundaryByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "'()+_,-./:=? ".utf8.contains(byte)
        }
    }

    /// What a field's headers say of it; each line begins with the line end before it.
    static func field(_ headers: ArraySlice<UInt8>) throws -> Event {
        let lines = String(decoding: headers, as: UTF8.self).components(separatedBy: "\r\n").filter {
            !$0.isEmpty
        }
        let dispositions = lines.filter { $0.lowercased().hasPrefix("content-disposition:") }
        guard dispositions.count == 1, let line = dispositions.first,
            lines.allSatisfy({
                $0.contains(":") && !$0.contains("\r") && !$0.contains("\n") && !$0.contains("\0")
            })
        else { throw Flaw.badHeaders }
        let value = line.dropFirst("content-disposition:".count).drop { $0 == " " }
        guard value.lowercased().hasPrefix("form-data;") else { throw Flaw.badHeaders }
        let parameters = try parameters(value.dropFirst("form-data;".count))
        guard let name = parameters["name"], !name.isEmpty else { throw Flaw.badHeaders }
        return .field(name: name, fileName: parameters["filename"])
    }

    /// `name="…"; filename="…"`. Browsers write a quote within as `%22` and leave a backslash as it is.
    private static func parameters(_ text: Substring) throws -> [String: String] {
        var parameters: [String: String] = [:]
        var rest = text.drop { $0 == " " }
        while !rest.isEmpty {
            guard let equals = rest.firstIndex(of: "="), rest[rest.index(after: equals)...].first == "\""
            else {
                throw Flaw.badHeaders
            }
            let name = trimmed(rest[..<equals]).lowercased()
            let quoted = rest[rest.index(equals, offsetBy: 2)...]
            guard let end = quoted.firstIndex(of: "\""), parameters[name] == nil else {
                throw Flaw.badHeaders
            }
            parameters[name] = String(quoted[..<end])
            rest = quoted[quoted.index(after: end)...].drop { $0 == " " }
            if rest.first == ";" {
                rest = rest.dropFirst().drop { $0 == " " }
            } else if !rest.isEmpty {
                throw Flaw.badHeaders
            }
        }
        return parameters
    }

    private static func trimmed(_ text: Substring) -> String { text.trimmingCharacters(in: .whitespaces) }
}
