import Foundation
import Support
import Synchronization
import Testing

@testable import Kollegium

/// Pages as a browser gets them, each compared with the one that is kept under `Snapshots/pages`, one file for each. Of
/// what is around a page only its title, its trail and its room are kept, and all of it where that is asked for.
final class Album: Sendable {
    private let name: String
    private let shown = Mutex<(page: String?, names: Set<String>)>((nil, []))

    fileprivate init(_ name: String) { self.name = name }

    /// Compares the page that the browser has just got.
    /// - Parameter isWhole: With all that is around every page.
    func keep(_ answer: Browser.Answer, as name: String, isWhole: Bool = false) throws {
        let page = shown.withLock { shown in
            shown.names.insert("\(name).txt")
            defer { shown.page = nil }
            return shown.page
        }
        let kind = try #require(page, "\(name): nothing tells which page it is")
        let text = "\(kind), \(answer.status.code)\n" + answer.shot(isWhole: isWhole)
        try expectSnapshot(text, "pages/\(self.name)/\(name)")
    }

    fileprivate func watch(_ page: Any) {
        guard page is any Page else { return }
        shown.withLock { $0.page = String(describing: type(of: page)) }
    }

    /// Compares which pages there were with those that are kept.
    fileprivate func close() throws {
        let names = shown.withLock { $0.names }
        let folder = Snapshots.folder.appending(path: "pages/\(name)")
        let kept = Set(
            try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)))
        if Snapshots.areRecorded {
            for gone in kept.subtracting(names) {
                try FileManager.default.removeItem(at: folder.appending(path: gone))
            }
        } else {
            #expect(kept.subtracting(names).sorted() == [], "\(name): nothing makes these pages any more")
        }
    }
}

/// An album of pages of a site; of the five-team study where no other is asked for.
func withAlbum(
    _ name: String, of bundles: [TestBundle]? = nil, today: String = "2015-06-12",
    _ body: @Sendable (Web, Album) async throws -> Void
) async throws {
    let album = Album(name)
    let bundles = try bundles ?? [TestBundle.fiveSchools()]
    try await withWeb(.sqlite, bundles, today: today, watching: { _, page in album.watch(page) }) { web in
        try await body(web, album)
    }
    try album.close()
}
