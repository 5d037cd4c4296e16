import CLibPQ
import Subprocess

/// PostgreSQL's own programs copy a database better than we could; they are told where by environment
/// variables, so that no password stands in a list of processes.
struct PostgresBackup: Sendable {
    let url: String

    func dump(to path: String) async throws {
        try await run("pg_dump", ["--format=custom", "--no-owner", "--no-acl", "--file=\(path)"])
    }

    func restore(from path: String) async throws {
        try await run(
            "pg_restore",
            [
                "--single-transaction", "--exit-on-error", "--clean", "--if-exists", "--no-owner", "--no-acl",
                "--dbname=\(try database())", path,
            ])
    }

    /// The rows of the table of migrations inside a dump, read without restoring anything.
    func migrations(in path: String) async throws -> [String] {
        let rows = try await run("pg_restore", ["--data-only", "--table=migrations", "--file=-", path])
        let numbered = rows.split(separator: "\n").compactMap { row -> (Int, String)? in
            let fields = row.split(separator: "\t")
            return fields.count == 2 ? Int(fields[0]).map { ($0, String(fields[1])) } : nil
        }
        return numbered.sorted { $0.0 < $1.0 }.map(\.1)
    }

    /// Gives what the program prints.
    @discardableResult
    private func run(_ program: String, _ arguments: [String]) async throws -> String {
        let settings = try environment()
        let result: ExecutionResult<Void, StringOutput<Unicode.UTF8>, StringOutput<Unicode.UTF8>>
        do {
            result = try await Subprocess.run(
                .name(program), arguments: Arguments(arguments),
                environment: .inherit.updating(settings), output: .string(limit: 1 << 20),
                error: .string(limit: 65_536))
        } catch {
            throw StorageError(.programFailed(program), "it could not be run: \(error)")
        }
        guard result.terminationStatus.isSuccess else {
            throw StorageError(.programFailed(program), result.standardError)
        }
        return result.standardOutput
    }

    /// The URL's settings as the environment variables that every program of PostgreSQL reads.
    private func environment() throws -> [Environment.Key: String] {
        var settings: [Environment.Key: String] = [:]
        try eachSetting { option in
            if let name = option.envvar, let key = Environment.Key(rawValue: String(cString: name)) {
                settings[key] = String(cString: option.val)
            }
        }
        return settings
    }

    private func database() throws -> String {
        var name = "postgres"
        try eachSetting { option in
            if String(cString: option.keyword) == "dbname" { name = String(cString: option.val) }
        }
        return name
    }

    private func eachSetting(_ body: (PQconninfoOption) -> Void) throws {
        guard let options = PQconninfoParse(url, nil) else {
            throw StorageError(.cannotOpen, "the URL of the database cannot be read")
        }
        defer { PQconninfoFree(options) }
        var option = options
        while option.pointee.keyword != nil {
            if option.pointee.val != nil { body(option.pointee) }
            option += 1
        }
    }
}
