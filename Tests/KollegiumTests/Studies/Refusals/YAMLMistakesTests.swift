import Testing

/// `study.yaml` and questionnaires that are not as they should be.
@Suite struct YAMLMistakesTests {
    private static func study(_ name: String, _ text: String, _ other: String, _ lines: String...) -> Mistake
    {
        edited(name, "study.yaml", text, other, lines)
    }

    private static func teacher(_ name: String, _ text: String, _ other: String, _ lines: String...)
        -> Mistake
    {
        edited(name, "instruments/teacher.yaml", text, other, lines)
    }

    private static func edited(
        _ name: String, _ file: String, _ text: String, _ other: String, _ lines: [String]
    ) -> Mistake {
        Mistake(name, lines: lines.map { "\(file):\($0)" }) { $0.replace(text, with: other, in: file) }
    }

    static let studies = [
        study(
            "another format", "study/1", "study/2",
            "1: “format” is “kollegium-study/2”; this program reads kollegium-study/1"),
        study("no format", "format: kollegium-study/1\n", "", "1: “format” is missing"),
        study("no id", "id: small\n", "", "1: “id” is missing"),
        study("an empty id", "id: small", "id: ''", "2: “id” should be 1–200 bytes long"),
        study("no title", "title: {sv: Liten studie, en: Small study}\n", "", "1: “title” is missing"),
        study(
            "a title in no language", "{sv: Liten studie, en: Small study}", "{fi: Pieni}",
            "3: “title” needs at least one of “sv” and “en”"),
        study("no start", "starts: 2013-08-19\n", "", "1: “starts” is missing"),
        study("no end", "ends: 2014-06-13\n", "", "1: “ends” is missing"),
        study(
            "a start that is no date", "starts: 2013-08-19", "starts: 2013-02-29",
            "4: “starts” is “2013-02-29”, which is no date; write it as 2014-06-05"),
        study(
            "an end before the start", "starts: 2013-08-19", "starts: 2014-06-14",
            "5: “ends” is 2014-06-13, before “starts” 2014-06-14"),
        study(
            "a phase that ends before it begins", "ends: 2014-06-13\n",
            "ends: 2014-06-13\nphases:\n  - id: a\n    from: 2013-09-01\n    to: 2013-08-31\n",
            "9: “to” is 2013-08-31, before “from” 2013-09-01"),
        study(
            "a phase without an id", "ends: 2014-06-13\n",
            "ends: 2014-06-13\nphases:\n  - {from: 2013-09-01, to: 2013-10-01}\n",
            "7: “id” is missing"),
        study(
            "a term twice", "ends: 2014-06-13\n",
            "ends: 2014-06-13\nterms:\n  - {id: a, from: 2013-09-01, to: 2013-10-01}\n  - {id: a, from: 2014-01-01, to: 2014-02-01}\n",
            "8: “id” is “a”, which an earlier row has already; it should be unique"),
        study(
            "phases that are no list", "ends: 2014-06-13\n", "ends: 2014-06-13\nphases: two\n",
            "6: “phases” should be a list"),
        study(
            "no such time zone", "ends: 2014-06-13\n", "ends: 2014-06-13\ntimezone: Stockholm\n",
            "6: “timezone” is “Stockholm”, which no time zone is called; write it as Europe/Stockholm"),
        study(
            "too small a group", "ends: 2014-06-13\n", "ends: 2014-06-13\nprivacy:\n  minimumGroup: 4\n",
            "7: “minimumGroup” is 4; it may be raised but never be below 5"),
        study(
            "a group that is no number", "ends: 2014-06-13\n",
            "ends: 2014-06-13\nprivacy: {minimumGroup: five}\n",
            "6: “minimumGroup” is “five”; give a whole number from 0 up"),
        study(
            "published or not", "ends: 2014-06-13\n", "ends: 2014-06-13\nprivacy: {published: perhaps}\n",
            "6: “published” is “perhaps”; write true or false"),
        study(
            "an anchor", "title: {sv: Liten studie", "title: {sv: &a Liten studie",
            "3: anchors are not accepted (“&a”); write the value where it is needed"),
        study(
            "an anchor and an alias", "ends: 2014-06-13\n", "ends: &day 2014-06-13\nalso: *day\n",
            "5: anchors are not accepted (“&day”); write the value where it is needed",
            "6: aliases are not accepted (“*day”); write the value itself, and put text that begins with * in quotes"
        ),
        study(
            "a name twice", "id: small\n", "id: small\nid: other\n",
            "3: “id” is there already on line 2; each name may stand once"),
        study(
            "a tab", "ends: 2014-06-13\n", "ends: 2014-06-13\nprivacy:\n\tminimumGroup: 5\n",
            "7: a character that text cannot begin with; indent with spaces, not tabs, and put text that begins with @, % or ` in quotes"
        ),
        study(
            "a bracket that never closes", "en: Small study}", "en: Small study",
            "4: what begins with { on line 3 breaks here; put commas between the values and } last"),
        study(
            "a tag", "id: small", "id: !secret small",
            "2: the tag “!secret” is not accepted; take it away, and put text that begins with ! in quotes"),
        study(
            "a second document", "ends: 2014-06-13\n", "ends: 2014-06-13\n---\nid: other\n",
            "6: a second document begins here; write one document in each file"),
        Mistake(
            "an empty file",
            "study.yaml: the file is empty; it should be made of names and values, like “id: …”"
        ) {
            $0.files["study.yaml"] = []
        },
        Mistake("a list", "study.yaml:1: “study.yaml” should be made of names and values, like “id: …”") {
            $0["study.yaml"] = "- format: kollegium-study/1\n"
        },
        Mistake(
            "Latin-1",
            "study.yaml:3: the line is not UTF-8 (perhaps Windows-1252 or Latin-1); save the file as UTF-8"
        ) {
            $0.files["study.yaml"] = $0.files["study.yaml"]?.map { $0 == UInt8(ascii: "L") ? 0xC5 : $0 }
        },
        study(
            "a NUL in quotes", "id: small", #"id: "sm\0all""#,
            "2: the line has a control character, which YAML may not have; take it away"),
    ]

