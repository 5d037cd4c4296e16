/// A total as files, with the figures of the page.
extension OutcomeTotal {
    var json: [UInt8] {
        JSONWriter.report(study, format: "kollegium-outcome-total/1") { json in
            json.lines("parts", parts.indices) { json, part in
                json.string("instrument", parts[part].name.questionnaire)
                json.string("part", parts[part].name.code)
                json.number("teams", teams[part])
                json.decimal("index", indices[part]?.description)
                json.array("areas") { json in
                    for figure in figures[part] {
                        json.object { json in
                            json.string("area", figure.area)
                            json.number("people", figure.told?.people)
                            json.number("top", figure.told?.top)
                            json.number("of", figure.told?.of)
                            json.number("percent", figure.told?.percent)
                        }
                    }
                }
            }
        }
    }

    /// One row for each part and area.
    func csv(for use: CSVUse) throws -> [UInt8] {
        let columns = ["instrument", "part", "teams", "index", "area", "people", "top", "of", "percent"]
        return try csvBytes(columns, for: use) { writer in
            for part in parts.indices {
                for figure in figures[part] {
                    let told = figure.told.map { [$0.people, $0.top, $0.of, $0.percent].map(String.init) }
                    try writer.record(
                        [
                            parts[part].name.questionnaire, parts[part].name.code, String(teams[part]),
                            indices[part]?.description ?? "", figure.area,
                        ] + (told ?? ["", "", "", ""]))
                }
            }
        }
    }
}
