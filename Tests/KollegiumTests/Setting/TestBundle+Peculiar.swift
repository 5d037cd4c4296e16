extension TestBundle {
    /// A study that says everything in the oddest way that is still right.
    static let peculiar: TestBundle = {
        var bundle = small
        bundle["study.yaml"] = studyFile
        bundle["instruments/teacher.yaml"] = questionnaire
        bundle["schools.csv"] = csvText(
            [
                "weather", "id", "name", "municipality", "municipality_type", "pupils",
                "foreign_background_pct",
                "parents_post_secondary_pct", "grade9_passed_all_pct", "merit_value",
            ],
            [
                [
                    "sol, men blåst", "s1", "Ek\"skolan\"", " Kommun ", "1", "120", "46.50", "0.125", "100",
                    "0.00001",
                ],
                ["", "s2", "A\u{30A}skolan", "true", "null", "0", "0", "", "33.3333333333", "226.7"],
                ["", "s3", "Åskolan", "2014-06-05", "~", "", "", "", "", ""],
            ])
        bundle["teams.csv"] = csvText(
            ["id", "school", "name", "grades", "pupils", "kind"],
            [
                ["t1", "s1", "Rad\nbrytning", "4-6", "55", "1"], ["t2", "s2", "cr\r\nlf", "", "", " "],
                ["å", "s3", "=1+1", "", "", ""],
            ])
        bundle["people.csv"] = csvText(
            ["id", "name", "email", "school", "hue", "hue "],
            [
                ["anna", "A\u{308}nna", "anna@example.org", "s1", "1", ""],
                ["bo", "Änna", "", "s1", "", "1"],
                ["cecilia", "  Cecilia  ", "", "", "", ""], ["david", "null", "", "", "true", "false"],
                ["elin", "🎓 Elin 👩‍🏫", "", "", "", ""],
                ["fatima", "\u{5D0}\u{5D1}", "", "s3", "a\nb", "\"c\""],
            ])
        bundle["memberships.csv"] = csvText(
            ["team", "person", "role", "from", "to", "reason", "by"],
            [
                ["t1", "anna", "teacher", "2013-08-19", "2013-12-01", "left, came back", "x"],
                ["t1", "anna", "teacher", "2013-12-01", "", "", ""],
                ["t1", "anna", "conversation-leader", "2013-08-19", "", "", ""],
                ["t1", "bo", "teacher", "2013-08-19", "", "true", ""],
                ["t1", "cecilia", "teacher", "2013-08-19", "2014-01-01", "", ""],
                ["t1", "david", "school-leader", "2013-08-19", "", "", ""],
                ["t1", "elin", "supervisor", "2013-08-19", "", "", ""],
                ["t2", "fatima", "team-leader", "2013-08-19", "", "", ""],
                ["å", "anna", "teacher", "2014-01-01", "", "", ""],
            ])
        bundle["meetings.csv"] = csvText(
            ["id", "team", "kind", "starts", "planned_minutes", "status", "room"],
            [
                ["m1", "t1", "supervision", "2013-09-03T12:30Z", "120", "held", "1"],
                ["m2", "t2", "learning-conversation", "2013-12-04T13:30:15+00:00", "1", "planned", ""],
                ["m3", "t1", "training", "2013-10-03T23:30-02:00", "90", "cancelled", ""],
                ["m4", "t1", "leader-dialogue", "2013-11-03 08:00", "90", "held", ""],
                ["m5", "t1", "supervision", "2013-11-04", "90", "held", "null"],
            ])
        bundle["attendance.csv"] = csvText(
            ["meeting", "person", "status", "late"],
            [["m1", "anna", "present", "5"], ["m1", "bo", "excused", ""], ["m4", "anna", "absent", "5"]])
        bundle["evidence.csv"] = csvText(
            ["id", "team", "form", "indicator", "value", "source", "date", "note", "coder"],
            [
                [
                    "e1", "t1", "process", "purpose", "shared", "a, b", "2014-06-05", "\"ord\"\nrad två",
                    "true",
                ],
                ["e2", "t2", "collegial", "practice", "visible", "", "2014-02-28", "", ""],
            ])
        bundle["events.csv"] = csvText(
            ["team", "date", "kind", "detail", "mood"],
            [
                ["t1", "2013-10-01", "practice-shown", "anna", ""],
                ["t1", "2013-11-01", "note", "2014-06-05", ""],
                ["t1", "2013-11-01", "note", "2014-06-05", "good"],
                ["t1", "2013-11-01", "note", "2014-06-05", ""],
                ["t2", "2013-11-01", "snow", "", "1"],
            ])
        bundle["responses.csv"] = csvText(
            ["instrument", "part", "person", "team", "item", "value", "submitted", "device"], responses)
        return bundle
    }()

    private static let responses = [
        ["lärare", "start", "anna", "t1", "goal-1", "  Fler samtal ", "2013-08-28", "phone"],
        ["lärare", "start", "anna", "t1", "q1", "4", "2013-08-29", ""],
        ["lärare", "start", "anna", "t1", "q2", "", "", "phone"],
        ["lärare", "start", "anna", "t1", "best", "true", "2013-08-28", ""],
        ["lärare", "start", "anna", "t1", "words", "null", "2013-08-28", ""],
        ["lärare", "start", "anna", "t1", "order", "tid > stöd > \"ro\"", "2013-08-28", ""],
        ["lärare", "start", "bo", "t1", "goal-1", "rad ett\nrad två\r\nrad tre", "", ""],
        ["lärare", "start", "bo", "t1", "q1", "5", "", ""],
        ["lärare", "start", "bo", "t1", "best", "2014-06-05", "2013-08-28", ""],
        ["lärare", "start", "bo", "t1", "words", "A\u{30A} och Å", "2013-08-28", "phone"],
        ["lärare", "end", "anna", "å", "goal-1-extent", "3", "2014-06-05", ""],
        ["lärare", "end", "anna", "å", "goal-3-extent", "", "2014-06-05", ""],
        ["lärare", "end", "anna", "å", "q1", "1", "2014-06-05", "a,b"],
        ["lärare", "end", "cecilia", "t1", "q1", "2", "2014-06-05", ""],
    ]

    private static let studyFile = """
        # Comments are the author's own and are not kept.
        mystery: {nested: [1, '1', 1.50, "true", true, ~, 'null', 2014-06-05, '2014-06-05'], deeper: {åäö: "\\u2028"}}
        format: 'kollegium-study/1'
        id: "small"
        title: {en: "true", sv: "1", fi: 'null', se: {north: "Davvi"}}
        model: "1.50"
        starts: 2013-08-19
        ends: '2014-06-13'
        phases:
          - {from: 2013-08-19, to: 2013-12-31, id: "1", colour: blue, tags: [a, b]}
          - {id: "yes", from: 2014-01-01, to: 2014-06-13}
        timezone: Europe/Helsinki
        privacy: {minimumGroup: 6, published: false, contact: "a: b # c"}
        terms:
          - {id: "2013", from: 2013-08-19, to: 2013-12-20, weeks: 18}
          - {id: "2014", from: 2014-01-08, to: 2014-06-13}
        empty: ""
        nothing:
        list: []
        map: {}
        text: |
          two lines
            and an indented one
        folded: >-
          one line
          over two
        ? "odd: key #"
        : "value"
        42: number as a name
        last: '  spaces around  '

        """

    private static let questionnaire = """
        id: lärare
        version: 3
        licence: {name: "CC BY", year: 2014, zip: "01234"}
        title: {sv: "Pedagogenkät: år 1", en: "null", fi: "1"}
        audience: teacher
        scales:
          agreement:
            sv: ["1", "true", null text, "- nej", "# ja"]
            en: [not at all, rarely, partly, mostly, completely]
            optOut: {sv: vet ej, en: "", fi: "en tiedä"}
            direction: up
          element:
            values: ["true", "2014-06-05", "1"]
            note: {by: "me"}
          bare: {values: [a]}
        areas:
          team: {sv: I laget, en: In the team, order: 1}
          "1": {sv: "2", weight: 0.50}
          empty: {}
        parts:
          - id: end
            wave: 2
            title: {en: At the end, fi: "lopussa"}
            opens: 2014-06-05
            closes: 2014-06-12
            items:
              - {id: review, type: goal-review, scale: agreement, area: team, why: "because"}
              - {id: q1, type: rating, scale: agreement, area: team, sv: "Vi\\nsamtalar", looksBack: true, hint: {sv: tips}}
          - id: start
            wave: 1
            title: Vid start
            items:
              - {id: goal-1, type: goal, sv: "", en: Important goal, max: 200}
              - {id: q1, type: rating, scale: agreement, area: "1", form: collegial, facet: honesty}
              - {id: q2, type: rating, scale: agreement}
              - {id: best, type: choice, scale: element}
              - {id: words, type: text}
              - {id: order, type: ranking, options: [tid, stöd]}
          - {id: later, wave: 3, items: []}

        """
}
