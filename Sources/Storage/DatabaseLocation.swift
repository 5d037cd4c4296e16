/// Where a database lies: a file for SQLite, a URL for PostgreSQL.
public enum DatabaseLocation: Sendable, Equatable {
    case file(String)
    case server(String)

    /// A `postgres://` or `postgresql://` URL names a server; anything else is a path.
    public init(_ text: String) {
        let isServer = text.hasPrefix("postgres://") || text.hasPrefix("postgresql://")
        self = isServer ? .server(text) : .file(text)
    }
}

extension DatabaseLocation: CustomStringConvertible {
    /// For messages and logs: a URL without the password that it may carry.
    public var description: String {
        switch self {
        case .file(let path): return path
        case .server(let url):
            guard let scheme = url.range(of: "://") else { return "postgres://…" }
            let bare = url[..<(url.firstIndex(of: "?") ?? url.endIndex)]
            guard let at = bare.lastIndex(of: "@"), at > scheme.upperBound else { return String(bare) }
            let user = bare[scheme.upperBound..<at].prefix { $0 != ":" }
            return "\(url[..<scheme.upperBound])\(user)\(bare[at...])"
        }
    }
}
