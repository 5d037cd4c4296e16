import Logging

/// The server's log: one line of JSON for each entry, on standard error, where the service manager takes it up.
///
///     {"time": "2026-11-21T14:30:00.123Z", "level": "info", "from": "web", "message": "answered", "ms": "12", …}
///
/// Nothing that says who somebody is, and no secret: fields that are known to hold such things are replaced, and what
/// looks like one in any other text too. A text cannot end its line, nor move the cursor of who reads it.
struct StructuredLog: LogHandler {
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?
    private let label: String
    private let now: @Sendable () -> Int64
    private let write: @Sendable ([UInt8]) -> Void

    /// - Parameters:
    ///   - now: Milliseconds since 1970.
    ///   - write: Takes one line with its line break at a time, from any thread.
    init(
        label: String, level: Logger.Level, now: @escaping @Sendable () -> Int64,
        write: @escaping @Sendable ([UInt8]) -> Void = StandardError.write
    ) {
        self.label = label
        logLevel = level
        self.now = now
        self.write = write
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var line = LogLine(now(), level: event.level, label: label, message: event.message.description)
        var fields = metadata
        if let provided = metadataProvider?.get() { fields.merge(provided) { $1 } }
        if let own = event.metadata { fields.merge(own) { $1 } }
        // Of our own errors, the kind and what it says; the line's own redaction holds for it too.
        if let error = event.error { fields["error"] = .string(String(describing: error)) }
        for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
            line.add(Redaction.hides(name) ? Redaction.mark : value.description, as: Self.shown(name))
        }
        write(line.ended())
    }

    /// A line has each name once, and the request's id the name that pages and people use.
    private static func shown(_ name: String) -> String {
        switch name {
        case "hb.request.id": "request"
        case "time", "level", "from", "message", "cut": name + "_"
        default: name
        }
    }
}
