import Storage
import Support
import Testing

@testable import Kollegium

/// Joining a team by its code, also by those who type somebody else's address.
@Suite struct JoiningTests {
    private func joining(_ code: String, _ name: String = "Anna Berg", _ email: String = "anna@example.org")
        -> Joining
    {
        Joining(code: code, name: name, email: email)
    }

    @Test func `a code is eight letters that are not mistaken for each other`() {
        for _ in 0..<200 {
            let letters = TeamCode.make()
            #expect(letters.count == 8 && letters.allSatisfy(TeamCode.alphabet.contains))
            let code = TeamCode(letters: letters, endsAt: 0)
            #expect(TeamCode.letters(" \(code.grouped.lowercased()) ") == letters)
        }
        #expect(TeamCode.letters("BCDF-GHJ") == nil)
        #expect(TeamCode.letters("BCDF-GHJO") == nil)
    }

    @Test(arguments: TestEngine.allCases)
    func `whoever is new is in the team when the letter is opened, asked twice is once`(_ engine: TestEngine)
        async throws
    {
        try await withWorkplace(engine) { work in
            let small = try await work.programme()
            let (team, act) = (small.teams[0], work.act)
            let code = try await work.write {
                try TeamStore(db: $0).openCode(of: team, TeamCodeDraft(), by: act)
            }
            // The same letters stay on the screen, and are open longer.
            let longer = try await work.write {
                try TeamStore(db: $0).openCode(of: team, TeamCodeDraft(hours: "8"), by: act)
            }
            #expect(longer.letters == code.letters && longer.endsAt == act.now + 8 * 3_600_000)
            let form = joining(code.grouped.lowercased())
            let first = try await work.write {
                try TeamStore(db: $0).join(form, secret: "s1", now: act.now, today: act.today)
            }
            let second = try await work.write {
                try TeamStore(db: $0).join(form, secret: "s2", now: act.now + 1, today: act.today)
            }
            #expect(first.team == "Arbetslag 4–6" && first.school == "Björkskolan")
            #expect(first.letter?.address.text == "anna@example.org")
            #expect(second.team == first.team && second.letter == nil)
            // Nobody has shown that the address is theirs: there is no such member, and no such person.
            #expect(
                try await work.read { try TeamStore(db: $0).members(of: team, today: act.today) }.today == [])
            for (table, rows) in [("people", "1"), ("memberships", "0"), ("study_people", "0")] {
                #expect(try await work.place.witness("SELECT count(*) FROM \(table)") == [rows], "\(table)")
            }
            #expect(try await work.place.kollegium("check").output == "All is well.\n")
            // The link opens once, and not when its time is over.
            let late = try await work.refusals { db, _ in
                _ = try TeamStore(db: db).confirm(
                    secret: "s1", now: act.now + 73 * 3_600_000, today: act.today)
            }
            #expect(late[""]?.contains("länken") == true)
            let proof = try await work.write {
                try TeamStore(db: $0).confirm(secret: "s1", now: act.now + 60_000, today: act.today)
            }
            #expect(proof.address.text == "anna@example.org" && proof.team == team && proof.ending == .joined)
            let members = try await work.read { try TeamStore(db: $0).members(of: team, today: act.today) }
            #expect(members.today.map(\.name) == ["Anna Berg"] && members.today[0].role == .teacher)
            #expect(members.today[0].from == act.today)
            #expect(try await work.place.witness("SELECT count(*) FROM account_people") == ["0"])
            #expect(
                try await work.place.witness("SELECT name FROM team_joinings WHERE name IS NOT NULL") == [])
            let used = try await work.refusals { db, _ in
                _ = try TeamStore(db: db).confirm(secret: "s1", now: act.now + 60_000, today: act.today)
            }
            #expect(used[""] != nil)
            #expect(
                try await work.read { try TeamStore(db: $0).members(of: team, today: act.today) }.today.count
                    == 1)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `somebody else's address gives no place in the team before their mail has proven it`(
        _ engine: TestEngine
    ) async throws {
        try await withWorkplace(engine) { work in
            let small = try await work.programme()
            let (team, act) = (small.teams[0], work.act)
            let rektor = try await work.person("Rut Rektor", "rut@example.org", in: small.key)
            let code = try await work.write {
                try TeamStore(db: $0).openCode(of: team, TeamCodeDraft(), by: act)
            }
            let forged = joining(code.letters, "Anna Berg", "RUT@example.org")
            let outcome = try await work.write {
                try TeamStore(db: $0).join(forged, secret: "s1", now: act.now, today: act.today)
            }
            // Told the same as to anybody: the team, and that a letter is on its way.
            #expect(outcome.team == "Arbetslag 4–6" && outcome.letter?.address.text == "rut@example.org")
            #expect(
                try await work.read { try TeamStore(db: $0).members(of: team, today: act.today) }.today
                    .isEmpty)
            #expect(try await work.read { try TeamStore(db: $0).places(of: rektor.key) }.isEmpty)
            #expect(
                try await work.place.witness("SELECT name FROM people WHERE email = 'rut@example.org'") == [
                    "Rut Rektor"
                ])
            #expect(
                try await work.place.witness("SELECT count(*) FROM team_joinings WHERE digest LIKE '%s1%'")
                    == ["0"])
            let proof = try await work.write {
                try TeamStore(db: $0).confirm(secret: "s1", now: act.now, today: act.today)
            }
            #expect(proof.person == rektor.key && proof.ending == .joined)
            #expect(
                try await work.read { try TeamStore(db: $0).members(of: team, today: act.today) }.today.map(
                    \.name) == ["Rut Rektor"])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `who is in the team, or leads the school, is told so, and nothing is changed`(_ engine: TestEngine)
        async throws
    {
        try await withWorkplace(engine) { work in
            let small = try await work.programme()
            let (team, act) = (small.teams[0], work.act)
            let (member, leader) = (
                try await work.person("Maja", "maja@example.org", in: small.key),
                try await work.person("Rut Rektor", "rut@example.org", in: small.key)
            )
            let code = try await work.write { db in
                let teams = TeamStore(db: db)
                for (person, role) in [(member, "teacher"), (leader, "school-leader")] {
                    let draft = MembershipDraft(
                        person: try PersonStore(db: db).publicID(of: person.key), role: role,
                        from: act.today.description)
                    try teams.begin(draft, in: team, by: act)
                }
                return try teams.openCode(of: team, TeamCodeDraft(), by: act)
            }
            for (email, ending) in [
                ("maja@example.org", Joining.Ending.alreadyMember), ("rut@example.org", .leadsSchool),
            ] {
                let form = joining(code.letters, "N N", email)
                _ = try await work.write {
                    try TeamStore(db: $0).join(form, secret: email, now: act.now, today: act.today)
                }
                let proof = try await work.write {
                    try TeamStore(db: $0).confirm(secret: email, now: act.now, today: act.today)
                }
                #expect(proof.ending == ending)
            }
            #expect(try await work.place.witness("SELECT count(*) FROM memberships") == ["2"])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `two letters to one new address make one person, and an unopened one is swept away`(
        _ engine: TestEngine
    ) async throws {
        try await withWorkplace(engine) { work in
            let small = try await work.programme()
            let act = work.act
            let codes = try await work.write { db in
                try small.teams.map { try TeamStore(db: db).openCode(of: $0, TeamCodeDraft(), by: act) }
            }
            for (number, code) in codes.enumerated() {
                _ = try await work.write {
                    try TeamStore(db: $0).join(
                        joining(code.letters), secret: "s\(number)", now: act.now, today: act.today)
                }
            }
            let stranger = joining(codes[0].letters, "Elev", "elev@example.org")
            _ = try await work.write {
                try TeamStore(db: $0).join(stranger, secret: "x", now: act.now, today: act.today)
            }
            for number in codes.indices {
                _ = try await work.write {
                    try TeamStore(db: $0).confirm(secret: "s\(number)", now: act.now, today: act.today)
                }
            }
            #expect(
                try await work.place.witness("SELECT count(*) FROM people WHERE email = 'anna@example.org'")
                    == ["1"])
            try await work.write {
                try AccountSweep(db: $0, sessions: SessionStore(db: $0)).run(now: act.now + 72 * 3_600_000)
            }
            #expect(
                try await work.place.witness("SELECT count(*) FROM team_joinings WHERE email LIKE 'elev%'")
                    == ["0"])
            #expect(try await work.place.witness("SELECT count(*) FROM people WHERE name = 'Elev'") == ["0"])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a letter opens nothing once the address is another's`(_ engine: TestEngine) async throws {
        try await withWorkplace(engine) { work in
            let small = try await work.programme()
            let (team, act) = (small.teams[0], work.act)
            let rut = try await work.person("Rut", "rut@example.org", in: small.key)
            let code = try await work.write {
                try TeamStore(db: $0).openCode(of: team, TeamCodeDraft(), by: act)
            }
            let form = joining(code.letters, "Rut", "rut@example.org")
            _ = try await work.write {
                try TeamStore(db: $0).join(form, secret: "s1", now: act.now, today: act.today)
            }
            // Also where the row was written by somebody who forgot to take the letters back.
            try await work.place.witness("UPDATE people SET email = 'ny@example.org' WHERE id = \(rut.key)")
            let refused = try await work.refusals { db, _ in
                _ = try TeamStore(db: db).confirm(secret: "s1", now: act.now, today: act.today)
            }
            #expect(refused[""] != nil)
            try await work.write { db in
                var draft = try #require(try PersonStore(db: db).draft(of: rut.key))
                draft.email = "rut@example.org"
                try PersonStore(db: db).edit(rut.key, in: small.key, draft, by: act)
            }
            #expect(try await work.place.witness("SELECT count(*) FROM team_joinings") == ["0"])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `every code that opens nothing gives the same sentence`(_ engine: TestEngine) async throws {
        try await withWorkplace(engine) { work in
            let small = try await work.programme()
            let act = work.act
            let codes = try await work.write { db in
                try small.teams.map { try TeamStore(db: db).openCode(of: $0, TeamCodeDraft(), by: act) }
            }
            try await work.write { try TeamStore(db: $0).closeCode(of: small.teams[0], by: act) }
            #expect(
                try await work.read { try TeamStore(db: $0).code(of: small.teams[0], at: act.now) } == nil)
            var told: Set<[String: String]> = []
            let tries: [(String, Int64)] = [
                (codes[0].letters, act.now), (codes[1].letters, codes[1].endsAt), ("BCDFGHJK", act.now),
                ("?", act.now),
            ]
            for (letters, now) in tries where letters != codes[1].letters || now == codes[1].endsAt {
                told.insert(
                    try await work.refusals { db, _ in
                        _ = try TeamStore(db: db).join(
                            joining(letters), secret: "s", now: now, today: act.today)
                    })
            }
            #expect(told.count == 1 && told.first?.keys.first == "code")
            let wrong = try await work.refusals { db, _ in
                _ = try TeamStore(db: db).join(
                    Joining(code: "", name: "", email: "x"), secret: "s", now: act.now, today: act.today)
            }
            #expect(Set(wrong.keys) == ["code", "name", "email"])
            #expect(try await work.place.witness("SELECT count(*) FROM people") == ["1"])
            #expect(try await work.place.witness("SELECT count(*) FROM memberships") == ["0"])
        }
    }
}
