import Measures

extension TrustMapReport {
    /// For people at a terminal: the grid of all teams, forms × terms, then for each team why its latest levels are so.
    func table(_ console: Console) -> String {
        let language = console.language
        let labels = TeamLabels(teams.map(\.team))
        var lines = console.heading(
            Sentence(sv: "Tillit i lagen, termin för termin", en: "Trust in the teams, term by term")(
                language)
                + " · " + study.title(language))
        lines += [
            Sentence(sv: "Regler", en: "Rules")(language) + ": " + ThreeSources.name + ", "
                + language.date(today), "",
        ]
        lines += grid(labels, language) + [""] + legend(language)
        for (team, map) in teams {
            guard let (term, assessment) = map.latest else { continue }
            lines += [""] + console.heading("\(labels.label(team)) · \(term.period.code)")
            if term.isRunning { lines += wrapped(TrustWords.running(language), indent: "  ") }
            for verdict in assessment.verdicts { lines += reasons(verdict, map.settings, language) }
        }
        return lines.joined(separator: "\n")
    }

    private func grid(_ labels: TeamLabels, _ language: Language) -> [String] {
        var table = TextTable(
            [
                .init(heading: Sentence(sv: "Lag", en: "Team")(language), side: .left, most: 30),
                .init(heading: Sentence(sv: "Tillit", en: "Trust")(language), side: .left, most: 24),
            ] + terms.map { .init(heading: $0.code, side: .left, most: 10) })
        for (team, map) in teams {
            for form in TrustForm.allCases {
                let cells = terms.map { period in
                    map.terms.first { $0.period == period }.map { $0.sign(form) } ?? ""
                }
                table.add(
                    [form == .process ? labels.label(team) : "", TrustWords.form(form)(language)] + cells)
            }
        }
        return table.lines()
    }

    private func legend(_ language: Language) -> [String] {
        let levels = [TrustLevel.high, .enough, .low].map {
            "\($0.rawValue) \(TrustWords.level($0)(language))"
        }
        let signs = [
            "? " + TrustWords.level(nil)(language),
            "* " + Sentence(sv: "preliminär", en: "preliminary")(language),
            "~ " + Sentence(sv: "delade meningar", en: "divided views")(language),
            "– " + Sentence(sv: "för få medlemmar", en: "too few members")(language),
        ]
        return wrapped((levels + signs).joined(separator: ", ") + ".") + wrapped(TrustWords.caution(language))
    }

    private func reasons(
        _ verdict: FormVerdict, _ settings: TrustSettings, _ language: Language
    ) -> [String] {
        let head =
            "  \(TrustWords.form(verdict.form)(language)): \(TrustWords.level(verdict.level)(language))"
        let answers = verdict.answers.reason.words(
            settings.thresholds, minimumGroup: settings.privacy.minimumGroup)
        var said = [
            (verdict.answers.level, answers, verdict.answers.reason.rawValue),
            (verdict.coded.level, verdict.coded.reason.words, verdict.coded.reason.rawValue),
        ]
        if let process = verdict.process {
            said.append((process.level, process.reason.words, process.reason.rawValue))
        }
        let sources = said.flatMap { level, words, rule in
            wrapped("\(level?.rawValue ?? "?") – \(words(language)) (\(rule))", indent: "    ")
        }
        let caps = verdict.caps.flatMap { fired in
            wrapped("\(fired.cap.words(language)) (\(fired.cap.rawValue))", indent: "    ")
        }
        return [head] + sources + wrapped(verdict.combination.words(language), indent: "    ") + caps
    }
}

extension TrustMap.Term {
    fileprivate func sign(_ form: TrustForm) -> String {
        guard let verdict = assessment?.verdict(on: form) else { return "–" }
        return (verdict.level?.rawValue ?? "?") + (verdict.isPreliminary ? "*" : "")
            + (verdict.isDivided ? "~" : "")
    }
}
