import Foundation
import Testing

/// Whether there is a page that nobody has looked at.
@Suite struct PagesAreKeptTests {
    @Test func `each kind of page is kept at least once`() throws {
        let root = Snapshots.folder.appending(path: "../../..").standardizedFileURL
        let sources = try Self.texts(in: root.appending(path: "Sources/Kollegium"), ending: ".swift")
        let pages = Set(
            sources.flatMap { $0.matches(of: #/struct (\w+): Page\b/#).map { String($0.output.1) } })
        try #require(pages.count > 40)
        let kept = try Self.texts(in: Snapshots.folder.appending(path: "pages"), ending: ".txt")
        #expect(pages.subtracting(kept.map { String($0.prefix { $0 != "," }) }).sorted() == [])
    }

    private static func texts(in folder: URL, ending: String) throws -> [String] {
        let path = folder.path(percentEncoded: false)
        let files = try #require(FileManager.default.enumerator(atPath: path))
        return try files.compactMap { $0 as? String }.filter { $0.hasSuffix(ending) }
            .map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) }
    }
}
