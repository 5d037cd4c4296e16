import Foundation
import ServiceLifecycle

/// What is done once an hour while the server runs: what has ended is swept away, and what has
/// been answered in a term that is over is settled.
struct Housekeeping: Service {
    let site: Site
    var pause: Duration = .seconds(3600)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await tidyUp()
                } catch {
                    site.logger.warning("sweeping failed", metadata: ["error": "\(error)"])
                }
                try? await Task.sleep(for: pause)
            }
        }
    }

    func tidyUp() async throws {
        let (site, now, today) = (site, site.now, site.today)
        try await site.database.write { db in
            try AccountSweep(db: db, sessions: site.sessions(db)).run(now: now)
            try PurposeTermStore(db: db).closeEnded(now: now, today: today)
        }
    }
}
