import Foundation

/// A YAML text line by line, before any of it is taken for YAML.
enum YAMLText {
    /// Hands out the lines between line feeds, with their numbers from 1.
    static func forEachLine(
        _ bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>, Int) -> Void
    ) {
        guard var start = bytes.baseAddress else { return }
        var rest = bytes.count
        var number = 1
        while rest > 0 {
            let lineFeed = memchr(start, 10, rest)?.assumingMemoryBound(to: UInt8.self)
            let count = lineFeed.map { UnsafePointer($0) - start } ?? rest
            body(UnsafeBufferPointer(start: start, count: count), number)
            guard lineFeed != nil else { return }
            start += count + 1
            rest -= count + 1
            number += 1
        }
    }

    /// What makes the line unfit to be looked at any further.
    static func problems(_ line: UnsafeBufferPointer<UInt8>) -> [Sentence] {
        var sentences: [Sentence] = []
        if has(0, line) { sentences.append(.nulByte) }
        if !UTF8Check.isValid(line) {
            sentences.append(.notUTF8)
        } else if hasHiddenBreak(line) {
            sentences.append(.hiddenBreak)
        }
        if line.starts(with: tagDirective) { sentences.append(.tagDirective) }
        return sentences
    }

    /// `%TAG` is of no use where tags of one's own are not accepted, and libyaml compares each with all those
    /// before it.
    private static let tagDirective = Array("%TAG".utf8)

    /// NEL, LS and PS, which libyaml takes for line breaks and editors do not. They come with text pasted from
    /// elsewhere, and every line after them would be told wrongly.
    private static func hasHiddenBreak(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        guard has(0xC2, line) || has(0xE2, line) else { return false }
        return String(decoding: line, as: UTF8.self).unicodeScalars.contains {
            $0 == "\u{85}" || $0 == "\u{2028}" || $0 == "\u{2029}"
        }
    }

    private static func has(_ byte: Int32, _ line: UnsafeBufferPointer<UInt8>) -> Bool {
        line.baseAddress.map { memchr($0, byte, line.count) != nil } ?? false
    }
}
