import Hummingbird
import NIOCore

/// The context of every request.
struct WebContext: RequestContext, RemoteAddressRequestContext {
    var coreContext: CoreRequestContextStorage
    let remoteAddress: SocketAddress?
    var caller = Caller()

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        remoteAddress = source.channel.remoteAddress
    }

    var language: Language { caller.language }
    var form: Form { caller.form }
}

/// The context of an account's own pages, which need no role: there is no asking whether somebody is signed in.
struct AccountContext: ChildRequestContext {
    var coreContext: CoreRequestContextStorage
    let caller: Caller
    let signedIn: SignedIn

    init(context: WebContext) throws {
        guard let signedIn = context.caller.signedIn else { throw WebError.signedOut }
        coreContext = context.coreContext
        caller = context.caller
        self.signedIn = signedIn
    }

    var language: Language { caller.language }
    var form: Form { caller.form }
}

/// The context of pages that are there for a person in a role.
struct PersonContext: ChildRequestContext {
    var coreContext: CoreRequestContextStorage
    let caller: Caller
    let signedIn: SignedIn
    let reach: Reach

    init(context: WebContext) throws {
        guard let signedIn = context.caller.signedIn else { throw WebError.signedOut }
        guard let reach = context.caller.reach else { throw WebError.noRole }
        coreContext = context.coreContext
        caller = context.caller
        self.signedIn = signedIn
        self.reach = reach
    }

    var language: Language { caller.language }
    var form: Form { caller.form }

    /// A part of the path. - Throws: `WebError.notFound` where the route has none of that name.
    func part(_ name: String) throws -> String {
        guard let value = parameters.get(name) else { throw WebError.notFound }
        return value
    }
}

extension Reach {
    /// - Throws: `WebError.notFound` for what this person may not know of; `.refused` with the reason where they would
    ///   reach it but for that.
    func require(_ action: Action, _ thing: Thing) throws {
        let decision = Access.decide(action, thing, by: .person(self))
        if decision.isAllowed { return }
        throw decision.isTold ? WebError.refused(decision.because.sentence) : WebError.notFound
    }

    /// Whether a page should offer it.
    func may(_ action: Action, _ thing: Thing) -> Bool {
        Access.decide(action, thing, by: .person(self)).isAllowed
    }
}
