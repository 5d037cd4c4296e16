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
    /// What each form of trust is.
    let forms: [String]
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
        _ report: TrustReport, evidence: [Int64: [String: EvidenceStore.Record]], setting: ReportSetting,
        _ language: Language
    ) {
        let file = report.file
        let labels = TeamLabels(report.teams.map(\.team))
        frame = ReportFrame(
            report.study, setting: setting, title: Sentence(sv: "Tillit i lagen", en: "Trust in the teams"),
            source: Sentence(
                sv:
                    "Enligt lärarna, så som deras svar och handledarnas rapporter har kodats. Nivåerna ges av namngivna regler (\(file.rules.name)), aldrig av en sammanvägd poäng.",
                en:
                    "According to the teachers, as their answers and the supervisors' reports have been coded. The levels are given by named rules (\(file.rules.name)), never by a weighted score."
            ), language: language)
        absentHeading = ReportAbsence.heading(language)
        absent = ReportAbsence.orNobody(
            ReportAbsence.ended(setting.endings, labels, language) + report.withoutEvidence(labels, language),
            language)
        caution = "\(file.source(language)) \(file.caution(language))"
        forms = TrustForm.allCases.map { form in "\(file.form(form, language)): \(form.meaning(language))" }
        `private` = ReportAbsence.privateNotice(report.study, language)
        scale = [TrustLevel.high, .enough, .low, nil].map { level in
            Step(
                shape: TrustShape.svg(level),
                word: level == .enough
                    ? Sentence(
                        sv: "tillräckligt hög: nog för att hålla ut programmet igenom",
                        en: "high enough: enough to last the programme out")(language)
                    : file.level(level, language))
        }
        teams = report.teams.map { team, assessment in
            Team(
                name: labels.label(team),
                forms: assessment.verdicts.map { Form($0, file, evidence[team.key] ?? [:], language) },
                conditions: Sentence(
                    sv:
                        "Villkor som lagen i studien bakom reglerna hade när de fullföljde, och när lärandet fördjupades:",
                    en:
                        "Conditions that the teams of the study behind the rules had when they completed, and when learning deepened:"
                )(
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
        return TrustPage(
            report, evidence: try EvidenceStore(db: db).records(of: study.programme),
            setting: try ReportSetting.read(db, study), language)
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
        let deciding = verdict.evidence.compactMap { records[$0] }
        let own = Set(file.rules.indicators.filter { $0.form == verdict.form }.map(\.code))
        let others = records.values.filter { record in
            own.contains(record.indicator) && !verdict.evidence.contains(record.code)
        }.sorted { ($0.date, $0.code) < ($1.date, $1.code) }
        let decides = Sentence(sv: " – avgör nivån", en: " – decides the level")(language)
        evidence =
            deciding.map { $0.words(file, language) + decides } + others.map { $0.words(file, language) }
        hasEvidence = !evidence.isEmpty
        missingHeading = Sentence(sv: "Underlag saknas om", en: "There is no evidence of")(language)
        missing = verdict.missing.map { file.indicator($0, language) }
        hasMissing = !missing.isEmpty
        changesHeading = Sentence(sv: "Vad som skulle ändra nivån", en: "What would change the level")(
            language)
        changes = verdict.wouldChange.map { change in
            let seen =
                "\(file.indicator(change.indicator, language)): \(file.value(change.indicator, change.value, language))"
            let level = file.level(change.level, language)
            return Sentence(sv: "\(seen) – då: \(level)", en: "\(seen) – then: \(level)")(language)
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
            let atLeast = Sentence(sv: "minst tillräckligt hög", en: "at least high enough")(language)
            return
                "\(file.form(form, language)), \(atLeast): \(presence(level(of: form).map { $0 != .low }, language))"
        }
        let high = Sentence(
            sv: "hög, för fördjupat lärande", en: "high, for learning to deepen")(language)
        let there = presence(level(of: .collegial).map { $0 == .high }, language)
        return enough + ["\(file.form(.collegial, language)), \(high): \(there)"]
    }

    private func presence(_ there: Bool?, _ language: Language) -> String {
        switch there {
        case true: Sentence(sv: "uppfyllt", en: "met")(language)
        case false: Sentence(sv: "inte uppfyllt", en: "not met")(language)
        default: Sentence(sv: "inte känt", en: "not known")(language)
        }
    }
}

extension TrustForm {
    /// What the trust is in.
    fileprivate func meaning(_ language: Language) -> String {
        switch self {
        case .process:
            Sentence(
                sv:
                    "tillit till arbetet självt – dess syfte, innehåll, organisering, handledning och ledning",
                en: "trust in the work itself: its purpose, content, organisation, supervision and leadership"
            )(language)
        case .collegial:
            Sentence(
                sv: "tillit mellan kollegorna i laget", en: "trust between the colleagues of the team")(
                    language)
        case .collective:
            Sentence(
                sv: "tillit till vad laget förmår tillsammans", en: "trust in what the team can do together")(
                    language)
        }
    }
}

extension TrustReport {
    fileprivate func withoutEvidence(_ labels: TeamLabels, _ language: Language) -> [String] {
        let none = teams.filter { _, assessment in assessment.verdicts.allSatisfy { $0.level == nil } }
        guard !none.isEmpty else { return [] }
        let names = ReportAbsence.list(none.map { labels.label($0.team) })
        return [
            Sentence(
                sv: "Utan tillräckliga kodade belägg för någon nivå: \(names).",
                en: "Without enough coded evidence for any level: \(names).")(language)
        ]
    }

    /// The article's third table: teams and levels in words.
    fileprivate func levels(_ labels: TeamLabels, _ language: Language) -> ReportTable {
        ReportTable(
            name: Sentence(sv: "Nivåer av tillit", en: "Levels of trust")(language),
            corner: Sentence(sv: "Lag", en: "Team")(language),
            columns: TrustForm.allCases.map { .words(file.form($0, language)) },
            rows: teams.map { team, assessment in
                ReportTable.Row(
                    heading: labels.label(team),
                    cells: TrustForm.allCases.map { form in
                        let level = assessment.level(of: form)
                        let word = file.level(level, language)
                        return .words(level.map { "\(word) (\($0.rawValue))" } ?? word)
                    })
            })
    }
}
