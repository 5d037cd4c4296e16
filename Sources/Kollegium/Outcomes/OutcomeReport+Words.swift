import Measures

/// What the page says around the figures.
extension OutcomeReport {
    /// Each team once, in the order of the entries.
    var teams: [TeamStore.Name] {
        entries.filter { $0.part == 0 }.map(\.team)
    }

    /// Who is missing from one part's figures: teams with too few answers, and people who did not answer.
    func absence(
        inPart index: Int, _ detail: OutcomeDetail, _ labels: TeamLabels, _ language: Language
    ) -> [String] {
        let part = parts[index]
        let of = entries.filter { $0.part == index }
        let missing = of.filter { !$0.outcome.reported }
        var sentences: [String] = []
        let heading = part.heading(language)
        if !missing.isEmpty {
            let names = ReportAbsence.list(missing.map { labels.label($0.team) })
            sentences.append("\(heading): \(tooFew(missing.count, of: of.count, names, language))")
        }
        guard let asked = detail.asked[part.key] else {
            sentences.append(
                Sentence(
                    sv:
                        "\(heading): hur många som tillfrågades är inte känt, för enkäten säger inte när den öppnade.",
                    en:
                        "\(heading): how many were asked is not known, because the questionnaire does not say when it opened."
                )(
                    language))
            return sentences
        }
        let shown = of.filter { $0.outcome.reported }
        let askedThere = shown.reduce(0) { $0 + (asked[$1.team.key] ?? 0) }
        let answered = shown.reduce(0) { $0 + ($1.outcome.respondents ?? 0) }
        if !shown.isEmpty {
            sentences.append(
                Sentence(
                    sv:
                        "\(heading): \(language.grouped(answered)) personer finns i siffrorna. Tillfrågade i lagen som visas var \(language.grouped(askedThere)), och \(language.grouped(detail.members)) har någon gång varit med i något av lagen.",
                    en:
                        "\(heading): \(language.grouped(answered)) people are in the figures. Asked in the teams shown were \(language.grouped(askedThere)), and \(language.grouped(detail.members)) were at some time in any of the teams."
                )(language))
        }
        return sentences
    }

    /// That so many teams are not shown, and which.
    func tooFew(_ missing: Int, of all: Int, _ names: String, _ language: Language) -> String {
        let (count, all) = (language.grouped(missing), language.grouped(all))
        return Sentence(
            sv:
                "\(count) av \(all) lag visas inte, för att färre än \(study.minimumGroup) svarade: \(names).",
            en:
                "\(count) of \(all) teams \(missing == 1 ? "is" : "are") not shown, because fewer than \(study.minimumGroup) answered: \(names)."
        )(language)
    }

    /// The article's second table: areas down and teams across; the other way round where there are many teams.
    func articleTable(_ index: Int, _ labels: TeamLabels, _ language: Language) -> ReportTable {
        let part = parts[index]
        let areas = part.askedAreas
        let rows = entries.filter { $0.part == index && $0.outcome.reported }.map { entry in
            let outcome = entry.outcome
            return ReportTable.Row(
                heading: labels.label(entry.team),
                cells: [ReportTable.Cell(outcome.respondents.map { language.grouped($0) } ?? "–")]
                    + areas.map { area in cell(outcome.areas.first { $0.area == area.code }, language) }
                    + [ReportTable.Cell(outcome.index.map { language.decimal($0) } ?? "–")])
        }
        let table = ReportTable(
            name: Sentence(
                sv: "Andel svar på de två högsta stegen (antal/alla svar) och index",
                en: "Share of answers on the two highest steps (count/all answers), and index")(language),
            corner: Sentence(sv: "Lag", en: "Team")(language),
            columns: [.init(Sentence(sv: "Svarande", en: "Respondents")(language))]
                + areas.map { .init($0.heading(language)) } + [
                    .init(Sentence(sv: "Index", en: "Index")(language))
                ],
            rows: rows)
        return rows.count <= 6
            ? table.transposed(corner: Sentence(sv: "Område", en: "Area")(language)) : table
    }

