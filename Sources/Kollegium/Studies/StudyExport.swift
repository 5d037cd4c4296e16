import Foundation
import Storage

/// Writes a study as a bundle, in the one form that makes two bundles of the same study identical files.
struct StudyExport: Sendable {
    let database: Database
    let code: String

    enum Refusal: Error {
        case unknownStudy(String)
        case pathIsTaken(String)
        case notWritable(String, String)
        /// Somebody said something new to the study meanwhile, so the copy might hold what it may not.
        case overtaken
        /// Participants were told that answers are kept no longer.
        case keptNoLonger
    }

    /// Writes a zip where the path ends in `.zip`, else a folder. What is written takes its name only when it
    /// is whole.
    func write(to path: String) async throws {
        let path = path.hasSuffix("/") ? String(path.dropLast()) : path
        guard !FileManager.default.fileExists(atPath: path) else { throw Refusal.pathIsTaken(path) }
        let unfinished = path + ".unfinished-" + PublicID.make().prefix(8)
        let isZip = path.lowercased().hasSuffix(".zip")
        do {
            let (code, database) = (code, database)
            try await database.read { db in
                guard let study = try StudyStore(db: db).study(code) else { throw Refusal.unknownStudy(code) }
                let target: any BundleTarget =
                    try isZip ? ZipTarget(path: unfinished) : FolderTarget(path: unfinished)
                try Self.write(study, db, to: target)
                try target.close()
            }
            try Self.name(unfinished, path, isFolder: !isZip)
        } catch {
            try? FileManager.default.removeItem(atPath: unfinished)
            throw error
        }
    }

    /// Writes the research copy: who said yes to research, under pseudonyms.
    func write(_ copy: ResearchCopy, to path: String) async throws -> [(questionnaire: String, people: Int)] {
        let path = path.hasSuffix("/") ? String(path.dropLast()) : path
        guard !FileManager.default.fileExists(atPath: path) else { throw Refusal.pathIsTaken(path) }
        let unfinished = path + ".unfinished-" + PublicID.make().prefix(8)
        let isZip = path.lowercased().hasSuffix(".zip")
        do {
            let target: any BundleTarget =
                try isZip ? ZipTarget(path: unfinished) : FolderTarget(path: unfinished)
            let written = try await copy.write(to: target)
            try target.close()
            try Self.name(unfinished, path, isFolder: !isZip)
            return written
        } catch {
            try? FileManager.default.removeItem(atPath: unfinished)
            throw error
        }
    }

    /// Gives the name, unless something has taken it meanwhile: a plain rename would put a file in its place.
    private static func name(_ unfinished: String, _ path: String, isFolder: Bool) throws {
        let result = isFolder ? rename(unfinished, path) : link(unfinished, path)
        guard result == 0 else {
            throw errno == EEXIST || errno == ENOTEMPTY
                ? Refusal.pathIsTaken(path) : Refusal.notWritable(path, String(cString: strerror(errno)))
        }
        if !isFolder { unlink(unfinished) }
    }

    private static func write(_ study: Study, _ db: Session, to target: any BundleTarget) throws {
        for (file, text) in try StudyDocumentWriting.all(db, study.key).sorted(by: { $0.key < $1.key }) {
            try target.begin(file)
            try Array(text.utf8).withUnsafeBytes(target.write)
        }
        let importing = try StudyStore(db: db).importing(of: study.key)
        let files = try importing.map { try StudyStore(db: db).files(of: $0) } ?? []
        for table in bundleTables {
            let known = files.first { $0.name == table.file }?.extraColumns ?? []
            let extras = try table.furtherColumns(db, of: study.key).union(known)
            try target.begin(table.file)
            try write(table, extras.sorted(), of: study, db, target.write)
        }
    }

    private static func write(
        _ table: any BundleTable.Type, _ extras: [String], of study: Study, _ db: Session,
        _ sink: @escaping (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        let width = table.columns.count
        let writer = try CSVWriter(columns: table.columns.map(\.name) + extras, sink: sink)
        let nothing = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        try db.each("\(table.selection) ORDER BY \(table.canonicalOrder)", study.key) { row in
            for column in 0..<width {
                if table.decimalColumns.contains(column) {
                    writer.field(row.realIfAny(column).map(plain) ?? "")
                } else {
                    writer.field(row.bytes(column)?.bindMemory(to: UInt8.self) ?? nothing)
                }
            }
            if !extras.isEmpty {
                let attributes = row.bytes(width).map(jsonAttributes) ?? [:]
                for name in extras { writer.field(attributes[name] ?? "") }
            }
            try writer.endRecord()
        }
        try writer.close()
    }

    /// The shortest digits that read back as the same number; whole numbers without decimals.
    private static func plain(_ number: Double) -> String {
        guard number != number.rounded() else { return String(Int(number)) }
        let digits = String(number)
        guard let mark = digits.firstIndex(of: "e"), let power = Int(digits[digits.index(after: mark)...])
        else {
            return digits
        }
        // Below 0.0001 Swift writes 1.5e-05, which is no number to a bundle: 0.000015.
        let significant = digits[..<mark].filter { $0 != "." }
        return "0." + String(repeating: "0", count: -power - 1) + significant
    }
}
