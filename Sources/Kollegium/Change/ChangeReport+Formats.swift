import Measures

extension ChangeReport {
    /// `kollegium-report/1`.
    var json: [UInt8] {
        JSONWriter.report(study) { json in
            json.number("minimumGroup", study.minimumGroup)
            json.lines("teams", entries) { json, entry in write(entry, to: &json) }
        }
    }

    private func write(_ entry: Entry, to json: inout JSONWriter) {
        let step = steps[entry.step]
        json.string("team", entry.team.code)
        json.string("form", step.form.rawValue)
        if hasSeveralQuestionnaires { json.string("instrument", step.from.name.questionnaire) }
        json.string("from", step.from.name.code)
        json.string("to", step.to.name.code)
        json.number("n", entry.change?.people)
        guard let change = entry.change else { return json.bool("withheld", true) }
        let telling = entry.telling
        let means = telling.means && !isForTeam ? [change.meanFrom, change.meanTo] : []
        json.decimal("meanFrom", means.first?.description)
        json.decimal("meanTo", means.last?.description)
        json.decimal("difference", change.difference.description)
        if let interval = change.interval, telling.interval {
            json.array("interval") { json in
                json.decimal(nil, interval.lower.description)
                json.decimal(nil, interval.upper.description)
            }
            if change.isSampled { json.string("intervalBy", "sampling") }
        } else {
            json.decimal("interval", nil)
        }
        let counts = telling.directions == .counts
        json.number("up", counts ? change.up : nil)
        json.number("same", counts ? change.same : nil)
        json.number("down", counts ? change.down : nil)
        if let most = telling.directions.most { json.string("atLeast80Percent", most) }
        if !isForTeam { json.decimal("exactP", telling.tests ? change.exactP.description : nil) }
    }

    /// One row for each team and step.
    func csv(for use: CSVUse) throws -> [UInt8] {
        let columns = [
            "team", "school", "form", "instrument", "from", "to", "n", "mean_from", "mean_to", "difference",
            "interval_lower", "interval_upper", "interval_by", "up", "same", "down", "exact_p", "withheld",
        ]
        let isPage = rules != .format
        return try csvBytes(columns + (isPage ? ["at_least_80_percent"] : []), for: use) { writer in
            for entry in entries {
                let step = steps[entry.step]
                let head = [
                    entry.team.code, entry.team.schoolCode, step.form.rawValue, step.from.name.questionnaire,
                    step.from.name.code, step.to.name.code,
                ]
                guard let change = entry.change else {
                    let cells = Array(repeating: "", count: 11) + ["true"]
                    try writer.record(head + cells + (isPage ? [""] : []))
                    continue
                }
                let telling = entry.telling
                let interval = telling.interval ? change.interval : nil
                let counts = [change.up, change.same, change.down].map {
                    telling.directions == .counts ? String($0) : ""
                }
                let means = [change.meanFrom, change.meanTo].map {
                    telling.means && !isForTeam ? $0.description : ""
                }
                let by = interval == nil ? "" : change.isSampled ? "sampling" : "enumeration"
                let exactP = telling.tests && !isForTeam ? change.exactP.description : ""
                try writer.record(
                    head + [String(change.people)] + means + [
                        change.difference.description, interval?.lower.description ?? "",
                        interval?.upper.description ?? "", by,
                    ] + counts + [exactP, "false"] + (isPage ? [telling.directions.most ?? ""] : []))
            }
        }
    }
}

extension ChangeTelling.Directions {
    /// Which way at least 80 % went, where only that is told.
    fileprivate var most: String? {
        switch self {
        case .mostlyUp: "up"
        case .mostlySame: "same"
        case .mostlyDown: "down"
        case .counts, .untold: nil
        }
    }
}
