import Foundation
import Measures

/// `report change` recomputed from the rows of a bundle in the plainest way, as the contract says it, letter by
/// letter.
struct NaiveChangeReport {
    let study: String
    let minimumGroup: Int
    let teams: [String]
    let parts: [AskedPart]
    /// The records of `responses.csv`.
    let records: [[String: String]]

    /// A part with its rating items and the forms of trust that they belong to.
    struct AskedPart {
        let questionnaire, id: String
        let wave: Int
        let items: [String: TrustForm]

        func asks(_ form: TrustForm) -> [String] { items.filter { $0.value == form }.map(\.key) }
    }

    var json: String {
        let head =
            #"{"format": "kollegium-report/1", "study": "\#(study)", "minimumGroup": \#(minimumGroup), "teams": ["#
        let entries = teams.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.flatMap { team in
            steps.map { "\n" + entry(team, $0) }
        }
        return head + entries.joined(separator: ",") + "]}\n"
    }

    private typealias Step = (form: TrustForm, from: AskedPart, to: AskedPart)

    private var steps: [Step] {
        var steps: [Step] = []
        for form in [TrustForm.process, .collegial, .collective] {
            for questionnaire in Set(parts.map(\.questionnaire)).sorted() {
                let own = parts.filter { $0.questionnaire == questionnaire }
                for from in own.sorted(by: { $0.wave < $1.wave }) where !from.asks(form).isEmpty {
                    let later = own.filter { $0.wave > from.wave }.min { $0.wave < $1.wave }
                    if let later, !later.asks(form).isEmpty { steps.append((form, from, later)) }
                }
            }
        }
        return steps
    }

    private func entry(_ team: String, _ step: Step) -> String {
        let instrument =
            Set(steps.map(\.from.questionnaire)).count > 1
            ? #" "instrument": "\#(step.from.questionnaire)","# : ""
        let head =
            #"{"team": "\#(team)", "form": "\#(step.form)",\#(instrument) "from": "\#(step.from.id)", "to": "\#(step.to.id)", "#
        let before = answers(team, step.from, step.form)
        let after = answers(team, step.to, step.form)
        let both = before.keys.filter { after[$0] != nil }
        guard both.count >= minimumGroup else { return head + #""n": null, "withheld": true}"# }
        return head
            + NaivePairs(both.map { (from: before[$0] ?? [], to: after[$0] ?? []) }).figures + "}"
    }

    /// The steps that each person gave who answered at least half of the items.
    private func answers(_ team: String, _ part: AskedPart, _ form: TrustForm) -> [String: [Int]] {
        let asked = part.asks(form)
        var steps: [String: [Int]] = [:]
        for record in records
        where record["team"] == team && record["instrument"] == part.questionnaire
            && record["part"] == part.id
        {
            guard let person = record["person"], let item = record["item"], asked.contains(item),
                let step = record["value"].flatMap({ Int($0) })
            else { continue }
            steps[person, default: []].append(step)
        }
        return steps.filter { $0.value.count * 2 >= asked.count }
    }
}

extension NaiveChangeReport {
    init(_ survey: TrustSurvey) {
        study = "trust"
        minimumGroup = survey.minimumGroup
        teams = survey.teams
        parts = survey.questionnaires.flatMap { id, parts in
            parts.map { part in
                let items = part.asks.flatMap { form, count in
                    (0..<count).map { ("\(form.rawValue)-\($0 + 1)", form) }
                }
                return AskedPart(
                    questionnaire: id, id: part.id, wave: part.wave,
                    items: Dictionary(uniqueKeysWithValues: items))
            }
        }
        records = ParsedCSV(survey.bundle.files["responses.csv"] ?? []).records
    }

    /// The example that the project carries, by what its files say line by line.
    init(fiveSchools bundle: TestBundle) {
        study = "five-schools"
        minimumGroup = 5
        teams = ParsedCSV(bundle.files["teams.csv"] ?? []).records.compactMap { $0["id"] }
        records = ParsedCSV(bundle.files["responses.csv"] ?? []).records
        let instrument = bundle.lines(of: "instruments/teacher.yaml").drop { $0 != "parts:" }
        parts = instrument.split { $0.hasPrefix("- id: ") }.enumerated().dropFirst().map { index, lines in
            var items: [String: TrustForm] = [:]
            var item = ""
            for line in lines {
                if line.hasPrefix("  - id: ") { item = String(line.dropFirst(8)) }
                if line.hasPrefix("    form: ") {
                    items[item] = TrustForm(rawValue: String(line.dropFirst(10)))
                }
            }
            return AskedPart(
                questionnaire: "teacher", id: ["start", "year1", "year2"][index - 1], wave: index,
                items: items)
        }
    }
}
