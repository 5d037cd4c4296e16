import Hummingbird
import Logging
import Storage

/// The web application, as the program runs it and as tests do.
func buildApplication(
    _ site: Site, address: BindAddress = .hostname("127.0.0.1", port: 8080)
) -> some ApplicationProtocol {
    Application(
        router: buildRouter(site), configuration: ApplicationConfiguration(address: address),
        logger: site.logger)
}

/// All that a request passes on its way to its route, and the routes.
func buildRouter(_ site: Site) -> Router<WebContext> {
    let router = Router(context: WebContext.self)
    router.add(middleware: SecurityHeaders(isSecure: site.isSecure))
    StaticFiles.addRoutes(to: router)
    let pages = router.group()
        .add(middleware: ErrorPages(site: site))
        .add(middleware: CallerReading(site: site))
        .add(middleware: ErrorPages(site: site))
        .add(middleware: FormProof(site: site))
    addRoutes(to: pages, site: site)
    return router
}
