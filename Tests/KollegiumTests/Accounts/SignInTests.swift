import Foundation
import Storage
import Support
import Testing

@testable import Kollegium

@Suite struct SignInTests {
    private static let url: @Sendable (Secret) -> String = { "https://kollegium.example/in/\($0.text)" }

    @Test(arguments: TestEngine.allCases)
    func `an address is the same however it is typed`(_ engine: TestEngine) async throws {
        try await withDoor(engine) { door in
            let account = try await door.account()
            #expect(try await door.signedIn("  Anna@SKOLA.example ").account == account.id)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a wrong password and an unknown address are answered alike, until both have to wait`(
        _ engine: TestEngine
    )
        async throws
    {
        try await withDoor(engine) { door in
            _ = try await door.account()
            var words: [String: [String]] = [:]
            for email in ["anna@skola.example", "nobody@skola.example", "no address"] {
                for _ in 0..<8 {
                    let outcome = try await door.signIn.byPassword(
                        email, "en röd cykel", from: .atHome, now: Door.morning)
                    words[email, default: []].append(outcome.word)
                }
            }
            #expect(
                Set(words.values) == [Array(repeating: "wrong", count: 6) + ["wait", "wait"]], "\(words)")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `an account without password is not signed in to by any`(_ engine: TestEngine) async throws {
        try await withDoor(engine) { door in
            let email = try #require(EmailAddress("ny@skola.example"))
            try await door.database.write { db in
                _ = try AccountStore(db: db).insert(email, language: .sv, now: Door.morning)
            }
            for password in ["", Door.password] {
                let outcome = try await door.signIn.byPassword(
                    email.text, password, from: .atHome, now: Door.morning)
                #expect(outcome.word == "wrong")
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a password of an older cost is hashed anew at sign-in`(_ engine: TestEngine) async throws {
        try await withDoor(engine) { door in
            let account = try await door.account()
            let old = try PasswordHash(of: Door.password, cost: .init(ln: 3, r: 8, p: 1))
            try await door.database.write { db in
                try AccountStore(db: db).changePassword(old, of: account.id, keeping: nil)
            }
            _ = try await door.signedIn()
            let kept = try await door.database.read { db in try AccountStore(db: db).password(of: account.id)
            }
            #expect(kept?.cost == Door.cheap)
            _ = try await door.signedIn()
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a link signs in once, within half an hour, and looking at it does not use it`(_ engine: TestEngine)
        async throws
    {
        try await withDoor(engine) { door in
            let account = try await door.account()
            for _ in 0..<2 {
                try await door.signIn.requestLink(
                    "Anna@skola.example", in: .en, now: Door.morning, url: Self.url)
            }
            let secrets = try await door.links()
            #expect(secrets.count == 2)
            // The scanner of the mail server has been there.
            for _ in 0..<5 {
                #expect(
                    try await door.signIn.look(at: secrets[0], for: .signIn, now: Door.morning + 1)?.id
                        == account.id)
            }
            #expect(
                try await door.signIn.byLink(secrets[0], from: .atHome, now: Door.morning + 1).word
                    == "signed in")
            #expect(
                try await door.signIn.byLink(secrets[0], from: .atHome, now: Door.morning + 1).word == "over")
            let late = Door.morning + 30 * Door.minute
            #expect(try await door.signIn.byLink(secrets[1], from: .atHome, now: late).word == "over")
            #expect(try await door.signIn.byLink(Secret(), from: .atHome, now: Door.morning).word == "over")
            // A link for signing in is no invitation.
            #expect(try await door.signIn.look(at: secrets[1], for: .invitation, now: Door.morning) == nil)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `of one link pressed many times at once one gets in`(_ engine: TestEngine) async throws {
        try await withDoor(engine) { door in
            _ = try await door.account()
            try await door.signIn.requestLink("anna@skola.example", in: .sv, now: Door.morning, url: Self.url)
            let secret = try #require(try await door.links().first)
            let words = try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        try await door.signIn.byLink(secret, from: .atHome, now: Door.morning).word
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(words.filter { $0 == "signed in" }.count == 1, "\(words)")
            #expect(try await door.count("sessions") == 1)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `where there is no account, or a disabled one, no letter is written`(_ engine: TestEngine)
        async throws
    {
        try await withDoor(engine) { door in
            let account = try await door.account(
                "stängd@skola.example".replacingOccurrences(of: "ä", with: "a"))
            try await door.database.write { db in
                try AccountStore(db: db).disable(account.id, now: Door.morning)
            }
            for email in ["nobody@skola.example", account.email, "no address"] {
                try await door.signIn.requestLink(email, in: .sv, now: Door.morning, url: Self.url)
            }
            #expect(try await door.count("messages") == 0)
            #expect(try await door.count("sign_in_links") == 0)
            // The failures' table does not tell the two apart either.
            #expect(try await door.count("sign_in_throttles") == 2)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `an invitation sets the first password, and is good once`(_ engine: TestEngine) async throws {
        try await withDoor(engine) { door in
            let email = try #require(EmailAddress("ny@skola.example"))
            try await door.database.write { db in
                let account = try AccountStore(db: db).insert(email, language: .sv, now: Door.morning)
                try Invitation(db: db).send(
                    to: account, now: Door.morning, today: Door.today, url: Self.url)
                try Invitation(db: db).send(
                    to: account, now: Door.morning, today: Door.today, url: Self.url)
            }
            let secrets = try await door.links()
            let signIn = door.signIn
            // The second invitation ended the first.
            #expect(try await signIn.look(at: secrets[0], for: .invitation, now: Door.morning) == nil)
            let now = Door.morning + 13 * Door.day
            await #expect(throws: AccountRefusal.self) {
                try await signIn.byInvitation(
                    secrets[1], password: "kort", language: .en, from: .atHome, now: now)
            }
            let outcome = try await signIn.byInvitation(
                secrets[1], password: Door.password, language: .en, from: .atHome, now: now)
            #expect(outcome.word == "signed in")
            let again = try await signIn.byInvitation(
                secrets[1], password: Door.password, language: .en, from: .atHome, now: now)
            #expect(again.word == "over")
            let started = try await door.signedIn("ny@skola.example", now: now)
            #expect(try await door.find(started.secret, now: now)?.language == .en)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a link finds the people who have the address and no account`(_ engine: TestEngine) async throws {
        try await withDoor(engine) { door in
            let anna = try await door.account()
            let bo = try await door.account("bo@skola.example")
            let address = try #require(EmailAddress(anna.email))
            let (mine, taken) = try await door.database.write { db in
                let organisation = try ProgrammeStore(db: db).organisation()
                let people = AddressedPeople(db: db)
                let mine = try people.insert("Anna Berg", address, in: organisation)
                let taken = try people.insert("Anna Berg", address, in: organisation)
                try AccountStore(db: db).link(taken, to: bo.id)
                return (mine, taken)
            }
            // A password proves nothing of the address.
            _ = try await door.signedIn()
            #expect(try await door.people(of: anna) == [])
            try await door.signIn.requestLink(anna.email, in: .sv, now: Door.morning, url: Self.url)
            let secret = try #require(try await door.links().first)
            #expect(
                try await door.signIn.byLink(secret, from: .atHome, now: Door.morning).word == "signed in")
            #expect(try await door.people(of: anna) == [mine])
            #expect(try await door.people(of: bo) == [taken])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a new password ends the other sessions and the open links, and is told by letter`(
        _ engine: TestEngine
    )
        async throws
    {
        try await withDoor(engine) { door in
            _ = try await door.account()
            let other = try await door.signedIn()
            let mine = try await door.signedIn()
            try await door.signIn.requestLink("anna@skola.example", in: .sv, now: Door.morning, url: Self.url)
            let link = try #require(try await door.links().first)
            let signedIn = try #require(try await door.find(mine.secret, now: Door.morning))
            let new = "två röda hus vid sjön"
            func set(_ new: String, old: String) async throws -> AccountChange.Outcome {
                try await door.change.setPassword(
                    new, old: old, of: signedIn, from: .atHome, now: Door.morning)
            }
            #expect(try await set(new, old: "fel") == .wrongPassword)
            guard case .objection = try await set("kort", old: Door.password) else {
                Issue.record("a short password was taken")
                return
            }
            #expect(try await set(new, old: Door.password) == .done)
            #expect(try await door.find(other.secret, now: Door.morning) == nil)
            #expect(try await door.find(mine.secret, now: Door.morning) != nil)
            #expect(try await door.signIn.byLink(link, from: .atHome, now: Door.morning).word == "over")
            let outcome = try await door.signIn.byPassword(
                "anna@skola.example", Door.password, from: .atHome, now: Door.morning)
            #expect(outcome.word == "wrong")
            let letters = try await door.database.read { db in
                try db.all("SELECT subject FROM messages ORDER BY id") { try $0.text(0) }
            }
            #expect(letters.last == "Ditt lösenord i Kollegium är ändrat")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a letter tells of a browser that is new to the account, once`(_ engine: TestEngine) async throws {
        try await withDoor(engine) { door in
            _ = try await door.account()
            let first = try await door.signedIn()
            #expect(try await door.count("messages") == 1)
            let again = try await door.signedIn(from: .at("192.0.2.8", with: first.device))
            #expect(again.device == first.device)
            #expect(try await door.count("messages") == 1)
            // A secret that we never gave is not taken over.
            let planted = Secret()
            #expect(try await door.signedIn(from: .at("192.0.2.8", with: planted)).device != planted)
            #expect(try await door.count("messages") == 2)
        }
    }

    @Test
    func `no secret shows where a value is printed`() async throws {
        let secret = Secret()
        let started = SignIn.Started(account: 1, session: 1, secret: secret, device: secret)
        var dumped = ""
        dump(started, to: &dumped)
        for text in ["\(secret)", "\(started)", "\(SignIn.Outcome.signedIn(started))", dumped] {
            #expect(!text.contains(secret.text))
        }
    }
}

extension Door {
    /// The secrets in the letters that wait, in the order they were written.
    func links() async throws -> [Secret] {
        try await database.read { db in
            try db.all("SELECT body FROM messages ORDER BY id") { try $0.text(0) }.compactMap { body in
                body.split(separator: "\n").first { $0.contains("/in/") }
                    .flatMap { $0.split(separator: "/").last }.flatMap { Secret(String($0)) }
            }
        }
    }

    func people(of account: Account) async throws -> [Int64] {
        try await database.read { db in try AccountStore(db: db).people(of: account.id) }
    }
}