    private func cell(_ share: OutcomeShare?, _ language: Language) -> ReportTable.Cell {
        .init(language.words(share))
    }

    /// What the index means, and what is not shown.
    func notes(_ part: OutcomeStore.Part, _ detail: OutcomeDetail, _ language: Language) -> [String] {
        let scale = detail.scales[part.key].map { scale in
            let steps = scale.enumerated().map { "\($0 + 1) = \($1(language))" }.joined(separator: ", ")
            return Sentence(sv: " Stegen: \(steps).", en: " The steps: \(steps).")(language)
        }
        let index = Sentence(
            sv: "Index är medelvärdet av alla svar i områdena som visas, räknat i skalans steg.",
            en: "The index is the mean of all answers in the areas shown, in steps of the scale.")
        return [index(language) + (scale ?? ""), withheld(language)]
    }

    func nothingToShow(_ language: Language) -> String {
        Sentence(
            sv: "Inget lag har svar från minst \(study.minimumGroup) personer att visa.",
            en: "No team has answers of at least \(study.minimumGroup) people to show.")(language)
    }

    /// What came out, in a sentence: from the least to the most that any team shown said of any area.
    func inShort(_ part: OutcomeStore.Part, _ index: Int, _ language: Language) -> String? {
        let shown = entries.filter { $0.part == index && $0.outcome.reported }.map(\.outcome)
        let shares = shown.flatMap(\.areas).compactMap { share -> Int? in
            if case .exact(_, let percent) = share.shown { percent } else { nil }
        }
        let indices = shown.compactMap(\.index).sorted()
        guard let least = shares.min(), let most = shares.max(), let low = indices.first,
            let high = indices.last
        else { return nil }
        let range = low == high ? language.decimal(low) : "\(language.decimal(low))–\(language.decimal(high))"
        return Sentence(
            sv:
                "Kort sagt: mellan \(language.percent(least)) och \(language.percent(most)) av svaren låg på de två högsta stegen, olika i olika lag och områden; index \(range).",
            en:
                "In short: between \(language.percent(least)) and \(language.percent(most)) of the answers were on the two highest steps, differing between teams and areas; index \(range)."
        )(
            language)
    }

    /// What is not shown, and why.
    func withheld(_ language: Language) -> String {
        let (group, single) = (study.minimumGroup, study.minimumForSingleItems)
        let sentence =
            rules != .format
            ? withheldOnPages
            : study.published
                ? Sentence(
                    sv:
                        "Ett område där färre än \(group) svarat visas ej. Siffrorna är redan publicerade; därför "
                        + "visas även enskilda frågor som få har svarat på.",
                    en:
                        "An area that fewer than \(group) answered is withheld. The figures are published already; so "
                        + "single items that few answered are shown as well.")
                : Sentence(
                    sv:
                        "Ett område där färre än \(group) svarat visas ej, och inte heller en enskild fråga där färre "
                        + "än \(single) svarat; dess ytterligheter visas som ≥ 80 % och ≤ 20 %.",
                    en:
                        "An area that fewer than \(group) answered is withheld, and so is a single item that fewer than "
                        + "\(single) answered; its extremes are shown as ≥ 80% and ≤ 20%.")
        return sentence(language)
    }

    private var withheldOnPages: Sentence {
        let (group, single) = (study.minimumGroup, study.minimumForSingleItems)
        let fewest =
            study.published
            ? Sentence(
                sv: "Ett område där färre än \(group) svarat visas ej.",
                en: "An area that fewer than \(group) answered is not shown.")
            : Sentence(
                sv:
                    "Ett område där färre än \(group) svarat visas ej, och inte heller en enskild fråga där färre än \(single) svarat.",
                en:
                    "An area that fewer than \(group) answered is not shown, nor is a single question that fewer than \(single) answered."
            )
        let limits = Sentence(
            sv:
                " Ytterligheter på en enskild fråga, och områden där alla svarat lika, visas som ≥ 80 % och ≤ 20 % och räknas inte in i index.",
            en:
                " Extremes of a single question, and areas where all answered alike, are shown as ≥ 80% and ≤ 20%, and are not in the index."
        )
        return Sentence(sv: fewest.sv + limits.sv, en: fewest.en + limits.en)
    }

