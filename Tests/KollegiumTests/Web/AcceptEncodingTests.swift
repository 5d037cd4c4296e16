import Testing

@testable import Kollegium

@Suite struct AcceptEncodingTests {
    @Test(arguments: [
        "gzip", "GZIP", "x-gzip", "gzip, deflate, br, zstd", "br;q=1.0, gzip;q=0.8, *;q=0.1", "*", "*;q=0.5",
        "gzip;q=0.001", "gzip;Q=1", "gzip ; q=0.5", "gzip;q=1.000", "gzip;q=1.", "identity;q=0, *",
        "identity;q=0.5, gzip;q=0.5", "\tgzip\t", ",,gzip,,", "*;q=0, gzip",
    ])
    func `gzip is wanted`(field: String) {
        #expect(AcceptEncoding([field]).prefersGzip)
    }

    @Test(arguments: [
        "", "br", "identity", "gzip;q=0", "gzip;q=0.000", "*;q=0", "gzip;q=0, *", "identity, gzip;q=0.9",
        "identity;q=0", "gzip;q=2", "gzip;q=1.001", "gzip;q=0.0001", "gzip;q=abc", "gzip;q", "gzip;q=",
        "gzip;",
        "gzip;q=-1", "gzip;x=1", "gzip;q=1;q=0", "gzip, gzip;q=0", "gzipp", "q=1", ";q=1", "g zip",
        "gzip;q=.5",
    ])
    func `gzip is not wanted, or nobody knows`(field: String) {
        #expect(!AcceptEncoding([field]).prefersGzip)
    }

    @Test func `several fields are one list, and none asks for nothing`() {
        #expect(AcceptEncoding(["br", "gzip;q=0.5"]).prefersGzip)
        #expect(!AcceptEncoding(["gzip", "identity;q=1, gzip;q=0"]).prefersGzip)
        #expect(!AcceptEncoding([]).prefersGzip)
    }
}
