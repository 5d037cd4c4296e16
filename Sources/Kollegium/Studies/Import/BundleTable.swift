import Storage

/// One CSV file of a bundle, seen from both sides: how its records are taken in, and how they are selected
/// again. Each stands in the slice whose tables it fills.
protocol BundleTable: AnyObject, SendableMetatype {
    static var file: String { get }
    static var columns: [CSVColumn] { get }
    /// How many of the first columns tell one record from another, for a list of differences.
    static var keyColumns: Int { get }
    /// The columns whose values a list of differences does not repeat: what somebody answered or wrote, and who
    /// they are.
    static var privateColumns: Set<String> { get }
    /// The columns that hold numbers with decimals, which engines would write each in their own way.
    static var decimalColumns: Range<Int> { get }
    /// Selects the records of a study, whose key is the one value, in canonical order: the columns, then the
    /// extra attributes as JSON.
    static var selection: String { get }
    static var canonicalOrder: String { get }

    /// Columns that the format does not know and the study's rows have here, beside those that it came with.
    static func furtherColumns(_ db: Session, of study: Int64) throws -> Set<String>

    init(_ intake: Intake)
    /// Takes in the record that the reader stands on.
    func take(_ csv: CSVReader) throws
    /// Remembers what can still be read of a damaged record, so that what refers to it is not reported as a
    /// mistake of its own.
    func salvage(_ csv: CSVReader)
}

extension BundleTable {
    static var privateColumns: Set<String> { [] }
    static var decimalColumns: Range<Int> { 0..<0 }
    static func furtherColumns(_ db: Session, of study: Int64) throws -> Set<String> { [] }
    func salvage(_ csv: CSVReader) {}
}

/// Every CSV file of a bundle, in an order in which each refers to earlier ones only.
let bundleTables: [any (BundleTable & SendableMetatype).Type] = [
    SchoolsFile.self, PeopleFile.self, TeamsFile.self, MembershipsFile.self, MeetingsFile.self,
    AttendanceFile.self, EvidenceFile.self, EventsFile.self, ResponsesFile.self,
]
