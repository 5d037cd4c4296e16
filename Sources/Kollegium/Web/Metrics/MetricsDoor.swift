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
        case .loopback:
            // A proxy of which the settings know nothing is this machine too.
            return client?.isLoopback == true && headers[.xForwardedFor] == nil && headers[.forwarded] == nil
        case .token(let token):
            guard let given = headers[.authorization], given.lowercased().hasPrefix("bearer ") else {
                return false
            }
            // Digests are compared, which takes as long for every wrong token of whatever length.
            return SHA256.hash(data: Array(given.dropFirst(7).utf8)) == SHA256.hash(data: Array(token.utf8))
        }
    }
}

extension HTTPField.Name {
    static let xForwardedFor = HTTPField.Name("X-Forwarded-For")!
    static let forwarded = HTTPField.Name("Forwarded")!
}
