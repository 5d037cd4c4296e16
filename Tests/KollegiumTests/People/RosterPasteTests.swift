import Storage
import Support
import Testing

@testable import Kollegium

/// People and teams pasted from a spreadsheet.
@Suite struct RosterPasteTests {
    private func preview(_ work: Workplace, _ programme: Int64, _ paste: RosterPaste) async throws
        -> RosterPreview
    {
        let act = work.act
        return try await work.read { try RosterStore(db: $0).preview(paste, in: programme, by: act) }
    }

    private func apply(
        _ work: Workplace, _ programme: Int64, _ paste: RosterPaste, _ digest: String,
        leavingOut: Bool = false
    ) async throws -> RosterPreview.Totals {
        let act = work.act
        return try await work.write {
            try RosterStore(db: $0).apply(
                paste, digest: digest, leavingOutMistakes: leavingOut, in: programme, by: act)
        }
    }

    @Test func `cells are parted as spreadsheets and CSV files part them`() {
        #expect(
            RosterSheet("a\tb\r\nc\t\"d \"\"e\"\"\nf\"\r\n\r\n\tx").records.map(\.cells) == [
                ["a", "b"], ["c", "d \"e\"\nf"], ["", "x"],
            ])
        #expect(RosterSheet("a\tb\n\n\"c\nd\"\te\nf").records.map(\.line) == [1, 3, 5])
        #expect(RosterSheet("a;b,c\nd;e").records.map(\.cells) == [["a", "b,c"], ["d", "e"]])
        #expect(RosterSheet("\u{FEFF}a,b,\"c,d\"").records.map(\.cells) == [["a", "b", "c,d"]])
        #expect(RosterSheet("x\ra\tb").records.map(\.cells) == [["x"], ["a", "b"]])
        #expect(RosterSheet("a\t\"b\nc\td").openQuote == 1)
        #expect(RosterSheet("a 5\" tum\tb").records.map(\.cells) == [["a 5\" tum", "b"]])
        #expect(RosterSheet(" \n\t\t\n").records == [])
    }

    @Test(arguments: [
        "Namn\tE-post\tSkola\tArbetslag\tRoll\tFrån och med",
        "NAME;E-mail;School;Team;Role;Since", "namn,epost,skola,lag,befattning,startdatum",
        "Lärare:\tMejl*\tSkolenhet\tGrupp\tUppdrag\tFr.o.m.",
    ])
    func `headings are understood in both languages`(_ header: String) {
        let columns = RosterColumns(RosterSheet(header + "\n").records)
        #expect(columns.hasHeader && columns.forbidden == nil && columns.unread == [])
        #expect(columns.places == [.name: 0, .email: 1, .school: 2, .team: 3, .role: 4, .from: 5])
    }

    @Test func `without headings the columns are made out by what stands in them`() {
        let columns = RosterColumns(
            RosterSheet("förstelärare\tAnna Berg\tEkskolan\t3 sep 2013\tLag 1\tanna@example.org\tövrigt")
                .records)
        #expect(!columns.hasHeader)
        #expect(columns.places == [.role: 0, .name: 1, .school: 2, .from: 3, .team: 4, .email: 5])
        #expect(columns.unread == ["7"])
    }

    @Test(arguments: ["arbetslag 4-6", "Arbetslag 4 – 6", "ARBETSLAG  4\u{2011}6", "Arbetslag\u{A0}4−6"])
    func `a team is the same however its name is written in dashes, spaces and capitals`(
        _ name: String
    ) async throws {
        try await withWorkplace(.sqlite) { work in
            let small = try await work.programme()
            let paste = RosterPaste(
                text: "Namn\tE-post\tSkola\tArbetslag\nAnna\tanna@example.org\tBJÖRKSKOLAN\t\(name)\n")
            let shown = try await preview(work, small.key, paste)
            #expect(shown.totals.teams == 0 && shown.totals.memberships == 1)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the preview says row by row what will happen, and that happens`(_ engine: TestEngine) async throws {
        try await withWorkplace(engine) { work in
            let small = try await work.programme()
            let bo = try await work.person("Bo Ek", "bo@example.org", in: small.key)
            let paste = RosterPaste(
                text: """
                    Namn\tE-post\tSkola\tArbetslag\tRoll\tFrån\tÅrskurser\tAntal elever\tLön
                    Anna Berg\tAnna@Example.org\tBJÖRKSKOLAN\tarbetslag 4–6\tFörstelärare\t19/8 2013\t\t\t1
                    Bo Ek\tbo@example.org\tBjörkskolan\tArbetslag 4–6\t\t\t\t\t
                    Cia Al\tcia@example.org\tAlskolan\tLag 7–9\trektor\t2014-01-08\t7–9\t80\t
                    Cia Al\tcia@example.org\tAlskolan\tLag 7–9\tlärare\t\t\t\t
                    \t\tAlskolan\tLag 1–3\t\t\t1–3\t30\t
                    Dan Ask\t\tAlskolan\t\t\t\t\t\t
                    Elsa\tfel\tAlskolan\tLag 7–9\ttrollkarl\t3/9\t\t\t
                    \tny@example.org\tAlskolan\tLag 7–9\t\t\t\t\t
                    Filip\tfilip@example.org\t\tOkänt lag\t\t\t\t\t
                    Gun\tgun@example.org\t\tArbetslag 4–6\t\t\t\t\t
                    Bo Ek\tbo@example.org\tBjörkskolan\tArbetslag 4–6\t\t\t\t\t
                    """)
            let shown = try await preview(work, small.key, paste)
            #expect(
                shown.rows.map(\.steps) == [
                    [.newPerson, .newMembership], [.knownPerson, .newMembership],
                    [.newSchool, .newTeam, .newPerson, .newMembership], [.knownPerson, .newMembership],
                    [.newTeam],
                    [.newPerson], [], [], [], [], [.knownPerson, .nothingNew],
                ])
            #expect(shown.rows.map(\.mistakes.count) == [0, 0, 0, 0, 0, 0, 3, 1, 1, 1, 0])
            #expect(shown.rows[6].line == 8)
            #expect(shown.rows[0].role == .conversationLeader && shown.rows[2].role == .schoolLeader)
            #expect(shown.rows[5].warnings == [.addressMissing])
            #expect(
                shown.totals
                    == .init(schools: 1, teams: 2, people: 3, memberships: 4, unchanged: 1, mistaken: 4))
            #expect(shown.warnings.map(\.sv) == ["Det här läses inte in: Lön."])
            await #expect(throws: RosterRefusal.mistaken(shown)) {
                try await apply(work, small.key, paste, shown.digest)
            }
            let before = try await work.place.counts()
            #expect(try await apply(work, small.key, paste, shown.digest, leavingOut: true) == shown.totals)
            let after = try await work.place.counts()
            let made = [
                "schools": 1, "school_profiles": 1, "teams": 2, "people": 3, "study_people": 3,
                // One for the paste, and one for each place in a team.
                "memberships": 4, "activity": 5,
            ]
            for (table, count) in after {
                #expect(count - before[table, default: 0] == made[table, default: 0], "\(table)")
            }
            // Once more is nothing more.
            let again = try await apply(work, small.key, paste, shown.digest, leavingOut: true)
            #expect(again.isNothing && again.unchanged == 7)
            #expect(try await work.place.counts() == after)
            let places = try await work.read { try TeamStore(db: $0).places(of: bo.key) }
            #expect(places.map(\.from) == [work.today])
            #expect(try await work.place.kollegium("check").output == "All is well.\n")
            let exported = try await work.place.exported(small.code)
            try await withPlace(engine) { other in
                try await other.holding(exported)
                expectSame(try await other.exported(small.code), exported)
            }
        }
    }

    @Test(arguments: [
        "Elev\tKlass\nKalle\t4B", "Namn\tPersonnummer\nAnna\t", "Namn\tRoll\nAnna\tlärare\nKalle\telev",
        "Namn\tLag\nKalle 20040102-1234\tA", "Namn\tÖvrigt\nAnna\t040102-T123", "Anna\nBo 040102+1234",
        "Namn\tVårdnadshavare 1\nAnna\tBo",
    ])
    func `what is about pupils is turned away whole, and not quoted`(_ text: String) async throws {
        try await withWorkplace(.sqlite) { work in
            let small = try await work.programme()
            let before = try await work.place.dump()
            do {
                _ = try await preview(work, small.key, RosterPaste(text: text))
                Issue.record("a preview was made")
            } catch RosterRefusal.pupilData(let sentence) {
                #expect(!sentence.sv.contains("Kalle") && !sentence.sv.contains("0102"))
            }
            #expect(try await work.place.dump() == before)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `where something has changed meanwhile a new preview is shown and nothing done`(_ engine: TestEngine)
        async throws
    {
        try await withWorkplace(engine) { work in
            let small = try await work.programme()
            let team = try await work.read {
                try TeamStore(db: $0).entry(of: small.teams[0], today: work.today)?.publicID
            }
            let paste = RosterPaste(
                text: "Namn;E-post\nAnna;anna@example.org\nBo;bo@example.org", from: "2013-08-19",
                team: team ?? "")
            let shown = try await preview(work, small.key, paste)
            #expect(shown.totals.memberships == 2)
            _ = try await work.person("Anna", "anna@example.org", in: small.key)
            let before = try await work.place.dump()
            do {
                _ = try await apply(work, small.key, paste, shown.digest)
                Issue.record("it was done")
            } catch RosterRefusal.changed(let preview) {
                #expect(preview.totals.people == 1 && preview.totals.memberships == 2)
                #expect(try await work.place.dump() == before)
                _ = try await apply(work, small.key, paste, preview.digest)
            }
            let entry = try await work.read {
                try TeamStore(db: $0).entry(of: small.teams[0], today: work.today)
            }
            #expect(entry?.members == 2)
        }
    }

    @Test func `what is wrong with the form is told and the text is not lost`() async throws {
        try await withWorkplace(.sqlite) { work in
            let small = try await work.programme()
            let paste = RosterPaste(text: "Namn\tLag\n\"Anna\tA", from: "igår", team: "x")
            do {
                _ = try await preview(work, small.key, paste)
                Issue.record("a preview was made")
            } catch RosterRefusal.form(let problems) {
                #expect(Set(problems.all.map(\.field)) == ["text", "from", "team"])
            }
        }
    }
}
