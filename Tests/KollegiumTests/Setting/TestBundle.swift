import Foundation
import Support

/// A study bundle under construction: what each file holds, by name. Lines are numbered from 1, as messages do.
struct TestBundle: Sendable, Equatable {
    var files: [String: [UInt8]] = [:]

    init() {}

    /// Reads a bundle that lies in a folder.
    init(folder: String) throws {
        for file in try FileManager.default.subpathsOfDirectory(atPath: folder) {
            var isFolder: ObjCBool = false
            let path = folder + "/" + file
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue
            else { continue }
            files[file] = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        }
    }

    /// The example that the project carries: the article's five teams.
    static func fiveSchools() throws -> TestBundle {
        try TestBundle(folder: fiveSchoolsPath)
    }

    static let fiveSchoolsPath: String = {
        let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../..")
        return project.standardizedFileURL.appending(path: "Examples/five-schools").path
    }()

    /// The text of a file, empty where it is not there.
    subscript(file: String) -> String {
        get { String(decoding: files[file] ?? [], as: UTF8.self) }
        set { files[file] = Array(newValue.utf8) }
    }

    func lines(of file: String) -> [String] {
        self[file].split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map(String.init)
    }

    /// Puts another line in the place of one.
    mutating func set(_ line: Int, of file: String, to text: String) {
        var lines = lines(of: file)
        lines[line - 1] = text
        self[file] = lines.joined(separator: "\n")
    }

    /// Adds lines at the end of a file.
    mutating func add(_ lines: String..., to file: String) {
        self[file] += lines.map { $0 + "\n" }.joined()
    }

    mutating func replace(_ text: String, with other: String, in file: String) {
        self[file] = self[file].replacing(text, with: other)
    }

    func changed(_ change: (inout TestBundle) -> Void) -> TestBundle {
        var bundle = self
        change(&bundle)
        return bundle
    }

    /// Writes a new folder and gives its path.
    @discardableResult
    func write(to folder: String) throws -> String {
        for (file, bytes) in files {
            let url = URL(fileURLWithPath: folder + "/" + file)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: url)
        }
        return folder
    }

    /// Writes a zip, by a program that is not ours, and gives its path.
    func zip(to path: String, inFolder name: String? = nil) async throws -> String {
        try await withFolder { folder in
            try write(to: folder + "/" + (name ?? ""))
            let ending = try await run(
                "sh", ["-c", "cd \"$1\" && zip -qr \"$2\" .", "sh", folder, path])
            guard ending.status == 0 else { throw Failed(program: "zip", message: ending.errors) }
        }
        return path
    }
}
