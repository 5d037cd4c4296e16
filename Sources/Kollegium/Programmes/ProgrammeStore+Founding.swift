import Storage

/// Beginning a programme here, and changing it.
extension ProgrammeStore {
    /// A programme begun here, with the study that is its research view.
    struct Founded: Sendable, Equatable {
        let programme: Int64
        let publicID: String
        let study: Int64
        /// The study's id, as commands and bundles name it.
        let code: String
    }

    /// Begins a programme, in the organisation of whoever does it.
    ///
    /// Its study is held from the first day, so that reports and the export work on it as on any other. Nobody leads
    /// the programme until somebody is assigned to.
    /// - Throws: `FormRefusal` with all that is wrong.
    func found(_ draft: ProgrammeDraft, by act: Act) throws -> Founded {
        let values = try draft.examined().sound()
        let organisation = try PersonStore(db: db).organisation(of: act.person)
        let key = try db.nextKey(in: "programmes")
        let publicID = PublicID.make()
        try db.execute(
            """
            INSERT INTO programmes
                (id, public_id, organisation_id, origin, title_sv, title_en, starts, ends, timezone)
            VALUES (?, ?, ?, 'own', ?, ?, ?, ?, ?)
            """,
            key, publicID, organisation, values.title.sv, values.title.en,
            values.days.lowerBound.description, values.days.upperBound.description, values.zone.identifier)
        try writePeriods(values, of: key)
        let study = try StudyStore(db: db).insertOwn(values, programme: key)
        try ActivityLog(db: db).note(
            act, "founded", "programme", key, programme: key, organisation: organisation)
        return Founded(programme: key, publicID: publicID, study: study.key, code: study.code)
    }

    /// Changes what a programme says of itself. The id of its study stays: others may have written it down.
    /// - Throws: `FormRefusal` with all that is wrong; also where somebody else has changed it meanwhile, and where it
    ///   is an imported one that nobody has taken over.
    func edit(_ programme: Int64, _ draft: ProgrammeDraft, by act: Act) throws {
        let organisation = try requireOpen(programme)
        guard let present = try self.draft(of: programme) else { throw FormRefusal("", .notHere) }
        try FormBasis.compare(draft.basis, with: present.basis)
        let groups = try StudyStore(db: db).minimumGroups(of: programme)
        let values = try draft.examined(present: groups).sound()
        guard draft.fields != present.fields else { return }
        try db.execute(
            "UPDATE programmes SET title_sv = ?, title_en = ?, starts = ?, ends = ?, timezone = ? WHERE id = ?",
            values.title.sv, values.title.en, values.days.lowerBound.description,
            values.days.upperBound.description, values.zone.identifier, programme)
        let terms = try terms(of: programme)
        try db.execute("DELETE FROM phases WHERE programme_id = ?", programme)
        try db.execute("DELETE FROM terms WHERE programme_id = ?", programme)
        try writePeriods(values, of: programme)
        try PurposeAnswerStore(db: db).carry(Self.renamed(terms, to: values.terms), of: programme)
        try StudyStore(db: db).edit(values, of: programme)
        try ActivityLog(db: db).note(
            act, "edited", "programme", programme, programme: programme, organisation: organisation)
    }

    /// The programme as a form to edit shows it; nil where there is none.
    func draft(of programme: Int64) throws -> ProgrammeDraft? {
        let row = try db.one(
            "SELECT title_sv, title_en, starts, ends, timezone FROM programmes WHERE id = ?", programme
        ) { row in
            (row.textIfAny(0), row.textIfAny(1), try row.day(2), try row.day(3), try row.text(4))
        }
        guard let (sv, en, starts, ends, zone) = row else { return nil }
        var draft = ProgrammeDraft()
        draft.titleSV = sv ?? ""
        draft.titleEN = en ?? ""
        draft.starts = starts.description
        draft.ends = ends.description
        draft.zone = zone
        draft.phases = try phases(of: programme).map(ProgrammeDraft.Period.init)
        let terms = try terms(of: programme)
        if terms != StudyDocument.halfYears(from: starts, to: ends) {
            draft.terms = terms.map(ProgrammeDraft.Period.init)
        }
        if let groups = try StudyStore(db: db).minimumGroups(of: programme) {
            draft.minimumGroup = String(groups.minimum)
            draft.minimumForSingleItems = String(groups.forSingleItems)
        }
        draft.basis = FormBasis.of(draft.fields)
        return draft
    }

    /// Terms that are called otherwise now, by what they were called: those of the same days, and those that stand in the
    /// same place on some of the same days.
    private static func renamed(
        _ before: [StudyDocument.Period], to after: [StudyDocument.Period]
    ) -> [String: String] {
        var renamed: [String: String] = [:]
        for (place, term) in before.enumerated() {
            if let same = after.first(where: { $0.from == term.from && $0.to == term.to }) {
                if same.code != term.code { renamed[term.code] = same.code }
                continue
            }
            guard after.indices.contains(place), !after.contains(where: { $0.code == term.code }),
                !before.contains(where: { $0.code == after[place].code }),
                after[place].from <= term.to, term.from <= after[place].to
            else { continue }
            renamed[term.code] = after[place].code
        }
        return renamed
    }

    private func writePeriods(_ values: ProgrammeDraft.Values, of programme: Int64) throws {
        for (position, phase) in values.phases.enumerated() {
            try insert(phase, position + 1, into: "phases", programme: programme)
        }
        for (position, term) in values.terms.enumerated() {
            try insert(term, position + 1, into: "terms", programme: programme)
        }
    }
}

extension ProgrammeDraft {
    /// Everything that was typed, as the basis of the next form.
    fileprivate var fields: [String] {
        [titleSV, titleEN, starts, ends, zone, minimumGroup, minimumForSingleItems, "\(phases.count)"]
            + (phases + terms).filter { !$0.isBlank }.flatMap { [$0.name, $0.from, $0.to] }
    }
}

extension ProgrammeDraft.Period {
    fileprivate init(_ period: StudyDocument.Period) {
        self.init(name: period.code, from: period.from.description, to: period.to.description)
    }
}
