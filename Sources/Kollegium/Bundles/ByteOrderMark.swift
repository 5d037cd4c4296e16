/// The mark that some programs put first in a text file, which tells its encoding.
enum ByteOrderMark: Equatable {
    case utf8, utf16, utf32

    /// The mark that the bytes begin with, if any.
    init?(_ bytes: some Collection<UInt8>) {
        let start = Array(bytes.prefix(4))
        if start == [0xFF, 0xFE, 0, 0] || start == [0, 0, 0xFE, 0xFF] {
            self = .utf32
        } else if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) {
            self = .utf16
        } else if start.starts(with: [0xEF, 0xBB, 0xBF]) {
            self = .utf8
        } else {
            return nil
        }
    }

    /// What to tell about a file with this mark; nil for UTF-8, which is right.
    var problem: Sentence? {
        switch self {
        case .utf8: nil
        case .utf16: .encoding("UTF-16")
        case .utf32: .encoding("UTF-32")
        }
    }
}

extension Sentence {
    fileprivate static func encoding(_ name: String) -> Sentence {
        Sentence(
            sv: "filen är \(name); spara den som UTF-8",
            en: "the file is \(name); save it as UTF-8")
    }

    /// A byte 0, which neither CSV nor YAML has, and which tells of UTF-16 without a mark or of a binary file.
    static var nulByte: Sentence {
        Sentence(
            sv: "raden har ett NUL-tecken, som aldrig finns i text; är filen UTF-16, spara den som UTF-8",
            en: "the line has a NUL byte, which text never has; if the file is UTF-16, save it as UTF-8")
    }

    /// Bytes that are not UTF-8, most often because the file is in an older encoding.
    static var notUTF8: Sentence {
        Sentence(
            sv: "raden är inte UTF-8 (kanske Windows-1252 eller Latin-1); spara filen som UTF-8",
            en: "the line is not UTF-8 (perhaps Windows-1252 or Latin-1); save the file as UTF-8")
    }
}
