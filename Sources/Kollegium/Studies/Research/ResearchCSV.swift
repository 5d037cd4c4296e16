/// The answers as a table, and what its columns mean, in a file beside it. Numbers are the same as in the file for SPSS; opened in
/// a spreadsheet, nothing that somebody wrote is run.
final class ResearchCSV: ResearchTable {
    private let target: any BundleTarget
    private let plan: ResearchPlan
    private let csv: DownloadCSV

    init(_ plan: ResearchPlan, to target: any BundleTarget) throws {
        self.plan = plan
        self.target = target
        try target.begin(plan.subject.fileName + ".csv")
        csv = try DownloadCSV(columns: plan.variables.map(\.name)) { try target.write($0) }
    }

    func row(_ values: [ResearchValue]) throws {
        for (variable, value) in zip(plan.variables, values) {
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
        try csv.close()
        let target = target
        try target.begin(plan.subject.fileName + "-codebook.csv")
        let book = try DownloadCSV(columns: Codebook.columns) { try target.write($0) }
        for row in Codebook(plan).rows { try book.record(row) }
        try book.close()
    }
}

extension ResearchStore.Subject {
    /// What its files are called: the code in letters that every system takes.
    var fileName: String { ReadableCode.from(code, otherwise: "answers") }
}
