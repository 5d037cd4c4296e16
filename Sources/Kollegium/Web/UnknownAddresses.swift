import HTTPTypes
import Hummingbird

/// What no route knows gets a page too: an address that somebody typed or shortened, and one that only takes forms.
/// The page is in the language of whoever asks, with their menu, so that they get on from there.
struct UnknownAddresses: RouterMiddleware {
    typealias Context = WebContext
    let site: Site

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as any HTTPResponseError where error.status == .notFound {
            let page = try await page(request, context)
            return request.method == .head ? page.createHeadResponse() : page
        }
    }

    private func page(_ request: Request, _ context: WebContext) async throws -> Response {
        let (errors, callers) = (ErrorPages(site: site), CallerReading(site: site))
        return try await errors.handle(request, context: context) { request, context in
            try await callers.handle(request, context: context) { request, context in
                try await errors.handle(request, context: context) { _, _ in throw WebError.notFound }
            }
        }
    }
}
