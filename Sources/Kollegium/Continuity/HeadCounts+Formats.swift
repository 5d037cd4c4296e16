/// Head counts as files, with the figures of the page.
extension HeadCounts {
    func json(_ study: Study, total: ContinuityTotal?) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.string("format", "kollegium-head-counts/1")
            json.string("study", study.code)
            json.array("teams") { json in
                for row in rows {
                    json.newline()
                    json.object { json in
                        json.string("team", row.team.code)
                        json.string("term", terms[row.term].code)
                        json.number("planned", row.planned)
                        json.number("held", row.held)
                        json.decimal("attendance", row.attendance?.share?.description)
                        json.number("members", row.members)
                        json.number("coming", row.coming)
                    }
                }
            }
            guard let total else { return }
            json.array("total") { json in
                for (term, row) in zip(total.terms, total.rows) {
                    json.newline()
                    json.object { json in
                        json.string("term", term.code)
                        json.number("teams", row.teams)
                        json.number("planned", row.planned)
                        json.number("held", row.held)
                        json.decimal(
                            "attendance", row.tellsAttendance ? row.attendance.share?.description : nil)
                    }
                }
            }
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    /// One row for each team and term; totals are not in it.
    func csv(for use: CSVUse) throws -> [UInt8] {
        let columns = ["team", "school", "term", "planned", "held", "attendance", "members", "coming"]
        return try csvBytes(columns, for: use) { writer in
            for row in rows {
                try writer.record([
                    row.team.code, row.team.schoolCode, terms[row.term].code, String(row.planned),
                    String(row.held), row.attendance?.share?.description ?? "", String(row.members),
                    row.coming.map(String.init) ?? "",
                ])
            }
        }
    }
}
