import Support
import Testing

/// More than one thing wrong: everything is told, and nothing twice.
@Suite struct ManyMistakesTests {
    /// What somebody might do to a bundle who fills it in for the first time.
    private static let twelve = TestBundle.small.changed { bundle in
        bundle["study.yaml"] += "privacy:\n  minimumGroup: 4\n"
        bundle.replace("title: {sv: Peda", with: "title: &title {sv: Peda", in: "instruments/teacher.yaml")
        bundle.set(2, of: "schools.csv", to: "s1,Ekskolan,,,\"120,5\",12.5,,,211")
        bundle.set(3, of: "teams.csv", to: "t2,s9,Arbetslag 7–9,7-9,60,")
        bundle.set(4, of: "people.csv", to: "cecilia,\"Cecilia \"Cissi\" Ek\",,s1")
        bundle.set(7, of: "memberships.csv", to: "t2,fatima,lärare,2013-08-19,,")
        bundle.set(6, of: "memberships.csv", to: "t1,elin,teacher,2013-08-19,2013-08-01,")
        bundle.set(3, of: "meetings.csv", to: "m2,t2,supervision,4/9/2013 14:30,120,planned")
        bundle.set(3, of: "attendance.csv", to: "m1,Bo,absent")
        bundle.set(
            2, of: "evidence.csv", to: "e1,t1,collegial,organisational-trustworthiness,high,,2014-06-05,")
        bundle.set(3, of: "events.csv", to: "t1,2013-11-31,note,Första terminen")
        bundle.set(13, of: "responses.csv", to: "teacher,start,elin,t1,q2,5")
    }

