/// Head counts as files, with the figures of the page.
extension HeadCounts {
    func json(_ study: Study, total: ContinuityTotal?) -> [UInt8] {
        JSONWriter.report(study, format: "kollegium-head-counts/1") { json in
            json.lines("teams", rows) { json, row in
                json.string("team", row.team.code)
                json.string("term", terms[row.term].code)
                json.number("planned", row.planned)
                json.number("held", row.held)
                json.decimal("attendance", row.attendance?.share?.description)
                json.number("members", row.members)
                json.number("coming", row.coming)
            }
            guard let total else { return }
            json.lines("total", zip(total.terms, total.rows)) { json, told in
                let (term, row) = told
                json.string("term", term.code)
                json.number("teams", row.teams)
                json.number("planned", row.planned)
                json.number("held", row.held)
                json.decimal("attendance", row.tellsAttendance ? row.attendance.share?.description : nil)
            }
        }
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