    /// Whose figures cover only those who answered an earlier wave as well.
    func narrowed(
        _ index: Int, _ labels: TeamLabels, alone: Bool, _ language: Language
    ) -> [String] {
        let entries = entries.filter { $0.part == index && $0.outcome.reported && !$0.narrowed.isEmpty }
        guard !entries.isEmpty else { return [] }
        let areas = parts[index].areas
        let which = entries.map { entry in
            let names = areas.filter { entry.narrowed.contains($0.code) }.map { $0.name(language) }
            return alone
                ? names.joined(separator: ", ")
                : "\(labels.label(entry.team)) (\(names.joined(separator: ", ")))"
        }
        return [
            Sentence(
                sv:
                    "Några få svarade bara en av gångerna. För att deras svar inte ska gå att räkna ut gäller siffrorna de som svarat på samma frågor båda gångerna: \(which.joined(separator: "; ")).",
                en:
                    "A few people answered only one of the times. So that their answers cannot be worked out, the figures cover those who answered the same questions both times: \(which.joined(separator: "; "))."
            )(language)
        ]
    }

    /// Who is missing from a team's figures of one part.
    func absenceInTeam(_ index: Int, _ detail: OutcomeDetail, _ language: Language) -> [String] {
        let part = parts[index]
        let heading = part.heading(language)
        return entries.filter { $0.part == index }.map { entry in
            guard let answered = entry.outcome.respondents else {
                return Sentence(
                    sv: "\(heading): inget visas, för att färre än \(study.minimumGroup) svarade.",
                    en: "\(heading): nothing is shown, because fewer than \(study.minimumGroup) answered.")(
                        language)
            }
            guard let asked = detail.asked[part.key]?[entry.team.key] else {
                return Sentence(
                    sv:
                        "\(heading): \(answered) personer finns i siffrorna; hur många som tillfrågades är inte känt.",
                    en: "\(heading): \(answered) people are in the figures; how many were asked is not known."
                )(
                    language)
            }
            return Sentence(
                sv: "\(heading): \(answered) av \(asked) tillfrågade finns i siffrorna.",
                en: "\(heading): \(answered) of \(asked) who were asked are in the figures.")(language)
        }
    }
}

extension OutcomeStore.Part {
    /// The areas that the part asks about.
    var askedAreas: [OutcomeStore.Area] { areas.filter { $0.ratingItems > 0 } }

    func heading(_ language: Language) -> String {
        let (own, whole) = (name.heading(language), name.questionnaireTitle(language))
        return whole.isEmpty ? own : "\(whole) · \(own)"
    }

    /// Whose answers they are.
    func source(_ language: Language) -> String {
        name.asksLeaders
            ? Sentence(
                sv: "Enligt skolledarna. En ensam ledare på en skola är aldrig anonym.",
                en: "According to the school leaders. A leader alone at a school is never anonymous.")(
                    language)
            : Sentence(sv: "Enligt lärarna.", en: "According to the teachers.")(language)
    }
}

extension OutcomeStore.Area {
    /// What people call it.
    func name(_ language: Language) -> String {
        label(language).isEmpty ? code : label(language)
    }

    /// Its label, and how many questions it has.
    func heading(_ language: Language) -> String {
        let questions =
            ratingItems == 1
            ? Sentence(sv: "1 fråga", en: "1 question")(language)
            : Sentence(sv: "\(ratingItems) frågor", en: "\(ratingItems) questions")(language)
        return "\(name(language)) (\(questions))"
    }
}
