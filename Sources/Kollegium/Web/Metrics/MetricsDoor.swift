import Crypto
import HTTPTypes

/// Who may read the metrics: whoever brings the token that the settings name, or, where they name none, this machine.
/// Others get the answer that there is no such page.
enum MetricsDoor: Sendable {
    case token(String)
    case loopback

    /// - Parameter client: From `TrustedProxies`, so that a proxy on this machine does not open the door to all.
    func opens(to client: ClientAddress?, headers: HTTPFields) -> Bool {
        switch self {
        case .loopback: return client?.isLoopback == true
        case .token(let token):
            guard let given = headers[.authorization], given.lowercased().hasPrefix("bearer ") else {
                return false
            }
            // Digests are compared, which takes as long for every wrong token of whatever length.
            return SHA256.hash(data: Array(given.dropFirst(7).utf8)) == SHA256.hash(data: Array(token.utf8))
        }
    }
}
