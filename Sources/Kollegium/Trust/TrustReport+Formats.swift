import Measures

extension TrustReport {
    /// `kollegium-report/1`.
    var json: [UInt8] {
        JSONWriter.report(study) { json in
            json.string("rules", file.rules.name)
            json.lines("teams", teams) { json, row in
                let (team, assessment) = row
                json.string("team", team.code)
                json.string("collegial", assessment.level(of: .collegial)?.rawValue)
                json.string("collective", assessment.level(of: .collective)?.rawValue)
                json.string("process", assessment.level(of: .process)?.rawValue)
                json.bool("endurance", assessment.endurance)
                json.bool("deepenedLearning", assessment.deepenedLearning)
                json.array("because") { json in
                    for verdict in assessment.verdicts {
                        json.object { json in write(verdict, to: &json) }
                    }
                }
            }
        }
    }

    private func write(_ verdict: TrustVerdict, to json: inout JSONWriter) {
        json.string("form", verdict.form.rawValue)
        json.string("level", verdict.level?.rawValue)
        json.string("rule", verdict.rule)
        json.strings("evidence", verdict.evidence)
        if verdict.level == nil { json.strings("missing", verdict.missing) }
        json.array("wouldChange") { json in
            for change in verdict.wouldChange {
                json.object { json in
                    json.string("indicator", change.indicator)
                    json.string("value", change.value)
                    json.string("level", change.level?.rawValue)
                }
            }
        }
    }

    /// One row for each team and form.
    func csv(for use: CSVUse) throws -> [UInt8] {
        let columns = [
            "team", "school", "form", "level", "rule", "evidence", "missing", "would_change", "endurance",
            "deepened_learning",
        ]
        return try csvBytes(columns, for: use) { writer in
            for (team, assessment) in teams {
                for verdict in assessment.verdicts {
                    let changes = verdict.wouldChange.map { change in
                        "\(change.indicator)=\(change.value):\(change.level?.rawValue ?? "")"
                    }
                    try writer.record([
                        team.code, team.schoolCode, verdict.form.rawValue, verdict.level?.rawValue ?? "",
                        verdict.rule ?? "", verdict.evidence.joined(separator: " "),
                        verdict.missing.joined(separator: " "), changes.joined(separator: " "),
                        assessment.endurance.map(String.init) ?? "",
                        assessment.deepenedLearning.map(String.init) ?? "",
                    ])
                }
            }
        }
    }
}
