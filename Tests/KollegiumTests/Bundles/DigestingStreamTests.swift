import Testing

@testable import Kollegium

@Suite struct DigestingStreamTests {
    @Test(arguments: [1, 2, 3, 100])
    func `the digest is that of the whole whatever the pieces`(pieceSize: Int) throws {
        let stream = DigestingStream(PiecewiseStream("abc".utf8, pieceSize: pieceSize))
        #expect(try stream.drain() == Array("abc".utf8))
        #expect(stream.hex == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(stream.bytesRead == 3)
    }

    @Test func `an empty file has a digest too`() throws {
        let stream = DigestingStream(PiecewiseStream([]))
        #expect(try stream.drain().isEmpty)
        #expect(stream.hex == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }

    @Test func `a small file is read whole unless it is over the limit`() throws {
        #expect(try PiecewiseStream("abcde".utf8, pieceSize: 2).readAll(limit: 5) == Array("abcde".utf8))
        #expect(try PiecewiseStream("abcdef".utf8, pieceSize: 2).readAll(limit: 5) == nil)
    }
}
