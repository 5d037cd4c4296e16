import Storage

/// Taking in people and teams from a spreadsheet: first what would happen, then exactly that.
struct RosterStore {
    let db: Session

    /// What the paste would do now. It only reads.
    /// - Throws: `RosterRefusal`; `FormRefusal` where the programme is only read.
    func preview(_ paste: RosterPaste, in programme: Int64, by act: Act) throws -> RosterPreview {
        try prepare(paste, in: programme, act).preview
    }

    /// Does what a preview has shown, all of it or nothing. Where all of it has been done already, by a second press on
    /// the button or in another tab, nothing happens and that is all right.
    /// - Parameters:
    ///   - digest: the preview's.
    ///   - leavingOutMistakes: whether rows with mistakes are passed over; else one is enough for a refusal.
    /// - Returns: what was made.
    /// - Throws: `RosterRefusal`, with a new preview where something has changed; `FormRefusal` where the programme is
    ///   only read.
    func apply(
        _ paste: RosterPaste, digest: String, leavingOutMistakes: Bool = false, in programme: Int64,
        by act: Act
    ) throws -> RosterPreview.Totals {
        let (preview, plan, organisation) = try prepare(paste, in: programme, act)
        guard preview.totals.mistaken == 0 || leavingOutMistakes else {
            throw RosterRefusal.mistaken(preview)
        }
        guard !preview.totals.isNothing else { return preview.totals }
        guard preview.digest == digest else { throw RosterRefusal.changed(preview) }
        try make(plan, programme, organisation, by: act)
        try ActivityLog(db: db).note(
            act, "pasted", "roster", programme, programme: programme, organisation: organisation)
        return preview.totals
    }

    // MARK: The preview

    private func prepare(
        _ paste: RosterPaste, in programme: Int64, _ act: Act
    ) throws -> (preview: RosterPreview, plan: RosterPlan, organisation: Int64) {
        let programmes = ProgrammeStore(db: db)
        let organisation = try programmes.requireOpen(programme)
        let days = try programmes.days(of: programme)
        var form = FormReading()
        let sheet = sheet(paste.text, in: &form)
        let from = form.day("from", paste.from) ?? min(max(act.today, days.lowerBound), days.upperBound)
        if !days.contains(from) { form.report("from", .outsideProgramme(days)) }
        var team: Int64?
        if !TypedText(paste.team).isEmpty {
            team = try TeamStore(db: db).key(TypedText(paste.team).text, in: programme)
            if team == nil { form.report("team", .noTeamChosen) }
        }
        let columns = RosterColumns(sheet?.records ?? [])
        let lines = try lines(sheet?.records ?? [], columns)
        guard form.problems.isEmpty else { throw RosterRefusal.form(form.problems) }

        var matching = try RosterMatching(
            db, programme: programme, organisation: organisation, days: days, from: from, team: team,
            by: AccountStore(db: db).people(with: act.person))
        let rows = try matching.take(lines)
        let plan = matching.plan
        var totals = RosterPreview.Totals(
            schools: plan.schools.count, teams: plan.teams.count, people: plan.people.count,
            memberships: plan.memberships.count)
        totals.unchanged = rows.filter { $0.steps.contains(.nothingNew) }.count
        totals.mistaken = rows.filter { !$0.mistakes.isEmpty }.count
        var warnings: [Sentence] = columns.hasHeader ? [] : [.noHeading]
        if !columns.unread.isEmpty { warnings.append(.unreadColumns(columns.unread)) }
        let basis = ["\(programme)", from.description, paste.team] + plan.texts + rows.flatMap(Self.texts)
        let roles = RoleReading.of(
            Array((sheet?.records ?? []).dropFirst(columns.hasHeader ? 1 : 0)), columns)
        let preview = RosterPreview(
            rows: rows, totals: totals, roles: roles, warnings: warnings, digest: FormBasis.of(basis))
        return (preview, plan, organisation)
    }

