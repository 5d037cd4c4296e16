import Hummingbird
import Logging

/// A line for each request: which id, method and route, what the answer was, how long it took and how large it is.
/// No address, no browser, no account, and not the path with its ids and tokens.
///
/// What machines ask for all the time (`quiet`, by route) is told at the level debug.
struct RequestLog<Context: RequestContext>: RouterMiddleware {
    var quiet: Set<String> = ["/health", "/ready", "/metrics", "/static/{file}", "/static/:file"]

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        do {
            let response = try await next(request, context)
            note(request, context, response.status, response.body.contentLength, start)
            return response
        } catch {
            note(request, context, RequestTerms.status(of: error), nil, start)
            throw error
        }
    }

    /// - Parameter bytes: Nil where the answer is streamed, or not made yet.
    private func note(
        _ request: Request, _ context: Context, _ status: HTTPResponse.Status, _ bytes: Int?,
        _ start: ContinuousClock.Instant
    ) {
        let route = RequestTerms.route(context)
        let level: Logger.Level =
            switch status.code {
            case 500: .error
            case 501...: .warning
            default: quiet.contains(route) ? .debug : .info
            }
        guard level >= context.logger.logLevel else { return }
        let taken = start.duration(to: .now).components
        let tenths = taken.seconds * 10_000 + taken.attoseconds / 100_000_000_000_000
        var fields: Logger.Metadata = [
            "method": .string(RequestTerms.method(request)), "route": .string(route),
            "status": .stringConvertible(status.code), "ms": .string("\(tenths / 10).\(tenths % 10)"),
        ]
        if let bytes { fields["bytes"] = .stringConvertible(bytes) }
        context.logger.log(level: level, "answered", metadata: fields)
    }
}
