import CoreMetrics
import Hummingbird
import Synchronization

/// Counts requests by route, method and class of status (`2xx`), and how long they take until the answer is there.
struct RequestMetrics<Context: RequestContext>: RouterMiddleware {
    private let handlers: RequestHandlers

    init(_ metrics: any MetricsFactory) {
        handlers = RequestHandlers(metrics)
    }

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        handlers.running.increment(by: 1)
        defer { handlers.running.decrement(by: 1) }
        do {
            let response = try await next(request, context)
            note(request, context, response.status, start)
            return response
        } catch {
            note(request, context, RequestTerms.status(of: error), start)
            throw error
        }
    }

    private func note(
        _ request: Request, _ context: Context, _ status: HTTPResponse.Status,
        _ start: ContinuousClock.Instant
    ) {
        let taken = start.duration(to: .now).components
        handlers.timer(
            .init(
                route: RequestTerms.route(context), method: RequestTerms.method(request),
                hundreds: status.code / 100)
        ).recordNanoseconds(taken.seconds * 1_000_000_000 + taken.attoseconds / 1_000_000_000)
    }

    /// What the families count, for `PrometheusMetrics`.
    static var helps: [String: String] {
        [
            "http_server_request_duration": "Requests, and the time until their answer was ready.",
            "http_server_requests_running": "Requests that are being answered.",
        ]
    }
}

/// Finds the handlers of a kind of request without making labels of it each time.
private final class RequestHandlers: Sendable {
    struct Kind: Hashable {
        let route, method: String
        let hundreds: Int
    }

    let running: any MeterHandler
    private let metrics: any MetricsFactory
    private let timers = Mutex<[Kind: any TimerHandler]>([:])

    init(_ metrics: any MetricsFactory) {
        self.metrics = metrics
        running = metrics.makeMeter(label: "http.server.requests.running", dimensions: [])
    }

    func timer(_ kind: Kind) -> any TimerHandler {
        timers.withLock { timers in
            if let known = timers[kind] { return known }
            let timer = metrics.makeTimer(
                label: "http.server.request.duration",
                dimensions: [
                    ("route", kind.route), ("method", kind.method), ("status", "\(kind.hundreds)xx"),
                ])
            timers[kind] = timer
            return timer
        }
    }
}
