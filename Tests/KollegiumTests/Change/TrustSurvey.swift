import Foundation
import Measures
import Support
import Testing

/// A study made for its answers on trust: questionnaires whose parts ask rating items on the three forms, teams,
/// and who answered what. The items of a form are called `process-1`, `process-2` and so on.
struct TrustSurvey: Sendable {
    struct Part: Sendable {
        let id: String
        let wave: Int
        /// How many items it asks on each form.
        let asks: [TrustForm: Int]
        var title: String?

        init(_ id: String, wave: Int, _ asks: [TrustForm: Int], title: String? = nil) {
            self.id = id
            self.wave = wave
            self.asks = asks
            self.title = title
        }
    }

    /// One person's answers to the items, at the start and at the end.
    typealias Person = (from: [Int?], to: [Int?])

    /// So many people who answer alike.
    static func alike(_ count: Int, from: [Int?], to: [Int?]) -> [Person] {
        Array(repeating: (from: from, to: to), count: count)
    }

    /// What stands where somebody opted out of an item; nil is an item not answered.
    static let optOut = 0

    var minimumGroup = 5
    var minimumForSingleItems = 8
    var published = false
    /// The parts of each questionnaire, by its id.
    var questionnaires: [String: [Part]]
    var teams: [String] = ["t1"]
    /// Questionnaire, part, person, team, item, value; an empty value is an opt-out.
    var answers: [[String]] = []

    init(_ questionnaires: [String: [Part]]) {
        self.questionnaires = questionnaires
    }

    /// One questionnaire that asks so many collegial items at the start and again at the end.
    static func twice(items: Int) -> TrustSurvey {
        TrustSurvey([
            "q": [Part("start", wave: 1, [.collegial: items]), Part("end", wave: 2, [.collegial: items])]
        ])
    }

    /// Lets a person answer the items of a form in their order.
    mutating func answer(
        _ part: String, _ person: String, _ steps: [Int?], on form: TrustForm = .collegial,
        team: String = "t1",
        in questionnaire: String = "q"
    ) {
        for (index, step) in steps.enumerated() {
            guard let step else { continue }
            let value = step == Self.optOut ? "" : "\(step)"
            answers.append([questionnaire, part, person, team, "\(form.rawValue)-\(index + 1)", value])
        }
    }

    /// One more person of a team at a time, with the answers at the start and at the end.
    func moving(_ people: [Person], team: String = "t1") -> TrustSurvey {
        var survey = self
        let known = Set(answers.filter { $0[3] == team }.map { $0[2] }).count
        for (index, person) in people.enumerated() {
            let name = "\(team)-\(known + index)"
            survey.answer("start", name, person.from, team: team)
            survey.answer("end", name, person.to, team: team)
        }
        return survey
    }

    /// Where each person answers one item each time.
    func moving(_ people: [(Int, Int)], team: String = "t1") -> TrustSurvey {
        moving(people.map { (from: [$0.0], to: [$0.1]) }, team: team)
    }

    var bundle: TestBundle {
        var bundle = TestBundle()
        bundle["study.yaml"] = """
            format: kollegium-study/1
            id: trust
            title: {sv: Tillit, en: Trust}
            starts: 2013-08-19
            ends: 2015-06-12
            privacy: {minimumGroup: \(minimumGroup), minimumForSingleItems: \(minimumForSingleItems), \
            published: \(published)}

            """
        for (id, parts) in questionnaires { bundle["instruments/\(id).yaml"] = Self.yaml(id, parts) }
        bundle["schools.csv"] = csvText(["id", "name"], teams.map { ["s-\($0)", "Skola \($0)"] })
        bundle["teams.csv"] = csvText(["id", "school", "name"], teams.map { [$0, "s-\($0)", "Lag \($0)"] })
        bundle.set(answers: answers)
        return bundle
    }

    private static func yaml(_ id: String, _ parts: [Part]) -> String {
        let parts = parts.map { part in
            let items = part.asks.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap { form, count in
                (1...count).map {
                    "{id: \(form.rawValue)-\($0), type: rating, scale: s, form: \(form.rawValue)}"
                }
            }
            let title = part.title.map { ", title: \($0)" } ?? ""
            return "{id: \(part.id), wave: \(part.wave)\(title), items: [\(items.joined(separator: ", "))]}"
        }
        return """
            id: \(id)
            title: \(id)
            audience: teacher
            scales: {s: {sv: [1, 2, 3, 4, 5]}}
            parts: [\(parts.joined(separator: ", "))]

            """
    }
}
