import Hummingbird

/// Reads what a form sent, and proves that a page of ours made the form. So no route can forget to ask. Only fields are
/// read: what has a file in it would pass unproven, and is for `RouterGroup.files`.
struct FormProof: RouterMiddleware {
    typealias Context = WebContext
    let site: Site

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        guard request.method != .get, request.method != .head else { return try await next(request, context) }
        let type = MediaType(from: request.headers[.contentType] ?? "")
        guard type?.isType(.applicationUrlEncoded) == true else { throw WebError.malformed }
        var context = context
        // `BodyLimit` stands before this and says how much it can be.
        let body = try await request.body.collect(upTo: .max)
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
