import Measures

/// What a reviewer of the outcome wants to see: the uncertainty of every figure by more than one method, and how well
/// the questions measure.
struct OutcomeAppendix {
    let chapters: [ReportAppendix.Chapter]

    init(
        _ report: OutcomeReport, _ detail: OutcomeDetail, parts: [Int], _ labels: TeamLabels,
        _ language: Language
    ) {
        let tables = parts.map {
            Tables(report: report, detail: detail, index: $0, labels: labels, language: language)
        }
        let all = [
            ReportAppendix.Chapter(
                heading: Sentence(sv: "Andelarnas osäkerhet", en: "Uncertainty of the shares")(language),
                paragraphs: [Self.shares(language)], tables: tables.map(\.shares)),
            ReportAppendix.Chapter(
                heading: Sentence(sv: "Områden med en enda fråga", en: "Areas of a single question")(
                    language),
                paragraphs: [Self.singles(language)], tables: tables.map(\.singles)),
            ReportAppendix.Chapter(
                heading: Sentence(sv: "Indexets osäkerhet", en: "Uncertainty of the index")(language),
                paragraphs: [Self.indices(language)], tables: tables.map(\.indices)),
            ReportAppendix.Chapter(
                heading: MeasurementQuality.heading(language),
                paragraphs: MeasurementQuality.explanation(language),
                tables: tables.flatMap { [$0.quality, $0.agreement] }),
        ]
        chapters = all.compactMap { $0.withoutEmptyTables }
    }

    private static func shares(_ language: Language) -> String {
        Sentence(
            sv:
                "En person svarar på flera frågor och svarar ofta lika på dem. Därför är personen enheten: beta-binomial räknar hur många oberoende svar svaren är värda, bootstrap drar om personerna 2 000 gånger (med bestämt frö, så att siffrorna blir desamma). Där för få svarat för att visa hur svaren ligger räknas varje person som ett enda svar, vilket ger det vidaste strecket. ”Om alla svarat” är vad andelen hade blivit om alla svar som uteblev hade varit låga eller höga.",
            en:
                "A person answers several questions and often answers them alike. So the person is the unit: the beta-binomial reckons how many independent answers the answers are worth, the bootstrap draws the people anew 2,000 times (from a fixed seed, so that the figures stay the same). Where too few answered to tell how the answers lie each person counts as a single answer, which gives the widest bar. “Had all answered” is what the share would have been had all missing answers been low, or high."
        )(language)
    }

    private static func singles(_ language: Language) -> String {
        Sentence(
            sv:
                "Här gav var och en ett svar, och tre vanliga intervall på 95 % kan jämföras. Wilson ligger i medeltal närmast 95 %, Jeffreys är nästan lika, Clopper–Pearson är det försiktigaste. För fler frågor är de för snäva, eftersom de då räknar svar och inte personer.",
            en:
                "Here each person gave one answer, and three common intervals of 95% can be compared. Wilson comes closest to 95% on average, Jeffreys is nearly the same, Clopper–Pearson is the most cautious. For several questions they are too narrow, because they count answers and not people."
        )(language)
    }

    private static func indices(_ language: Language) -> String {
        Sentence(
            sv:
                "Bootstrap över personer ger indexets intervall. Det sammanvägda värdet drar varje lags medelvärde mot alla lags, mer ju färre som svarade (REML). Det är en bättre gissning om ett litet lag än lagets eget medelvärde, om lagen liknar varandra; är ett lag verkligen annorlunda drar det åt fel håll. Med färre än ungefär tio lag är skillnaden mellan lag osäkert skattad, och med färre än \(BetweenTeams.fewest) visas inget sammanvägt. Lag med för få svarande för att visa hur svaren ligger, eller med ett område med ”minst” eller ”högst”, är inte med här, för att enskilda svar då kunde räknas ut.",
            en:
                "A bootstrap over people gives the interval of the index. The pooled value draws each team's mean towards that of all teams, the more the fewer answered (REML). It is a better guess about a small team than the team's own mean where teams are alike; where a team really is different it draws the wrong way. With fewer than about ten teams the difference between teams is estimated poorly, and with fewer than \(BetweenTeams.fewest) nothing pooled is shown. Teams with too few respondents to tell how the answers lie, or with an area of “at least” or “at most”, are not in this, because single answers could then be worked out."
        )(language)
    }
}

/// The tables of one part.
private struct Tables {
    let report: OutcomeReport
    let detail: OutcomeDetail
    let index: Int
    let labels: TeamLabels
    let language: Language

    private var part: OutcomeStore.Part { report.parts[index] }

    private var entries: [OutcomeReport.Entry] {
        report.entries.filter { $0.part == index && $0.outcome.reported }
    }

    private func team(_ entry: OutcomeReport.Entry) -> OutcomeDetail.Team? {
        detail.teams[part.key]?[entry.team.key]
    }

    private func headings(_ sentences: [Sentence]) -> [ReportTable.Column] {
        sentences.map { .init($0(language)) }
    }

    /// What the table is of, so that no two of a page are called the same.
    private func name(_ topic: Sentence) -> String {
        "\(topic(language)) · \(part.heading(language))"
    }

