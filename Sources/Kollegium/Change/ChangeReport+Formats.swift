import Measures

extension ChangeReport {
    /// `kollegium-report/1`.
    var json: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.string("format", "kollegium-report/1")
            json.string("study", study.code)
            json.number("minimumGroup", study.minimumGroup)
            json.array("teams") { json in
                for entry in entries {
                    json.newline()
                    json.object { json in write(entry, to: &json) }
                }
            }
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    private func write(_ entry: Entry, to json: inout JSONWriter) {
        let step = steps[entry.step]
        json.string("team", entry.team.code)
        json.string("form", step.form.rawValue)
        if hasSeveralQuestionnaires { json.string("instrument", step.from.questionnaire) }
        json.string("from", step.from.code)
        json.string("to", step.to.code)
        json.number("n", entry.change?.people)
        guard let change = entry.change else { return json.bool("withheld", true) }
        json.decimal("meanFrom", change.meanFrom.description)
        json.decimal("meanTo", change.meanTo.description)
        json.decimal("difference", change.difference.description)
        if let interval = change.interval {
            json.array("interval") { json in
                json.decimal(nil, interval.lower.description)
                json.decimal(nil, interval.upper.description)
            }
        } else {
            json.decimal("interval", nil)
        }
        if change.isSampled { json.string("intervalBy", "sampling") }
        json.number("up", change.up)
        json.number("same", change.same)
        json.number("down", change.down)
        json.decimal("exactP", change.exactP.description)
    }

    /// One row for each team and step.
    func csv() throws -> [UInt8] {
        let columns = [
            "team", "school", "form", "instrument", "from", "to", "n", "mean_from", "mean_to", "difference",
            "interval_lower", "interval_upper", "interval_by", "up", "same", "down", "exact_p", "withheld",
        ]
        return try csvBytes(columns) { writer in
            for entry in entries {
                let step = steps[entry.step]
                let head = [
                    entry.team.code, entry.team.schoolCode, step.form.rawValue, step.from.questionnaire,
                    step.from.code, step.to.code,
                ]
                guard let change = entry.change else {
                    try writer.record(head + Array(repeating: "", count: 11) + ["true"])
                    continue
                }
                try writer.record(
                    head + [
                        String(change.people), change.meanFrom.description, change.meanTo.description,
                        change.difference.description, change.interval?.lower.description ?? "",
                        change.interval?.upper.description ?? "",
                        change.interval == nil ? "" : change.isSampled ? "sampling" : "enumeration",
                        String(change.up), String(change.same), String(change.down),
                        change.exactP.description, "false",
                    ])
            }
        }
    }
}
