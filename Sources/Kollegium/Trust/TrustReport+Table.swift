import Measures

extension TrustReport {
    /// For people at a terminal: the levels of all teams, then for each team what they rest on.
    func table(_ console: Console) -> String {
        let language = console.language
        let labels = TeamLabels(teams.map(\.team))
        var lines = console.heading(
            Sentence(sv: "Tillit i lagen", en: "Trust in the teams")(language) + " · "
                + study.title(language))
        lines += [Sentence(sv: "Regler", en: "Rules")(language) + ": " + file.rules.name, ""]
        lines += levels(labels, language)
        lines += [""] + legend(language)
        for (team, assessment) in teams {
            lines += [""] + console.heading(labels.label(team))
            if assessment.verdicts.allSatisfy({ $0.level == nil }) {
                lines += wrapped(
                    Sentence(
                        sv: "Otillräckliga kodade belägg för att sätta någon nivå.",
                        en: "Too little coded evidence to set any level.")(language), indent: "  ")
                continue
            }
            for verdict in assessment.verdicts { lines += reasons(verdict, language) }
        }
        return lines.joined(separator: "\n")
    }

    private func levels(_ labels: TeamLabels, _ language: Language) -> [String] {
        var table = TextTable([
            .init(heading: Sentence(sv: "Lag", en: "Team")(language), side: .left, most: 30),
            .init(heading: Sentence(sv: "Kollegial", en: "Collegial")(language), side: .left),
            .init(heading: Sentence(sv: "Kollektiv", en: "Collective")(language), side: .left),
            .init(heading: Sentence(sv: "Process", en: "Process")(language), side: .left),
            .init(
                heading: Sentence(sv: "Villkor att hålla ut", en: "Conditions to endure")(language),
                side: .left),
            .init(
                heading: Sentence(sv: "Villkor att fördjupa", en: "Conditions to deepen")(language),
                side: .left),
        ])
        for (team, assessment) in teams {
            table.add(
                [labels.label(team)]
                    + [TrustForm.collegial, .collective, .process].map {
                        assessment.level(of: $0)?.rawValue ?? "?"
                    }
                    + [word(assessment.endurance, language), word(assessment.deepenedLearning, language)])
        }
        return table.lines()
    }

    private func word(_ there: Bool?, _ language: Language) -> String {
        switch there {
        case true: Sentence(sv: "finns", en: "there")(language)
        case false: Sentence(sv: "saknas", en: "missing")(language)
        default: Sentence(sv: "öppet", en: "open")(language)
        }
    }

    private func legend(_ language: Language) -> [String] {
        let levels = [TrustLevel.high, .enough, .low].map { "\($0.rawValue) \(file.level($0, language))" }
        let scale = (levels + ["? \(file.insufficient(language))"]).joined(separator: ", ")
        return wrapped(scale + ".")
            + wrapped(
                Sentence(
                    sv:
                        "Villkor: de som lagen i den studie som reglerna bygger på hade när de fullföljde, och när lärandet fördjupades.",
                    en:
                        "Conditions: those which the teams of the study behind the rules had when they completed, and when learning deepened."
                )(
                    language))
            + wrapped(file.caution(language))
    }

    private func reasons(_ verdict: TrustVerdict, _ language: Language) -> [String] {
        let level =
            verdict.level.map { "\($0.rawValue), \(file.level($0, language))" } ?? file.insufficient(language)
        var lines = ["  \(file.form(verdict.form, language)): \(level)"]
        let indent = "    "
        if let rule = verdict.rule {
            let evidence = verdict.evidence.isEmpty ? "" : " [\(verdict.evidence.joined(separator: ", "))]"
            lines += wrapped("\(file.reason(rule, language)) (\(rule))\(evidence)", indent: indent)
        } else {
            let missing = verdict.missing.map { file.indicator($0, language) }.joined(separator: "; ")
            let lead = Sentence(sv: "Underlag saknas", en: "No evidence")(language)
            lines += wrapped("\(lead): \(missing).", indent: indent)
        }
        let changes = verdict.wouldChange.map { change in
            "\(file.indicator(change.indicator, language)): \(file.value(change.indicator, change.value, language))"
                + " → \(change.level?.rawValue ?? file.level(nil, language))"
        }
        if !changes.isEmpty {
            let lead = Sentence(sv: "Skulle ändra nivån", en: "Would change the level")(language)
            lines += wrapped("\(lead) – \(changes.joined(separator: "; ")).", indent: indent)
        }
        return lines
    }
}
