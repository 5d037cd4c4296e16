import Storage
import Yams

/// One import under way: where it stands among the files, across as many transactions as it takes.
final class ImportRun {
    private let source: any BundleSource
    private let options: StudyImport.Options
    private let problems = Problems()
    private let document: StudyDocument
    private let intake: Intake
    private var waiting: [any BundleTable.Type]
    private var reading: Reading?
    private var files: [ImportedFile] = []
    private var counts: [ImportSummary.Count] = []
    private var totals: ImportProgress

    /// The file that is being read.
    private struct Reading {
        let table: any BundleTable
        let csv: CSVReader
        let stream: DigestingStream
        var rows = 0
    }

    /// What the import came to, and the study that makes room for it.
    struct Ending {
        let result: StudyImport.Outcome
        let leaving: Study?
    }

    init(_ work: StudyImport, _ db: Session) throws {
        source = work.bundle
        options = work.options
        document = try StudyDocument.read(source, problems)
        waiting = bundleTables.filter { [problems] table in
            let isThere = work.bundle.files.contains(table.file)
            if !isThere, table == SchoolsFile.self || table == TeamsFile.self {
                problems.report(.missingFile, file: table.file)
            }
            return isThere
        }
        totals = ImportProgress(total: waiting.map { work.bundle.size(of: $0.file) ?? 0 }.reduce(0, +))
        let keys = try problems.isEmpty ? Self.begin(document, work.options.now(), db) : .none
        intake = Intake(document, keys: keys, problems: problems)
        intake.roster.absent = Set(bundleTables.map { $0.file }).subtracting(source.files)
        if !source.files.contains(SchoolsFile.file) { intake.roster.inDoubt.insert(SchoolsFile.file) }
        if !source.files.contains(TeamsFile.file) { intake.roster.inDoubt.insert(TeamsFile.file) }
        for file in source.files.filter({ !Self.isKnown($0) }) + source.passedOver {
            problems.notice(Self.notRead(file, beside: source.files), file: file)
        }
        files.append(
            ImportedFile(name: StudyDocument.file, sha256: try digest(StudyDocument.file), extraColumns: []))
        try readQuestionnaires(db)
    }

    /// A file that a bundle does not have, and what it may have been meant to be.
    private static func notRead(_ file: String, beside files: [String]) -> Sentence {
        let stem = { (name: String) in name.lowercased().prefix { $0 != "." } }
        let meant = (bundleTables.map { $0.file } + [StudyDocument.file]).first { name in
            stem(name) == stem(file) && !files.contains(name)
        }
        if let meant {
            return Sentence(
                sv: "lästes inte; den ska heta \(meant)", en: "not read; it should be called \(meant)")
        }
        if file.lowercased().hasPrefix("instruments/") {
            return Sentence(
                sv: "lästes inte; en enkät ska heta instruments/….yaml",
                en: "not read; a questionnaire should be called instruments/….yaml")
        }
        return Sentence(
            sv: "hör inte till ett studiepaket; lästes inte", en: "is no part of a bundle; not read")
    }

    private static func isKnown(_ file: String) -> Bool {
        file == StudyDocument.file || isQuestionnaire(file) || bundleTables.contains { $0.file == file }
    }

    private static func begin(_ document: StudyDocument, _ now: Int64, _ db: Session) throws -> Intake.Keys {
        let programmes = ProgrammeStore(db: db)
        let organisation = try programmes.organisation()
        let importing = try StudyStore(db: db).beginImport(organisation: organisation, at: now)
        let programme = try programmes.insertImported(document, organisation: organisation)
        let study = try StudyStore(db: db).insert(
            document, programme: programme, importing: importing, state: .arriving)
        return Intake.Keys(
            organisation: organisation, programme: programme, study: study, importing: importing)
    }

    private func digest(_ file: String) throws -> String {
        guard source.files.contains(file) else { return "" }
        let stream = DigestingStream(try source.open(file))
        try drain(stream)
        return stream.hex
    }

    // MARK: Questionnaires

    static let questionnaireFolder = "instruments/"

    private func readQuestionnaires(_ db: Session) throws {
        var codes: Set<String> = []
        for file in source.files.filter(isQuestionnaire).sorted() {
            do {
                let stream = DigestingStream(try source.open(file))
                guard let node = try readYAML(stream, file: file, problems: problems) else {
                    intake.roster.inDoubt.insert(Self.questionnaireFolder)
                    continue
                }
                files.append(ImportedFile(name: file, sha256: stream.hex, extraColumns: []))
                let reading = QuestionnaireReading(file: file, problems: problems)
                guard let questionnaire = reading.questionnaire(node) else {
                    intake.roster.inDoubt.insert(Self.questionnaireFolder)
                    continue
                }
                guard codes.insert(questionnaire.code).inserted else {
                    problems.report(.repeated("id", questionnaire.code), file: file, line: node.line)
                    continue
                }
                let keys = try intake.isWriting ? insert(questionnaire, db) : nil
                intake.roster.questionnaires += questionnaire.parts.indices.map {
                    ImportedPart($0, of: questionnaire, keys: keys)
                }
            } catch let error as BundleError {
                problems.report(error)
                intake.roster.inDoubt.insert(Self.questionnaireFolder)
            }
        }
        if codes.isEmpty { intake.roster.absent.insert(Self.questionnaireFolder) }
        counts.append(.init(file: Self.questionnaireFolder, rows: codes.count))
    }

    private func insert(_ questionnaire: Questionnaire, _ db: Session) throws -> QuestionnaireStore.Keys {
        try QuestionnaireStore(db: db).insert(
            questionnaire, programme: intake.keys.programme, importing: intake.keys.importing)
    }

