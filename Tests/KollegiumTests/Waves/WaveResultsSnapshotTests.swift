import Storage
import Support
import Testing

@testable import Kollegium

/// Pages of what has come of waves, letter by letter.
@Suite struct WaveResultsSnapshotTests {
    @Test func `what has come of waves`() async throws {
        try await withAlbum("wave-results") { web, album in
            let leader = try await web.be("programledare@example.org")
            for part in ["start", "year1", "year2"] {
                try album.keep(try await leader.get(web.wave(part) + "/results"), as: part)
            }
            let researcher = try await web.be("forskare@example.org")
            try album.keep(try await researcher.get(web.wave("year2") + "/results"), as: "researcher")
            // As if nothing had been published, and one school had answered alone.
            try await web.site.database.write { db in
                _ = try db.execute("UPDATE studies SET published = 0")
                _ = try db.execute(
                    "UPDATE sheets SET counted = 0 WHERE team_id NOT IN (SELECT id FROM teams WHERE code = 't1')"
                )
            }
            try album.keep(try await leader.get(web.wave("year2") + "/results"), as: "few")
            let english = try await web.be("programledare@example.org", .en)
            try album.keep(try await english.get(web.wave("year2") + "/results"), as: "few-en")
        }
    }
}
