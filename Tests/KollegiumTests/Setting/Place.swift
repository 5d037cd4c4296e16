import Foundation
import Storage
import Support
import Testing

/// Where commands work in a test: a database of their own, and a folder beside it for bundles and copies.
struct Place: Sendable {
    let location: DatabaseLocation
    let folder: String

    /// The database as `--database` takes it.
    var database: String {
        switch location {
        case .file(let path): path
        case .server(let url): url
        }
    }

    /// Runs the program on the database.
    func kollegium(_ arguments: String..., environment: [String: String] = [:]) async throws -> Ending {
        try await kollegium(arguments, environment: environment)
    }

    func kollegium(_ arguments: [String], environment: [String: String] = [:]) async throws -> Ending {
        try await Support.kollegium(
            arguments + ["--database", database],
            environment: ["KOLLEGIUM_DATA": folder].merging(environment) { _, own in own })
    }

    /// Writes the bundle as a folder and imports it.
    func `import`(_ bundle: TestBundle, _ options: String...) async throws -> Ending {
        let path = try bundle.write(to: folder + "/bundle-" + UUID().uuidString)
        return try await kollegium(["study", "import", path] + options)
    }

    /// Imports a bundle that is sound, for a test of what comes after.
    func holding(_ bundle: TestBundle, sourceLocation: SourceLocation = #_sourceLocation) async throws {
        let ending = try await `import`(bundle)
        try #require(ending.status == 0, "\(ending.errors)", sourceLocation: sourceLocation)
    }

    /// Exports a study into a folder and reads what was written.
    func exported(
        _ study: String, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> TestBundle {
        let path = folder + "/export-" + UUID().uuidString
        let ending = try await kollegium("study", "export", study, path, "--whole")
        try #require(ending.status == 0, "\(ending.errors)", sourceLocation: sourceLocation)
        return try TestBundle(folder: path)
    }
}

/// Gives `body` a place of its own, gone afterwards.
func withPlace<T: Sendable>(
    _ engine: TestEngine, _ body: @Sendable (Place) async throws -> T
) async throws -> T {
    try await Turnstile.databases.pass {
        try await withLocation(engine) { location in
            try await withFolder { folder in
                try await body(Place(location: location, folder: folder))
            }
        }
    }
}
