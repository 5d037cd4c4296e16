import Measures

/// What stands around the figures, at a terminal and on a page.
extension ChangeReport {
    /// Whether school leaders' answers are among those compared.
    var asksLeaders: Bool { steps.contains { $0.from.name.asksLeaders } }

    static func nothingTwice(_ language: Language) -> String {
        Sentence(
            sv: "Ingen enkät frågar om samma form av tillit i två vågor efter varandra.",
            en: "No questionnaire asks about the same form of trust in two waves in a row.")(language)
    }

    private func isAnybodyMissing(_ waves: Waves) -> Bool {
        let shown = entries.filter { waves.contains(steps[$0.step]) && $0.change != nil }
        return Set(shown.map(\.team.key)).count < teams.count
    }

    /// Whose change is not told between two waves.
    func absence(_ waves: Waves, _ labels: TeamLabels, _ language: Language) -> String {
        let of = entries.filter { waves.contains(steps[$0.step]) && $0.change != nil }
        let shown = Set(of.map(\.team.key))
        let missing = teams.filter { !shown.contains($0.key) }
        let all = language.grouped(teams.count)
        guard !missing.isEmpty else {
            return Sentence(sv: "Alla \(all) lag visas.", en: "All \(all) teams are shown.")(language)
        }
        let names = ReportAbsence.list(missing.map { labels.label($0) }, most: 6)
        let count = language.grouped(missing.count)
        return Sentence(
            sv:
                "\(count) av \(all) lag visas inte, för att färre än \(study.minimumGroup) svarade båda gångerna: \(names).",
            en:
                "\(count) of \(all) teams \(missing.count == 1 ? "is" : "are") not shown, because fewer than \(study.minimumGroup) answered both times: \(names)."
        )(language)
    }

    /// For a page: between which waves, and who is missing there.
    func absences(_ labels: TeamLabels, _ language: Language) -> [String] {
        guard !steps.isEmpty else { return [ReportAbsence.nothingAsked(language)] }
        let onlyOnce = Sentence(
            sv:
                "De som bara svarade en av gångerna är inte med i en jämförelse: den som slutade kan ha sett det annorlunda.",
            en:
                "Those who answered only one of the times are not in a comparison: who left may have seen it otherwise."
        )
        return waves.filter { isAnybodyMissing($0) }.map { waves in
            "\(waves.title(language)): \(absence(waves, labels, language))"
        } + [onlyOnce(language)] + leadersNotice(language)
    }

    private func leadersNotice(_ language: Language) -> [String] {
        guard asksLeaders else { return [] }
        return [
            Sentence(
                sv: "Här finns också svar från skolledare. En ensam ledare på en skola är aldrig anonym.",
                en: "School leaders' answers are here too. A leader alone at a school is never anonymous.")(
                    language)
        ]
    }

    /// How the pictures are read.
    func key(_ language: Language) -> String {
        guard rules == .format else { return keyOnPages(language) }
        return Sentence(
            sv:
                "Punkterna är medelvärdet för dem som svarade båda gångerna, på frågornas skala. Tunna linjer är en person var; de visas bara i en studie som redan är publicerad. Där linjen bryts är det inte samma personer; där den saknas svarade för få båda gångerna. Siffran inom parentes är ett intervall på 95 % för skillnaden, med personen som enhet.",
            en:
                "The dots are the mean of those who answered both times, on the questions' scale. Thin lines are one person each; they are shown only in a study that is published already. Where the line breaks the people are not the same; where there is none too few answered both times. The figures in brackets are an interval of 95% for the difference, with the person as the unit."
        )(language)
    }

    /// What the figures are and are not.
    func explanation(_ language: Language) -> String {
        guard rules == .format else { return explanationOnPages(language) }
        return Sentence(
            sv:
                "Medelvärden av de svarandes egna medelvärden, bland dem som båda gångerna svarat på minst hälften av frågorna om formen. Intervallet är 95 % med personen som enhet; det finns inte för färre än sex personer. Färre än \(study.minimumGroup) visas ej. En skillnad inom en så liten grupp säger något om dem som svarade, och lite om vad den beror på.",
            en:
                "Means of the respondents' own means, among those who both times answered at least half of the questions on the form. The interval is 95% with the person as the unit; there is none for fewer than six people. Fewer than \(study.minimumGroup) are not shown. A difference in so small a group says something about those who answered, and little about what it comes from."
        )(language)
    }

    /// The figures behind the pictures, between two waves.
    func table(_ waves: Waves, _ labels: TeamLabels, _ language: Language) -> ReportTable {
        ReportTable(
            name: waves.title(language), corner: Sentence(sv: "Lag", en: "Team")(language),
            columns: [.words(Sentence(sv: "Tillit", en: "Trust")(language))]
                + [Sentence(sv: "Personer", en: "People")].map { .init($0(language)) }
                + (isForTeam ? [] : [Sentence(sv: "Från", en: "From"), Sentence(sv: "Till", en: "To")])
                .map { .init($0(language)) }
                + [
                    Sentence(sv: "Skillnad", en: "Difference"),
                    Sentence(sv: "95 % intervall", en: "95% interval"), Sentence(sv: "Upp", en: "Up"),
                    Sentence(sv: "Lika", en: "Same"), Sentence(sv: "Ned", en: "Down"),
                ].map { .init($0(language)) },
            rows: entries.filter { waves.contains(steps[$0.step]) }.compactMap { entry in
                guard let change = entry.change else { return nil }
                let interval = entry.telling.interval ? change.interval : nil
                let means: [Hundredths?] =
                    isForTeam ? [] : entry.telling.means ? [change.meanFrom, change.meanTo] : [nil, nil]
                return ReportTable.Row(
                    heading: labels.label(entry.team),
                    cells: [
                        .words(steps[entry.step].form.word(language)), .init(language.grouped(change.people)),
                    ] + means.map { .init($0.map { language.decimal($0) } ?? "–") } + [
                        .init(language.signed(change.difference)),
                        .init(interval.map { language.interval($0.lower, $0.upper) } ?? "–"),
                    ] + entry.counts(language).map { .init($0) })
            })
    }
}