    @Test(arguments: studies)
    func `study.yaml is told at the line of the key`(_ mistake: Mistake) async throws {
        try await mistake.expectRefusal()
    }

    private static let itemsOfEnd = "    wave: 2\n    items:\n"

    static let questionnaires = [
        teacher("no audience", "audience: teacher\n", "", "1: “audience” is missing"),
        teacher(
            "another audience", "audience: teacher", "audience: pupil",
            "3: “audience” is “pupil”; it should be one of: teacher, school-leader"),
        teacher(
            "no title", "title: {sv: Pedagogenkät, en: Teacher questionnaire}\n", "", "1: “title” is missing"),
        teacher(
            "version 0", "audience: teacher\n", "audience: teacher\nversion: 0\n",
            "4: “version” is “0”; give a whole number from 1 up"),
        teacher("no wave", "    wave: 2\n", "", "26: “wave” is missing"),
        teacher(
            "a wave that is no number", "wave: 2", "wave: second",
            "27: “wave” is “second”; give a whole number from 1 up"),
        teacher(
            "a day that is none", "wave: 2\n", "wave: 2\n    opens: 2014-06-31\n",
            "28: “opens” is “2014-06-31”, which is no date; write it as 2014-06-05"),
        teacher(
            "unequal steps", "en: [not at all, rarely, partly, mostly, completely]",
            "en: [not at all, rarely]",
            "6: the scale “agreement” should have as many steps in sv, en and values, and at least one"),
        teacher(
            "a choice without values", "    values: [training, supervision]\n", "",
            "22: the scale “element” has no “values”, which a choice needs"),
        teacher(
            "a value twice", "values: [training, supervision]", "values: [training, training]",
            "12: the scale “element” has a value twice or an empty value"),
        teacher(
            "a scale that is not there", "q2, type: rating, scale: agreement",
            "q2, type: rating, scale: liking",
            "22: “scale” is “liking”, which is not in scales"),
        teacher(
            "no scale", "q2, type: rating, scale: agreement,", "q2, type: rating,", "22: “scale” is missing"),
        teacher(
            "an area that is not there", "area: pupils", "area: parents",
            "31: “area” is “parents”, which is not in areas"),
        teacher(
            "another type", "words, type: text", "words, type: essay",
            "24: “type” is “essay”; it should be one of: rating, choice, text, goal, goal-review, ranking"),
        teacher("no type", "words, type: text,", "words,", "24: “type” is missing"),
        teacher(
            "an item without an id", itemsOfEnd, itemsOfEnd + "      - {type: text}\n", "29: “id” is missing"),
        teacher(
            "another form", "q2, type: rating,", "q2, type: rating, form: personal,",
            "22: “form” is “personal”; it should be one of: process, collegial, collective"),
        teacher(
            "another facet", "q2, type: rating,", "q2, type: rating, facet: warmth,",
            "22: “facet” is “warmth”; it should be one of: benevolence, reliability, competence, honesty, openness"
        ),
        teacher(
            "looking back perhaps", "looksBack: true", "looksBack: perhaps",
            "30: “looksBack” is “perhaps”; write true or false"),
        teacher(
            "an item twice", itemsOfEnd, itemsOfEnd + "      - {id: q1, type: text}\n",
            "31: “id” is “q1”, which an earlier row has already; it should be unique"),
        teacher(
            "a goal's extent asked twice", itemsOfEnd,
            itemsOfEnd + "      - {id: goal-1-extent, type: text}\n",
            "30: “id” is “review”, which an earlier row has already; it should be unique"),
        Mistake(
            "a part twice",
            "instruments/teacher.yaml:32: “id” is “start”, which an earlier row has already; it should be unique"
        ) {
            $0["instruments/teacher.yaml"] += "  - {id: start, wave: 3, items: []}\n"
        },
        teacher(
            "an anchor", "agreement:\n", "agreement: &a\n",
            "5: anchors are not accepted (“&a”); write the value where it is needed"),
        teacher(
            "an alias", "element:\n", "other: *a\n  element:\n",
            "9: aliases are not accepted (“*a”); write the value itself, and put text that begins with * in quotes"
        ),
        Mistake(
            "two questionnaires with one id",
            "instruments/two.yaml:1: “id” is “teacher”, which an earlier row has already; it should be unique"
        ) {
            $0["instruments/two.yaml"] = "id: teacher\ntitle: Två\naudience: teacher\nscales: {}\nparts: []\n"
        },
        Mistake(
            "no scales and no parts", "instruments/two.yaml:1: “scales” is missing",
            "instruments/two.yaml:1: “parts” is missing"
        ) {
            $0["instruments/two.yaml"] = "id: two\ntitle: Två\naudience: teacher\n"
        },
        Mistake("no items", "instruments/two.yaml:6: “items” is missing") {
            $0["instruments/two.yaml"] =
                "id: two\ntitle: Två\naudience: teacher\nscales: {}\nparts:\n  - id: a\n    wave: 1\n"
        },
    ]

    @Test(arguments: questionnaires)
    func `a questionnaire is told at the line of the key`(_ mistake: Mistake) async throws {
        try await mistake.expectRefusal()
    }
}
