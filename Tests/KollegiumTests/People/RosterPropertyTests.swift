import Storage
import Support
import Testing

@testable import Kollegium

/// Whatever is pasted, in whatever order and however often: what the preview shows is what happens, and once is enough.
@Suite struct RosterPropertyTests {
    private static let seeds: ClosedRange<UInt64> = 1...(isLongRun ? 200 : 12)

    /// A sheet with few names, schools and teams, so that they meet often; some cells are wrong.
    private func sheet(_ random: inout RepeatableRandom) -> String {
        func one(_ words: [String]) -> String { words.randomElement(using: &random)! }
        var lines = [one(["Namn\tE-post\tSkola\tArbetslag\tRoll\tFrån", "Name;Email;School;Team;Role;From"])]
        let isFaulty = Bool.random(using: &random)
        let separator = lines[0].contains(";") ? ";" : "\t"
        for _ in 0..<Int.random(in: 1...15, using: &random) {
            let cells = [
                one(["Anna", "anna", "Åsa Ö", "Bo \"Bosse\" Ek", "", "Cia\u{301}", "D;E"]),
                one([
                    "", "", "a@example.org", "A@example.org", "b@example.org", "c@example.org",
                    isFaulty ? "fel" : "",
                ]),
                one(["", "Björkskolan", "BJÖRKSKOLAN", "Nya skolan", "Ekskolan", "ekskolan"]),
                one(["", "", "Arbetslag 4–6", "Lag A", "lag a", "Lag B"]),
                one(["", "lärare", "Rektor", "förstelärare", "Lärare", isFaulty ? "trollkarl" : ""]),
                one([
                    "", "2013-08-19", "3 sep 2013", "8/1 2014", isFaulty ? "2012-01-01" : "",
                    isFaulty ? "x" : "",
                ]),
            ]
            lines.append(
                cells.map {
                    $0.contains { "\";".contains($0) } ? "\"\($0.replacing("\"", with: "\"\""))\"" : $0
                }.joined(separator: separator))
        }
        return lines.joined(separator: one(["\n", "\r\n"]))
    }

    @Test(arguments: seeds, TestEngine.allCases)
    func `what the preview shows is what happens, once`(_ seed: UInt64, _ engine: TestEngine) async throws {
        try await withWorkplace(engine) { work in
            var random = RepeatableRandom(seed: seed)
            let small = try await work.programme()
            _ = try await work.person("Anna", "a@example.org", in: small.key)
            let act = work.act
            for _ in 0..<6 {
                let paste = RosterPaste(text: sheet(&random))
                let shown = try await work.read {
                    try RosterStore(db: $0).preview(paste, in: small.key, by: act)
                }
                #expect(
                    try await work.read { try RosterStore(db: $0).preview(paste, in: small.key, by: act) }
                        == shown)
                let before = try await work.place.counts()
                let done = try await work.write {
                    try RosterStore(db: $0).apply(
                        paste, digest: shown.digest, leavingOutMistakes: true, in: small.key, by: act)
                }
                #expect(done == shown.totals)
                let after = try await work.place.counts()
                let steps = shown.rows.flatMap(\.steps)
                for (table, step) in [
                    ("schools", RosterPreview.Step.newSchool), ("teams", .newTeam), ("people", .newPerson),
                    ("memberships", .newMembership),
                ] {
                    #expect(
                        after[table, default: 0] - before[table, default: 0]
                            == steps.filter { $0 == step }.count, "\(table)")
                }
                #expect(shown.rows.allSatisfy { $0.steps.isEmpty != $0.mistakes.isEmpty })
                let again = try await work.read {
                    try RosterStore(db: $0).preview(paste, in: small.key, by: act)
                }
                // A row that was left out may make sense beside what the others have made.
                guard shown.totals.mistaken == 0 else { continue }
                #expect(again.totals.isNothing && again.totals.mistaken == 0, "\(again.rows)")
                _ = try await work.write {
                    try RosterStore(db: $0).apply(
                        paste, digest: shown.digest, leavingOutMistakes: true, in: small.key, by: act)
                }
                #expect(try await work.place.counts() == after)
            }
            #expect(try await work.place.kollegium("check").output == "All is well.\n")
            let exported = try await work.place.exported(small.code)
            try await withPlace(engine) { other in
                try await other.holding(exported)
                expectSame(try await other.exported(small.code), exported)
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `five thousand rows are shown and taken in, and not one more`(_ engine: TestEngine)
        async throws
    {
        try await withWorkplace(engine) { work in
            let small = try await work.programme()
            let act = work.act
            let rows = (0..<5000).map {
                "Person \($0)\tp\($0)@example.org\tSkola \($0 / 40)\tLag \($0 / 8 % 5)\tlärare\t2013-08-19"
            }
            let paste = RosterPaste(
                text: "Namn\tE-post\tSkola\tLag\tRoll\tFrån\n" + rows.joined(separator: "\n"))
            let shown = try await work.read { try RosterStore(db: $0).preview(paste, in: small.key, by: act) }
            #expect(shown.totals == .init(schools: 125, teams: 625, people: 5000, memberships: 5000))
            try await work.write {
                _ = try RosterStore(db: $0).apply(paste, digest: shown.digest, in: small.key, by: act)
            }
            let tooMany = RosterPaste(text: paste.text + "\nEn till\t\t\t\t\t")
            await #expect(throws: RosterRefusal.self) {
                try await work.read { try RosterStore(db: $0).preview(tooMany, in: small.key, by: act) }
            }
        }
    }
}