    // MARK: Tables

    /// Reads on until all is read or the time has come; true while there is more.
    func advance(_ db: Session, until deadline: ContinuousClock.Instant?) throws -> Bool {
        intake.writer.enter(db)
        repeat {
            guard try nextFile() else {
                try intake.writer.flush()
                return false
            }
            try readOn(until: deadline)
        } while deadline.map { ContinuousClock.now < $0 } ?? true
        try intake.writer.flush()
        return reading != nil || !waiting.isEmpty
    }

    private func nextFile() throws -> Bool {
        while reading == nil, !waiting.isEmpty {
            let table = waiting.removeFirst()
            do {
                let stream = DigestingStream(try source.open(table.file))
                let csv = try CSVReader(
                    file: table.file, stream: stream, columns: table.columns, problems: problems)
                for column in csv.unknownColumns {
                    problems.notice(
                        Sentence(
                            sv: "kolumnen ”\(column.excerpt)” är okänd; den behålls som extra uppgift",
                            en:
                                "the column “\(column.excerpt)” is not known; it is kept as an extra attribute"
                        ),
                        file: table.file, line: 1)
                }
                reading = Reading(table: table.init(intake), csv: csv, stream: stream)
            } catch let error as BundleError {
                problems.report(error)
                intake.roster.inDoubt.insert(table.file)
            }
        }
        return reading != nil
    }

    private func readOn(until deadline: ContinuousClock.Instant?) throws {
        guard var reading else { return }
        let file = type(of: reading.table).file
        do {
            while try reading.csv.next(damaged: { reading.table.salvage(reading.csv) }) {
                if reading.csv.isEmptyRecord {
                    problems.notice(.emptyRecord, file: file, line: reading.csv.line)
                    continue
                }
                try reading.table.take(reading.csv)
                reading.rows += 1
                guard reading.rows & 1023 == 0 else { continue }
                options.progress(totals.at(file, rows: reading.rows, bytes: reading.csv.bytesRead))
                if let deadline, ContinuousClock.now >= deadline {
                    self.reading = reading
                    return
                }
            }
        } catch let error as BundleError {
            problems.report(error)
        }
        self.reading = nil
        if reading.csv.isCutShort || !reading.csv.isReadable { intake.roster.inDoubt.insert(file) }
        // A damaged file may end before its bytes do, and its digest is of no use then.
        if problems.isEmpty { try drain(reading.stream) }
        totals.done += reading.stream.bytesRead
        counts.append(.init(file: file, rows: reading.rows))
        files.append(
            ImportedFile(name: file, sha256: reading.stream.hex, extraColumns: reading.csv.unknownColumns))
    }

    // MARK: The end

    private var summary: ImportSummary {
        ImportSummary(study: document.code, counts: counts, notices: problems.notices)
    }

    /// Refuses a bundle with problems, and one that differs from a study with its id which it is not to replace.
    /// It only reads, so it may run beside writers once all has arrived.
    /// - Throws: `BundleError` with all problems, or `ImportRefusal`.
    func judge(_ db: Session) throws {
        guard problems.isEmpty else { throw BundleError(problems) }
        let store = StudyStore(db: db)
        guard let present = try store.study(document.code) else { return }
        guard try !store.isLivedIn(present) else { throw ImportRefusal.livedIn(document.code) }
        guard !options.replaces else { return }
        let differences = try StudyDifferences(db, from: present.key, to: intake.keys.study)
        throw differences.isEmpty
            ? ImportRefusal.unchanged(summary) : ImportRefusal.differs(document.code, differences)
    }

    /// Lets the study be seen, and sends away the one whose place it takes.
    func welcome(_ db: Session) throws -> Ending {
        let store = StudyStore(db: db)
        for file in files { try store.note(file, of: intake.keys.importing) }
        let present = try store.study(document.code)
        if let present {
            // Somebody may have come between the judging and now.
            guard options.replaces, try !store.isLivedIn(present) else {
                throw ImportRefusal.livedIn(document.code)
            }
            try store.setState(.leaving, of: present.key)
        }
        try store.setState(.held, of: intake.keys.study)
        try ActivityLog(db: db).note(
            .operator, "imported", "study", intake.keys.study, programme: intake.keys.programme,
            organisation: intake.keys.organisation, at: options.now())
        try db.analyze()
        return Ending(result: .imported(summary, replaced: present != nil), leaving: present)
    }
}

extension Sentence {
    fileprivate static let emptyRecord = Sentence(
        sv: "raden har bara tomma fält; den hoppades över",
        en: "the row has empty fields only; it was passed over")
}

extension Intake.Keys {
    /// For a bundle that is examined only.
    fileprivate static let none = Intake.Keys(organisation: 0, programme: 0, study: 0, importing: 0)
}

extension StudyDocument {
    /// Reads `study.yaml` of a bundle; what is wrong is in `problems`.
    static func read(_ source: any BundleSource, _ problems: Problems) throws -> StudyDocument {
        guard source.files.contains(file) else {
            problems.report(.missingFile, file: file)
            return StudyDocument(nil, problems: problems)
        }
        do {
            let node = try readYAML(source.open(file), file: file, problems: problems)
            return StudyDocument(node, problems: problems)
        } catch let error as BundleError {
            problems.report(error)
            return StudyDocument(nil, problems: problems)
        }
    }
}

/// A whole YAML file; nil, and reported, where it is none.
func readYAML(_ stream: any ByteStream, file: String, problems: Problems) throws -> Node? {
    guard let bytes = try stream.readAll(limit: YAMLScan.sizeLimit) else {
        problems.report(.largeYAML, file: file)
        return nil
    }
    return parseYAML(bytes, file: file, problems: problems)
}
