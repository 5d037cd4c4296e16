import Storage

/// A programme as its own page and lists of programmes begin.
struct ProgrammeSummary: Sendable, Equatable {
    let key: Int64
    let publicID: String
    let title: Title
    let days: ClosedRange<Day>
    /// The zone in which its days and times are meant.
    let zone: String
    /// Whether people work in it; an imported one is only read until somebody takes it over.
    let isOpen: Bool
    let phases: [StudyDocument.Period]
    let terms: [StudyDocument.Period]
    let schools: Int
    let teams: Int
}

extension ProgrammeStore {
    /// What the programme's page begins with, in three statements however many teams there are; nil where there is no
    /// such programme. How many people there are is asked apart (`TeamStore.membersToday`), because it takes longer.
    func summary(of programme: Int64) throws -> ProgrammeSummary? {
        let phases = try phases(of: programme)
        let terms = try terms(of: programme)
        return try db.one(
            "SELECT \(Self.summaryColumns) FROM programmes p WHERE p.id = ?", programme
        ) { row in try summary(row, phases, terms) }
    }

    /// Programmes of an organisation, the latest first, without their phases and terms. Those whose study is still
    /// arriving or already leaving are nobody's to see.
    func summaries(of organisation: Int64, within scope: Scope = .everything) throws -> [ProgrammeSummary] {
        let hidden = try StudyStore(db: db).programmesInMotion()
        return try db.all(
            """
            SELECT \(Self.summaryColumns) FROM programmes p
            WHERE p.organisation_id = ? AND p.id IN (SELECT g.id FROM programmes g WHERE \(scope.sql))
            ORDER BY p.starts DESC, p.id DESC
            """, values: [organisation.value] + scope.values
        ) { row in try summary(row, [], []) }.filter { !hidden.contains($0.key) }
    }

    private static let summaryColumns = """
        p.id, p.public_id, p.title_sv, p.title_en, p.starts, p.ends, p.timezone, p.origin, p.taken_over_at,
        (SELECT count(*) FROM school_profiles s WHERE s.programme_id = p.id),
        (SELECT count(*) FROM teams t WHERE t.programme_id = p.id)
        """

    private func summary(
        _ row: Row, _ phases: [StudyDocument.Period], _ terms: [StudyDocument.Period]
    ) throws -> ProgrammeSummary {
        let isImported = try row.text(7) == "imported"
        let (starts, ends) = (try row.day(4), try row.day(5))
        guard starts <= ends else { throw StorageError(.damaged, "a programme ends before it starts") }
        return ProgrammeSummary(
            key: try row.key(0), publicID: try row.text(1),
            title: Title(sv: row.textIfAny(2), en: row.textIfAny(3)), days: starts...ends,
            zone: try row.text(6), isOpen: !isImported || row.keyIfAny(8) != nil,
            phases: phases, terms: terms, schools: try row.integer(9), teams: try row.integer(10))
    }
}
