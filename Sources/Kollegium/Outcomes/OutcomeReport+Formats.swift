import Measures

extension OutcomeReport {
    /// `kollegium-report/1`.
    var json: [UInt8] {
        JSONWriter.report(study) { json in
            json.number("minimumGroup", study.minimumGroup)
            json.lines("teams", entries) { json, entry in write(entry, to: &json) }
        }
    }

    private func write(_ entry: Entry, to json: inout JSONWriter) {
        let part = parts[entry.part]
        json.string("team", entry.team.code)
        json.string("school", entry.team.schoolCode)
        json.string("instrument", part.name.questionnaire)
        json.string("part", part.name.code)
        json.number("respondents", entry.outcome.respondents)
        json.bool("reported", entry.outcome.reported)
        guard entry.outcome.reported else { return json.string("why", "too few answers") }
        json.decimal("index", entry.outcome.index?.description)
        json.array("areas") { json in
            for share in entry.outcome.areas {
                json.object { json in
                    json.string("area", share.area)
                    switch share.shown {
                    case .exact(let top, let percent):
                        json.number("top", top)
                        json.number("of", share.of)
                        json.number("percent", percent)
                    case .atLeast(let percent):
                        json.number("of", share.of)
                        json.number("atLeast", percent)
                    case .atMost(let percent):
                        json.number("of", share.of)
                        json.number("atMost", percent)
                    }
                }
            }
        }
        json.strings("withheld", entry.outcome.withheld)
        guard rules != .format else { return }
        json.strings("narrowed", part.areas.map(\.code).filter(entry.narrowed.contains))
    }

    /// One row for each area that is shown or withheld, and one for each team that is not reported.
    func csv(for use: CSVUse) throws -> [UInt8] {
        let columns = [
            "team", "school", "instrument", "part", "reported", "respondents", "index", "area", "top", "of",
            "percent", "at_least", "at_most", "withheld",
        ]
        let isPage = rules != .format
        return try csvBytes(columns + (isPage ? ["narrowed"] : []), for: use) { writer in
            for entry in entries {
                let part = parts[entry.part]
                let outcome = entry.outcome
                let head = [
                    entry.team.code, entry.team.schoolCode, part.name.questionnaire, part.name.code,
                    outcome.reported ? "true" : "false", outcome.respondents.map(String.init) ?? "",
                    outcome.index?.description ?? "",
                ]
                guard outcome.reported else {
                    try writer.record(head + Array(repeating: "", count: isPage ? 8 : 7))
                    continue
                }
                for share in outcome.areas {
                    let of = String(share.of)
                    let cells: [String] =
                        switch share.shown {
                        case .exact(let top, let percent): [String(top), of, String(percent), "", ""]
                        case .atLeast(let percent): ["", of, "", String(percent), ""]
                        case .atMost(let percent): ["", of, "", "", String(percent)]
                        }
                    let narrowed = entry.narrowed.contains(share.area) ? "true" : "false"
                    try writer.record(head + [share.area] + cells + ["false"] + (isPage ? [narrowed] : []))
                }
                for area in outcome.withheld {
                    let cells = [area, "", "", "", "", "", "true"]
                    try writer.record(head + cells + (isPage ? [""] : []))
                }
            }
        }
    }
}
