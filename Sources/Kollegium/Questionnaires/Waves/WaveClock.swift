import Foundation
import ServiceLifecycle
import Storage

/// What happens to waves by itself while the server runs: they open and close when their day has come, and those who are
/// asked are written to. Several processes may do it at once; done twice is done once.
struct WaveClock: Service {
    let site: Site
    var pause: Duration = .seconds(60)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await turn()
                } catch is CancellationError {
                    break
                } catch {
                    site.logger.warning("waves could not be looked after", metadata: ["error": "\(error)"])
                }
                try? await Task.sleep(for: pause)
            }
        }
    }

    /// Does all that is due now.
    func turn() async throws {
        let today = site.today
        let underWay = try await site.database.read { db in try WaveStore(db: db).underWay() }
        for wave in underWay where wave.isDue(on: today) || wave.state(on: today) == .ending {
            // One that cannot be opened or closed keeps no other waiting.
            do { try await move(wave.publicID) } catch is FormRefusal { continue }
        }
        let open = try await site.database.read { db in try WaveStore(db: db).underWay() }
        for wave in open where wave.isOpen(on: today) {
            switch wave.asks {
            case .members: try await letters.send(wave)
            case .leavers: try await exitLetters.send(wave)
            }
        }
    }

    /// Opens or closes a wave whose day has come, as it stands now.
    private func move(_ id: String) async throws {
        let (now, today) = (site.now, site.today)
        try await site.database.write { db in
            let store = WaveStore(db: db)
            guard let wave = try store.wave(id) else { return }
            if wave.isDue(on: today) { try store.open(wave, by: .clock, now: now, today: today) }
            if wave.state(on: today) == .ending { try store.close(wave, by: .clock, now: now, today: today) }
        }
    }

    var letters: WaveLetters {
        let url = site.settings.publicURL
        return WaveLetters(
            database: site.database, quiet: QuietTime(zone: site.settings.zone), now: site.now,
            today: site.today, link: { url + "/sheets/\($0.publicID)" })
    }

    private var exitLetters: ExitLetters {
        let site = site
        return ExitLetters(
            database: site.database, quiet: QuietTime(zone: site.settings.zone), now: site.now,
            today: site.today, link: { site.whole(.exit($0.text)) })
    }
}