    private var corner: String { Sentence(sv: "Lag", en: "Team")(language) }

    /// One row for each team and area whose share is shown exactly.
    private func rows(
        _ cells: (OutcomeShare, OutcomeDetail.Area) -> [ReportTable.Cell]?
    ) -> [ReportTable.Row] {
        entries.flatMap { entry in
            part.askedAreas.compactMap { area -> ReportTable.Row? in
                guard let share = entry.outcome.areas.first(where: { $0.area == area.code }),
                    let detail = team(entry)?.areas[area.code], let cells = cells(share, detail)
                else { return nil }
                return ReportTable.Row(
                    heading: labels.label(entry.team), cells: [.words(area.name(language))] + cells)
            }
        }
    }

    var shares: ReportTable {
        ReportTable(
            id: "shares-\(index + 1)", name: name(Sentence(sv: "Andelar", en: "Shares")), corner: corner,
            columns: [.words(Sentence(sv: "Område", en: "Area")(language))]
                + headings([
                    Sentence(sv: "Personer", en: "People"), Sentence(sv: "Andel", en: "Share"),
                    Sentence(sv: "Beta-binomial (strecket), 95 %", en: "Beta-binomial (the bar), 95%"),
                    Sentence(sv: "Bootstrap, 95 %", en: "Bootstrap, 95%"),
                    Sentence(sv: "Samband inom person", en: "Correlation within people"),
                    Sentence(sv: "Oberoende svar", en: "Independent answers"),
                    Sentence(sv: "Om alla svarat", en: "Had all answered"),
                ]),
            rows: rows { share, area in
                guard case .exact(_, let percent) = share.shown else { return nil }
                return [
                    .init(language.grouped(area.people)), .init(language.percent(percent)),
                    .percents(area.share.interval, language), .percents(area.resampled, language),
                    .figure(area.tellsSpread ? area.share.correlation : nil, language),
                    .figure(area.tellsSpread ? area.share.effectiveAnswers : nil, language, places: 1),
                    .init(area.possible.map { language.percent($0.lowestPercent, $0.highestPercent) } ?? "–"),
                ]
            })
    }

    var singles: ReportTable {
        ReportTable(
            id: "singles-\(index + 1)", name: name(Sentence(sv: "Enskilda frågor", en: "Single questions")),
            corner: corner,
            columns: [.words(Sentence(sv: "Fråga", en: "Question")(language))]
                + headings([
                    Sentence(sv: "Andel", en: "Share"), Sentence(sv: "Wilson", en: "Wilson"),
                    Sentence(sv: "Jeffreys", en: "Jeffreys"),
                    Sentence(sv: "Clopper–Pearson", en: "Clopper–Pearson"),
                ]),
            rows: rows { share, area in
                guard let proportion = area.proportion, case .exact(_, let percent) = share.shown else {
                    return nil
                }
                return [
                    .init(language.percent(percent) + " (\(proportion.count)/\(proportion.of))"),
                    .percents(proportion.wilson, language), .percents(proportion.jeffreys, language),
                    .percents(proportion.clopperPearson, language),
                ]
            })
    }

    var indices: ReportTable {
        let shown = entries.compactMap { entry in
            team(entry).flatMap { team in
                entry.outcome.index.flatMap { index in
                    team.indexInterval == nil ? nil : (entry: entry, team: team, index: index)
                }
            }
        }
        let pooled = BetweenTeams.enough(shown.map(\.team.people)).flatMap { PartialPooling($0) }
        return ReportTable(
            id: "indices-\(index + 1)", name: name(Sentence(sv: "Index", en: "Index")), corner: corner,
            columns: headings([
                Sentence(sv: "Index", en: "Index"), Sentence(sv: "Bootstrap, 95 %", en: "Bootstrap, 95%"),
                Sentence(sv: "Personernas medelvärde", en: "Mean of the people"),
                Sentence(sv: "Sammanvägt", en: "Pooled"), Sentence(sv: "Sammanvägt, 95 %", en: "Pooled, 95%"),
                Sentence(sv: "Dragen mot alla", en: "Drawn towards all"),
            ]),
            rows: shown.enumerated().map { place, row in
                let team = pooled?.teams[place]
                return ReportTable.Row(
                    heading: labels.label(row.entry.team),
                    cells: [
                        .init(language.decimal(row.index)), .limits(row.team.indexInterval, language),
                        .figure(row.team.meanOfPeople, language),
                        .figure(team?.mean, language), .limits(team?.interval, language),
                        .figure(team?.shrinkage, language),
                    ])
            })
    }

    var quality: ReportTable {
        MeasurementQuality.table(
            (detail.quality[part.key] ?? []).map { ($0.area.heading(language), $0.quality) },
            id: "quality-\(index + 1)", name: part.heading(language), language)
    }

    var agreement: ReportTable {
        MeasurementQuality.agreementTable(
            (detail.quality[part.key] ?? []).map { quality in
                (quality.area.name(language), quality.quality)
            },
            teams: entries.map(\.team), id: "agreement-\(index + 1)", name: part.heading(language), labels,
            language)
    }
}
