import CQREncode

/// A text as a pattern that a phone's camera reads (ISO/IEC 18004).
enum QRCode {
    /// The pattern as one SVG element, black on white in light and dark, or cameras would not read it; as large as
    /// its place.
    ///
    /// - Parameters:
    ///   - label: What it is, for who does not see it: where it leads, and not that it is a pattern.
    /// - Returns: Nil where the text is empty or too long, above some 2,000 bytes.
    static func svg(text: String, label: String) -> String? {
        guard let modules = modules(text) else { return nil }
        // Readers need four modules of nothing on each side.
        let side = modules.count + 8
        var path = ""
        for (row, line) in modules.enumerated() {
            var column = 0
            while column < line.count {
                let length = line[column...].prefix { $0 }.count
                if length > 0 { path += "M\(column + 4) \(row + 4)h\(length)v1h-\(length)z" }
                column += max(length, 1)
            }
        }
        return """
            <svg class="qr" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(side) \(side)" role="img" \
            shape-rendering="crispEdges"><title>\(label.escapedForHTML)</title>\
            <rect width="\(side)" height="\(side)" fill="#fff"/><path d="\(path)" fill="#000"/></svg>
            """
    }

    /// Dark is true, row by row. The level M stands a fold or a stain over 15 % of it.
    private static func modules(_ text: String) -> [[Bool]]? {
        guard !text.isEmpty, !text.utf8.contains(0),
            let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M)
        else { return nil }
        defer { QRcode_free(code) }
        let width = Int(code.pointee.width)
        guard let data = code.pointee.data else { return nil }
        return (0..<width).map { row in (0..<width).map { data[row * width + $0] & 1 == 1 } }
    }
}