    @Test(arguments: TestEngine.allCases, [[], ["--while-serving"]])
    func `twelve mistakes give twelve lines`(_ engine: TestEngine, _ options: [String]) async throws {
        try await withPlace(engine) { place in
            let path = try Self.twelve.write(to: place.folder + "/twelve")
            let ending = try await place.kollegium(["study", "import", path] + options)
            #expect(ending.status == 1)
            #expect(ending.output == "")
            #expect(
                ending.errorLines == [
                    "study.yaml:7: “minimumGroup” is 4; it may be raised but never be below 5",
                    "instruments/teacher.yaml:2: anchors are not accepted (“&title”); write the value where it is needed",
                    "schools.csv:2: “pupils” is “120,5”; give a whole number from 0 up",
                    "people.csv:4: there is text after the closing quote of a field; a comma or the end of the line "
                        + "follows it, and a quote inside the field is written twice (\"\")",
                    "teams.csv:3: “school” is “s9”, which is not in schools.csv",
                    "memberships.csv:6: “to” is 2013-08-01, which is not after “from” 2013-08-19; give the first day "
                        + "no longer in",
                    "memberships.csv:7: “role” is “lärare”; it should be one of: teacher, conversation-leader, "
                        + "team-leader, supervisor, school-leader",
                    "meetings.csv:3: “starts” is “4/9/2013 14:30”, which is no time; write it as 2014-06-05T14:30",
                    "attendance.csv:3: “person” is “Bo”, which is not in people.csv",
                    "evidence.csv:2: the indicator “organisational-trustworthiness” belongs to the form “process”, "
                        + "not “collegial”",
                    "events.csv:3: “date” is “2013-11-31”, which is no date; write it as 2014-06-05",
                    "responses.csv:13: the row has 6 fields, but the header has 7; write a comma for each empty "
                        + "field too",
                ])
            #expect(try await place.filled() == [])
        }
    }

    @Test func `twelve mistakes in Swedish`() async throws {
        try await withPlace(.sqlite) { place in
            let ending = try await place.import(Self.twelve, "--language", "sv")
            #expect(ending.status == 1)
            #expect(
                ending.errorLines == [
                    "study.yaml:7: ”minimumGroup” är 4; den får höjas men aldrig vara under 5",
                    "instruments/teacher.yaml:2: ankare tas inte emot (”&title”); skriv värdet där det behövs",
                    "schools.csv:2: ”pupils” är ”120,5”; ange ett heltal från 0",
                    "people.csv:4: det står text efter fältets avslutande citattecken; efter det kommer ett komma "
                        + "eller radens slut, och ett citattecken inne i fältet skrivs två gånger (\"\")",
                    "teams.csv:3: ”school” är ”s9”, som inte finns i schools.csv",
                    "memberships.csv:6: ”to” är 2013-08-01, som inte är efter ”from” 2013-08-19; ange första dagen "
                        + "utanför laget",
                    "memberships.csv:7: ”role” är ”lärare”; det ska vara ett av: teacher, conversation-leader, "
                        + "team-leader, supervisor, school-leader",
                    "meetings.csv:3: ”starts” är ”4/9/2013 14:30”, som inte är en tid; skriv som 2014-06-05T14:30",
                    "attendance.csv:3: ”person” är ”Bo”, som inte finns i people.csv",
                    "evidence.csv:2: indikatorn ”organisational-trustworthiness” hör till formen ”process”, inte "
                        + "”collegial”",
                    "events.csv:3: ”date” är ”2013-11-31”, som inte är ett datum; skriv som 2014-06-05",
                    "responses.csv:13: raden har 6 fält, men rubrikraden har 7; skriv ett komma även för varje tomt fält",
                ])
        }
    }

    @Test(arguments: [("en", "and 150 more"), ("sv", "och 150 till")])
    func `of 250 mistakes in a file a hundred are told and the rest counted`(
        _ language: String, _ rest: String
    ) async throws {
        try await withPlace(.sqlite) { place in
            let wrong = TestBundle.small.changed { bundle in
                bundle["events.csv"] += (0..<250).map { "t1,day \($0),note,\n" }.joined()
                bundle.set(3, of: "attendance.csv", to: "m9,bo,absent")
            }
            let ending = try await place.import(wrong, "--language", language)
            #expect(ending.status == 1)
            let lines = ending.errorLines
            try #require(lines.count == 102)
            #expect(lines[0].hasPrefix("attendance.csv:3: "))
            #expect(lines[1].hasPrefix("events.csv:4: “date” is “day 0”") || language == "sv")
            #expect(lines[100].hasPrefix("events.csv:103: "))
            #expect(lines.last == "events.csv: \(rest)")
            #expect(try await place.filled() == [])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a faulty bundle leaves another study as it is`(_ engine: TestEngine) async throws {
        try await withPlace(engine) { place in
            try await place.holding(try .fiveSchools())
            let before = try await place.dump()
            let ending = try await place.import(Self.twelve)
            #expect(ending.status == 1)
            #expect(ending.errorLines.count == 12)
            #expect(try await place.dump() == before)
            let second = try await place.import(Self.twelve, "--while-serving")
            #expect(second.errorLines.count == 12)
            #expect(try await place.dump() == before)
        }
    }

    @Test(arguments: TestEngine.allCases, [[], ["--while-serving"]])
    func `a mistake in the very last row leaves nothing of the rest`(
        _ engine: TestEngine, _ options: [String]
    ) async throws {
        try await withPlace(engine) { place in
            let late = TestBundle.large.changed {
                $0.add("teacher,start,gustav,t1,q1,5,", to: "responses.csv")
            }
            let path = try late.write(to: place.folder + "/late")
            let ending = try await place.kollegium(["study", "import", path] + options)
            #expect(ending.status == 1)
            #expect(
                ending.errors == "responses.csv:36014: “person” is “gustav”, which is not in people.csv\n")
            let filled = try await place.filled()
            // Who runs the programmes is made with the first piece and stays, with nothing hanging on it.
            let isInPieces = engine == .sqlite && !options.isEmpty
            #expect(filled == (isInPieces ? ["organisations"] : []))
        }
    }

    @Test func `several mistakes in one row are all told, at its line`() async throws {
        let mistake = Mistake(
            "row", "memberships.csv:8: “team” is “t9”, which is not in teams.csv",
            "memberships.csv:8: “person” is “gustav”, which is not in people.csv",
            "memberships.csv:8: “role” is “x”; it should be one of: teacher, conversation-leader, team-leader, "
                + "supervisor, school-leader",
            "memberships.csv:8: “from” is “y”, which is no date; write it as 2014-06-05"
        ) { $0.add("t9,gustav,x,y,,", to: "memberships.csv") }
        try await mistake.expectRefusal()
    }
}
