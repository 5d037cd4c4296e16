/// A study made for its answers: questionnaires of rating items in areas, teams, and who answered what.
struct Survey {
    struct Item {
        let id: String
        /// The number of steps of a rating; nil for an item that asks for words.
        let steps: Int?
        let area: String?
    }

    struct Part {
        let id: String
        let wave: Int
        let items: [Item]
    }

    struct Questionnaire {
        let id: String
        let areas: [String]
        let parts: [Part]
    }

    var minimumGroup = 5
    var minimumForSingleItems = 8
    var published = false
    var questionnaires: [Questionnaire]
    var teams: [String] = ["t1"]
    /// Questionnaire, part, person, team, item, value; an empty value is an opt-out.
    private(set) var answers: [[String]] = []

    /// One questionnaire in one wave: area `team` of three items, `alone` of one, `pupils` of two.
    static let simple = Survey(questionnaires: [
        Questionnaire(
            id: "q", areas: ["team", "alone", "pupils"],
            parts: [
                Part(
                    id: "p", wave: 1,
                    items: [
                        Item(id: "a1", steps: 5, area: "team"), Item(id: "a2", steps: 5, area: "team"),
                        Item(id: "a3", steps: 5, area: "team"), Item(id: "s1", steps: 5, area: "alone"),
                        Item(id: "b1", steps: 5, area: "pupils"), Item(id: "b2", steps: 5, area: "pupils"),
                        Item(id: "loose", steps: 5, area: nil), Item(id: "words", steps: nil, area: "team"),
                    ])
            ])
    ])

    init(questionnaires: [Questionnaire]) {
        self.questionnaires = questionnaires
    }

    mutating func answer(
        _ questionnaire: String, _ part: String, _ person: String, _ team: String, _ item: String,
        _ value: String
    ) {
        answers.append([questionnaire, part, person, team, item, value])
    }

    /// Lets the first people of a team answer an item of the simple questionnaire, one value each; nil is an
    /// opt-out.
    func answering(_ item: String, _ values: [Int?], team: String = "t1") -> Survey {
        var survey = self
        for (index, value) in values.enumerated() {
            survey.answer("q", "p", "\(team)-\(index)", team, item, value.map(String.init) ?? "")
        }
        return survey
    }

    var bundle: TestBundle {
        var bundle = TestBundle()
        bundle["study.yaml"] = """
            format: kollegium-study/1
            id: survey
            title: Enkät
            starts: 2013-08-19
            ends: 2014-06-13
            privacy: {minimumGroup: \(minimumGroup), minimumForSingleItems: \(minimumForSingleItems), \
            published: \(published)}

            """
        for questionnaire in questionnaires {
            bundle["instruments/\(questionnaire.id).yaml"] = yaml(questionnaire)
        }
        bundle["schools.csv"] = "id,name\ns1,Skola 1\n"
        bundle["teams.csv"] = csvText(["id", "school", "name"], teams.map { [$0, "s1", "Lag \($0)"] })
        bundle.set(answers: answers)
        return bundle
    }

    private func yaml(_ questionnaire: Questionnaire) -> String {
        let items = questionnaire.parts.flatMap(\.items)
        let scales = Set(items.compactMap(\.steps)).sorted().map { steps in
            "s\(steps): {sv: [" + (1...steps).map { "steg \($0)" }.joined(separator: ", ") + "]}"
        }
        let areas = questionnaire.areas.map { "\($0): {sv: \($0)}" }
        let parts = questionnaire.parts.map { part in
            let asked = part.items.map { item in
                let type = item.steps.map { "type: rating, scale: s\($0)" } ?? "type: text"
                return "{id: \(item.id), \(type)" + (item.area.map { ", area: \($0)" } ?? "") + "}"
            }
            return "{id: \(part.id), wave: \(part.wave), items: [\(asked.joined(separator: ", "))]}"
        }
        return """
            id: \(questionnaire.id)
            title: \(questionnaire.id)
            audience: teacher
            scales: {\(scales.joined(separator: ", "))}
            areas: {\(areas.joined(separator: ", "))}
            parts: [\(parts.joined(separator: ", "))]

            """
    }
}
