import Measures
import Storage

/// The trust map as a page: each team's three forms as word and shape, each opening what it rests on.
struct TrustPage: Sendable {
    let frame: ReportFrame
    let absentHeading: String
    let absent: [String]
    let caution: String
    /// Whom the map is for, where the study is not published.
    let `private`: String?
    let scale: [Step]
    let teams: [Team]
    let hasTable: Bool
    let tableHeading: String
    let table: ReportTable

    struct Step: Sendable {
        let shape: String
        let word: String
    }

    struct Team: Sendable {
        let name: String
        let forms: [Form]
        let conditions: String
        let conditionList: [String]
    }

    struct Form: Sendable {
        let form: String
        let shape: String
        let level: String
        let reason: String?
        let hasEvidence: Bool
        let evidenceHeading: String
        let evidence: [String]
        let hasMissing: Bool
        let missingHeading: String
        let missing: [String]
        let hasChanges: Bool
        let changesHeading: String
        let changes: [String]
        let rule: String?
    }

    init(
        _ report: TrustReport, evidence: [Int64: [String: EvidenceStore.Record]], period: ClosedRange<Day>,
        endings: [TeamEnding], _ language: Language
    ) {
        let file = report.file
        let labels = TeamLabels(report.teams.map(\.team))
        frame = ReportFrame(
            report.study, period: period, title: Sentence(sv: "Tillit i lagen", en: "Trust in the teams"),
            source: Sentence(
                sv:
                    "Enligt lärarna, så som deras svar och handledarnas rapporter har kodats. Nivåerna ges av namngivna regler (\(file.rules.name)), aldrig av en sammanvägd poäng.",
                en:
                    "According to the teachers, as their answers and the supervisors' reports have been coded. The levels are given by named rules (\(file.rules.name)), never by a weighted score."
            ), language: language)
        absentHeading = ReportAbsence.heading(language)
        absent = ReportAbsence.ended(endings, labels, language) + [report.withoutEvidence(labels, language)]
        caution = file.caution(language)
        `private` = ReportAbsence.privateNotice(report.study, language)
        scale = [TrustLevel.high, .enough, .low, nil].map { level in
            Step(shape: TrustShape.svg(level), word: file.level(level, language))
        }
        teams = report.teams.map { team, assessment in
            Team(
                name: labels.label(team),
                forms: assessment.verdicts.map { Form($0, file, evidence[team.key] ?? [:], language) },
                conditions: Sentence(
                    sv: "Villkor som lagen i studien bakom reglerna hade när de fullföljde:",
                    en: "Conditions that the teams of the study behind the rules had when they completed:")(
                        language),
                conditionList: assessment.conditions(file, language))
        }
        tableHeading = Sentence(sv: "Kartan som tabell", en: "The map as a table")(language)
        table = report.levels(labels, language)
        hasTable = !report.teams.isEmpty
    }
}

extension TrustPage {
    static func read(
        _ db: Session, _ study: Study, by file: TrustRulesFile, _ language: Language
    ) throws -> TrustPage {
        let report = try TrustReport.read(db, study, by: file)
        let period = try ProgrammeStore(db: db).days(of: study.programme)
        return TrustPage(
            report, evidence: try EvidenceStore(db: db).records(of: study.programme),
            period: period,
            endings: try EventStore(db: db).endings(of: study.programme, before: period.upperBound), language)
    }
}

extension TrustPage.Form {
    fileprivate init(
        _ verdict: TrustVerdict, _ file: TrustRulesFile, _ records: [String: EvidenceStore.Record],
        _ language: Language
    ) {
        form = file.form(verdict.form, language)
        shape = TrustShape.svg(verdict.level)
        level = file.level(verdict.level, language)
        reason = verdict.rule.map { file.reason($0, language) }
        evidenceHeading = Sentence(sv: "Belägg", en: "Evidence")(language)
        evidence = verdict.evidence.compactMap { id in records[id].map { $0.words(file, language) } }
        hasEvidence = !evidence.isEmpty
        missingHeading = Sentence(sv: "Underlag saknas om", en: "There is no evidence of")(language)
        missing = verdict.missing.map { file.indicator($0, language) }
        hasMissing = !missing.isEmpty
        changesHeading = Sentence(sv: "Skulle ändra nivån", en: "Would change the level")(language)
        changes = verdict.wouldChange.map { change in
            "\(file.indicator(change.indicator, language)): "
                + "\(file.value(change.indicator, change.value, language)) → \(file.level(change.level, language))"
        }
        hasChanges = !changes.isEmpty
        rule = verdict.rule.map { Sentence(sv: "Regel: \($0)", en: "Rule: \($0)")(language) }
    }
}

extension EvidenceStore.Record {
    /// What was seen, where and when: what stands behind an id.
    fileprivate func words(_ file: TrustRulesFile, _ language: Language) -> String {
        let seen = "\(file.indicator(indicator, language)): \(file.value(indicator, value, language))"
        let origin = [source.map { EvidenceSource.words($0, language) }, language.date(date), code]
        return seen + " (" + origin.compactMap(\.self).joined(separator: ", ") + ")"
    }
}

extension TrustAssessment {
    /// Each condition with whether it is there; never that a team will not manage.
    fileprivate func conditions(_ file: TrustRulesFile, _ language: Language) -> [String] {
        let enough = [TrustForm.process, .collective].map { form in
            let there = level(of: form).map { $0 != .low }
            return
                "\(file.form(form, language)), \(Sentence(sv: "minst", en: "at least")(language)) \(file.level(.enough, language)): \(presence(there, language))"
        }
        let deepened = Sentence(
            sv:
                "och, där lärandet fördjupades, \(file.form(.collegial, language).lowercased()), \(file.level(.high, language))",
            en:
                "and, where learning deepened, \(file.form(.collegial, language).lowercased()), \(file.level(.high, language))"
        )(
            language)
        return enough + ["\(deepened): \(presence(level(of: .collegial).map { $0 == .high }, language))"]
    }

    private func presence(_ there: Bool?, _ language: Language) -> String {
        switch there {
        case true: Sentence(sv: "finns", en: "there")(language)
        case false: Sentence(sv: "saknas", en: "missing")(language)
        default: Sentence(sv: "inte känt", en: "not known")(language)
        }
    }
}

extension TrustReport {
    fileprivate func withoutEvidence(_ labels: TeamLabels, _ language: Language) -> String {
        let none = teams.filter { _, assessment in assessment.verdicts.allSatisfy { $0.level == nil } }
        guard !none.isEmpty else {
            return Sentence(sv: "Alla lag har kodade belägg.", en: "All teams have coded evidence.")(language)
        }
        let names = ReportAbsence.list(none.map { labels.label($0.team) })
        return Sentence(
            sv: "Utan tillräckliga kodade belägg för någon nivå: \(names).",
            en: "Without enough coded evidence for any level: \(names).")(language)
    }

    /// The article's third table: teams and levels in words.
    fileprivate func levels(_ labels: TeamLabels, _ language: Language) -> ReportTable {
        ReportTable(
            name: Sentence(sv: "Nivåer av tillit", en: "Levels of trust")(language),
            corner: Sentence(sv: "Lag", en: "Team")(language),
            columns: [.collegial, .collective, .process].map { .words(file.form($0, language)) },
            rows: teams.map { team, assessment in
                ReportTable.Row(
                    heading: labels.label(team),
                    cells: [TrustForm.collegial, .collective, .process].map { form in
                        let level = assessment.level(of: form)
                        let word = file.level(level, language)
                        return .words(level.map { "\(word) (\($0.rawValue))" } ?? word)
                    })
            })
    }
}
