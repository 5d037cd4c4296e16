import Foundation
import ServiceLifecycle

/// What is done once an hour while the server runs: what has ended is swept away.
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
        let (site, now) = (site, site.now)
        try await site.database.write { db in
            try AccountSweep(db: db, sessions: site.sessions(db)).run(now: now)
        }
    }
}
