import Foundation
import ServiceLifecycle
import Storage

/// Reads bundles that were sent by browser, one at a time, beside the server's other work.
struct UploadReading: Service {
    let site: Site
    /// Between two looks at whether one waits, and two signs of life of the one that is being read.
    var pause: Duration = .seconds(1)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await removeOrphans()
            while !Task.isCancelled {
                do {
                    if try await takeNext() { continue }
                } catch {
                    site.logger.warning("reading an upload failed", metadata: ["error": "\(error)"])
                }
                try? await Task.sleep(for: pause)
            }
        }
    }

    /// Reads the one that has waited longest. - Returns: false where none waits.
    func takeNext() async throws -> Bool {
        let now = site.now
        let interrupted = try await site.database.read { db in
            try UploadStore(db: db).needsAttention(now: now)
        }
        guard interrupted else { return false }
        let (dead, claimed) = try await site.database.write { db in
            let store = UploadStore(db: db)
            return (try store.endInterrupted(now: now), try store.claim(now: now))
        }
        for upload in dead { unlink(Upload.path(upload, in: site.folder)) }
        guard let claimed else { return false }
        try await read(claimed)
        return true
    }

    private func read(_ upload: Upload) async throws {
        let path = Upload.path(upload.publicID, in: site.folder)
        defer { unlink(path) }
        let progress = ReadingProgress()
        let ending: UploadEnding
        do {
            let outcome = try await withThrowingTaskGroup(of: StudyImport.Outcome?.self) {
                group -> StudyImport.Outcome? in
                group.addTask { try await takeIn(path, progress) }
                group.addTask { await keepAlive(upload, progress) }
                defer { group.cancelAll() }
                if case .some(.some(let outcome)) = try await group.next() { return outcome }
                // It was cancelled; the import may have come through all the same.
                group.cancelAll()
                return try await group.next() ?? nil
            }
            ending = UploadEnding(outcome)
        } catch {
            ending = await refusal(of: error, upload, path)
        }
        // Also where the server is about to stop: whoever sent it must be told.
        let (site, now, today) = (site, site.now, site.today)
        try await Task {
            try await site.database.write { db in try ending.write(upload, db, now: now, today: today) }
        }.value
    }

    private func takeIn(_ path: String, _ progress: ReadingProgress) async throws -> StudyImport.Outcome {
        var work = StudyImport(database: site.database, bundle: try openBundle(at: path))
        work.options.whileServing = true
        work.options.now = site.clock.now
        work.options.progress = { progress.tell($0) }
        return try await work.run()
    }

    /// Until the import has ended or somebody has cancelled it.
    private func keepAlive(_ upload: Upload, _ progress: ReadingProgress) async -> StudyImport.Outcome? {
        while !Task.isCancelled {
            try? await Task.sleep(for: pause)
            guard !Task.isCancelled else { break }
            let (share, file, now) = (progress.share, progress.file, site.now)
            let isWanted = try? await site.database.write { db in
                try UploadStore(db: db).keep(
                    upload.key, doneBytes: Int64(Double(upload.bytes) * share), file: file, now: now)
            }
            if isWanted == false { break }
        }
        return nil
    }

    /// Why nothing was taken in, as sentences for whoever sent it.
    private func refusal(of error: any Error, _ upload: Upload, _ path: String) async -> UploadEnding {
        switch error {
        case let error as BundleError:
            // What is wrong with the zip itself is told under its place on our disk.
            func lines(_ list: ProblemList, _ language: Language) -> [String] {
                list.lines(language).map { $0.replacing(path.printable, with: upload.name) }
            }
            return UploadEnding(
                .refused, { lines(error.problems, $0) }, remarks: { lines(error.notices, $0) })
        case ImportRefusal.differs(let code, let differences):
            let today = site.today
            let leads = try? await site.database.read { db in
                try StudyStore(db: db).isLed(code, by: upload.person, today: today)
            }
            // How a study differs tells what is in it, and so is for those who lead it.
            return UploadEnding(
                .refused, { [Sentence.studyIsHere(code)($0)] },
                remarks: { leads == true ? differences.lines($0) : [] })
        case let refusal as ImportRefusal: return UploadEnding(.refused, refusal.lines)
        case is CancellationError: return UploadEnding(.failed, { [Upload.interrupted($0)] })
        default:
            let reference = String(PublicID.make().prefix(8))
            site.logger.error(
                "an upload failed", metadata: ["reference": "\(reference)", "error": "\(error)"])
            return UploadEnding(.failed, { [Sentence.uploadFailed(reference)($0)] })
        }
    }

    /// Files that no upload needs: of a server that was killed while one came in.
    private func removeOrphans() async {
        let folder = site.folder + "/uploads"
        let hourAgo = Date().addingTimeInterval(-3_600)
        guard let needed = try? await site.database.read({ db in try UploadStore(db: db).needed() }) else {
            return
        }
        for file in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
            let path = folder + "/" + file
            let changed = try? FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
            guard file.hasSuffix(".zip"), !needed.contains(String(file.dropLast(4))), let changed,
                changed < hourAgo
            else { continue }
            unlink(path)
        }
    }
}

extension Sentence {
    fileprivate static func studyIsHere(_ code: String) -> Sentence {
        Sentence(
            sv:
                "Studien ”\(code.excerpt)” finns redan här och skiljer sig från paketet; inget är ändrat. Ge paketets studie ett annat id, eller be den som sköter servern att ersätta den.",
            en:
                "The study “\(code.excerpt)” is here already and differs from the bundle; nothing was changed. Give the bundle's study another id, or ask whoever keeps the server to replace it."
        )
    }

    fileprivate static func uploadFailed(_ reference: String) -> Sentence {
        Sentence(
            sv:
                "Något gick fel hos oss (\(reference)); inget är ändrat. Ange koden om du frågar någon om hjälp.",
            en:
                "Something went wrong on our side (\(reference)); nothing was changed. Give the code if you ask for help."
        )
    }
}
