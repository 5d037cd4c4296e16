import Logging
import ServiceLifecycle
import Storage

/// Takes out what waits in the table of messages, one at a time. Several postmen, in as many processes, never take the
/// same one.
struct Postman: Service {
    let database: Database
    let settings: MailSettings
    /// Milliseconds since 1970.
    let clock: @Sendable () -> Int64
    /// When letters that can wait are left alone.
    var quiet: QuietTime?
    var pause: Duration = .seconds(5)
    var logger = Logger(label: "mail")

    /// Delivers until the program is asked to end; what is being handed over then is handed over.
    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await deliverDue()
                } catch is CancellationError {
                    break
                } catch {
                    // The database is away: the messages are safe in it, and we come again.
                    logger.warning("messages cannot be fetched", metadata: ["kind": "\(Self.kind(error))"])
                }
                try? await Task.sleep(for: pause)
            }
        }
    }

    /// Hands over everything that is due now. - Returns: how many were sent.
    @discardableResult
    func deliverDue() async throws -> Int {
        let route = settings.route
        let start = clock()
        try await database.write { db in
            try MessageStore(db: db).expire(now: start, isRepeatable: route.isRepeatable)
        }
        var sent = 0
        while !Task.isCancelled, let message = try await claim() {
            // Once begun it is done, whoever wants to end meanwhile: half handed over is the worst of all.
            let outcome = await Task { await handOver(message) }.value
            if outcome == .sent { sent += 1 } else { tell(message, outcome) }
            let end = clock()
            try await Task { [database] in
                try await database.write { db in try MessageStore(db: db).settle(message, outcome, now: end) }
            }.value
        }
        return sent
    }

    private func claim() async throws -> Message? {
        let now = clock()
        // Whoever has claimed must learn of it, or the message would seem to be half handed over.
        return try await Task { [database, quiet] in
            try await database.write { db in
                try MessageStore(db: db).claim(now: now, isQuiet: quiet?.isQuiet(at: now) ?? false)
            }
        }.value
    }

    private func handOver(_ message: Message) async -> MailOutcome {
        guard let mail = MailFormat(message, settings) else {
            return .refused("no address that mail can be sent to")
        }
        return await settings.route.send(mail)
    }

    /// The log says which message, and neither to whom nor what.
    private func tell(_ message: Message, _ outcome: MailOutcome) {
        let state =
            switch outcome {
            case .sent: "sent"
            case .notNow: "not now"
            case .refused: "refused"
            case .uncertain: "uncertain"
            }
        logger.warning(
            "a message was not sent",
            metadata: ["message": "\(message.id)", "attempt": "\(message.attempt)", "outcome": "\(state)"])
    }

    private static func kind(_ error: any Error) -> String {
        (error as? StorageError).map { "\($0.kind)" } ?? "\(type(of: error))"
    }
}
