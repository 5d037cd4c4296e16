import Foundation
import NIOCore

/// The address of a machine. Never written to a log; throttling knows it only as a digest.
struct ClientAddress: Sendable, Hashable {
    /// Four bytes, or sixteen. An IPv4 address in IPv6's clothes is the IPv4 address.
    let bytes: [UInt8]

    /// `192.0.2.1` or `2001:db8::1`; nothing else around it.
    init?(_ text: some StringProtocol) {
        let text = String(text)
        guard !text.utf8.contains(0) else { return nil }
        var bytes = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, text, &bytes) == 1 {
            self.bytes = Array(bytes[..<4])
        } else if inet_pton(AF_INET6, text, &bytes) == 1 {
            let isMapped = bytes[..<10].allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
            self.bytes = isMapped ? Array(bytes[12...]) : bytes
        } else {
            return nil
        }
    }

    /// Nil for a socket that is a file.
    init?(_ socket: SocketAddress?) {
        guard let text = socket?.ipAddress else { return nil }
        self.init(text.prefix { $0 != "%" })
    }

    var isLoopback: Bool {
        bytes.count == 4 ? bytes[0] == 127 : bytes == [UInt8](repeating: 0, count: 15) + [1]
    }

    /// What is one household or one office to us: the address itself, or the 64 bits that IPv6 hands out as one.
    var neighbourhood: [UInt8] { bytes.count == 4 ? bytes : Array(bytes[..<8]) }
}

/// Addresses that begin with the same bits.
struct AddressRange: Sendable, Hashable {
    private let start: [UInt8]
    private let length: Int

    /// `10.0.0.0/8`, `2001:db8::/32`, or one address. Nil for anything else, also where bits are set behind the length.
    init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let address = ClientAddress(parts[0]) else { return nil }
        let bits = address.bytes.count * 8
        let isIPv6 = parts[0].contains(":")
        // A range of mapped addresses would have a length of another kind.
        guard parts.count == 1 || isIPv6 == (bits == 128) else { return nil }
        length = parts.count == 1 ? bits : wholeNumber(Array(parts[1].utf8)) ?? -1
        guard (0...bits).contains(length) else { return nil }
        start = Self.cut(address.bytes, to: length)
        guard start == address.bytes else { return nil }
    }

    func contains(_ address: ClientAddress) -> Bool {
        address.bytes.count == start.count && Self.cut(address.bytes, to: length) == start
    }

    private static func cut(_ bytes: [UInt8], to length: Int) -> [UInt8] {
        bytes.enumerated().map { place, byte in
            let kept = min(max(length - place * 8, 0), 8)
            return byte & UInt8(truncatingIfNeeded: 0xFF00 >> kept)
        }
    }
}

/// The proxies whose word we take for whom they ask.
struct TrustedProxies: Sendable {
    let ranges: [AddressRange]

    /// The machine that the request came from: the socket's, unless that is a proxy of ours. Then the right-most one in
    /// `X-Forwarded-For` that is none of our proxies; what stands left of it anybody may have written. Where the header
    /// ends or cannot be read, it is the last one that somebody trusted has named.
    ///
    /// - Parameters:
    ///   - peer: Nil for a socket that is a file, which only a proxy on this machine reaches.
    ///   - forwarded: All fields of that name, in their order.
    func client(peer: ClientAddress?, forwarded: [String]) -> ClientAddress? {
        if let peer, !isTrusted(peer) { return peer }
        if peer == nil, ranges.isEmpty { return nil }
        var client = peer
        for entry in forwarded.flatMap({ $0.split(separator: ",", omittingEmptySubsequences: false) })
            .reversed()
        {
            guard let address = Self.address(entry) else { break }
            client = address
            if !isTrusted(address) { break }
        }
        return client
    }

    private func isTrusted(_ address: ClientAddress) -> Bool { ranges.contains { $0.contains(address) } }

    /// Some proxies write the port too: `192.0.2.1:4711`, `[2001:db8::1]:4711`.
    private static func address(_ entry: Substring) -> ClientAddress? {
        let text = entry.trimmingCharacters(in: .whitespaces)
        if text.hasPrefix("[") {
            guard let end = text.firstIndex(of: "]") else { return nil }
            return ClientAddress(text[text.index(after: text.startIndex)..<end])
        }
        if let address = ClientAddress(text) { return address }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        return parts.count == 2 ? ClientAddress(parts[0]) : nil
    }
}
