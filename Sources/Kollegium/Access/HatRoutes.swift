import Hummingbird
import Storage

/// Putting on another hat, in this session only.
struct HatRoutes {
    let site: Site

    func add(to pages: RouterGroup<PersonContext>) {
        pages.post("/hat", use: wear)
    }

    /// To the start page, because the page one came from may not be there in the other role.
    @Sendable func wear(_ request: Request, _ context: PersonContext) async throws -> Response {
        let value = context.form["hat"]
        guard let hat = context.reach.hats.first(where: { $0.value == value }) else {
            throw WebError.notFound
        }
        let session = context.signedIn.session
        try await site.database.write { db in try site.sessions(db).wear(hat, in: session) }
        return site.redirect(.start)
    }
}

extension Hat {
    /// By which the form knows it.
    var value: String { "\(person)-\(role.rawValue)" }
}