    private func sheet(_ text: String, in form: inout FormReading) -> RosterSheet? {
        guard text.utf8.count <= RosterSheet.mostBytes else {
            form.report("text", .tooMuchPasted)
            return nil
        }
        let sheet = RosterSheet(text)
        if sheet.records.isEmpty { form.report("text", .nothingPasted) }
        if sheet.records.count > RosterSheet.mostRecords + 1 { form.report("text", .tooMuchPasted) }
        if let line = sheet.openQuote { form.report("text", .openQuote(line)) }
        return sheet
    }

    /// The rows, or a refusal of the whole where any of it is about pupils. Every cell is looked at, also those of columns
    /// that nobody reads.
    private func lines(_ records: [RosterSheet.Record], _ columns: RosterColumns) throws -> [RosterLine] {
        if let heading = columns.forbidden { throw RosterRefusal.pupilData(.pupilColumn(heading)) }
        if let found = records.first(where: { $0.cells.contains(where: PersonalNumber.isIn) }) {
            throw RosterRefusal.pupilData(.personalNumbers(found.line))
        }
        let lines = records.dropFirst(columns.hasHeader ? 1 : 0).map { RosterLine($0, columns) }
        if let pupil = lines.first(where: \.isPupil) {
            throw RosterRefusal.pupilData(.pupilRow(pupil.number))
        }
        return lines
    }

    /// What somebody has seen of a row and agreed to.
    private static func texts(_ row: RosterPreview.Row) -> [String] {
        [
            "\(row.line)", row.name, row.email, row.school, row.team, row.role?.rawValue ?? "",
            row.from?.description ?? "", "\(row.steps)",
        ] + (row.mistakes + row.warnings).map(\.sv)
    }

    // MARK: The doing

    private func make(_ plan: RosterPlan, _ programme: Int64, _ organisation: Int64, by act: Act) throws {
        let schoolStore = SchoolStore(db: db)
        let teamStore = TeamStore(db: db)
        let personStore = PersonStore(db: db)
        let present = try schoolStore.choices(of: programme)
        var names = Dictionary(present.map { ($0.key, $0.name) }) { one, _ in one }
        var codes = Set(present.map(\.code))
        var schools: [Int64] = []
        for name in plan.schools {
            let code = ReadableCode.free(ReadableCode.from(name, otherwise: "school"), among: codes)
            codes.insert(code)
            let key = try schoolStore.insert(
                .init(name: name, profile: SchoolProfile()), code: code, programme: programme,
                organisation: organisation)
            names[key] = name
            schools.append(key)
        }
        codes = Set(try teamStore.choices(of: programme).map(\.code))
        var teams: [Int64] = []
        for team in plan.teams {
            let school = team.school.key(schools)
            let code = ReadableCode.free(
                ReadableCode.from("\(names[school] ?? "") \(team.name)", otherwise: "team"), among: codes)
            codes.insert(code)
            teams.append(
                try teamStore.insert(
                    .init(
                        school: school, name: team.name, grades: team.grades, pupils: team.pupils, kind: nil),
                    code: code, programme: programme))
        }
        let people = try plan.people.map { person in
            try personStore.insert(
                .init(name: person.name, email: person.email, school: person.school?.key(schools)),
                programme: programme, organisation: organisation)
        }
        for stay in plan.memberships {
            let key = try teamStore.insert(
                .init(person: stay.person.key(people), role: stay.role, from: stay.from),
                in: stay.team.key(teams), programme: programme)
            // Each by itself, because its team is told of it.
            try ActivityLog(db: db).note(
                act, "began", "membership", key, programme: programme, organisation: organisation)
        }
    }
}

extension RosterPlan.Ref {
    fileprivate func key(_ made: [Int64]) -> Int64 {
        switch self {
        case .known(let key): key
        case .new(let place): made[place]
        }
    }
}
