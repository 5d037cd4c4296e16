import Measures

extension OutcomeReport {
    /// For people at a terminal: a table for each part, opening with who is not in it.
    func table(_ console: Console) -> String {
        let language = console.language
        var lines = console.heading(
            Sentence(sv: "Utfall enligt lärarna", en: "Outcome according to the teachers")(language)
                + " · " + study.title(language))
        let labels = TeamLabels(teams)
        for (index, part) in parts.enumerated() {
            let of = entries.filter { $0.part == index }
            guard of.contains(where: \.outcome.reported) || parts.count == 1 else { continue }
            let title = [part.name.questionnaireTitle(language), part.name.title(language)].filter {
                !$0.isEmpty
            }
            lines += [""] + console.heading(title.joined(separator: " · "))
            lines += wrapped(absent(of, labels, language))
            // Four areas fit 80 columns; a questionnaire with more gets one table below the other.
            for start in stride(from: 0, to: part.areas.count, by: 4) {
                let areas = Array(part.areas[start..<min(start + 4, part.areas.count)])
                let isLast = start + 4 >= part.areas.count
                lines += [""] + table(of, areas, withIndex: isLast, labels, language)
            }
        }
        if parts.isEmpty || !entries.contains(where: \.outcome.reported) {
            lines += [
                "",
                nothingToShow(language),
            ]
        }
        return (lines + [""] + explanation(language)).joined(separator: "\n")
    }

    /// Who is not in the table, before anybody reads what is.
    private func absent(_ entries: [Entry], _ labels: TeamLabels, _ language: Language) -> String {
        let missing = entries.filter { !$0.outcome.reported }
        guard !missing.isEmpty else {
            let all = language.grouped(entries.count)
            return Sentence(sv: "Alla \(all) lag visas.", en: "All \(all) teams are shown.")(language)
        }
        let names = ReportAbsence.list(missing.map { labels.label($0.team) }, most: 6)
        return tooFew(missing.count, of: entries.count, names, language)
    }

    private func table(
        _ entries: [Entry], _ areas: [OutcomeStore.Area], withIndex: Bool, _ labels: TeamLabels,
        _ language: Language
    ) -> [String] {
        var columns: [TextTable.Column] = [
            .init(heading: Sentence(sv: "Lag", en: "Team")(language), side: .left, most: 30),
            .init(heading: Sentence(sv: "Svarande", en: "n")(language), side: .right),
        ]
        columns += areas.map { area in .init(heading: area.name(language), side: .right) }
        if withIndex {
            columns.append(.init(heading: Sentence(sv: "Index", en: "Index")(language), side: .right))
        }
        var table = TextTable(columns)
        for entry in entries where entry.outcome.reported {
            let outcome = entry.outcome
            var row = [labels.label(entry.team), outcome.respondents.map { language.grouped($0) } ?? "–"]
            row += areas.map { area in
                guard let share = outcome.areas.first(where: { $0.area == area.code }) else {
                    return Sentence(sv: "visas ej", en: "withheld")(language)
                }
                switch share.shown {
                case .exact(let top, let percent):
                    return language.percent(percent) + " \(top)/\(share.of)"
                case .atLeast(let percent): return "≥ " + language.percent(percent)
                case .atMost(let percent): return "≤ " + language.percent(percent)
                }
            }
            if withIndex {
                row.append(outcome.index.map { language.decimal($0) } ?? "–")
            }
            table.add(row)
        }
        return table.lines()
    }

    private func explanation(_ language: Language) -> [String] {
        let measure = Sentence(
            sv:
                "Andel svar på skalans två högsta steg (antal/alla svar), och medelvärdet av stegen som index.",
            en:
                "Share of answers on the two highest steps of the scale (count/all answers), and the mean of the "
                + "steps as index.")
        return wrapped(measure(language) + " " + withheld(language))
    }
}
