import Measures

/// Goals reached as they stand in a page, by the template `goals-body`: one table for each wave that has closed.
struct GoalsBody: Sendable {
    let explanation: String
    let waves: [Wave]
    let hasDownloads: Bool
    let downloads: [Link]

    struct Wave: Sendable {
        /// Nil where nothing may be told.
        let table: ReportTable?
        let notes: [String]
    }

    /// Nil where no wave that asks about goals has closed.
    init?(
        _ reading: GoalsReading, for reader: ReportReader, downloads: [Link] = [], _ language: Language
    ) {
        guard !reading.report.parts.isEmpty else { return nil }
        explanation = Self.explanation(language)
        waves = reading.report.parts.indices.map { Wave(reading, $0, for: reader, language) }
        hasDownloads = !downloads.isEmpty
        self.downloads = downloads
    }

    static func explanation(_ language: Language) -> String {
        Sentence(
            sv:
                "Var och en har högst tre egna mål från gången före. Andelen är hur många av de målen som de själva säger har nåtts, på skalans två högsta steg.",
            en:
                "Everybody has up to three goals of their own from the time before. The share is how many of these goals they themselves say were reached, on the two highest steps of the scale."
        )(language)
    }
}

extension GoalsBody.Wave {
    init(_ reading: GoalsReading, _ index: Int, for reader: ReportReader, _ language: Language) {
        let (report, part) = (reading.report, reading.report.parts[index])
        let labels = reader.labels(report.teams)
        let entries = report.entries.filter { $0.part == index }
        let shown = entries.filter(\.outcome.reported)
        let isAlone = reader == .team
        let missing = entries.filter { !$0.outcome.reported }
        let sum = reading.total.flatMap { total in
            total.parts.firstIndex { $0.key == part.key }.map { total.figures[$0].first?.told }
        }
        var rows = shown.map { entry in
            ReportTable.Row(
                heading: labels.label(entry.team),
                cells: [
                    .init(entry.outcome.respondents.map(language.grouped) ?? "–"),
                    .init(language.words(entry.outcome.areas.first)),
                ])
        }
        // A total beside nothing tells nobody anything.
        if let sum, !rows.isEmpty {
            rows.append(
                ReportTable.Row(
                    heading: Sentence(sv: "Lagen tillsammans", en: "The teams together")(language),
                    cells: [
                        .init(sum.map { language.grouped($0.people) } ?? "–"),
                        .init(
                            sum.map { "\(language.percent($0.percent)) (\($0.top)/\($0.of))" }
                                ?? language.withheld),
                    ]))
        }
        table =
            rows.isEmpty
            ? nil
            : ReportTable(
                id: "goals-\(index + 1)", name: part.heading(language),
                corner: Sentence(sv: "Lag", en: "Team")(language),
                columns: [
                    .init(Sentence(sv: "Svarande", en: "Respondents")(language)),
                    .init(Sentence(sv: "Nådda mål", en: "Goals reached")(language)),
                ], rows: rows)
        var notes: [String] = []
        let heading = part.heading(language)
        if isAlone {
            if !missing.isEmpty {
                notes.append(
                    Sentence(
                        sv: "\(heading): inget visas, för att färre än \(report.study.minimumGroup) svarade.",
                        en:
                            "\(heading): nothing is shown, because fewer than \(report.study.minimumGroup) answered."
                    )(language))
            }
        } else if !missing.isEmpty {
            let names = ReportAbsence.list(missing.map { labels.label($0.team) })
            notes.append("\(heading): \(report.tooFew(missing.count, of: entries.count, names, language))")
        }
        if !shown.isEmpty {
            if let scale = reading.scales[part.key], let highest = scale.suffix(2).first,
                let last = scale.last
            {
                notes.append(
                    Sentence(
                        sv: "De två högsta stegen: \(highest(language)) och \(last(language)).",
                        en: "The two highest steps: \(highest(language)) and \(last(language)).")(language))
            }
            notes.append(Self.limits(report.study, language))
            if sum != nil { notes.append(Self.total(report.study, language)) }
            notes += report.narrowed(index, labels, alone: isAlone, language)
        }
        self.notes = notes
    }

    static func limits(_ study: Study, _ language: Language) -> String {
        Sentence(
            sv:
                "Där färre än \(study.minimumGroup) svarat visas inget, och där alla svarat lika visas bara ≥\u{A0}80\u{A0}% eller ≤\u{A0}20\u{A0}%.",
            en:
                "Where fewer than \(study.minimumGroup) answered nothing is shown, and where all answered alike only ≥\u{A0}80% or ≤\u{A0}20%."
        )(language)
    }

    private static func total(_ study: Study, _ language: Language) -> String {
        Sentence(
            sv:
                "Lagen tillsammans gäller det som visas av minst två lag. Där de som inte är med är färre än \(study.minimumGroup) visas det inte, för annars kunde deras svar räknas ut.",
            en:
                "The teams together are of what is shown of at least two teams. Where those outside are fewer than \(study.minimumGroup) it is not shown, because their answers could be worked out otherwise."
        )(language)
    }
}

extension Language {
    /// A share as a table tells it.
    func words(_ share: OutcomeShare?) -> String {
        switch share?.shown {
        case .exact(let top, let percent): "\(self.percent(percent)) (\(top)/\(share?.of ?? 0))"
        case .atLeast(let percent): "≥ " + self.percent(percent)
        case .atMost(let percent): "≤ " + self.percent(percent)
        case nil: withheld
        }
    }

    var withheld: String { Sentence(sv: "visas ej", en: "not shown")(self) }
}
