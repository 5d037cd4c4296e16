import Support
import Testing

@testable import Kollegium

/// An XLSForm from elsewhere, with much that has no place here.
enum ForeignForm {
    static let tables = XLSXTables(sheets: [
        .init(
            name: "survey",
            rows: [
                [
                    "type", "name", "label::English (en)", "label::Français (fr)", "hint", "relevant",
                    "required",
                ],
                ["start", "start", "", "", "", "", ""],
                ["note", "intro", "Welcome", "Bienvenue", "", "", ""],
                ["begin group", "about", "About you", "", "", "", ""],
                ["select_one yesno", "takes_part", "Do you take part?", "", "", "", "yes"],
                ["select_one five", "useful", "It is useful.", "", "", "${takes_part} = 'yes'", ""],
                ["integer", "years", "How many years?", "", "", "", "no"],
                ["end group", "", "", "", "", "", ""],
                ["select_multiple yesno", "many", "Which?", "", "", "", ""],
                ["begin_repeat", "child", "Each class", "", "", "", ""],
                ["text", "word", "One word", "", "", "", ""],
                ["end_repeat", "", "", "", "", "", ""],
                ["rank yesno", "order", "Put in order", "", "", "", ""],
                ["geopoint", "where", "Where?", "", "", "", ""],
            ]),
        .init(
            name: "choices",
            rows: [
                ["list_name", "name", "label::English (en)"], ["yesno", "yes", "Yes"], ["yesno", "no", "No"],
                ["five", "1", "not at all"], ["five", "2", "partly"], ["five", "3", "wholly"],
            ]),
        .init(name: "settings", rows: [["form_title", "form_id"], ["A survey", "survey_1"]]),
    ])
}

@Suite struct ForeignFormTests {
    private func read(_ tables: XLSXTables) -> XLSFormReading { XLSFormReading(tables, language: .en) }

    @Test func `a form from elsewhere is read as far as there are questions of its kind`() throws {
        let reading = read(ForeignForm.tables)
        let questionnaire = try #require(reading.questionnaire)
        #expect(questionnaire.code == "survey_1" && questionnaire.title.en == "A survey")
        let items = try #require(questionnaire.parts.first).items
        #expect(questionnaire.parts.count == 1)
        #expect(
            items.map { "\($0.code) \($0.type.rawValue) \($0.scale ?? "-")" } == [
                "takes_part choice yesno", "useful rating five", "years text -", "word text -",
                "order ranking yesno",
            ])
        #expect(items[0].label == Title(sv: nil, en: "Do you take part?"))
        #expect(questionnaire.scales[0].steps.map(\.value) == ["yes", "no"])
        #expect(questionnaire.scales[1].steps.map(\.value) == [nil, nil, nil])
        #expect(
            reading.losses.lines(.en) == [
                "survey:1: the column “label::français (fr)” does not come along",
                "survey:1: the column “hint” does not come along",
                "survey:2: “start” is filled in by a machine and does not come along",
                "survey:3: a text without a question does not come along",
                "survey:4: the group “About you” does not come along as a heading; its questions do",
                "survey:5: “required” does not come along; the question is put to everybody, and may be passed over",
                "survey:6: “relevant” does not come along; the question is put to everybody, and may be passed over",
                "survey:7: the type “integer” is not known here; the question is answered in words",
                "survey:9: the type “select_multiple” is not known here; the question does not come along",
                "survey:10: the questions are asked once; the repetition does not come along",
                "survey:14: the type “geopoint” is not known here; the question does not come along",
            ])
        // What was read is a sound questionnaire by the bundle's own rules.
        #expect(
            try QuestionnaireFileReading(Array(questionnaire.yaml.utf8), .en).questionnaire == questionnaire)
    }

    struct Mistake: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let survey: [[String]]
        var choices: [[String]] = [["list_name", "name", "label"], ["l", "a", "A"], ["l", "b", "B"]]
        let told: [String]
    }

    static let mistakes = [
        Mistake(
            testDescription: "no survey", survey: [["kind"], ["text"]],
            told: ["survey: the sheet “survey” with the column “type” is missing; an XLSForm has it"]),
        Mistake(
            testDescription: "nothing asked", survey: [["type", "name"], ["note", "a"]],
            told: ["survey: there is no question to take in"]),
        Mistake(
            testDescription: "no such list, a name twice, no name",
            survey: [
                ["type", "name", "label"], ["select_one nowhere", "a", "A"], ["text", "b", "B"],
                ["text", "b", "C"], ["text", "", "D"],
            ],
            told: [
                "survey:2: the list “nowhere” is not in the sheet “choices”, or is empty",
                "survey:4: the name “b” is there already or empty; give the row one of its own",
                "survey:5: the name “” is there already or empty; give the row one of its own",
            ]),
        Mistake(
            testDescription: "our own columns with what they cannot hold",
            survey: [
                ["type", "name", "label", "kollegium::type", "kollegium::wave", "kollegium::opens"]
                    + ["kollegium::area", "kollegium::form", "kollegium::facet"],
                ["begin_group", "p", "P", "part", "0", "tomorrow"],
                ["select_one l", "a", "A", "rating", "", "", "nowhere", "no form", "no facet"],
                ["end_group"],
            ],
            told: [
                "survey:2: “0” should be a whole number from 1",
                "survey:2: “opens” is “tomorrow”, which is no date; write it as 2014-06-05",
                "survey:3: “area” is “nowhere”, which is not in choices",
                "survey:3: “form” is “no form”; it should be one of: process, collegial, collective",
                "survey:3: “facet” is “no facet”; it should be one of: benevolence, reliability, competence, honesty, openness",
            ]),
        Mistake(
            testDescription: "two choices of one name", survey: [["type", "name"], ["select_one l", "a"]],
            choices: [["list_name", "name"], ["l", "x"], ["l", "x"]],
            told: ["choices:3: the name “x” is there already or empty; give the row one of its own"]),
    ]

    @Test(arguments: mistakes) func `a mistake is told at its row`(_ mistake: Mistake) {
        let reading = read(
            XLSXTables(sheets: [
                .init(name: "survey", rows: mistake.survey), .init(name: "choices", rows: mistake.choices),
            ]))
        #expect(reading.questionnaire == nil)
        #expect(reading.problems.lines(.en) == mistake.told)
    }
}
