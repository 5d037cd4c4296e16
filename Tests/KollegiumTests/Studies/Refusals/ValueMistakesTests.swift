import Testing

/// Values that are not what their column takes.
@Suite struct ValueMistakesTests {
    private static func offScale(_ value: String) -> String {
        "“value” is “\(value)”; the scale goes from 1 to 5"
    }

    static let answers =
        ["0", "6", "-1", "4.5", "+4", " 4", "4 ", "fyra", "99999999999999999999"].map {
            Mistake("responses.csv", 13, "teacher,start,elin,t1,q2,\($0),2013-08-28", offScale($0))
        } + [
            Mistake("responses.csv", 8, "teacher,end,anna,t1,goal-1-extent,6,2014-06-05", offScale("6")),
            Mistake(
                "responses.csv", 13, "teacher,start,elin,t1,best,time,2013-08-28",
                "“value” is “time”; it should be one of: training, supervision"),
            Mistake(
                "responses.csv", 13, "teacher,start,elin,t1,best,2,2013-08-28",
                "“value” is “2”; it should be one of: training, supervision"),
            Mistake(
                "responses.csv", 13, "teacher,start,elin,t1,order,tid >  > ro,2013-08-28",
                "the ranking has an empty place; write the texts in order, parted by “ > ”"),
            Mistake(
                "responses.csv", 13, "teacher,end,elin,t1,review,3,2013-08-28",
                "the goal review is answered under goal-1-extent, goal-2-extent, goal-3-extent"),
        ]

    @Test(arguments: answers)
    func `a value off the scale is told`(_ mistake: Mistake) async throws {
        try await mistake.expectRefusal()
    }

    static let days = [
        "2013-02-29", "2013-13-01", "13/9/2013", "2013-9-13", "20130913", "2013-09-13 ", "2013", "igår",
    ]

    private static func noDay(_ column: String, _ value: String) -> String {
        "“\(column)” is “\(value)”, which is no date; write it as 2014-06-05"
    }

    static let dates =
        days.flatMap { day in
            [
                Mistake("memberships.csv", 7, "t2,fatima,teacher,\(day),,", noDay("from", day)),
                Mistake("responses.csv", 13, "teacher,start,elin,t1,q2,5,\(day)", noDay("submitted", day)),
            ]
        } + [
            Mistake(
                "memberships.csv", 7, "t2,fatima,teacher,2013-08-19,2014-02-30,", noDay("to", "2014-02-30")),
            Mistake("memberships.csv", 7, "t2,fatima,teacher,,,", "“from” is empty; it needs a value"),
            Mistake(
                "evidence.csv", 2, "e1,t1,process,purpose,shared,,2014-06-31,", noDay("date", "2014-06-31")),
            Mistake(
                "evidence.csv", 2, "e1,t1,process,purpose,shared,,,", "“date” is empty; it needs a value"),
            Mistake("events.csv", 3, "t1,2013-11-31,note,", noDay("date", "2013-11-31")),
            Mistake("events.csv", 3, "t1,,note,", "“date” is empty; it needs a value"),
        ]

    @Test(arguments: dates)
    func `a date that is none is told`(_ mistake: Mistake) async throws {
        try await mistake.expectRefusal()
    }

    static let times = [
        "2013-09-31T14:30", "2013-09-03T25:00", "2013-09-03T14:60", "2013-09-03T2:30", "kl 14",
        "2013-09-03T14:30+2",
    ]

    @Test(arguments: times)
    func `a time that is none is told`(_ time: String) async throws {
        try await Mistake(
            "meetings.csv", 3, "m2,t2,supervision,\(time),120,planned",
            "“starts” is “\(time)”, which is no time; write it as 2014-06-05T14:30"
        ).expectRefusal()
    }

    static let stays = [
        Mistake(
            "memberships.csv", 7, "t2,fatima,teacher,2013-08-19,2013-08-19,",
            "“to” is 2013-08-19, which is not after “from” 2013-08-19; give the first day no longer in"),
        Mistake(
            "memberships.csv", 7, "t2,fatima,teacher,2013-08-19,2013-08-18,",
            "“to” is 2013-08-18, which is not after “from” 2013-08-19; give the first day no longer in"),
        Mistake("two stays that overlap", "memberships.csv:8: \(overlap)") {
            $0.add("t2,fatima,teacher,2014-01-01,2014-02-01,", to: "memberships.csv")
        },
        Mistake("two stays that overlap by a day", "memberships.csv:9: \(overlap)") {
            $0.add(
                "t2,bo,teacher,2014-01-01,2014-02-01,", "t2,bo,teacher,2014-01-31,,", to: "memberships.csv")
        },
        Mistake("the same stay twice", "memberships.csv:8: \(overlap)") {
            $0.add("t2,fatima,teacher,2013-08-19,,", to: "memberships.csv")
        },
        Mistake("a stay around another", "memberships.csv:9: \(overlap)") {
            $0.add(
                "t2,bo,teacher,2014-01-01,2014-02-01,", "t2,bo,teacher,2013-12-01,2014-03-01,",
                to: "memberships.csv")
        },
    ]

