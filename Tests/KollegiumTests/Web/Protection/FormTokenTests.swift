import Foundation
import Hummingbird
import Support
import Testing

@testable import Kollegium

@Suite struct FormTokenTests {
    private let tokens = FormToken(ServerKey(secret: Array(1...32)))

    @Test func `a token holds for the session that it was made for, and for no other`() {
        let token = tokens.make(for: "anna")
        #expect(tokens.verify(token, for: "anna"))
        #expect(!tokens.verify(token, for: "bo"))
        #expect(!tokens.verify(token, for: ""))
        #expect(!FormToken(ServerKey()).verify(token, for: "anna"))
        #expect(FormToken(ServerKey(secret: Array(1...32))).verify(token, for: "anna"))
    }

    @Test func `each answer has another one, without a letter in common to guess by`() {
        let made = (0..<400).map { _ in tokens.make(for: "anna") }
        #expect(Set(made).count == 400)
        for place in 0..<85 {
            let letters = Set(made.map { Array($0.utf8)[place] })
            #expect(letters.count > 40, "place \(place) hardly changes")
        }
    }

    @Test func `no letter of it may be another`() {
        let token = Array(tokens.make(for: "anna"))
        for place in token.indices {
            for letter in "AQgwx-_" where letter != token[place] {
                var other = token
                other[place] = letter
                #expect(!tokens.verify(String(other), for: "anna"))
            }
        }
    }

    @Test func `nonsense is no token`() {
        let token = tokens.make(for: "anna")
        for wrong in [
            "", "A", String(token.dropLast()), token + "A", token + "==", " " + token,
            token.uppercased() + "é",
            String(repeating: "A", count: 86), String(repeating: "å", count: 43),
            String(repeating: "=", count: 86),
            String(repeating: "A", count: 100_000),
        ] {
            #expect(!tokens.verify(wrong, for: "anna"))
        }
    }

    @Test func `base64url has one text for some bytes, and some bytes for one text`() {
        for count in 0..<40 {
            let bytes = (0..<count).map { _ in UInt8.random(in: .min ... .max) }
            let text = Base64URL.text(bytes)
            #expect(Base64URL.decode(text) == bytes)
            #expect(text.utf8.count == (count * 8 + 5) / 6)
        }
        for wrong in ["A", "AB", "A=", "AA==", "A+A_", "AA\n", "å"] {
            #expect(Base64URL.decode(wrong) == nil)
        }
        #expect(Base64URL.decode("_-8") == [0xFF, 0xEF])
    }
}

@Suite struct ServerKeyTests {
    private func token(_ key: ServerKey) -> [UInt8] { key.derived(for: "x").withUnsafeBytes { Array($0) } }

    @Test func `the key is made once, and only its owner reads it`() async throws {
        try await withFolder { folder in
            let first = try ServerKey(folder: folder + "/data")
            let second = try ServerKey(folder: folder + "/data")
            #expect(token(first) == token(second))
            #expect(token(first) != first.derived(for: "y").withUnsafeBytes { Array($0) })
            let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/data/kollegium.key")
            #expect(attributes[.posixPermissions] as? Int == 0o600)
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: folder + "/data") == ["kollegium.key"])
        }
    }

    @Test func `servers that start at once have the same key`() async throws {
        try await withFolder { folder in
            let keys = try await withThrowingTaskGroup(of: [UInt8].self) { group in
                for _ in 0..<16 {
                    group.addTask {
                        try ServerKey(folder: folder).derived(for: "x").withUnsafeBytes { Array($0) }
                    }
                }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(keys.count == 1)
        }
    }

    @Test(arguments: ["", "abc", "not a key, but a longish text that someone wrote"])
    func `a damaged file is told of and left alone`(text: String) async throws {
        try await withFolder { folder in
            let path = folder + "/kollegium.key"
            try text.write(toFile: path, atomically: true, encoding: .utf8)
            #expect(throws: ServerKey.Damaged(path: path)) { try ServerKey(folder: folder) }
            #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
        }
    }
}

@Suite struct VisitTests {
    private func request(_ cookie: String) -> Request {
        Request(
            head: .init(
                method: .get, scheme: "http", authority: "a", path: "/", headerFields: [.cookie: cookie]),
            body: .init(buffer: .init()))
    }

    @Test func `a visit is known again by its cookie`() {
        let visit = Visit()
        let cookie = visit.cookie(isSecure: true).description
        #expect(cookie.hasPrefix("__Host-kollegium-visit=\(visit.id); "))
        for part in ["; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax"] {
            #expect(cookie.contains(part))
        }
        #expect(!cookie.contains("Domain") && !cookie.contains("Max-Age") && !cookie.contains("Expires"))
        #expect(Visit(request("a=b; __Host-kollegium-visit=\(visit.id)"), isSecure: true) == visit)
        #expect(Visit(request("kollegium-visit=\(visit.id)"), isSecure: true) == nil)
        #expect(Visit(request("kollegium-visit=\(visit.id)"), isSecure: false) == visit)
    }

    @Test(arguments: [
        "", "short", "AAAAAAAAAAAAAAAAAAAAAAAAAA", "aaaaaaaaaaaaaaaaaaaaaaaaa1", "ååååååååååååå",
    ])
    func `nonsense is nobody's visit`(value: String) {
        #expect(Visit(request("kollegium-visit=\(value)"), isSecure: false) == nil)
    }
}
