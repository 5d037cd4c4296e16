import Foundation
import Storage
import Testing

/// Which engine a test runs on. Every test of the contract runs on both.
public enum TestEngine: String, Sendable, CaseIterable, CustomTestStringConvertible {
    case sqlite
    case postgres

    public var testDescription: String { rawValue }

    /// The server that `script/test` has started; a test on PostgreSQL without one fails rather than passing
    /// unseen.
    public static var serverURL: String? { ProcessInfo.processInfo.environment["KOLLEGIUM_TEST_POSTGRES"] }
}

public struct NoServer: Error, CustomStringConvertible {
    public var description: String { "KOLLEGIUM_TEST_POSTGRES is not set; run script/test" }
}

/// Gives `body` a place for a database of its own, and takes it away afterwards.
public func withLocation<T>(
    _ engine: TestEngine, _ body: (DatabaseLocation) async throws -> T
) async throws -> T {
    switch engine {
    case .sqlite:
        return try await withFolder { folder in
            try await body(.file(folder + "/test.sqlite"))
        }
    case .postgres:
        guard let server = TestEngine.serverURL else { throw NoServer() }
        let name = "test_" + UUID().uuidString.lowercased().replacingOccurrences(of: "-", with: "")
        try await psql(server, "CREATE DATABASE \(name)")
        let url = try #require(URLComponents(string: server)).named(name)
        do {
            let result = try await body(.server(url))
            try await psql(server, "DROP DATABASE \(name) WITH (FORCE)")
            return result
        } catch {
            _ = try? await psql(server, "DROP DATABASE \(name) WITH (FORCE)")
            throw error
        }
    }
}

/// Runs a statement by PostgreSQL's own shell and gives what it prints, columns parted by `|`.
@discardableResult
public func psql(_ url: String, _ sql: String) async throws -> String {
    let result = try await run("psql", [url, "-qAt", "-v", "ON_ERROR_STOP=1", "-c", sql])
    guard result.status == 0 else { throw Failed(program: "psql", message: result.errors) }
    return result.output
}

/// A folder of its own, gone afterwards.
public func withFolder<T>(_ body: (String) async throws -> T) async throws -> T {
    let folder = NSTemporaryDirectory() + "kollegium-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try await body(folder)
}

extension URLComponents {
    fileprivate func named(_ database: String) -> String {
        var components = self
        components.path = "/" + database
        return components.string ?? ""
    }
}
