extension UInt8 {
    static let comma = UInt8(ascii: ",")
    static let quote = UInt8(ascii: "\"")
    static let lineFeed: UInt8 = 10
    static let carriageReturn: UInt8 = 13
}

/// Which bytes mean something to the form of a CSV, so that all others can be passed over fast.
struct CSVByteClasses: ~Copyable {
    private let classes: UnsafeMutablePointer<UInt8>

    private static let ordinary: UInt8 = 0
    private static let doubtful: UInt8 = 1
    private static let structural: UInt8 = 2

    init(structural bytes: [UInt8]) {
        classes = .allocate(capacity: 256)
        classes.initialize(repeating: Self.ordinary, count: 256)
        for byte in 0x80...0xFF { classes[byte] = Self.doubtful }
        classes[0] = Self.doubtful
        for byte in bytes { classes[Int(byte)] = Self.structural }
    }

    deinit { classes.deallocate() }

    /// Moves on to the next structural byte, which there must be. True when a byte that needs a closer look
    /// was passed on the way: one outside ASCII, or NUL.
    @inline(__always)
    func skip(_ at: inout UnsafeMutablePointer<UInt8>) -> Bool {
        var found: UInt8 = 0
        while true {
            // Everything structural lies below "-" in ASCII, and so does NUL. Eight bytes that are all between
            // "-" and the end of ASCII are passed at once.
            let eight = UnsafeRawPointer(at).loadUnaligned(as: UInt64.self)
            if (eight | (eight &- 0x2D2D_2D2D_2D2D_2D2D)) & 0x8080_8080_8080_8080 == 0 {
                at += 8
                continue
            }
            let kind = classes[Int(at.pointee)]
            if kind == Self.structural { return found != 0 }
            found |= kind
            at += 1
        }
    }
}
