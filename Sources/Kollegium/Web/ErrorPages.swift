import HTTPTypes
import Hummingbird
import Logging
import Storage

/// Turns what went wrong into a page: a person's mistake into a sentence that they can act on, ours into an id that the
/// log has too. Nothing of the error itself reaches the page.
struct ErrorPages: RouterMiddleware {
    typealias Context = WebContext
    let site: Site

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as CancellationError {
            // Nobody waits for the answer any more, or the time limit gives its own.
            throw error
        } catch {
            return answer(error, to: request, context)
        }
    }

    private func answer(_ error: any Error, to request: Request, _ context: WebContext) -> Response {
        switch error {
        case WebError.signedOut where request.method == .get || request.method == .head:
            return site.redirect(path: SiteURL.signIn.path + "?then=" + ReturnPath.encoded(request.uri))
        case WebError.signedOut:
            return kept(context.form, request, context)
        case let error as ExpiredForm:
            return kept(error.form, request, context)
        case let error as WebError:
            return page(ErrorPage(error, context.language), error.status, context)
        case let error as RequestRefusal:
            return page(ErrorPage(error.sentence, context.language), error.status, context)
        case let error as PasswordHashing.Overrun:
            return page(ErrorPage(error.sentence, context.language), .serviceUnavailable, context)
        case let error as StorageError where error.kind == .nulInText:
            // No keyboard types it, and no page of ours has it in an address.
            return page(ErrorPage(.malformed, context.language), .badRequest, context)
        case let error as any HTTPResponseError where error.status.code < 500:
            let known: WebError = error.status == .notFound ? .notFound : .malformed
            return page(ErrorPage(known, context.language), error.status, context)
        default:
            return ours(error, request, context)
        }
    }

    /// Our own mistake. What it was stands in the log alone, under the id that the page shows.
    private func ours(_ error: any Error, _ request: Request, _ context: WebContext) -> Response {
        let reference = String(PublicID.make().prefix(8))
        let route = context.endpointPath ?? "-"
        site.logger.error(
            "a request failed",
            metadata: ["reference": "\(reference)", "route": "\(route)", "error": "\(error)"])
        let isBusy =
            (error as? StorageError).map { [.locked, .contention, .timedOut].contains($0.kind) } ?? false
        return page(
            ErrorPage(reference: reference, context.language),
            isBusy ? .serviceUnavailable : .internalServerError,
            context)
    }

    private func kept(_ form: Form, _ request: Request, _ context: WebContext) -> Response {
        site.answer(
            KeptFormPage(
                form, path: request.uri.path, isSignedIn: context.caller.signedIn != nil, context.language),
            to: context.caller, status: .forbidden)
    }

    private func page(_ page: ErrorPage, _ status: HTTPResponse.Status, _ context: WebContext) -> Response {
        var caller = context.caller
        caller.notice = nil
        return site.answer(page, to: caller, status: status)
    }
}
