import Storage

/// What a researcher takes away as a file: the reports of the page of statistics, with teams known by their codes.
enum StatisticsFigures: String, CaseIterable, Sendable {
    case outcome, continuity, change
    /// The tables for reviewers: uncertainty, tests, and how well the questions measure.
    case uncertainty
    /// How far people's own goals were reached; it stands below the outcome.
    case goals

    /// What the page has a part for; uncertainty stands within the others.
    static let parts: [StatisticsFigures] = [.outcome, .continuity, .change]

    func name(_ language: Language) -> String {
        switch self {
        case .outcome: Sentence(sv: "Utfall", en: "Outcome")(language)
        case .continuity: Sentence(sv: "Kontinuitet", en: "Continuity")(language)
        case .change: Sentence(sv: "Förändring", en: "Change")(language)
        case .uncertainty:
            Sentence(sv: "Osäkerhet och mätning", en: "Uncertainty and measurement")(language)
        case .goals: Sentence(sv: "Nådda mål", en: "Goals reached")(language)
        }
    }

    /// Withholds what the page withholds. The column of schools is there and empty, so that one program reads the files
    /// of teams and of researchers.
    func read(_ db: Session, _ study: Study, _ selection: Selection) throws -> any Report {
        switch self {
        case .outcome:
            return try OutcomeReading.read(db, study, selection, in: .byCode, detailed: false).report
                .ofTeamsUnknown
        case .goals:
            return try OutcomeReading.read(
                db, study, selection, in: .byCode, about: .goals, detailed: false
            ).report.ofTeamsUnknown
        case .continuity: return try ContinuityReport.read(db, study, selection).ofTeamsUnknown
        case .change: return try ChangeReading.read(db, study, selection, in: .byCode).report.ofTeamsUnknown
        case .uncertainty:
            let outcome = try OutcomeReading.read(db, study, selection, in: .byCode)
            let change = try ChangeReading.read(db, study, selection, in: .byCode)
            let bodies = [
                OutcomeBody(outcome.report, outcome.detail, endings: [], for: .researcher, .en).appendix,
                ChangeBody(change.report, change.detail, endings: [], for: .researcher, .en).appendix,
            ]
            return ReviewTables(
                study: study, tables: bodies.compactMap(\.self).flatMap(\.chapters).flatMap(\.tables))
        }
    }
}

extension TeamStore.Name {
    /// The team by its code alone.
    var codeAlone: TeamStore.Name {
        TeamStore.Name(key: key, code: code, name: "", schoolCode: "", schoolName: "")
    }
}

extension OutcomeReport {
    var ofTeamsUnknown: OutcomeReport {
        OutcomeReport(
            study: study, parts: parts,
            entries: entries.map {
                Entry(
                    team: $0.team.codeAlone, part: $0.part, outcome: $0.outcome, narrowed: $0.narrowed)
            }, rules: rules)
    }
}

extension ChangeReport {
    fileprivate var ofTeamsUnknown: ChangeReport {
        ChangeReport(
            study: study, steps: steps,
            entries: entries.map {
                Entry(
                    team: $0.team.codeAlone, step: $0.step, people: $0.people, change: $0.change,
                    telling: $0.telling)
            }, rules: rules, isForTeam: isForTeam)
    }
}

extension ContinuityReport {
    fileprivate var ofTeamsUnknown: ContinuityReport {
        ContinuityReport(
            study: study, terms: terms,
            teams: teams.map {
                Team(
                    name: $0.name.codeAlone, terms: $0.terms, ended: $0.ended, coming: $0.coming,
                    isFrozen: $0.isFrozen, course: $0.course)
            }, isForPages: isForPages)
    }
}
