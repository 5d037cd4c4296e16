/// Bytes that come one piece after the other, from a file or from inside a zip.
protocol ByteStream: AnyObject {
    /// Fills the buffer from its beginning and gives the number of bytes read, 0 at the end. It may give
    /// fewer bytes than there is room for. Throws `BundleError` with a sentence when the bytes cannot be had.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int
}

extension ByteStream {
    /// Everything that is left, as an array, for files that are small by nature. Nil when there are more than
    /// `limit` bytes; what lies beyond is then not read.
    func readAll(limit: Int) throws -> [UInt8]? {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = try buffer.withUnsafeMutableBytes { try read(into: $0) }
            if count == 0 { return bytes }
            guard bytes.count + count <= limit else { return nil }
            bytes.append(contentsOf: buffer[..<count])
        }
    }
}
