import Storage

extension ProgrammeStore {
    /// The term that a day is in or, between terms, the last one before it; nil before the first.
    func term(of programme: Int64, on day: Day) throws -> StudyDocument.Period? {
        try db.one(
            """
            SELECT code, starts, ends FROM terms WHERE programme_id = ? AND starts <= ?
            ORDER BY starts DESC, position DESC LIMIT 1
            """, programme, day.description
        ) { row in
            StudyDocument.Period(code: try row.text(0), from: try row.day(1), to: try row.day(2))
        }
    }
}

extension ProgrammeStore {
    /// The present term of each of some programmes, as `term(of:on:)`.
    func terms(of programmes: Set<Int64>, on day: Day) throws -> [Int64: StudyDocument.Period] {
        let scope = Scope("x.programme_id", in: programmes)
        var terms: [Int64: StudyDocument.Period] = [:]
        try db.each(
            """
            SELECT x.programme_id, x.code, x.starts, x.ends FROM terms x WHERE \(scope.sql) AND x.starts <= ?
            ORDER BY x.starts, x.position
            """, values: scope.values + [day.description.value], atOnce: true
        ) { row in
            terms[try row.key(0)] = StudyDocument.Period(
                code: try row.text(1), from: try row.day(2), to: try row.day(3))
        }
        return terms
    }
}