    private static let overlap =
        "the time overlaps an earlier row of the same person, team and role; split the times"

    @Test(arguments: stays)
    func `a stay that cannot be is told`(_ mistake: Mistake) async throws {
        try await mistake.expectRefusal()
    }

    private static let roles = "teacher, conversation-leader, team-leader, supervisor, school-leader"
    private static let indicators =
        "purpose, organisational-trustworthiness, supervision-trust, leadership-distance, drivers, efficacy, "
        + "relations, climate, practice"

    static let words = [
        Mistake(
            "memberships.csv", 7, "t2,fatima,Teacher,2013-08-19,,",
            "“role” is “Teacher”; it should be one of: \(roles)"),
        Mistake("memberships.csv", 7, "t2,fatima,,2013-08-19,,", "“role” is empty; it needs a value"),
        Mistake(
            "meetings.csv", 3, "m2,t2,party,2013-09-04T14:30,120,planned",
            "“kind” is “party”; it should be one of: supervision, learning-conversation, training, leader-dialogue"
        ),
        Mistake(
            "meetings.csv", 3, "m2,t2,training,2013-09-04T14:30,120,done",
            "“status” is “done”; it should be one of: planned, held, cancelled"),
        Mistake(
            "attendance.csv", 3, "m1,bo,late",
            "“status” is “late”; it should be one of: present, absent, excused"),
        Mistake(
            "evidence.csv", 2, "e1,t1,personal,purpose,shared,,2014-06-05,",
            "“form” is “personal”; it should be one of: process, collegial, collective"),
        Mistake(
            "evidence.csv", 2, "e1,t1,process,mood,shared,,2014-06-05,",
            "“indicator” is “mood”; it should be one of: \(indicators)"),
        Mistake(
            "evidence.csv", 2, "e1,t1,process,purpose,high,,2014-06-05,",
            "“value” is “high”; it should be one of: shared, disputed"),
        Mistake(
            "evidence.csv", 2, "e1,t1,collegial,purpose,shared,,2014-06-05,",
            "the indicator “purpose” belongs to the form “process”, not “collegial”"),
        Mistake(
            "evidence.csv", 2, "e1,t1,process,efficacy,low,,2014-06-05,",
            "the indicator “efficacy” belongs to the form “collective”, not “process”"),
    ]

    @Test(arguments: words)
    func `a word that is not among those known is told`(_ mistake: Mistake) async throws {
        try await mistake.expectRefusal()
    }

    private static func percent(_ value: String) -> String {
        "“foreign_background_pct” is “\(value)”; give a number from 0 to 100, with a decimal point"
    }

    static let numbers =
        Mistake.each(
            "schools.csv", 2, "s1,Ekskolan,,,", ",,,,",
            [
                "-1": "“pupils” is “-1”; give a whole number from 0 up",
                "12.5": "“pupils” is “12.5”; give a whole number from 0 up",
                "många": "“pupils” is “många”; give a whole number from 0 up",
            ])
        + Mistake.each(
            "schools.csv", 2, "s1,Ekskolan,,,120,", ",,,",
            [
                "\"12,5\"": percent("12,5"), "100.1": percent("100.1"), "-1": percent("-1"),
                "1e1": percent("1e1"),
                "12 %": percent("12 %"), ".": percent("."),
            ])
        + Mistake.each(
            "meetings.csv", 3, "m2,t2,supervision,2013-09-04T14:30,", ",planned",
            [
                "0": "“planned_minutes” is “0”; give a whole number from 1 up",
                "2 h": "“planned_minutes” is “2 h”; give a whole number from 1 up",
                "": "“planned_minutes” is empty; it needs a value",
            ])

    @Test(arguments: numbers)
    func `a number that is none is told`(_ mistake: Mistake) async throws {
        try await mistake.expectRefusal()
    }

    static let empty = [
        Mistake("schools.csv", 2, "s1,,,,,,,,", "“name” is empty; it needs a value"),
        Mistake("schools.csv", 2, "s1,\"\",,,,,,,", "“name” is empty; it needs a value"),
        Mistake("teams.csv", 3, "t2,,Lag,,,", "“school” is empty; it needs a value"),
        Mistake("people.csv", 3, "bo,,,", "“name” is empty; it needs a value"),
        Mistake("events.csv", 3, "t1,2013-11-01,,", "“kind” is empty; it needs a value"),
        Mistake("an id of 201 bytes", "people.csv:8: “id” is longer than 200 bytes; give a shorter one") {
            $0.add(String(repeating: "x", count: 201) + ",X,,", to: "people.csv")
        },
    ]

    @Test(arguments: empty)
    func `a value that must be there is told`(_ mistake: Mistake) async throws {
        try await mistake.expectRefusal()
    }
}
