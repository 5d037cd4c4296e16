import Foundation

/// `report outcome` recomputed from the rows of a bundle in the plainest way, as the contract says it.
struct NaiveOutcome {
    let survey: Survey

    private struct Row {
        let questionnaire, part, person, team, item: String
        let step: Int
    }

    var json: NSDictionary {
        let rows = ParsedCSV(survey.bundle.files["responses.csv"] ?? []).records.compactMap {
            record -> Row? in
            // No value is an opt-out, and words are no steps.
            guard let step = record["value"].flatMap({ Int($0) }) else { return nil }
            return Row(
                questionnaire: record["instrument"] ?? "", part: record["part"] ?? "",
                person: record["person"] ?? "",
                team: record["team"] ?? "", item: record["item"] ?? "", step: step)
        }
        var entries: [NSDictionary] = []
        for team in survey.teams.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            for questionnaire in survey.questionnaires.sorted(by: { $0.id < $1.id }) {
                for part in questionnaire.parts.sorted(by: { $0.wave < $1.wave })
                where part.items.contains(where: { $0.area != nil }) {
                    let of = rows.filter {
                        $0.team == team && $0.questionnaire == questionnaire.id && $0.part == part.id
                    }
                    entries.append(entry(team, questionnaire, part, of))
                }
            }
        }
        return [
            "format": "kollegium-report/1", "study": "survey", "minimumGroup": survey.minimumGroup,
            "teams": entries,
        ]
    }

    private func entry(
        _ team: String, _ questionnaire: Survey.Questionnaire, _ part: Survey.Part, _ rows: [Row]
    ) -> NSDictionary {
        let items = part.items.filter { $0.steps != nil && $0.area != nil }
        let counted = rows.filter { row in items.contains { $0.id == row.item } }
        let respondents = Set(counted.map(\.person)).count
        var entry: [String: Any] = [
            "team": team, "school": "s1", "instrument": questionnaire.id, "part": part.id,
        ]
        guard respondents >= survey.minimumGroup else {
            entry["respondents"] = NSNull()
            entry["reported"] = false
            entry["why"] = "too few answers"
            return entry as NSDictionary
        }
        var shown: [NSDictionary] = []
        var withheld: [String] = []
        var steps: [Int] = []
        for area in questionnaire.areas {
            let asked = items.filter { $0.area == area }
            guard !asked.isEmpty else { continue }
            let answers = counted.filter { row in asked.contains { $0.id == row.item } }
            let people = Set(answers.map(\.person)).count
            let isSingle = asked.count == 1
            if people < survey.minimumGroup
                || (isSingle && !survey.published && people < survey.minimumForSingleItems)
            {
                withheld.append(area)
                continue
            }
            steps += answers.map(\.step)
            let top = answers.filter { row in
                asked.contains { $0.id == row.item && row.step >= ($0.steps ?? 0) - 1 }
            }.count
            shown.append(figures(area, top, answers.count, masks: isSingle && !survey.published))
        }
        entry["respondents"] = respondents
        entry["reported"] = true
        entry["index"] = index(steps)
        entry["areas"] = shown
        entry["withheld"] = withheld
        return entry as NSDictionary
    }

    private func figures(_ area: String, _ top: Int, _ of: Int, masks: Bool) -> NSDictionary {
        if masks, 100 * top >= 80 * of { return ["area": area, "of": of, "atLeast": 80] }
        if masks, 100 * top <= 20 * of { return ["area": area, "of": of, "atMost": 20] }
        return ["area": area, "top": top, "of": of, "percent": halfUp(100 * top, of)]
    }

    /// The mean in two decimals, null where nothing is shown.
    private func index(_ steps: [Int]) -> Any {
        steps.isEmpty ? NSNull() : Double(halfUp(100 * steps.reduce(0, +), steps.count)) / 100
    }

    private func halfUp(_ numerator: Int, _ denominator: Int) -> Int {
        (2 * numerator + denominator) / (2 * denominator)
    }
}
