import Foundation
import ServiceLifecycle
import Storage
import Synchronization

/// Writes research files that were asked for, one at a time, beside the server's other work: some sheets are read, written
/// down, and then it rests for as long, so that pages never wait for a file.
struct ResearchWriting: Service {
    let site: Site
    /// Between two looks at whether one waits, and two signs of life of the one that is being written.
    var pause: Duration = .seconds(1)
    /// How long it rests, of the time it has worked.
    var rest = 1.0
    /// Told before each look whether somebody has taken a yes back; for tests.
    var meanwhile: @Sendable () async throws -> Void = {}
    /// Told before what nobody needs is taken away; for tests.
    var beforeRemoving: @Sendable () async throws -> Void = {}

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    if try await takeNext() { continue }
                } catch {
                    site.logger.warning("writing a research file failed", metadata: ["error": "\(error)"])
                }
                try? await Task.sleep(for: pause)
            }
        }
    }

    /// Writes the one that has waited longest. - Returns: false where none waits.
    func takeNext() async throws -> Bool {
        let now = site.now
        let needed = try await site.database.read { db in
            try ResearchFileStore(db: db).needsAttention(now: now)
        }
        guard needed else { return false }
        // What lies there is looked up first: what another process begins after it is not among it, needed or not.
        let lying = lyingThere()
        let (claimed, needs) = try await site.database.write { db in
            let store = ResearchFileStore(db: db)
            try store.sweep(now: now)
            let claimed = try store.claim(now: now)
            return (claimed, try store.needed())
        }
        try await beforeRemoving()
        remove(lying, besides: needs)
        guard let claimed else { return false }
        try await write(claimed)
        return true
    }

    private func write(_ file: ResearchFile) async throws {
        let path = file.path(in: site.folder)
        do {
            try FileManager.default.createDirectory(
                atPath: ResearchFile.folder(site.folder), withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            for _ in 0..<Self.mostTries {
                guard let plan = try await attempt(file, at: path + ".unfinished") else { break }
                try await meanwhile()
                guard rename(path + ".unfinished", path) == 0 else {
                    throw BundleError(.unwritable(errno), file: path)
                }
                let now = site.now
                // What somebody said meanwhile holds for this file too: it is written anew, without them.
                let isDone = try await site.database.write { db in
                    guard try ConsentStore(db: db).newest(of: file.study) == plan.newestConsent else {
                        return false
                    }
                    try ResearchFileStore(db: db).finish(
                        file.key, rows: plan.sheets.count, people: plan.people.count,
                        newestConsent: plan.newestConsent, now: now)
                    return true
                }
                if isDone { return }
            }
            try await fail(file)
        } catch {
            site.logger.error("a research file failed", metadata: ["error": "\(error)"])
            try await fail(file)
        }
        unlink(path + ".unfinished")
        unlink(path)
    }

    private static let mostTries = 5

    private func fail(_ file: ResearchFile) async throws {
        let (site, now) = (site, site.now)
        // Also where the server is about to stop: whoever asked must be told.
        try await Task {
            try await site.database.write { db in
                try ResearchFileStore(db: db).end(file.key, .failed, now: now)
            }
        }.value
    }

    /// Writes the file once. - Returns: nil where it was cancelled, or there is nothing to write it from.
    private func attempt(_ file: ResearchFile, at path: String) async throws -> ResearchPlan? {
        unlink(path)
        let order = ResearchPlan.Order(
            programme: file.programme, questionnaire: file.questionnaire, language: file.language,
            hasTexts: file.hasTexts, today: site.today)
        let (key, today) = (site.key, site.today)
        let isOver = try await site.database.read { db in
            try StudyInformationStore(db: db).isOver(file.study, on: today)
        }
        guard !isOver else { return nil }
        guard
            let plan = try await site.database.read({ db in try ResearchPlan.read(db, order, key: key) })
        else { return nil }
        var copying = ResearchCopying(database: site.database, plan: plan, rest: rest)
        let (pulse, pause, site) = (Pulse(), pause, site)
        copying.progress = { done, all in
            guard pulse.isDue(after: pause) else { return }
            let now = site.now
            let isWanted = try await site.database.write { db in
                try ResearchFileStore(db: db).keep(file.key, done: done, of: all, now: now)
            }
            if !isWanted { throw Unwanted() }
        }
        do {
            let target = try file.format.target(at: path)
            try await copying.write(file.format, to: target, now: site.now)
            try target.close()
        } catch is Unwanted {
            return nil
        }
        return plan
    }

    /// Somebody has cancelled it.
    private struct Unwanted: Error {}

    /// When the last sign of life was given.
    private final class Pulse: Sendable {
        private let last = Mutex(ContinuousClock.now)

        func isDue(after pause: Duration) -> Bool {
            last.withLock { last in
                guard ContinuousClock.now - last >= pause else { return false }
                last = .now
                return true
            }
        }
    }

    private func lyingThere() -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: ResearchFile.folder(site.folder))) ?? []
    }

    /// Files that nobody fetches any more, and what a killed server was writing.
    private func remove(_ files: [String], besides needed: Set<String>) {
        for file in files where !needed.contains(String(file.prefix { $0 != "." })) {
            unlink(ResearchFile.folder(site.folder) + "/" + file)
        }
    }
}
