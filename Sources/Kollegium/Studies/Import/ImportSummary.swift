/// What an import brought in.
struct ImportSummary: Sendable {
    struct Count: Sendable {
        let file: String
        let rows: Int
    }

    let study: String
    let counts: [Count]
    let notices: ProblemList

    init(study: String, counts: [Count], notices: ProblemList) {
        self.study = study
        self.counts = counts
        self.notices = notices
    }
}

/// How far an import has come, in bytes of its CSV files.
struct ImportProgress: Sendable {
    let total: Int64
    var done: Int64 = 0
    private(set) var file = ""
    private(set) var rows = 0

    init(total: Int64) {
        self.total = total
    }

    func at(_ file: String, rows: Int, bytes: Int64) -> ImportProgress {
        var progress = self
        progress.file = file
        progress.rows = rows
        progress.done += bytes
        return progress
    }
}

/// Why a sound bundle was not taken in.
enum ImportRefusal: Error {
    /// The same study, said in other bytes: nothing to do.
    case unchanged(ImportSummary)
    case differs(String, StudyDifferences)
    case livedIn(String)
    /// Another program uses the SQLite file and would have to wait too long.
    case wouldBlock
    case anotherImport
}
