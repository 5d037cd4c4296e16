/// A page's text as it is sent, to which thousands of pieces are added: bytes, because putting strings together counts
/// who holds each of them.
struct PageBytes: Sendable {
    private(set) var bytes: [UInt8] = []

    init() {}

    init(_ text: some StringProtocol) {
        bytes = Array(text.utf8)
    }

    mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

    /// As it is.
    mutating func add(_ text: some StringProtocol) { bytes.append(contentsOf: text.utf8) }

    mutating func add(_ piece: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: piece) }

    mutating func add(_ other: PageBytes) { bytes.append(contentsOf: other.bytes) }

    mutating func add(_ other: PageBytes, _ range: Range<Int>) {
        bytes.append(contentsOf: other.bytes[range])
    }

    /// What somebody wrote.
    mutating func add(escaped text: String) { bytes.append(contentsOf: text.escapedForHTML.utf8) }

    var text: String { String(decoding: bytes, as: UTF8.self) }
}
