import Hummingbird
import NIOCore

/// Reads what a form sent, and proves that a page of ours made the form. So no route can forget to ask.
///
/// Uploads are streamed to their route, which proves the token itself.
struct FormProof: RouterMiddleware {
    typealias Context = WebContext
    let site: Site
    /// Bytes; the longest thing typed.
    var limit = 4 << 20
    /// Bytes; a sheet of 5,000 rows, each of its letters in the three that an address takes.
    var pasteLimit = 3 * RosterSheet.mostBytes + 100_000

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        guard request.method != .get, request.method != .head else { return try await next(request, context) }
        let type = MediaType(from: request.headers[.contentType] ?? "")
        if type?.isType(.multipartForm) == true {
            // Only where the route proves the token itself: anywhere else a form of that type would pass unproven.
            guard request.uri.path == SiteURL.uploads.path else { throw WebError.malformed }
            return try await next(request, context)
        }
        guard type?.isType(.applicationUrlEncoded) == true else { throw WebError.malformed }
        var context = context
        // A sheet is longer than anything typed; nobody sends one who is not signed in.
        let isPaste = context.caller.reach != nil && request.uri.path.hasSuffix("/paste")
        let limit = isPaste ? max(limit, pasteLimit) : limit
        let body: ByteBuffer
        do {
            body = try await request.body.collect(upTo: limit)
        } catch is NIOTooManyBytesError {
            throw RequestRefusal.tooLarge(limit: limit)
        }
        let form = Form(urlEncoded: Substring(String(buffer: body)))
        context.caller.form = form
        guard site.formTokens.verify(form[FormToken.field], for: context.caller.tokenSubject) else {
            throw ExpiredForm(form: form)
        }
        return try await next(request, context)
    }
}

/// A form that was open for so long that the session it was made for has ended. What was typed is kept on the page that
/// says so, from where it can be sent again.
struct ExpiredForm: Error {
    let form: Form
}
