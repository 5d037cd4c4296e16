import Hummingbird
import HummingbirdCore
import NIOCore
import Synchronization

/// How many connections are open; counted for the metrics, and no more accepted than the limit says.
final class OpenConnections: Sendable {
    private let number = Atomic(0)

    var count: Int { number.load(ordering: .relaxed) }

    /// What Hummingbird asks before it accepts one.
    func door(limit: Int) -> some AvailableConnectionsDelegate { Door(open: self, limit: limit) }

    private struct Door: AvailableConnectionsDelegate {
        let open: OpenConnections
        let limit: Int

        func connectionOpened() { open.number.add(1, ordering: .relaxed) }
        func connectionClosed() { open.number.subtract(1, ordering: .relaxed) }
        func isAcceptingNewConnections() -> Bool { open.count < limit }
    }
}

extension HTTPServerBuilder {
    /// HTTP/1.1 that slow clients do not wear out.
    static func guarded(_ limits: SlowClientLimits) -> HTTPServerBuilder {
        .http1(
            configuration: .init(
                additionalChannelHandlers: [SlowClientHandler(limits)],
                // Not Hummingbird's own: it closes on a client whose body we do not read for a while, and on one that
                // has not yet taken the last of its answer.
                idleTimeout: nil,
                httpDecoderConfiguration: .init(
                    maxHeaderFieldSize: limits.headers, maxHeaderListSize: limits.headers,
                    maxHeaderFieldCount: limits.headerCount)))
    }
}
