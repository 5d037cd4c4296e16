import Measures

/// The outcome as it stands in a page, by the template `outcome-body`.
struct OutcomeBody: Sendable {
    let absentHeading: String
    /// Who is not in the figures, before anybody reads them.
    let absent: [String]
    let parts: [Part]
    /// Said where no part has a team to show.
    let empty: String?
    let appendix: ReportAppendix?

    /// One part of a questionnaire.
    struct Part: Sendable {
        let title: String
        let source: String
        /// What came out, in a sentence.
        let inShort: String?
        /// How the pictures are read.
        let key: String?
        let panels: [Panel]
        let table: ReportTable?
        let notes: [String]
    }

    /// One team's picture.
    struct Panel: Sendable {
        let team: String
        let summary: String
        let picture: String
    }

    static let source = Sentence(
        sv: "Vad arbetet har betytt, så som de som svarade själva ser det.",
        en: "What the work has meant, as those who answered see it themselves.")

    init(
        _ report: OutcomeReport, _ detail: OutcomeDetail, endings: [TeamEnding], for reader: ReportReader,
        _ language: Language
    ) {
        let labels = reader.labels(report.teams)
        absentHeading = ReportAbsence.heading(language)
        let shown = report.parts.indices.filter { index in
            report.entries.contains { $0.part == index && $0.outcome.reported }
        }
        let absent =
            ReportAbsence.ended(endings, labels, language)
            + report.parts.indices.flatMap { index in
                reader == .team
                    ? report.absenceInTeam(index, detail, language)
                    : report.absence(inPart: index, detail, labels, language)
            }
            + (report.parts.isEmpty
                ? [
                    reader == .report
                        ? ReportAbsence.nothingAsked(language) : ReportAbsence.noOutcomeYet(language)
                ]
                : [])
        self.absent = reader == .report ? absent : ReportAbsence.orNobody(absent, language)
        let isAwaited = report.parts.isEmpty && reader != .report
        empty = shown.isEmpty && !isAwaited ? report.nothingToShow(language) : nil
        parts = shown.map { Part(report, $0, detail, labels, reader, language) }
        appendix =
            reader.reviews
            ? ReportAppendix(
                OutcomeAppendix(report, detail, parts: shown, labels, language).chapters, language) : nil
    }
}

extension OutcomeBody.Part {
    fileprivate init(
        _ report: OutcomeReport, _ index: Int, _ detail: OutcomeDetail, _ labels: TeamLabels,
        _ reader: ReportReader, _ language: Language
    ) {
        let part = report.parts[index]
        title = part.heading(language)
        source = part.source(language)
        // To leaders no team is the lowest or the highest.
        inShort = reader == .leaders ? nil : report.inShort(part, index, language)
        let entries = report.entries.filter { $0.part == index && $0.outcome.reported }
        let draws = reader.draws(entries.count)
        key =
            !draws
            ? nil
            : Sentence(
                sv:
                    "Pricken är andelen svar på skalans två högsta steg: 56 % betyder att 56 av 100 svar låg där. Strecket visar osäkerheten: ju längre, desto mindre säger pricken om andra lika lag med så få personer (95 %); med fem personer är det alltid långt. Det bleka bandet visar vad andelen kunde ha blivit om alla tillfrågade hade svarat. Streckad ruta: bara gränsen visas. Ingen prick: för få svar.",
                en:
                    "The dot is the share of answers on the two highest steps of the scale: 56% means that 56 of 100 answers were there. The bar shows the uncertainty: the longer it is, the less the dot says of other teams like this with so few people (95%); with five people it is always long. The pale band shows what the share could have been had everyone asked answered. Dashed box: only the limit is shown. No dot: too few answers."
            )(language)
        panels =
            !draws
            ? []
            : entries.map { entry in
                let team = detail.teams[part.key]?[entry.team.key]
                let label = labels.label(entry.team)
                return OutcomeBody.Panel(
                    team: label,
                    summary: entry.summary(asked: detail.asked[part.key]?[entry.team.key], language),
                    picture: OutcomePanel(entry, areas: part.askedAreas, detail: team, team: label, language)
                        .svg)
            }
        table = entries.isEmpty ? nil : report.articleTable(index, labels, language)
        notes =
            report.notes(part, detail, language)
            + (reader == .report ? [] : report.narrowed(index, labels, alone: reader == .team, language))
    }
}

extension OutcomeReport.Entry {
    /// How many answered, and the index.
    fileprivate func summary(asked: Int?, _ language: Language) -> String {
        let answered = outcome.respondents ?? 0
        let people = asked.map { asked in
            Sentence(sv: "\(answered) av \(asked) svarade", en: "\(answered) of \(asked) answered")(language)
        }
        let index = outcome.index.map { "index \(language.decimal($0))" }
        return [
            people ?? Sentence(sv: "\(answered) svarade", en: "\(answered) answered")(language), index,
        ].compactMap(\.self).joined(separator: " · ")
    }
}
