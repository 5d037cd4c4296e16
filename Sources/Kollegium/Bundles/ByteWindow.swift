/// A stretch of a stream in memory, which moves forward over it. Offsets are counted from the beginning of the
/// window and hold until the next `advance`.
final class ByteWindow {
    private let stream: any ByteStream
    private var capacity: Int

    /// The bytes. Right after them always stands a line feed, and a few bytes more may be read, so that a
    /// scanner's inner loop need not ask at each byte whether it has come to the end.
    private(set) var base: UnsafeMutablePointer<UInt8>
    private(set) var count = 0

    /// Nothing comes after the bytes of the window.
    private(set) var isAtEnd = false
    private(set) var bytesRead: Int64 = 0

    /// Room for the line feed and for reading eight bytes at once from any place before it.
    private static let margin = 16

    /// `capacity` is the size of the window at first, in bytes. A byte order mark always fits in.
    init(_ stream: any ByteStream, capacity: Int) {
        self.stream = stream
        self.capacity = max(16, capacity)
        base = .allocate(capacity: self.capacity + Self.margin)
        base.initialize(repeating: 10, count: self.capacity + Self.margin)
    }

    deinit { base.deallocate() }

    /// Lets go of the bytes before `offset`, which becomes offset 0, and reads on until the window is full.
    /// Where what is kept takes more than half of it, the window grows to double size.
    func advance(to offset: Int) throws {
        let kept = count - offset
        if kept > capacity / 2 {
            let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2 + Self.margin)
            larger.initialize(repeating: 10, count: capacity * 2 + Self.margin)
            larger.update(from: base + offset, count: kept)
            base.deallocate()
            base = larger
            capacity *= 2
        } else {
            base.update(from: base + offset, count: kept)
        }
        count = kept
        base[count] = 10
        while count < capacity {
            let room = UnsafeMutableRawBufferPointer(start: base + count, count: capacity - count)
            let read = try stream.read(into: room)
            if read == 0 {
                isAtEnd = true
                break
            }
            count += read
            bytesRead += Int64(read)
            base[count] = 10
        }
    }
}
