/// What stands for a thing in a URL or a file: 128 random bits. A number that counts would tell how many there
/// are, one ordered by time when somebody did something.
enum PublicID {
    /// 26 characters of a–z and 2–7, five bits in each.
    static func make() -> String {
        var generator = SystemRandomNumberGenerator()
        var high: UInt64 = generator.next()
        var low: UInt64 = generator.next()
        let letters = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)
        return String(unsafeUninitializedCapacity: 26) { buffer in
            for place in 0..<26 {
                buffer[place] = letters[Int(low & 31)]
                low = low >> 5 | high << 59
                high >>= 5
            }
            return 26
        }
    }
}
