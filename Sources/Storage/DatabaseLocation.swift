import CLibPQ

/// Where a database lies: a file for SQLite, a URL for PostgreSQL.
public enum DatabaseLocation: Sendable, Equatable {
    case file(String)
    case server(String)

    /// A `postgres://` or `postgresql://` URL names a server, and so do libpq's settings (`host=… dbname=…`);
    /// anything else is a path.
    public init(_ text: String) {
        let openings = [
            "postgres://", "postgresql://", "host=", "hostaddr=", "dbname=", "user=", "service=", "port=",
        ]
        self = openings.contains { text.hasPrefix($0) } ? .server(text) : .file(text)
    }
}

extension DatabaseLocation: CustomStringConvertible {
    /// For messages and logs: who and where, and never the password that a URL may carry.
    public var description: String {
        guard case .server(let url) = self else {
            if case .file(let path) = self { return path }
            return ""
        }
        guard let options = PQconninfoParse(url, nil) else { return "postgres://…" }
        defer { PQconninfoFree(options) }
        var settings: [String: String] = [:]
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { settings[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
        let user = settings["user"].map { $0 + "@" } ?? ""
        let port = settings["port"].map { ":" + $0 } ?? ""
        return "postgres://\(user)\(settings["host"] ?? "")\(port)/\(settings["dbname"] ?? "")"
    }
}
