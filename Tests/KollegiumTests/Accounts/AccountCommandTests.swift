import Storage
import Support
import Testing

@testable import Kollegium

@Suite struct AccountCommandTests {
    @Test(arguments: TestEngine.allCases)
    func `the first administrator comes in by the path that is printed`(_ engine: TestEngine) async throws {
        try await withPlace(engine) { place in
            let added = try await place.kollegium(
                "account", "add", "Anna@Skola.example", "--name", "Anna Berg", "--role", "administrator")
            #expect(added.status == 0, "\(added.errors)")
            let path = try #require(added.lines.first)
            #expect(added.lines.count == 1)
            #expect(path.hasPrefix("/invitations/"))
            let secret = try #require(Secret(String(path.dropFirst("/invitations/".count))))
            let list = try await place.kollegium("account", "list")
            #expect(list.output.contains("anna@skola.example  invited  administrator"), "\(list.output)")
            let database = try await Database(place.location)
            let door = SignIn(
                database: database, hashing: try PasswordHashing(concurrency: 1, cost: Door.cheap))
            let now = CommandClock.now
            let outcome = try await door.byInvitation(
                secret, password: Door.password, language: .sv, from: .atHome, now: now)
            #expect(outcome.word == "signed in")
            try await database.close()
            #expect(try await place.kollegium("account", "list").output.contains("open"))
            #expect(try await place.kollegium("check").output == "All is well.\n")
            #expect(
                try await place.witness("SELECT verb FROM activity WHERE thing = 'account'") == ["added"])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a password comes by standard input, and is refused when it is too easy`(_ engine: TestEngine)
        async throws
    {
        try await withPlace(engine) { place in
            func add(_ email: String, _ password: String) async throws -> Ending {
                try await run(
                    kollegiumPath,
                    [
                        "account", "add", email, "--name", "Bo Ek", "--password-stdin", "--database",
                        place.database,
                    ],
                    environment: ["KOLLEGIUM_DATA": place.folder], input: password + "\n")
            }
            let easy = try await add("bo@skola.example", "Sommar2024!!")
            #expect(easy.status == 1)
            #expect(easy.errors.contains("easy to guess"))
            let good = try await add("bo@skola.example", Door.password)
            #expect(good.status == 0, "\(good.errors)")
            #expect(good.output == "")
            #expect(try await add("bo@skola.example", Door.password).errors.contains("already"))
            let kept = try #require(try await place.witness("SELECT password FROM accounts").first)
            #expect(try PasswordHash(phc: kept)?.verify(Door.password).isRight == true)
            #expect(kept.hasPrefix("$scrypt$ln=17,r=8,p=1$"))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `roles are given where they are held, and taken away`(_ engine: TestEngine) async throws {
        try await withPlace(engine) { place in
            try await place.holding(try .fiveSchools())
            func account(_ arguments: String...) async throws -> Ending {
                try await place.kollegium(["account"] + arguments)
            }
            _ = try await account("add", "anna@skola.example", "--name", "Anna Berg")
            let leader = ["assign", "anna@skola.example", "programme-leader", "--programme", "five-schools"]
            for _ in 0..<2 {
                let ending = try await place.kollegium(["account"] + leader)
                #expect(ending.status == 0, "\(ending.errors)")
            }
            let principal = try await account(
                "assign", "anna@skola.example", "school-leader", "--school", "five-schools/s2")
            #expect(principal.status == 0, "\(principal.errors)")
            #expect(try await place.witness("SELECT count(*) FROM assignments") == ["2"])
            let list = try await account("list").output
            #expect(list.contains("programme-leader, school-"), "\(list)")

            for (arguments, expected) in [
                (["anna@skola.example", "researcher"], "--programme"),
                (["anna@skola.example", "school-leader"], "--school"),
                (["anna@skola.example", "school-leader", "--school", "five-schools/nowhere"], "no such"),
                (["anna@skola.example", "researcher", "--programme", "nothing"], "no such"),
                (["anna@skola.example", "teacher"], "team"),
                (["nobody@skola.example", "administrator"], "no account"),
            ] {
                let refused = try await place.kollegium(["account", "assign"] + arguments)
                #expect(refused.status == 1)
                #expect(refused.errors.contains(expected), "\(refused.errors)")
            }

            _ = try await place.kollegium(["account"] + leader + ["--end"])
            #expect(try await place.witness("SELECT role FROM assignments") == ["school-leader"])
            _ = try await account("assign", "anna@skola.example", "administrator")
            let last = try await account("assign", "anna@skola.example", "administrator", "--end")
            #expect(last.errors.contains("last administrator"))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `an account is disabled, enabled, and reset`(_ engine: TestEngine) async throws {
        try await withPlace(engine) { place in
            func account(_ arguments: String...) async throws -> Ending {
                try await place.kollegium(["account"] + arguments)
            }
            let first = try await account("add", "anna@skola.example", "--name", "Anna Berg")
            #expect(try await account("disable", "anna@skola.example").status == 0)
            #expect(try await account("list").output.contains("disabled"))
            #expect(try await place.witness("SELECT count(*) FROM sign_in_links") == ["0"])
            #expect(try await account("enable", "ANNA@skola.example").status == 0)
            let reset = try await account("reset", "anna@skola.example")
            #expect(reset.status == 0)
            #expect(reset.output.hasPrefix("/invitations/"))
            #expect(reset.output != first.output)
            #expect(try await account("reset", "nobody@skola.example").errors.contains("no account"))
            #expect(try await account("disable", "nonsense").errors.contains("no e-mail address"))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `an address that is somebody's already needs no name, and becomes all whom it is`(
        _ engine: TestEngine
    )
        async throws
    {
        try await withPlace(engine) { place in
            let unnamed = try await place.kollegium("account", "add", "anna@skola.example")
            #expect(unnamed.status == 1)
            #expect(unnamed.errors.contains("--name"))
            #expect(try await place.witness("SELECT count(*) FROM accounts") == ["0"])
            let database = try await Database(place.location)
            let address = try #require(EmailAddress("anna@skola.example"))
            try await database.write { db in
                let organisation = try ProgrammeStore(db: db).organisation()
                for _ in 0..<2 {
                    _ = try AddressedPeople(db: db).insert("Anna Berg", address, in: organisation)
                }
            }
            try await database.close()
            let added = try await place.kollegium("account", "add", "anna@skola.example")
            #expect(added.status == 0, "\(added.errors)")
            #expect(try await place.witness("SELECT count(*) FROM account_people") == ["2"])
            #expect(try await place.witness("SELECT count(*) FROM people") == ["2"])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `check names messages that may not have gone out, and they can be sent again`(_ engine: TestEngine)
        async throws
    {
        try await withPlace(engine) { place in
            _ = try await place.kollegium("account", "add", "anna@skola.example", "--name", "Anna Berg")
            try await place.witness(
                """
                INSERT INTO messages (id, unique_key, recipient, language, subject, body, state, attempts, made_at, due_at)
                VALUES (17, 'a', 'anna@skola.example', 'sv', 's', 'b', 'uncertain', 1, 0, 0)
                """)
            let check = try await place.kollegium("check")
            #expect(check.status == 1)
            #expect(check.output.contains("may or may not have gone out") && check.output.contains("17"))
            #expect(
                try await place.kollegium("account", "mail").output.contains(
                    "17  anna@skola.example  uncertain"))
            #expect(try await place.kollegium("account", "mail", "--again", "17").status == 0)
            #expect(try await place.kollegium("account", "mail", "--again", "17").status == 1)
            #expect(try await place.kollegium("check").output == "All is well.\n")
        }
    }
}
