import Testing

@testable import Kollegium

@Suite struct ClientAddressTests {
    private func address(_ text: String) throws -> ClientAddress { try #require(ClientAddress(text)) }

    @Test func `an address has one form, however it is written`() throws {
        #expect(try address("192.0.2.1").bytes == [192, 0, 2, 1])
        #expect(try address("::ffff:192.0.2.1") == address("192.0.2.1"))
        #expect(try address("2001:DB8:0:0::1") == address("2001:db8::1"))
        for wrong in [
            "", "192.0.2", "192.0.2.256", "192.0.2.1 ", "1", "::g", "[::1]", "localhost", "::1%lo",
            "1.2.3.4\0",
        ] {
            #expect(ClientAddress(wrong) == nil)
        }
    }

    @Test func `loopback and neighbourhoods`() throws {
        for text in ["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"] {
            #expect(try address(text).isLoopback)
        }
        for text in ["128.0.0.1", "::2", "::", "1::1"] { #expect(try !address(text).isLoopback) }
        #expect(
            try address("2001:db8:1:2:3::1").neighbourhood == address("2001:db8:1:2:ffff::9").neighbourhood)
        #expect(try address("2001:db8:1:2::").neighbourhood != address("2001:db8:1:3::").neighbourhood)
        #expect(try address("192.0.2.1").neighbourhood != address("192.0.2.2").neighbourhood)
    }

    @Test(arguments: [
        ("10.0.0.0/8", "10.255.1.2", true), ("10.0.0.0/8", "11.0.0.0", false),
        ("10.0.0.0/8", "::ffff:10.1.1.1", true),
        ("192.0.2.128/25", "192.0.2.128", true), ("192.0.2.128/25", "192.0.2.127", false),
        ("0.0.0.0/0", "8.8.8.8", true), ("0.0.0.0/0", "::1", false), ("::/0", "2001:db8::", true),
        ("2001:db8::/33", "2001:db8:7fff::", true), ("2001:db8::/33", "2001:db8:8000::", false),
        ("192.0.2.1", "192.0.2.1", true), ("192.0.2.1", "192.0.2.2", false),
        ("192.0.2.1/32", "192.0.2.1", true),
    ])
    func `a range holds what begins as it does`(range: String, text: String, isIn: Bool) throws {
        #expect(try #require(AddressRange(range)).contains(address(text)) == isIn)
    }

    @Test(arguments: [
        "", "/8", "10.0.0.0/", "10.0.0.0/33", "10.0.0.1/8", "::/129", "10.0.0.0/-1", "10.0.0.0/+8", "a/8",
        "::ffff:10.0.0.0/104",
    ])
    func `what is no range is refused`(text: String) {
        #expect(AddressRange(text) == nil)
    }

    private func client(_ peer: String?, _ forwarded: String..., trusting: [String] = ["10.0.0.0/8", "::1"])
        throws -> String?
    {
        let proxies = TrustedProxies(ranges: try trusting.map { try #require(AddressRange($0)) })
        return proxies.client(peer: peer.flatMap { ClientAddress($0) }, forwarded: forwarded)
            .map { $0.bytes.map(String.init).joined(separator: ".") }
    }

    @Test func `a stranger's word is not taken`() throws {
        #expect(try client("192.0.2.9", "203.0.113.7") == "192.0.2.9")
        #expect(try client("10.0.0.1", "203.0.113.7", trusting: []) == "10.0.0.1")
        #expect(try client(nil, "203.0.113.7", trusting: []) == nil)
    }

    @Test func `a proxy of ours names the client, and what the client wrote before it is passed over`() throws
    {
        #expect(try client("10.0.0.1", "203.0.113.7") == "203.0.113.7")
        #expect(try client("::1", "1.1.1.1, 203.0.113.7") == "203.0.113.7")
        #expect(try client("10.0.0.1", "1.1.1.1", "127.0.0.1,203.0.113.7, 10.0.0.2") == "203.0.113.7")
        #expect(try client("10.0.0.1", "203.0.113.7:4711") == "203.0.113.7")
        #expect(try client("10.0.0.1", "[::ffff:203.0.113.7]:4711") == "203.0.113.7")
        #expect(try client(nil, "203.0.113.7") == "203.0.113.7")
    }

    @Test func `where nobody is named it is the last one whom a trusted one knew`() throws {
        #expect(try client("10.0.0.1") == "10.0.0.1")
        #expect(try client("10.0.0.1", "") == "10.0.0.1")
        #expect(try client("10.0.0.1", "203.0.113.7, unknown") == "10.0.0.1")
        #expect(try client("10.0.0.1", "203.0.113.7, _hidden, 10.0.0.2") == "10.0.0.2")
        #expect(try client("10.0.0.1", "10.0.0.3, 10.0.0.2") == "10.0.0.3")
        #expect(try client("10.0.0.1", "203.0.113.7,") == "10.0.0.1")
    }
}
