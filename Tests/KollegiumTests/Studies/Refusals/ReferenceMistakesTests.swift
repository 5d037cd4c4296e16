import Testing

/// What refers to something that is not there.
@Suite struct ReferenceMistakesTests {
    static let unknown = [
        Mistake("teams.csv", 2, "t1,s9,Lag,4-6,55,", "“school” is “s9”, which is not in schools.csv"),
        Mistake("people.csv", 3, "bo,Bo,,s9", "“school” is “s9”, which is not in schools.csv"),
        Mistake(
            "memberships.csv", 7, "t9,fatima,teacher,2013-08-19,,",
            "“team” is “t9”, which is not in teams.csv"),
        Mistake(
            "memberships.csv", 7, "t2,gustav,teacher,2013-08-19,,",
            "“person” is “gustav”, which is not in people.csv"),
        Mistake(
            "meetings.csv", 3, "m2,t9,supervision,2013-09-04T14:30,120,planned",
            "“team” is “t9”, which is not in teams.csv"),
        Mistake("attendance.csv", 3, "m9,bo,absent", "“meeting” is “m9”, which is not in meetings.csv"),
        Mistake("attendance.csv", 3, "m1,gustav,absent", "“person” is “gustav”, which is not in people.csv"),
        Mistake(
            "evidence.csv", 2, "e1,t9,process,purpose,shared,,2014-06-05,",
            "“team” is “t9”, which is not in teams.csv"),
        Mistake("events.csv", 3, "t9,2013-11-01,note,", "“team” is “t9”, which is not in teams.csv"),
        Mistake(
            "events.csv", 2, "t1,2013-10-01,practice-shown,gustav",
            "“detail” is “gustav”, which is not in people.csv"),
        Mistake("events.csv", 2, "t1,2013-10-01,practice-shown,", "“detail” is empty; it needs a value"),
        Mistake(
            "responses.csv", 13, "pupil,start,elin,t1,q2,5,2013-08-28",
            "“instrument” is “pupil”, which is not in instruments/"),
        Mistake(
            "responses.csv", 13, "teacher,middle,elin,t1,q2,5,2013-08-28",
            "“part” is “middle”, which is not in instrument teacher"),
        Mistake(
            "responses.csv", 13, "teacher,start,gustav,t1,q2,5,2013-08-28",
            "“person” is “gustav”, which is not in people.csv"),
        Mistake(
            "responses.csv", 13, "teacher,start,elin,t9,q2,5,2013-08-28",
            "“team” is “t9”, which is not in teams.csv"),
        Mistake(
            "responses.csv", 13, "teacher,start,elin,t1,q3,5,2013-08-28",
            "“item” is “q3”, which is not in teacher/start"),
        Mistake(
            "responses.csv", 13, "teacher,start,elin,t1,Q2,5,2013-08-28",
            "“item” is “Q2”, which is not in teacher/start"),
        Mistake(
            "responses.csv", 13, "teacher,start,elin,t1,,5,2013-08-28", "“item” is empty; it needs a value"),
    ]

    @Test(arguments: unknown)
    func `an unknown reference is told at its line`(_ mistake: Mistake) async throws {
        try await mistake.expectRefusal()
    }

    static let outsiders = [
        Mistake(
            "attendance.csv", 3, "m1,fatima,absent",
            "“fatima” has never been a member of team “t1” in memberships.csv"),
        Mistake(
            "events.csv", 2, "t1,2013-10-01,practice-shown,fatima",
            "“fatima” has never been a member of team “t1” in memberships.csv"),
        Mistake(
            "responses.csv", 13, "teacher,start,fatima,t1,q2,5,2013-08-28",
            "“fatima” has never been a member of team “t1” in memberships.csv"),
    ]

    @Test(arguments: outsiders)
    func `who was never a member of the team is told`(_ mistake: Mistake) async throws {
        try await mistake.expectRefusal()
    }

    static let repeated = [
        Mistake("schools, one id twice", "schools.csv:3: \(twice("id", "s1"))") {
            $0.add("s1,Björkskolan,,,,,,,", to: "schools.csv")
        },
        Mistake("teams, one id twice", "teams.csv:4: \(twice("id", "t2"))") {
            $0.add("t2,s1,Lag,,,", to: "teams.csv")
        },
        Mistake("people, one id twice", "people.csv:8: \(twice("id", "bo"))") {
            $0.add("bo,Bosse,,", to: "people.csv")
        },
        Mistake("meetings, one id twice", "meetings.csv:4: \(twice("id", "m1"))") {
            $0.add("m1,t2,training,2013-10-01T08:00,60,held", to: "meetings.csv")
        },
        Mistake("evidence, one id twice", "evidence.csv:3: \(twice("id", "e1"))") {
            $0.add("e1,t2,process,purpose,shared,,2014-06-05,", to: "evidence.csv")
        },
        Mistake("an id in two Unicode forms is one", "people.csv:9: \(twice("id", "a\u{30A}ke"))") {
            $0.add("\u{E5}ke,Åke,,", "a\u{30A}ke,Åke,,", to: "people.csv")
        },
        Mistake(
            "attendance of a person twice",
            "attendance.csv:4: attendance of the same person and meeting stands in an earlier row; keep one"
        ) { $0.add("m1,anna,absent", to: "attendance.csv") },
        Mistake(
            "two answers to one item",
            "responses.csv:14: the same person has answered “q1” in an earlier row; keep one answer"
        ) { $0.add("teacher,start,anna,t1,q1,4,2013-08-28", to: "responses.csv") },
        Mistake(
            "an answer beside an opt-out",
            "responses.csv:14: the same person has answered “q2” in an earlier row; keep one answer"
        ) { $0.add("teacher,start,anna,t1,q2,4,2013-08-28", to: "responses.csv") },
        Mistake(
            "two answers on either side of other rows",
            "responses.csv:15: the same person has answered “q1” in an earlier row; keep one answer"
        ) { $0.add("teacher,end,bo,t1,q1,4,", "teacher,start,bo,t1,q1,5,", to: "responses.csv") },
        Mistake(
            "two answers in two teams",
            "responses.csv:14: the same person has answered this part in team “t1”; a person answers a part once"
        ) {
            $0.add("t2,anna,teacher,2013-08-19,,", to: "memberships.csv")
            $0.add("teacher,start,anna,t2,q1,4,", to: "responses.csv")
        },
    ]

    private static func twice(_ column: String, _ id: String) -> String {
        "“\(column)” is “\(id)”, which an earlier row has already; it should be unique"
    }

    @Test(arguments: repeated)
    func `what may be there once is told the second time`(_ mistake: Mistake) async throws {
        try await mistake.expectRefusal()
    }
}
