import Foundation

/// The answers as a table, and what its columns mean, in one zip. Numbers are the same as in the file for SPSS; opened in
/// a spreadsheet, nothing that somebody wrote is run.
final class ResearchCSV: ResearchTable {
    private let zip: ZipWriter
    private let plan: ResearchPlan
    private var csv: DownloadCSV?

    init(_ plan: ResearchPlan, at path: String) throws {
        self.plan = plan
        let zip = try ZipWriter(path: path)
        self.zip = zip
        chmod(path, 0o600)
        try zip.begin(plan.subject.fileName + ".csv")
        csv = try DownloadCSV(columns: plan.variables.map(\.name)) { try zip.write($0) }
    }

    func row(_ values: [ResearchValue]) throws {
        guard let csv else { return }
        for (variable, value) in zip2(plan.variables, values) {
            switch value {
            case .nothing: csv.empty()
            case .optedOut:
                if case .text = variable.kind {
                    csv.empty()
                } else {
                    csv.number(ResearchVariable.optedOutNumber)
                }
            case .notAsked:
                if case .text = variable.kind {
                    csv.empty()
                } else {
                    csv.number(ResearchVariable.notAskedNumber)
                }
            case .number(let number): csv.number(number)
            case .text(let text): csv.text(text)
            }
        }
        try csv.endRecord()
    }

    func close() throws {
        try csv?.close()
        csv = nil
        try zip.end()
        try zip.begin(plan.subject.fileName + "-codebook.csv")
        let zip = zip
        let book = try DownloadCSV(columns: Codebook.columns) { try zip.write($0) }
        for row in Codebook(plan).rows { try book.record(row) }
        try book.close()
        try zip.end()
        try zip.close()
    }
}

private func zip2<A, B>(_ one: [A], _ other: [B]) -> Zip2Sequence<[A], [B]> { zip(one, other) }

extension ResearchStore.Subject {
    /// What its files are called: the code in letters that every system takes.
    var fileName: String { ReadableCode.from(code, otherwise: "answers") }
}
