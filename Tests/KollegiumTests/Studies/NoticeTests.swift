import Support
import Testing

/// What is right but may not be what was meant: told, and imported all the same.
@Suite struct NoticeTests {
    private static func outside(_ person: String) -> String {
        "the date lies outside the time that “\(person)” was in team “t1”"
    }

    static let notices = [
        Altered("an unknown kind of event", "events.csv:4: the kind “snow” is not known; it is kept as it is")
        {
            $0.add("t1,2013-12-01,snow,", to: "events.csv")
        },
        Altered("an answer after the membership", "responses.csv:14: \(outside("gustav"))") {
            $0.add("gustav,Gustav,,", to: "people.csv")
            $0.add("t1,gustav,teacher,2013-08-19,2014-06-05,", to: "memberships.csv")
            $0.add("teacher,end,gustav,t1,q1,4,2014-06-05", to: "responses.csv")
        },
        Altered("an answer before the membership", "responses.csv:14: \(outside("gustav"))") {
            $0.add("gustav,Gustav,,", to: "people.csv")
            $0.add("t1,gustav,teacher,2014-01-01,,", to: "memberships.csv")
            $0.add("teacher,start,gustav,t1,q1,4,2013-12-31", to: "responses.csv")
        },
        Altered("between two stays", "attendance.csv:4: \(outside("gustav"))") {
            $0.add("gustav,Gustav,,", to: "people.csv")
            $0.add(
                "t1,gustav,teacher,2013-08-19,2013-09-03,", "t1,gustav,teacher,2013-09-04,,",
                to: "memberships.csv")
            $0.add("m1,gustav,absent", to: "attendance.csv")
        },
        Altered("practice shown by somebody who had left", "events.csv:4: \(outside("gustav"))") {
            $0.add("gustav,Gustav,,", to: "people.csv")
            $0.add("t1,gustav,teacher,2013-08-19,2013-10-01,", to: "memberships.csv")
            $0.add("t1,2013-10-01,practice-shown,gustav", to: "events.csv")
        },
        Altered(
            "an unknown column",
            "teams.csv:1: the column “colour” is not known; it is kept as an extra attribute"
        ) {
            $0["teams.csv"] = "id,school,name,colour\nt1,s1,Lag 1,blue\nt2,s1,Lag 2,\n"
        },
        Altered("another file", "notes.txt: is no part of a bundle; not read") {
            $0["notes.txt"] = "to myself"
            $0[".hidden"] = "of no interest"
        },
        Altered("a meeting that a zone moves into the next day, when the member is there") {
            $0.add("gustav,Gustav,,", to: "people.csv")
            $0.add("t1,gustav,teacher,2013-10-04,,", to: "memberships.csv")
            $0.add("m3,t1,training,2013-10-03T23:30Z,60,held", to: "meetings.csv")
            $0.add("m3,gustav,present", to: "attendance.csv")
        },
        Altered("several roles at a time, and back to back in one") {
            $0.add(
                "t2,fatima,team-leader,2013-08-19,2014-01-01,", "t2,fatima,team-leader,2014-01-01,,",
                "t1,fatima,school-leader,2013-08-19,,", to: "memberships.csv")
        },
        Altered("the last day of a membership is a day of it") {
            $0.add("gustav,Gustav,,", to: "people.csv")
            $0.add("t1,gustav,teacher,2013-08-19,2014-06-05,", to: "memberships.csv")
            $0.add("teacher,end,gustav,t1,q1,4,2014-06-04", to: "responses.csv")
        },
        Altered("an answer without a day") {
            $0.add("gustav,Gustav,,", to: "people.csv")
            $0.add("t1,gustav,teacher,2013-08-19,2013-08-20,", to: "memberships.csv")
            $0.add("teacher,end,gustav,t1,q1,4,", to: "responses.csv")
        },
    ]

    @Test(arguments: notices)
    func `a notice does not stop the import`(_ notice: Altered) async throws {
        try await withPlace(.sqlite) { place in
            let ending = try await place.import(TestBundle.small.changed(notice.make))
            #expect(ending.status == 0)
            #expect(ending.errorLines == notice.lines)
            #expect(ending.output.hasPrefix("“small” is imported:\n"))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the example has answers of people who had left, as the study did`(_ engine: TestEngine) async throws
    {
        try await withPlace(engine) { place in
            let ending = try await place.kollegium("study", "import", TestBundle.fiveSchoolsPath)
            #expect(ending.status == 0)
            #expect(
                ending.errorLines == [
                    "responses.csv:3255: the date lies outside the time that “s3-t01” was in team “t3”",
                    "responses.csv:3268: the date lies outside the time that “s3-t02” was in team “t3”",
                    "responses.csv:3526: the date lies outside the time that “s5-t01” was in team “t5”",
                    "responses.csv:3539: the date lies outside the time that “s5-t02” was in team “t5”",
                ])
            // They are counted like all others: who left was asked too.
            #expect(try await place.witness("SELECT count(*) FROM answers") == ["3550"])
        }
    }

    @Test func `of many notices in a file twenty are told`() async throws {
        try await withPlace(.sqlite) { place in
            let strange = TestBundle.small.changed {
                $0["events.csv"] += (0..<50).map { "t1,2013-12-01,snow \($0),\n" }.joined()
            }
            let ending = try await place.import(strange, "--language", "sv")
            #expect(ending.status == 0)
            #expect(ending.errorLines.count == 21)
            #expect(
                ending.errorLines.first == "events.csv:4: händelsen ”snow 0” är okänd; den behålls som den är"
            )
            #expect(ending.errorLines.last == "events.csv: och 30 till")
        }
    }
}
