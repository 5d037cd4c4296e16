import Foundation
import Testing

enum Snapshots {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "../Snapshots").standardizedFileURL
    /// Whether a change is meant, and what is kept is written anew.
    static let areRecorded = ProcessInfo.processInfo.environment["KOLLEGIUM_RECORD"] == "1"
}

/// Compares a text with the one that is kept under `Snapshots`, letter by letter. Where a change is meant, a run
/// with KOLLEGIUM_RECORD=1 writes the new text, to be read before it is committed.
func expectSnapshot(
    _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let url = Snapshots.folder.appending(path: "\(name).txt")
    if Snapshots.areRecorded {
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }
    let kept = try? String(contentsOf: url, encoding: .utf8)
    let known = try #require(kept, "\(name) is not kept yet", sourceLocation: sourceLocation)
    let (lines, keptLines) = (text.split(separator: "\n"), known.split(separator: "\n"))
    let first = zip(lines, keptLines).first { $0 != $1 }
    #expect(
        text == known,
        "\(name): first other line \(first.map { "“\($0)”, kept is “\($1)”" } ?? "at the end")",
        sourceLocation: sourceLocation)
}
