import Foundation
import ServiceLifecycle
import Storage

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
        let (claimed, needs) = try await site.database.write { db in
            let store = ResearchFileStore(db: db)
            try store.sweep(now: now)
            let claimed = try store.claim(now: now)
            return (claimed, try store.needed())
        }
        removeOrphans(besides: needs)
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
        let key = site.key
        guard
            let plan = try await site.database.read({ db in try ResearchPlan.read(db, order, key: key) })
        else { return nil }
        let passes = file.format.needsWidths && file.hasTexts ? 2 : 1
        var widths = [Int](repeating: 0, count: plan.variables.count)
        var progress = Progress(total: plan.sheets.count * passes, seen: .now)
        if passes == 2 {
            let isWanted = try await eachChunk(plan, file, &progress) { rows in
                for row in rows {
                    for (place, value) in row.enumerated() {
                        if case .text(let text) = value {
                            widths[place] = max(widths[place], text.utf8.count)
                        }
                    }
                }
            }
            guard isWanted else { return nil }
        }
        let table = try file.format.table(plan, at: path, widths: widths, now: site.now)
        let isWanted = try await eachChunk(plan, file, &progress) { rows in
            for row in rows { try table.row(row) }
        }
        guard isWanted else { return nil }
        try table.close()
        return plan
    }

    private struct Progress {
        let total: Int
        var done = 0
        var seen: ContinuousClock.Instant
    }

    /// - Returns: false where the file was cancelled meanwhile.
    private func eachChunk(
        _ plan: ResearchPlan, _ file: ResearchFile, _ progress: inout Progress,
        _ body: ([[ResearchValue]]) throws -> Void
    ) async throws -> Bool {
        for start in stride(from: 0, to: plan.sheets.count, by: ResearchPlan.chunk) {
            let began = ContinuousClock.now
            let range = start..<min(start + ResearchPlan.chunk, plan.sheets.count)
            try body(try await site.database.read { db in try plan.rows(range, db) })
            progress.done += range.count
            try Task.checkCancellation()
            if ContinuousClock.now - progress.seen >= pause {
                progress.seen = .now
                let (done, total, now) = (progress.done, progress.total, site.now)
                let isWanted = try await site.database.write { db in
                    try ResearchFileStore(db: db).keep(file.key, done: done, of: total, now: now)
                }
                guard isWanted else { return false }
            }
            if rest > 0 { try await Task.sleep(for: (ContinuousClock.now - began) * rest) }
        }
        return true
    }

    /// Files that nobody fetches any more, and what a killed server was writing.
    private func removeOrphans(besides needed: Set<String>) {
        let folder = ResearchFile.folder(site.folder)
        for file in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        where !needed.contains(String(file.prefix { $0 != "." })) {
            unlink(folder + "/" + file)
        }
    }
}
