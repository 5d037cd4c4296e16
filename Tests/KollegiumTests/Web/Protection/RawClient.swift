import Foundation
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle
import Synchronization
import Testing

@testable import Kollegium

/// A client that keeps no manners: it sends bytes as it likes, and reads or does not.
final class RawClient: Sendable {
    private let descriptor: Int32

    init(port: Int) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) }
        }
        try #require(status == 0)
    }

    deinit { close(descriptor) }

    /// False once the other side has closed.
    @discardableResult
    func send(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return Foundation.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
    }

    /// Sends the same bytes again and again, until the other side answers or closes; how many bytes it took.
    func pour(_ piece: [UInt8], times: Int) async -> Int {
        await onThread { [descriptor] in
            var taken = 0
            for _ in 0..<times {
                var answer = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                guard poll(&answer, 1, 0) == 0 else { break }
                let sent = Foundation.send(descriptor, piece, piece.count, Int32(MSG_NOSIGNAL))
                guard sent > 0 else { break }
                taken += sent
                guard sent == piece.count else { break }
            }
            return taken
        }
    }

    struct Heard {
        var text = ""
        var isClosed = false
    }

    /// What comes within `seconds`, or until the other side closes or `enough` is in it.
    func hear(_ seconds: Double, until enough: String? = nil) async -> Heard {
        await onThread { [descriptor] in
            let end = Date().addingTimeInterval(seconds)
            var heard = Heard()
            var bytes = [UInt8](repeating: 0, count: 65_536)
            while Date() < end {
                var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                guard poll(&waiting, 1, 20) > 0 else { continue }
                let read = recv(descriptor, &bytes, bytes.count, 0)
                if read <= 0 {
                    heard.isClosed = true
                    break
                }
                heard.text += String(decoding: bytes[..<read], as: UTF8.self)
                if let enough, heard.text.contains(enough) { break }
            }
            return heard
        }
    }

    /// Reads to the end, a piece at a time with a pause after each; how many bytes came.
    func read(piece: Int, pause: Double) -> Int {
        var bytes = [UInt8](repeating: 0, count: piece)
        var count = 0
        while true {
            let read = recv(descriptor, &bytes, bytes.count, 0)
            guard read > 0 else { return count }
            count += read
            usleep(UInt32(pause * 1_000_000))
        }
    }

    /// Sends a piece at a time until it is closed or all is sent; seconds until then.
    func drip(_ pieces: [String], every seconds: Double) async -> (seconds: Double, isClosed: Bool) {
        await onThread { [self] in
            let start = Date()
            for piece in pieces {
                var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                var byte: UInt8 = 0
                let isClosed =
                    poll(&waiting, 1, Int32(seconds * 1_000)) > 0
                    && recv(descriptor, &byte, 1, Int32(MSG_PEEK)) <= 0
                if isClosed || !send(piece) { return (Date().timeIntervalSince(start), true) }
                usleep(UInt32(seconds * 1_000_000) / 4)
            }
            return (Date().timeIntervalSince(start), false)
        }
    }
}

/// Waits on a thread of its own, so that the few that run tasks stay free for the server.
func onThread<T: Sendable>(_ work: @escaping @Sendable () -> T) async -> T {
    await withCheckedContinuation { continuation in
        Thread.detachNewThread { continuation.resume(returning: work()) }
    }
}

/// A server on a port of its own while `body` runs.
func withServer<T: Sendable>(
    _ router: Router<BasicRequestContext>, limits: SlowClientLimits,
    connections: OpenConnections = OpenConnections(),
    _ body: @Sendable @escaping (_ port: Int) async throws -> T
) async throws -> T {
    let (ports, found) = AsyncStream.makeStream(of: Int.self)
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    let application = Application(
        router: router, server: .guarded(limits),
        configuration: ApplicationConfiguration(
            address: .hostname("127.0.0.1", port: 0),
            availableConnectionsDelegate: connections.door(limit: limits.connections)),
        onServerRunning: { found.yield($0.localAddress?.port ?? 0) }, logger: logger)
    return try await whileServing(application, at: ports, body)
}

/// Runs the application while `body` runs; `ports` tells at which port it is.
func whileServing<T: Sendable>(
    _ application: some ApplicationProtocol, at ports: AsyncStream<Int>,
    _ body: @Sendable @escaping (_ port: Int) async throws -> T
) async throws -> T {
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    let group = ServiceGroup(configuration: .init(services: [application], logger: logger))
    return try await withThrowingTaskGroup(of: Void.self) { tasks in
        tasks.addTask { try await group.run() }
        let port = try #require(await ports.first { _ in true })
        let result: Result<T, any Error>
        do { result = .success(try await body(port)) } catch { result = .failure(error) }
        await group.triggerGracefulShutdown()
        return try result.get()
    }
}
