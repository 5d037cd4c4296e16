import Storage

/// How a bundle differs from the study with the same id that is there already, file by file.
struct StudyDifferences: Sendable {
    private(set) var files: [FileDifferences] = []

    var isEmpty: Bool { files.isEmpty }

    /// Compares two studies of one database, the one that is held and one that is arriving.
    init(_ db: Session, from held: Int64, to arriving: Int64) throws {
        let documents = try StudyDocumentWriting.all(db, held)
        let newDocuments = try StudyDocumentWriting.all(db, arriving)
        for name in Set(documents.keys).union(newDocuments.keys).sorted() {
            add(FileDifferences(name, lines: documents[name], newDocuments[name]))
        }
        for table in bundleTables {
            let gone = try Self.only(in: held, not: arriving, table, db)
            let come = try Self.only(in: arriving, not: held, table, db)
            add(FileDifferences(table, gone: gone, come: come))
        }
    }

    private mutating func add(_ difference: FileDifferences) {
        if difference.count > 0 { files.append(difference) }
    }

    /// More rows than this are counted and not compared one by one.
    fileprivate static let most = 20_000

    /// Rows of a file that one study has and the other has not, in order of their key.
    private static func only(
        in one: Int64, not other: Int64, _ table: any BundleTable.Type, _ db: Session
    ) throws -> (rows: [[String]], count: Int) {
        let order = (1...table.keyColumns).map(String.init).joined(separator: ", ")
        var rows: [[String]] = []
        var count = 0
        try db.each(
            "\(table.selection) EXCEPT \(table.selection) ORDER BY \(order)", one, other
        ) { row in
            count += 1
            guard rows.count < most else { return }
            rows.append((0...table.columns.count).map { row.textIfAny($0) ?? "" })
        }
        return (rows, count)
    }

    /// One line for each difference, at most twenty a file.
    func lines(_ language: Language) -> [String] {
        files.flatMap { $0.lines(language) }
    }
}

/// How one file of a bundle differs.
struct FileDifferences: Sendable {
    let file: String
    private(set) var count = 0
    private var shown: [Sentence] = []

    private static let most = 20

    /// The rows of a table, paired where they have the same key.
    init(
        _ table: any BundleTable.Type, gone: (rows: [[String]], count: Int),
        come: (rows: [[String]], count: Int)
    ) {
        file = table.file
        guard max(gone.count, come.count) <= StudyDifferences.most else {
            count = 1
            add(
                Sentence(
                    sv: "\(Language.sv.grouped(gone.count)) rader finns bara i databasen, "
                        + "\(Language.sv.grouped(come.count)) bara i paketet",
                    en: "\(Language.en.grouped(gone.count)) rows are in the database only, "
                        + "\(Language.en.grouped(come.count)) in the bundle only"))
            return
        }
        func key(_ row: [String]) -> String {
            row.prefix(table.keyColumns).joined(separator: ", ").printable
        }
        let names = table.columns.map(\.name) + ["…"]
        var coming: [String: [[String]]] = Dictionary(grouping: come.rows, by: key)
        var pairs = 0
        for row in gone.rows {
            if let match = coming[key(row)]?.popLast() {
                pairs += 1
                let changed = names.indices.filter { row[$0] != match[$0] }
                func changes(_ language: Language) -> String {
                    changed.map { Self.change(names[$0], row[$0], match[$0], table)(language) }
                        .joined(separator: ", ")
                }
                add(Sentence(sv: "\(key(row)): \(changes(.sv))", en: "\(key(row)): \(changes(.en))"))
            } else {
                add(
                    Sentence(sv: "\(key(row)): finns inte i paketet", en: "\(key(row)): is not in the bundle")
                )
            }
        }
        for row in come.rows where coming[key(row)]?.popLast() != nil {
            add(Sentence(sv: "\(key(row)): är ny i paketet", en: "\(key(row)): is new in the bundle"))
        }
        count = gone.count + come.count - pairs
    }

    /// What became of one value; what somebody answered, and who they are, is not repeated.
    private static func change(
        _ column: String, _ old: String, _ new: String, _ table: any BundleTable.Type
    ) -> Sentence {
        if table.privateColumns.contains(column) {
            return Sentence(sv: "\(column) är ändrat", en: "\(column) is another")
        }
        return Sentence(
            sv: "\(column) ”\(old.excerpt)” → ”\(new.excerpt)”",
            en: "\(column) “\(old.excerpt)” → “\(new.excerpt)”")
    }

    /// The lines of a document.
    init(_ file: String, lines one: String?, _ other: String?) {
        self.file = file
        guard let one, let other else {
            count = 1
            add(
                other == nil
                    ? Sentence(sv: "filen finns inte i paketet", en: "the file is not in the bundle")
                    : Sentence(sv: "filen är ny i paketet", en: "the file is new in the bundle"))
            return
        }
        guard one != other else { return }
        let (before, after) = (one.split(separator: "\n"), other.split(separator: "\n"))
        for change in after.difference(from: before) {
            count += 1
            switch change {
            case .remove(_, let line, _): add(.verbatim("− " + String(line).printable))
            case .insert(_, let line, _): add(.verbatim("+ " + String(line).printable))
            }
        }
    }

    private mutating func add(_ sentence: Sentence) {
        if shown.count < Self.most { shown.append(sentence) }
    }

    func lines(_ language: Language) -> [String] {
        var lines = shown.map { "\(file): \($0(language))" }
        let rest = count - shown.count
        if rest > 0 {
            lines.append(
                "\(file): \(Sentence(sv: "och \(rest) till", en: "and \(rest) more")(language))")
        }
        return lines
    }
}

extension Sentence {
    /// What says the same in both languages.
    fileprivate static func verbatim(_ text: String) -> Sentence { Sentence(sv: text, en: text) }
}
