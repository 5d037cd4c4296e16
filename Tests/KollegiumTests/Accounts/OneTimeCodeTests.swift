import Foundation
import Support
import Testing

@testable import Kollegium

@Suite struct OneTimeCodeTests {
    /// RFC 6238, appendix B, SHA-1: the secret is the ASCII text 12345678901234567890.
    @Test(arguments: [
        (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"),
        (1_234_567_890, "89005924"),
        (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
    ])
    func `the RFC's own codes`(_ second: Int64, _ expected: String) throws {
        let code = try #require(OneTimeCode(base32: "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"))
        #expect(code.code(at: OneTimeCode.step(at: second * 1000), digits: 8) == expected)
        #expect(code.code(at: OneTimeCode.step(at: second * 1000)) == String(expected.suffix(6)))
    }

    /// RFC 4648, section 10.
    @Test(arguments: [
        ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
        ("foobar", "MZXW6YTBOI"),
    ])
    func `base 32 as in the RFC`(_ plain: String, _ coded: String) {
        #expect(Base32.text(Array(plain.utf8)) == coded)
        #expect(Base32.bytes(coded) == Array(plain.utf8))
        #expect(Base32.bytes(coded.lowercased().map { "\($0) " }.joined()) == Array(plain.utf8))
    }

    @Test
    func `a clock half a minute off is forgiven, a whole minute is not, and no code is good twice`() throws {
        let code = OneTimeCode()
        let now = Door.morning
        let step = OneTimeCode.step(at: now)
        for offset in -3...3 {
            let found = code.step(of: code.code(at: step + Int64(offset)), now: now, after: nil)
            #expect(found == (abs(offset) <= 1 ? step + Int64(offset) : nil))
        }
        #expect(code.step(of: code.code(at: step), now: now, after: step) == nil)
        #expect(code.step(of: code.code(at: step - 1), now: now, after: step) == nil)
        #expect(code.step(of: code.code(at: step + 1), now: now, after: step) == step + 1)
        let typed = code.code(at: step)
        #expect(code.step(of: typed.prefix(3) + " " + typed.suffix(3), now: now, after: nil) == step)
        for wrong in ["", "12345", "1234567", "abcdef", "１２３４５６"] {
            #expect(code.step(of: wrong, now: now, after: nil) == nil)
        }
    }

    @Test
    func `the address that an app reads names who and where`() throws {
        let code = try #require(OneTimeCode(base32: "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"))
        #expect(
            code.address(for: "anna+x@skola.example")
                == "otpauth://totp/Kollegium:anna%2Bx@skola.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                + "&issuer=Kollegium&algorithm=SHA1&digits=6&period=30")
    }

    @Test(arguments: TestEngine.allCases)
    func `codes are asked for once a right one has been typed, and end the other sessions`(
        _ engine: TestEngine
    )
        async throws
    {
        try await withDoor(engine) { door in
            let account = try await door.account()
            let other = try await door.signedIn()
            let mine = try await door.signedIn()
            let signedIn = try #require(try await door.find(mine.secret, now: Door.morning))
            let code = try #require(
                try await door.database.write { db in try OneTimeCodeStore(db: db).prepare(for: account.id) })
            // Set up and not yet on: the password is enough.
            _ = try await door.signedIn()
            #expect(try await door.change.turnOnCodes("000000", of: signedIn, now: Door.morning) == nil)
            let step = OneTimeCode.step(at: Door.morning)
            let recovery = try #require(
                try await door.change.turnOnCodes(code.code(at: step), of: signedIn, now: Door.morning))
            #expect(Set(recovery).count == 10)
            #expect(recovery.allSatisfy { $0.count == 19 })
            #expect(try await door.find(other.secret, now: Door.morning) == nil)
            #expect(try await door.find(mine.secret, now: Door.morning) != nil)
            #expect(try await door.count("messages WHERE unique_key LIKE 'changed %'") == 1)

            let later = Door.morning + 5 * Door.minute
            // The code that turned them on is used up.
            let pending = try await door.pending(now: Door.morning)
            let replay = try await door.signIn.byCode(
                code.code(at: step), pending: pending, from: .atHome, now: Door.morning)
            #expect(replay.word == "wrong")
            let fresh = code.code(at: OneTimeCode.step(at: later))
            #expect(
                try await door.signIn.byCode(fresh, pending: pending, from: .atHome, now: later).word
                    == "signed in")
            #expect(
                try await door.signIn.byCode(fresh, pending: pending, from: .atHome, now: later).word
                    == "over")
            // A recovery code, as somebody types it, and once.
            let typed = recovery[3].lowercased().replacingOccurrences(of: "-", with: " ")
            let second = try await door.pending(now: later)
            #expect(
                try await door.signIn.byCode(typed, pending: second, from: .atHome, now: later).word
                    == "signed in")
            let third = try await door.pending(now: later)
            #expect(
                try await door.signIn.byCode(typed, pending: third, from: .atHome, now: later).word == "wrong"
            )
            let left = try await door.database.read { db in
                try OneTimeCodeStore(db: db).recoveryCodesLeft(of: account.id)
            }
            #expect(left == 9)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `of the same code sent many times at once one gets in`(_ engine: TestEngine) async throws {
        try await withDoor(engine) { door in
            let code = try await door.accountWithCodes()
            let now = Door.morning + Door.hour
            var pending: [Secret] = []
            for _ in 0..<5 { pending.append(try await door.pending(now: now)) }
            let typed = code.code(at: OneTimeCode.step(at: now))
            let words = try await withThrowingTaskGroup(of: String.self) { group in
                for secret in pending {
                    group.addTask {
                        try await door.signIn.byCode(typed, pending: secret, from: .atHome, now: now).word
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(words.filter { $0 == "signed in" }.count == 1, "\(words)")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `guessing codes gets slow, and the wait between the steps ends after ten minutes`(
        _ engine: TestEngine
    )
        async throws
    {
        try await withDoor(engine) { door in
            let code = try await door.accountWithCodes()
            let now = Door.morning + Door.hour
            let pending = try await door.pending(now: now)
            var words: [String] = []
            for _ in 0..<8 {
                words.append(
                    try await door.signIn.byCode("nonsense", pending: pending, from: .atHome, now: now).word)
            }
            #expect(words == Array(repeating: "wrong", count: 6) + ["wait", "wait"])
            // Other pending steps do not help.
            let another = try await door.pending(now: now)
            let right = code.code(at: OneTimeCode.step(at: now))
            #expect(
                try await door.signIn.byCode(right, pending: another, from: .atHome, now: now).word == "wait")
            let end = now + 10 * Door.minute
            let late = code.code(at: OneTimeCode.step(at: end))
            #expect(
                try await door.signIn.byCode(late, pending: another, from: .atHome, now: end).word == "over")
        }
    }
}

extension Door {
    /// The first step of an account that asks for codes.
    func pending(now: Int64) async throws -> Secret {
        let outcome = try await signIn.byPassword(
            "anna@skola.example", Door.password, from: .atHome, now: now)
        guard case .needsCode(let secret) = outcome else {
            throw Failed(program: "sign-in", message: outcome.word)
        }
        return secret
    }

    /// An account that asks for codes, turned on in the morning.
    func accountWithCodes() async throws -> OneTimeCode {
        let account = try await account()
        return try await database.write { db in
            let store = OneTimeCodeStore(db: db)
            let code = try store.prepare(for: account.id) ?? OneTimeCode()
            _ = try store.turnOn(
                code.code(at: OneTimeCode.step(at: Door.morning)), for: account.id, keeping: nil,
                now: Door.morning)
            return code
        }
    }
}
