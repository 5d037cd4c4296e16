import Crypto

/// Passes a stream on and keeps its SHA-256 as it goes by, so that a file is read once both for its contents
/// and for knowing whether it is the same as last time.
final class DigestingStream: ByteStream {
    private let stream: any ByteStream
    private var hash = SHA256()

    /// The number of bytes that have gone by.
    private(set) var bytesRead: Int64 = 0

    init(_ stream: any ByteStream) { self.stream = stream }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let count = try stream.read(into: buffer)
        hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        bytesRead += Int64(count)
        return count
    }

    /// SHA-256 of the bytes that have gone by, 64 hexadecimal digits in lower case. It is that of the file
    /// once `read` has given 0.
    var hex: String { hash.finalize().hexadecimal }
}
