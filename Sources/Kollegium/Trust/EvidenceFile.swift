import Storage

/// `evidence.csv`: what speaks for or against trust in a team, coded by indicator.
final class EvidenceFile: BundleTable {
    static let file = "evidence.csv"
    static let columns = [
        CSVColumn(name: "id", required: true), CSVColumn(name: "team", required: true),
        CSVColumn(name: "form", required: true), CSVColumn(name: "indicator", required: true),
        CSVColumn(name: "value", required: true), CSVColumn(name: "source", required: false),
        CSVColumn(name: "date", required: true), CSVColumn(name: "note", required: false),
    ]
    static let privateColumns: Set = ["note"]
    static let keyColumns = 1
    static let selection = """
        SELECT e.code, m.code AS team, e.form, e.indicator, e.value, e.source, e.date, e.note, x.attributes
        FROM studies t
        JOIN teams m ON m.programme_id = t.programme_id
        JOIN evidence e ON e.team_id = m.id
        LEFT JOIN extras x ON x.id = e.extra_id
        WHERE t.id = ?
        """
    static let canonicalOrder = "1"

    private let intake: Intake
    private let evidence: TableLoad
    private let known = IdentifierTable()

    init(_ intake: Intake) {
        self.intake = intake
        evidence = intake.writer.load(
            into: "evidence",
            [
                "id", "public_id", "team_id", "code", "form", "indicator", "value", "source", "date", "note",
                "import_id", "extra_id",
            ])
    }

    func take(_ csv: CSVReader) throws {
        var row = CheckedRow(csv, file: Self.file, problems: intake.problems)
        let id = row.identifier(0, "id")
        let team = intake.team(1, in: &row)
        let form = row.word(2, "form", of: TrustIndicators.forms)
        let indicator = row.word(3, "indicator", of: TrustIndicators.all.map(\.code))
        let date = row.day(6, "date")
        var value: String?
        if let meaning = TrustIndicators.all.first(where: { $0.code == indicator }) {
            value = row.word(4, "value", of: meaning.values)
            if let form, form != meaning.form {
                row.reject(
                    Sentence(
                        sv: "indikatorn ”\(meaning.code)” hör till formen ”\(meaning.form)”, inte ”\(form)”",
                        en:
                            "the indicator “\(meaning.code)” belongs to the form “\(meaning.form)”, not “\(form)”"
                    ))
            }
        }
        if let date, date > intake.study.ends {
            row.notice(
                Sentence(
                    sv:
                        "datumet \(date) ligger efter studiens slut, \(intake.study.ends); det nyaste belägget räknas",
                    en:
                        "the date \(date) lies after the study's end, \(intake.study.ends); the newest evidence counts"
                ))
        }
        guard let id else { return }
        let (index, isNew) = known.insert(id)
        guard isNew else { return row.reject(.repeated("id", id.string)) }
        guard row.isSound, intake.isWriting, let team, let form, let indicator, let value, let date else {
            return
        }
        try evidence.rows().row(
            try intake.writer.nextKey(in: "evidence"), PublicID.make(), intake.roster.teamKeys[team],
            known[index], form, indicator, value, row.optionalText(5), date.description, row.optionalText(7),
            intake.keys.importing, try intake.extras.key(of: csv))
    }
}
