import Foundation

/// The name of an entry in a zip, which anyone may have written.
struct ArchiveEntryName {
    /// The parts between slashes, in NFC; empty ones and `.` are left out.
    let parts: [String]
    /// The whole name as it is told to people.
    let text: String
    /// Whether it would lead out of a folder into which it were unpacked, on any system.
    let leadsOut: Bool

    init(_ bytes: [UInt8]) {
        text = Self.decoded(bytes).precomposedStringWithCanonicalMapping
        let parts = text.split(separator: "/").map(String.init)
        let start = bytes.prefix(2)
        let hasDrive =
            start.count == 2 && start[1] == UInt8(ascii: ":")
            && (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(start[0] | 0x20)
        leadsOut =
            bytes.first == UInt8(ascii: "/") || bytes.contains(UInt8(ascii: "\\")) || hasDrive
            || parts.contains("..")
        self.parts = parts.filter { $0 != "." }
    }

    /// Hidden files, and what macOS puts into each zip for itself.
    var isIgnored: Bool { parts.first == "__MACOSX" || parts.contains { $0.hasPrefix(".") } }

    /// UTF-8 where it is that. Older Windows writes names in the code page of DOS without saying so; the zip
    /// specification has code page 437 for names without the mark of UTF-8, and å, ä and ö are the same in 850.
    private static func decoded(_ bytes: [UInt8]) -> String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        return String(
            String.UnicodeScalarView(bytes.map { $0 < 0x80 ? Unicode.Scalar($0) : upperHalf[Int($0) - 0x80] })
        )
    }

    private static let upperHalf = Array(
        """
        ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀\
        αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}
        """.unicodeScalars)
}
