import HTTPTypes
import Hummingbird

/// Whether a request comes from a page of ours. The first of two defences against other sites that send forms in a
/// person's name; `FormToken` is the second.
struct OriginCheck: Sendable {
    /// `scheme://host`, with the port where it is not the scheme's own. Lower case.
    let origins: Set<String>
    private let hosts: Set<String>

    /// - Parameter origins: Where people reach us: the public URL, or in the demo each name of loopback.
    init(_ origins: [String]) {
        self.origins = Set(origins.compactMap(Self.origin))
        hosts = Set(self.origins.compactMap { $0.split(separator: "/").last.map(String.init) })
    }

    /// Nil for a request that may go on.
    ///
    /// A browser says of itself in `Sec-Fetch-Site` where the request was made; an older one sends `Origin`, and one
    /// older still `Referer`. Who changes something and sends none of them is refused.
    func refusal(method: HTTPRequest.Method, authority: String?, headers: HTTPFields) -> RequestRefusal? {
        // Whoever turns a name of theirs to our address has a page that a browser thinks is ours.
        guard let authority, hosts.contains(authority.lowercased()) else { return .unknownHost }
        if Self.safe.contains(method) { return nil }
        let isOurs =
            if let site = headers[.secFetchSite] {
                site == "same-origin" || site == "none"
            } else if let origin = headers[.origin] {
                Self.origin(origin) == origin.lowercased() && origins.contains(origin.lowercased())
            } else if let page = headers[.referer], let origin = Self.origin(page) {
                origins.contains(origin)
            } else {
                false
            }
        return isOurs ? nil : .foreignOrigin
    }

    private static let safe: Set<HTTPRequest.Method> = [.get, .head, .options]

    /// The origin of a URL, nil for what has none.
    static func origin(_ url: String) -> String? {
        let url = url.lowercased()
        guard let scheme = ["https://", "http://"].first(where: url.hasPrefix) else { return nil }
        let rest = url.dropFirst(scheme.count)
        var host = rest.prefix { !"/?#".contains($0) }
        // A name and password before the host are no part of an origin, and would hide which host it is.
        guard !host.isEmpty, !host.contains("@"), !host.contains("\\") else { return nil }
        let port = scheme == "https://" ? ":443" : ":80"
        if host.hasSuffix(port) { host = host.dropLast(port.count) }
        return host.isEmpty ? nil : scheme + host
    }
}

extension HTTPField.Name {
    static let secFetchSite = HTTPField.Name("Sec-Fetch-Site")!
}

/// Refuses what comes from elsewhere. For all that people open, not for `/health`, `/ready` and `/metrics`, which
/// machines ask for under any name.
struct OriginGuard<Context: RequestContext>: RouterMiddleware {
    let check: OriginCheck

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let refusal = check.refusal(
            method: request.method, authority: request.head.authority, headers: request.headers)
        if let refusal { throw refusal }
        return try await next(request, context)
    }
}
