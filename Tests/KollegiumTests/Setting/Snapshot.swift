import Foundation
import Testing

/// Compares a text with the one that is kept under `Snapshots`, letter by letter. Where a change is meant, a run
/// with KOLLEGIUM_RECORD=1 writes the new text, to be read before it is committed.
func expectSnapshot(
    _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "../Snapshots/\(name).txt").standardizedFileURL
    if ProcessInfo.processInfo.environment["KOLLEGIUM_RECORD"] == "1" {
        try Data(text.utf8).write(to: url)
    }
    let kept = try String(contentsOf: url, encoding: .utf8)
    let (lines, keptLines) = (text.split(separator: "\n"), kept.split(separator: "\n"))
    let first = zip(lines, keptLines).first { $0 != $1 }
    #expect(
        text == kept, "\(name): first other line \(first.map { "“\($0)”, kept is “\($1)”" } ?? "at the end")",
        sourceLocation: sourceLocation)
}
