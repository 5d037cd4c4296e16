import Measures

/// Change in trust as it stands in a page, by the template `change-body`.
struct ChangeBody: Sendable {
    let absentHeading: String
    let absent: [String]
    /// Whom the page is for, where the study is not published.
    let `private`: String?
    /// Said where no questionnaire asks twice.
    let empty: String?
    /// How the pictures are read.
    let key: String?
    let teams: [Team]
    let tables: [ReportTable]
    let notes: [String]
    let appendix: ReportAppendix?

    struct Team: Sendable {
        let name: String
        let panels: [Panel]
    }

    struct Panel: Sendable {
        let form: String
        let picture: String
        let changes: [String]
    }

    static let source = Sentence(
        sv: "Hur tilliten har rört sig mellan enkäterna, enligt dem som svarade båda gångerna.",
        en: "How trust has moved between the questionnaires, according to those who answered both times.")

    init(
        _ report: ChangeReport, _ detail: ChangeDetail, endings: [TeamEnding], for reader: ReportReader,
        _ language: Language
    ) {
        let labels = reader.labels(report.teams)
        absentHeading = ReportAbsence.heading(language)
        let missing =
            ReportAbsence.ended(endings, labels, language)
            + (reader == .team ? report.absenceInTeam(language) : report.absences(labels, language))
        absent = ReportAbsence.orNobody(missing, language)
        // A team's own page is its own already.
        `private` = reader == .team ? nil : ReportAbsence.privateNotice(report.study, language)
        let hasSteps = !report.steps.isEmpty
        empty = hasSteps ? nil : ChangeReport.nothingTwice(language)
        key = hasSteps ? report.key(language) + detail.scaleInWords(language) : nil
        teams =
            !reader.draws(report.teams.count)
            ? []
            : report.shownTeams.map { team, entries in
                Team(
                    name: labels.label(team),
                    panels: report.panels(team, entries, detail, labels.label(team), language))
            }
        tables = report.waves.map { report.table($0, labels, language) }.filter { !$0.rows.isEmpty }
        notes = hasSteps ? [report.explanation(language)] : []
        appendix =
            hasSteps && reader.reviews
            ? ReportAppendix(ChangeAppendix(report, detail, labels, language).chapters, language) : nil
    }
}

extension ChangeReport {
    /// The teams with anything to show, each with its entries.
    fileprivate var shownTeams: [(TeamStore.Name, [Entry])] {
        let byTeam = Dictionary(grouping: entries.filter { $0.change != nil }, by: \.team.key)
        return teams.compactMap { team in byTeam[team.key].map { (team, $0) } }
    }

    /// Whether lines of single people may be shown: only what everybody can read already. A line is a person's own
    /// mean, and beside other figures of the page it would give away those who are not among the lines.
    private var showsPeople: Bool { study.published && rules == .format }

    /// Without what a page may not tell: a form of a single question, answered by fewer than a single question asks for.
    var forPage: ChangeReport {
        guard !study.published else { return self }
        let shown = entries.map { entry in
            let (step, people) = (steps[entry.step], entry.people.count)
            let isSingle = step.from.ratingItems[step.form] == 1 || step.to.ratingItems[step.form] == 1
            guard isSingle, people < study.minimumForSingleItems else { return entry }
            return Entry(team: entry.team, step: entry.step, people: [], change: nil)
        }
        return ChangeReport(study: study, steps: steps, entries: shown)
    }

    fileprivate func panels(
        _ team: TeamStore.Name, _ entries: [Entry], _ detail: ChangeDetail, _ name: String,
        _ language: Language
    ) -> [ChangeBody.Panel] {
        chains.compactMap { chain in
            let segments = entries.filter { chain.contains(steps[$0.step]) }.map {
                (step: steps[$0.step], entry: $0)
            }
            guard !segments.isEmpty else { return nil }
            let changes = segments.map { sentence($0.step, $0.entry, language) }
            let form = chain.title(in: self, language)
            let (name, spoken) = ("\(name). \(form)", changes.joined(separator: "; "))
            let picture =
                rules == .format
                ? ChangePanel(
                    segments, waves: chain.parts, steps: detail.scaleSteps(of: chain),
                    showsPeople: showsPeople, name: name, description: spoken, language
                ).svg
                : DifferencePanel(
                    segments, steps: detail.scaleSteps(of: chain), name: name, description: spoken, language
                ).svg
            return ChangeBody.Panel(form: form, picture: picture, changes: changes)
        }
    }

    /// `Vid start → Efter ett läsår: +0,39 (0,20–0,57), 8 personer: 7 upp, 1 lika, 0 ned`
    private func sentence(_ step: Step, _ entry: Entry, _ language: Language) -> String {
        guard let change = entry.change else { return "" }
        let interval =
            entry.telling.interval
            ? change.interval.map { " (\(language.interval($0.lower, $0.upper).unbroken))" } : nil
        let people = [entry.people(language), entry.directions(language)].compactMap(\.self)
        let waves = "\(step.from.name.heading(language)) → \(step.to.name.heading(language))"
        let figures = "\(waves): \(language.signed(change.difference))\(interval ?? "")"
        return "\(figures), \(people.joined(separator: ": "))"
    }

    /// A form of trust through the waves of one questionnaire.
    struct Chain: Sendable {
        let form: TrustForm
        let questionnaire: String
        /// The parts that are compared, by wave.
        let parts: [ChangeStore.Part]

        func contains(_ step: Step) -> Bool {
            step.form == form && step.from.name.questionnaire == questionnaire
        }

        func title(in report: ChangeReport, _ language: Language) -> String {
            let trust = form.trust(language)
            guard report.hasSeveralQuestionnaires else { return trust }
            let title = parts.first?.name.questionnaireHeading(language) ?? questionnaire
            return "\(trust) · \(title)"
        }
    }

    var chains: [Chain] {
        var chains: [Chain] = []
        for step in steps {
            if let last = chains.last, last.contains(step) {
                let known = Set(last.parts.map(\.key))
                let parts = last.parts + [step.from, step.to].filter { !known.contains($0.key) }
                chains[chains.count - 1] = Chain(
                    form: last.form, questionnaire: last.questionnaire, parts: parts)
            } else {
                chains.append(
                    Chain(
                        form: step.form, questionnaire: step.from.name.questionnaire,
                        parts: [step.from, step.to]))
            }
        }
        return chains
    }
}

extension TrustForm {
    /// The form by its whole name.
    func trust(_ language: Language) -> String {
        switch self {
        case .process: Sentence(sv: "Processtillit", en: "Trust in the process")(language)
        case .collegial: Sentence(sv: "Kollegial tillit", en: "Collegial trust")(language)
        case .collective: Sentence(sv: "Kollektiv tillit", en: "Collective trust")(language)
        }
    }
}
