import Hummingbird
import Storage

/// What machines ask: whether the process runs, whether it can do its work, and how much it does.
struct HealthRoutes {
    let site: Site

    func add(to router: Router<WebContext>) {
        router.get("/health", use: health)
        router.get("/ready", use: ready)
        router.get("/metrics", use: metrics)
    }

    /// The process runs, and answers.
    @Sendable func health(_ request: Request, _ context: WebContext) async throws -> Response {
        text("ok\n")
    }

    /// The database answers too.
    @Sendable func ready(_ request: Request, _ context: WebContext) async throws -> Response {
        let isReady = try? await site.database.read { db in
            try db.one("SELECT 1") { try $0.integer(0) } == 1
        }
        return isReady == true ? text("ready\n") : text("the database does not answer\n", .serviceUnavailable)
    }

    @Sendable func metrics(_ request: Request, _ context: WebContext) async throws -> Response {
        let client = site.settings.trustedProxies.client(
            peer: ClientAddress(context.remoteAddress), forwarded: request.headers[values: .xForwardedFor])
        guard site.settings.metrics.opens(to: client, headers: request.headers) else {
            return text("there is no such page\n", .notFound)
        }
        return Response(
            status: .ok, headers: [.contentType: PrometheusMetrics.contentType],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: site.metrics.exposition())))
    }

    private func text(_ text: String, _ status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "text/plain; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
