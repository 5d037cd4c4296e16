import Foundation
import Support
import Synchronization
import Testing

@testable import Kollegium

/// Two processes over one folder.
@Suite struct ResearchOrphansTests {
    @Test(arguments: TestEngine.allCases)
    func `what one process begins to write while another tidies up stays there`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine) { web in
            let browser = try await web.be(Web.researcher)
            let folder = try web.researchFolder()
            _ = try await web.ask(.csv, by: browser)
            let begun = Mutex<String?>(nil)
            var first = ResearchWriting(site: web.site, rest: 0)
            first.beforeRemoving = {
                // The other has just claimed the next one, and written its first bytes.
                let next = try await web.ask(.json, by: web.be(Web.researcher))
                let now = web.site.now
                let file = try await web.site.database.write { db in
                    try ResearchFileStore(db: db).claim(now: now)
                }
                try #require(file.map { next.hasSuffix($0.publicID) } == true)
                let path = try #require(file).path(in: web.site.folder) + ".unfinished"
                try Data("half".utf8).write(to: URL(fileURLWithPath: path))
                begun.withLock { $0 = path }
            }
            try Data("old".utf8).write(to: URL(fileURLWithPath: folder + "/orphan.zip"))
            #expect(try await first.takeNext())
            let path = try #require(begun.withLock { $0 })
            #expect(FileManager.default.fileExists(atPath: path))
            #expect(!FileManager.default.fileExists(atPath: folder + "/orphan.zip"))
        }
    }
}
