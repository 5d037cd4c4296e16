import Testing

@testable import Kollegium

@Suite struct UTF8CheckTests {
    private func isValid(_ bytes: [UInt8]) -> Bool { bytes.withUnsafeBufferPointer(UTF8Check.isValid) }

    @Test(
        arguments: [
            ([], true), ([0x41], true), ([0xC3, 0xA5], true), ([0xE2, 0x82, 0xAC], true),
            ([0xF0, 0x9F, 0x98, 0x80], true), ([0xF4, 0x8F, 0xBF, 0xBF], true), ([0xED, 0x9F, 0xBF], true),
            ([0xE5], false), ([0x80], false), ([0xC0, 0x80], false), ([0xC1, 0xBF], false),
            ([0xE0, 0x9F, 0xBF], false), ([0xED, 0xA0, 0x80], false), ([0xF0, 0x8F, 0xBF, 0xBF], false),
            ([0xF4, 0x90, 0x80, 0x80], false), ([0xF5, 0x80, 0x80, 0x80], false), ([0xE2, 0x82], false),
            ([0xE2, 0x82, 0x41], false), ([0xFF], false),
        ] as [([UInt8], Bool)])
    func `well-formed is what the standard says`(bytes: [UInt8], expected: Bool) {
        #expect(isValid(bytes) == expected)
        // The same behind and before enough ASCII for the fast way.
        let ascii = Array("abcdefghijklm".utf8)
        #expect(isValid(ascii + bytes + ascii) == expected)
    }

    @Test func `random bytes are judged as the standard library does`() {
        var random = RepeatableRandom(seed: 8)
        let frequent: [UInt8] = [
            0x41, 0x80, 0xBF, 0xC2, 0xC3, 0xE0, 0xE2, 0xED, 0xF0, 0xF4, 0x9F, 0xA0, 0x90,
        ]
        for _ in 0..<50_000 {
            let bytes = (0..<Int.random(in: 0...12, using: &random)).map { _ in
                frequent.randomElement(using: &random) ?? 0
            }
            #expect(isValid(bytes) == (String(validating: bytes, as: UTF8.self) != nil), "\(bytes)")
        }
    }
}
