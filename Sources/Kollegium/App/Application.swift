import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle
import Storage

/// The web application, as the program runs it and as tests do.
///
/// - Parameter running: Told of the door when it is open.
func buildApplication(
    _ site: Site, address: BindAddress = .hostname("127.0.0.1", port: 0), services: [any Service] = [],
    limits: SlowClientLimits = SlowClientLimits(), running: @escaping @Sendable (Channel) -> Void = { _ in }
) -> some ApplicationProtocol {
    var limits = limits
    limits.connections = site.settings.connections
    let open = OpenConnections()
    site.metrics.gauge("http_server_connections_open", "Connections that are open.") { Double(open.count) }
    return Application(
        router: buildRouter(site), server: .guarded(limits),
        configuration: ApplicationConfiguration(
            address: address, availableConnectionsDelegate: open.door(limit: limits.connections)),
        services: services, onServerRunning: { running($0) }, logger: site.logger)
}

/// All that a request passes on its way to its route, and the routes.
func buildRouter(_ site: Site) -> Router<WebContext> {
    // Whoever asks for the head of a page gets it, and no page with it.
    let router = Router(context: WebContext.self, options: .autoGenerateHeadEndpoints)
    router.addMiddleware {
        SecurityHeaders(isSecure: site.isSecure)
        RequestLog()
        RequestMetrics(site.metrics)
        Compression()
        UnknownAddresses(site: site)
    }
    StaticFiles.addRoutes(to: router)
    HealthRoutes(site: site).add(to: router)
    let pages = router.group()
        // Twice: what goes wrong before it is known who asks is answered too, in the browser's language.
        .add(middleware: ErrorPages(site: site))
        .add(middleware: OriginGuard(check: OriginCheck(site.origins)))
        .add(middleware: CallerReading(site: site))
        .add(middleware: ErrorPages(site: site))
    addRoutes(to: pages, site: site)
    return router
}
