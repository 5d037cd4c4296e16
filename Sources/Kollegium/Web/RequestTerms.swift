import HTTPTypes
import Hummingbird

/// What the log and the metrics call a request: terms of which there are few, and none that says whose it is.
enum RequestTerms {
    /// The route's pattern, `/teams/:team`, never the path; `(none)` where no route has it.
    static func route(_ context: some RequestContext) -> String {
        // Hummingbird has a word of its own there, which is no path.
        guard let pattern = context.endpointPath, pattern.hasPrefix("/") else { return "(none)" }
        return pattern
    }

    /// The methods that we know; whoever makes up others does not fill our memory with them.
    static func method(_ request: Request) -> String {
        known.contains(request.method) ? request.method.rawValue : "other"
    }

    private static let known: Set<HTTPRequest.Method> = [
        .get, .head, .post, .put, .patch, .delete, .options,
    ]

    /// The status of an error that is on its way to become an answer.
    static func status(of error: any Error) -> HTTPResponse.Status {
        (error as? any HTTPResponseError)?.status ?? .internalServerError
    }
}
