import Foundation
import Storage

/// What the files of a bundle have in common while they are taken in: where problems go, what is known so far,
/// and the way to the database. Its memory grows with people, teams, meetings and sheets, never with answers.
final class Intake {
    let problems: Problems
    let study: StudyDocument
    let keys: Keys
    let roster = Roster()
    let writer = BulkWriter()
    private(set) lazy var extras = Extras(self)

    /// The rows in the database that everything imported hangs on.
    struct Keys: Sendable {
        let organisation: Int64
        let programme: Int64
        let study: Int64
        let importing: Int64
    }

    init(_ study: StudyDocument, keys: Keys, problems: Problems) {
        self.study = study
        self.keys = keys
        self.problems = problems
    }

    /// Whether rows are still written. After the first problem the bundle will be refused whole, and what is
    /// read serves only to find the other problems.
    var isWriting: Bool { problems.isEmpty }

    /// Reports a reference that leads nowhere, unless the record it leads to may be among those that could not be
    /// read: one mistake is to give one line. Where the whole file is absent, the first reference says so.
    func rejectReference(_ column: String, _ id: CSVField, to file: String, in row: inout CheckedRow) {
        if roster.inDoubt.contains(file) { return row.passOver() }
        if roster.absent.contains(file) { roster.inDoubt.insert(file) }
        row.reject(.unknown(column, id.string, in: file))
    }
}
