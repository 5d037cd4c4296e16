import Measures

/// What a reviewer of change wants to see: what chance could do, by more than one test, estimates drawn towards what
/// all teams have in common, and how well the questions measure.
struct ChangeAppendix {
    let chapters: [ReportAppendix.Chapter]

    init(_ report: ChangeReport, _ detail: ChangeDetail, _ labels: TeamLabels, _ language: Language) {
        let waves = report.waves
        let all = [
            ReportAppendix.Chapter(
                heading: Sentence(sv: "Vad slumpen kunde göra", en: "What chance could do")(language),
                paragraphs: [Self.tests(language)],
                tables: waves.enumerated().map { report.tests($1, id: "tests-\($0 + 1)", labels, language) }),
            ReportAppendix.Chapter(
                heading: Sentence(sv: "Sammanvägda skillnader", en: "Pooled differences")(language),
                paragraphs: [Self.pooled(language)],
                tables: waves.enumerated().map { report.pooled($1, id: "pooled-\($0 + 1)", labels, language) }
            ),
            ReportAppendix.Chapter(
                heading: MeasurementQuality.heading(language),
                paragraphs: MeasurementQuality.explanation(language),
                tables: report.parts.enumerated().flatMap { index, part -> [ReportTable] in
                    let sets = TrustForm.allCases.compactMap { form in
                        detail.quality[part.key]?[form].map { (form.trust(language), $0) }
                    }
                    let heading = part.name.heading(language)
                    let name =
                        report.hasSeveralQuestionnaires
                        ? "\(part.name.questionnaireHeading(language)) · \(heading)" : heading
                    // A page of the site may have the outcome's own tables of quality above.
                    let id = (report.rules == .format ? "" : "change-") + "quality-\(index + 1)"
                    let quality = MeasurementQuality.table(sets, id: id, name: name, language)
                    // It is of all who answered, and the changes beside it of those who answered twice.
                    guard report.rules == .format else { return [quality] }
                    return [
                        quality,
                        MeasurementQuality.agreementTable(
                            sets, teams: report.teams, id: "agreement-\(index + 1)", name: name, labels,
                            language),
                    ]
                }),
        ]
        chapters = all.compactMap(\.withoutEmptyTables)
    }

    private static func tests(_ language: Language) -> String {
        Sentence(
            sv:
                "Varje tal är sannolikheten för en minst så stor förändring om var och en lika gärna kunde ha ändrat sig åt andra hållet. Teckenbyte räknar alla sätt att byta tecken på skillnaderna; Wilcoxon räknar rangordningen av dem (utan nollor, eller med dem enligt Pratt); teckentestet räknar bara upp och ned. Med fem personer kan ingen förändring ge mindre än 0,06. Här står många prov: ett av tjugo hamnar under 0,05 av en slump.",
            en:
                "Each number is the probability of a change at least so large if everybody could as well have changed the other way. Sign-flip counts all ways of changing the signs of the differences; Wilcoxon counts their ranks (zeros dropped, or kept after Pratt); the sign test counts only up and down. With five people no change can give less than 0.06. Many tests stand here: one in twenty falls below 0.05 by chance."
        )(
            language)
    }

    private static func pooled(_ language: Language) -> String {
        Sentence(
            sv:
                "Ett litet lags skillnad är till stor del slump. Här dras den mot vad alla lag har gemensamt, mer ju färre som svarade (REML), med ett intervall på 95 %. Det vilseleder när ett lag verkligen är annorlunda, och med färre än ungefär tio lag är det osäkert hur mycket som ska dras; med färre än \(BetweenTeams.fewest) visas inget.",
            en:
                "A small team's difference is chance to a large part. Here it is drawn towards what all teams have in common, the more the fewer answered (REML), with an interval of 95%. It misleads where a team really is different, and with fewer than about ten teams it is uncertain how far to draw; with fewer than \(BetweenTeams.fewest) nothing is shown."
        )(
            language)
    }
}

extension ChangeReport {
    /// The parts that are compared, each once.
    fileprivate var parts: [ChangeStore.Part] {
        var seen: Set<Int64> = []
        return steps.flatMap { [$0.from, $0.to] }.filter { seen.insert($0.key).inserted }
    }

    fileprivate func tests(
        _ waves: Waves, id: String, _ labels: TeamLabels, _ language: Language
    ) -> ReportTable {
        ReportTable(
            id: id, name: Sentence(sv: "Prov", en: "Tests")(language) + " · " + waves.title(language),
            corner: Sentence(sv: "Lag", en: "Team")(language),
            columns: [.words(Sentence(sv: "Tillit", en: "Trust")(language))]
                + [
                    Sentence(sv: "Personer", en: "People"), Sentence(sv: "Skillnad", en: "Difference"),
                    Sentence(sv: "Teckenbyte, p", en: "Sign-flip, p"),
                    Sentence(sv: "Wilcoxon utan nollor, p", en: "Wilcoxon, zeros dropped, p"),
                    Sentence(sv: "Wilcoxon–Pratt, p", en: "Wilcoxon–Pratt, p"),
                    Sentence(sv: "Teckentest, p", en: "Sign test, p"),
                ].map { .init($0(language)) },
            rows: entries.filter { waves.contains(steps[$0.step]) }.compactMap { entry -> ReportTable.Row? in
                guard let change = entry.change, entry.telling.tests else { return nil }
                return ReportTable.Row(
                    heading: labels.label(entry.team),
                    cells: [
                        .words(steps[entry.step].form.word(language)), .init(language.grouped(change.people)),
                        .init(language.signed(change.difference)),
                        .figure(change.permutationP, language, places: 4),
                        .figure(SignedRankTest(entry.people, zeros: .dropped)?.p, language, places: 4),
                        .figure(SignedRankTest(entry.people, zeros: .ranked)?.p, language, places: 4),
                        .figure(SignTest(entry.people)?.p, language, places: 4),
                    ])
            })
    }

    fileprivate func pooled(
        _ waves: Waves, id: String, _ labels: TeamLabels, _ language: Language
    ) -> ReportTable {
        let shown = entries.filter { entry in
            waves.contains(steps[entry.step]) && entry.change != nil
                && study.showsSpread(of: entry.people.count)
        }
        let rows = TrustForm.allCases.flatMap { form -> [ReportTable.Row] in
            let of = shown.filter { steps[$0.step].form == form }
            let differences = of.map { $0.people.map { $0.to.value - $0.from.value } }
            guard let pooling = BetweenTeams.enough(differences).flatMap({ PartialPooling($0) }) else {
                return []
            }
            return zip(of, pooling.teams).map { entry, team in
                ReportTable.Row(
                    heading: labels.label(entry.team),
                    cells: [
                        .words(form.word(language)),
                        .init(entry.change.map { language.signed($0.difference) } ?? "–"),
                        .figure(team?.mean, language), .limits(team?.interval, language),
                        .figure(team?.shrinkage, language),
                    ])
            }
        }
        return ReportTable(
            id: id, name: Sentence(sv: "Sammanvägda", en: "Pooled")(language) + " · " + waves.title(language),
            corner: Sentence(sv: "Lag", en: "Team")(language),
            columns: [.words(Sentence(sv: "Tillit", en: "Trust")(language))]
                + [
                    Sentence(sv: "Skillnad", en: "Difference"), Sentence(sv: "Sammanvägd", en: "Pooled"),
                    Sentence(sv: "Sammanvägd, 95 %", en: "Pooled, 95%"),
                    Sentence(sv: "Dragen mot alla", en: "Drawn towards all"),
                ].map { .init($0(language)) },
            rows: rows)
    }
}
