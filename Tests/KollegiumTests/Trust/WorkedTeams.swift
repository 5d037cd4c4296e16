import Foundation

/// Three teams made up so that each shows other rules of `three-sources/1`: one that thrives, one whose views are
/// divided and whose levels are capped, and one too small for answers, which later is too small for levels.
///
/// Four terms, from autumn 2013 to spring 2015, each with four planned meetings; three rounds of answers, in the
/// first, second and fourth term; each form is asked about by two questions on openness and two on honesty.
enum WorkedTeams {
    static let thrives = (1...6).map { "a\($0)" }
    static let divided = (1...6).map { "b\($0)" }
    static let small = (1...4).map { "c\($0)" }

    private static let forms = ["process", "collegial", "collective"]
    private static let parts = [
        (id: "start", opens: "2013-09-02"), (id: "year1", opens: "2014-05-20"),
        (id: "year2", opens: "2015-05-20"),
    ]
    private static let terms = ["2013-09", "2014-02", "2014-09", "2015-02"]

    static let bundle: TestBundle = {
        var bundle = TestBundle()
        bundle["study.yaml"] = """
            format: kollegium-study/1
            id: worked
            title: {sv: Tre lag, en: Three teams}
            starts: 2013-08-19
            ends: 2015-06-12

            """
        bundle["instruments/teacher.yaml"] = questionnaire
        bundle["schools.csv"] = "id,name\ns1,Ekskolan\n"
        bundle["teams.csv"] = csvText(
            ["id", "school", "name"], [["t1", "s1", "Eken"], ["t2", "s1", "Boken"], ["t3", "s1", "Alen"]])
        let members = [("t1", thrives), ("t2", divided), ("t3", small)]
        bundle["people.csv"] = csvText(["id", "name"], members.flatMap(\.1).map { [$0, "Person \($0)"] })
        bundle["memberships.csv"] = csvText(
            ["team", "person", "role", "from", "to"],
            members.flatMap { team, people in
                people.map {
                    [team, $0, "teacher", "2013-08-19", ["c3", "c4"].contains($0) ? "2014-09-01" : ""]
                }
            })
        let meetings = members.flatMap { team, people in
            terms.flatMap { term in (1...4).map { meeting(team, term, $0, people) } }
        }
        bundle["meetings.csv"] = csvText(
            ["id", "team", "kind", "starts", "planned_minutes", "status"], meetings.map(\.row))
        bundle["attendance.csv"] = csvText(["meeting", "person", "status"], meetings.flatMap(\.attendance))
        bundle["evidence.csv"] = csvText(
            ["id", "team", "form", "indicator", "value", "source", "date"], evidence)
        bundle["events.csv"] = csvText(["team", "date", "kind", "detail"], events)
        bundle["responses.csv"] = csvText(
            ["instrument", "part", "person", "team", "item", "value", "submitted"],
            answers("t1", thrives, [3, 4, 4]) + answers("t2", divided, [4, 5, 5])
                + answers("t3", small, [5, 5, 5]).filter { row in
                    !(["c3", "c4"].contains(row[2]) && row[1] == "year2")
                })
        return bundle
    }()

    /// Of the team that thrives all meetings are held with everybody there; of the second three of four, with one
    /// person absent; the third writes no attendance down.
    private static func meeting(
        _ team: String, _ term: String, _ number: Int, _ people: [String]
    ) -> (row: [String], attendance: [[String]]) {
        let id = "\(team)-\(term)-\(number)"
        let isHeld = team == "t1" || number < 4
        let row = [
            id, team, "supervision", "\(term)-1\(number)T14:30", "90", isHeld ? "held" : "cancelled",
        ]
        guard isHeld, team != "t3" else { return (row, []) }
        return (row, people.map { [id, $0, $0 == "b1" ? "absent" : "present"] })
    }

    private static let evidence = [
        [
            "e1", "t1", "process", "organisational-trustworthiness", "high", "teacher-questionnaire",
            "2014-05-30",
        ],
        ["e2", "t1", "collegial", "relations", "affirmed", "teacher-questionnaire", "2014-05-30"],
        ["e3", "t1", "collective", "efficacy", "established", "teacher-questionnaire", "2014-05-30"],
        ["e4", "t1", "collective", "drivers", "present", "supervisor-report", "2014-05-30"],
        ["e5", "t2", "collegial", "relations", "affirmed", "teacher-questionnaire", "2014-05-30"],
        ["e6", "t2", "collegial", "relations", "doubted", "supervisor-report", "2014-05-30"],
        ["e7", "t2", "process", "purpose", "disputed", "leader-interview", "2014-03-01"],
        ["e8", "t2", "process", "purpose", "shared", "leader-interview", "2014-10-01"],
    ]

    private static let events =
        ["2013-10-01", "2014-03-01", "2014-10-01", "2015-03-01"].map { ["t1", $0, "leader-feedback", ""] } + [
            ["t1", "2014-09-20", "practice-shown", "a1"], ["t1", "2015-02-20", "practice-shown", "a2"],
            ["t2", "2013-09-10", "individual-exemption", "beslut"],
            ["t2", "2014-02-01", "organisation-unresolved", ""],
            ["t2", "2014-09-15", "exclusion-agreed-jointly", ""],
        ]

    private static func answers(_ team: String, _ people: [String], _ steps: [Int]) -> [[String]] {
        zip(parts, steps).flatMap { part, step in
            people.flatMap { person in
                forms.flatMap { form in
                    (1...4).map { ["q", part.id, person, team, "\(form)-\($0)", "\(step)", part.opens] }
                }
            }
        }
    }

    private static let questionnaire: String = {
        let items = forms.flatMap { form in
            (1...4).map { number in
                "{id: \(form)-\(number), type: rating, scale: s, form: \(form), "
                    + "facet: \(number < 3 ? "openness" : "honesty")}"
            }
        }.joined(separator: ", ")
        let listed = parts.enumerated().map { index, part in
            "{id: \(part.id), wave: \(index + 1), opens: '\(part.opens)', items: [\(items)]}"
        }.joined(separator: ", ")
        return """
            id: q
            title: q
            audience: teacher
            scales: {s: {sv: [1, 2, 3, 4, 5]}}
            parts: [\(listed)]

            """
    }()
}
