import Foundation
import Hummingbird
import Measures
import Storage

/// A team's trust map, each of its levels, and what is said beside them.
struct TrustRoutes {
    let site: Site

    func add(to pages: RouterGroup<PersonContext>) {
        pages.get("/teams/:id/trust", use: map)
        pages.get("/teams/:id/trust/:form", use: shortened)
        pages.get("/teams/:id/trust/:form/:term", use: level)
        pages.post("/teams/:id/trust/:form/:term/comments", use: comment)
        pages.post("/teams/:id/trust/:form/:term/comments/:comment/withdraw", use: withdrawComment)
        pages.post("/teams/:id/trust/:form/:term/level", use: setLevel)
        pages.post("/teams/:id/trust/:form/:term/level/:override/withdraw", use: withdrawLevel)
        // A form that came back has one of these addresses, and may be asked for again.
        pages.get("/teams/:id/trust/:form/:term/comments", use: back)
        pages.get("/teams/:id/trust/:form/:term/level", use: back)
    }

    @Sendable func map(_ request: Request, _ context: PersonContext) async throws -> Response {
        let team = try context.part("id")
        let page = try await site.database.read { db in
            try TrustMapPage.read(db, view(db, team, context))
        }
        return site.answer(page, to: context.caller)
    }

    /// What is left of a level's address when somebody takes the term away leads to the map.
    @Sendable func shortened(_ request: Request, _ context: PersonContext) async throws -> Response {
        let team = try context.part("id")
        guard TrustForm(rawValue: try context.part("form")) != nil else { throw WebError.notFound }
        let today = site.today
        let place = try await site.database.read { db in try PlaceStore(db: db).team(team, today: today) }
        guard let place else { throw WebError.notFound }
        try context.reach.require(.read, Thing(.team, place))
        return site.redirect(.team(team, .trust))
    }

    @Sendable func level(_ request: Request, _ context: PersonContext) async throws -> Response {
        let page = try await page(at: try Address(context), nil, context)
        return site.answer(page, to: context.caller)
    }

    @Sendable func back(_ request: Request, _ context: PersonContext) async throws -> Response {
        site.redirect(try Address(context).url)
    }

    @Sendable func comment(_ request: Request, _ context: PersonContext) async throws -> Response {
        let address = try Address(context)
        let draft = TrustCommentDraft(text: context.form["text"])
        let act = site.act(of: context.reach)
        return try await site.attempt {
            try await site.database.write { db in
                let (view, spot) = try spot(db, address, context)
                try context.reach.require(.comment, Thing(.trustMap, view.room.place))
                try TrustCommentStore(db: db).add(draft, at: spot, by: act)
            }
            return site.redirect(address.url, saying: .commented, at: "comments")
        } otherwise: { problems in
            let typed = TrustTyped(comment: draft, problems: problems)
            return site.refused(try await page(at: address, typed, context), to: context.caller)
        }
    }

    @Sendable func setLevel(_ request: Request, _ context: PersonContext) async throws -> Response {
        let address = try Address(context)
        let draft = TrustOverrideDraft(level: context.form["level"], reason: context.form["reason"])
        let act = site.act(of: context.reach)
        return try await site.attempt {
            try await site.database.write { db in
                let (view, spot) = try spot(db, address, context, isJudged: true)
                try context.reach.require(.override, Thing(.trustMap, view.room.place))
                try TrustOverrideStore(db: db).set(draft, at: spot, by: act)
            }
            return site.redirect(address.url, saying: .levelSet)
        } otherwise: { problems in
            let typed = TrustTyped(override: draft, problems: problems)
            return site.refused(try await page(at: address, typed, context), to: context.caller)
        }
    }

    @Sendable func withdrawComment(_ request: Request, _ context: PersonContext) async throws -> Response {
        let id = try context.part("comment")
        return try await withdraw(.trustComment, context) { db, act in
            let store = TrustCommentStore(db: db)
            guard let comment = try store.comment(id) else { return nil }
            return (comment.spot, comment.author, { try store.withdraw(comment, by: act) })
        }
    }

    @Sendable func withdrawLevel(_ request: Request, _ context: PersonContext) async throws -> Response {
        let id = try context.part("override")
        return try await withdraw(.trustOverride, context) { db, act in
            let store = TrustOverrideStore(db: db)
            guard let override = try store.override(id) else { return nil }
            return (override.spot, override.author, { try store.withdraw(override, by: act) })
        }
    }

    /// One's own words are taken back also where the map rests, and after one has left the team.
    /// - Parameter find: what is to be taken back: where it stands, whose it is, and the taking back itself.
    private func withdraw(
        _ kind: Thing.Kind, _ context: PersonContext,
        _ find:
            @escaping @Sendable (Session, Act) throws -> (
                spot: TrustSpot, author: Int64?, take: () throws -> Void
            )?
    ) async throws -> Response {
        let (address, act) = (try Address(context), site.act(of: context.reach))
        let isInRoom = try await site.database.write { db in
            guard let place = try PlaceStore(db: db).team(address.team, today: act.today),
                let said = try find(db, act), address.isSpot(said.spot), said.spot.team == place.team
            else { throw WebError.notFound }
            try context.reach.require(.withdraw, Thing(kind, place.owned(by: said.author)))
            try said.take()
            return context.reach.may(.read, Thing(.team, place))
        }
        guard isInRoom else { return site.redirect(.start, saying: .withdrawn) }
        return site.redirect(
            address.url, saying: .withdrawn, at: kind == .trustComment ? "comments" : nil)
    }
}

extension TrustRoutes {
    /// A level's page by its path.
    fileprivate struct Address: Sendable {
        let team, form, term: String

        init(_ context: PersonContext) throws {
            team = try context.part("id")
            form = try context.part("form")
            let term = try context.part("term")
            self.term = term.removingPercentEncoding ?? term
            // No statement takes a NUL, and no term has one.
            guard !self.term.utf8.contains(0) else { throw WebError.notFound }
        }

        var url: SiteURL { .trustLevel(team: team, form: form, term: term) }

        func isSpot(_ spot: TrustSpot) -> Bool { spot.form.rawValue == form && spot.term == term }
    }

    private func view(_ db: Session, _ team: String, _ context: PersonContext) throws -> TrustView {
        let (today, zone) = (site.today, site.settings.zone)
        return try TrustView(
            TeamStore(db: db).room(team, today: today), for: context.reach, today: today, context.language
        ) { WallClock.stopped(at: $0).today(in: zone) }
    }

    private func page(
        at address: Address, _ typed: TrustTyped?, _ context: PersonContext
    ) async throws -> TrustLevelPage {
        try await site.database.read { db in
            try TrustLevelPage.read(
                db, view(db, address.team, context), form: address.form, term: address.term, typed: typed)
        }
    }

    /// A spot that the reader's map has, to write at.
    /// - Parameter isJudged: whether it has to have a level.
    private func spot(
        _ db: Session, _ address: Address, _ context: PersonContext, isJudged: Bool = false
    ) throws -> (TrustView, TrustSpot) {
        let view = try view(db, address.team, context)
        // A map that rests takes no words; the decision says so.
        try context.reach.require(.read, Thing(.trustMap, view.room.place))
        let map = try TrustMap.read(db, team: view.room.key, today: view.today)
        let term = view.terms(map).first { $0.period.code == address.term }
        guard let term, let form = TrustForm(rawValue: address.form), !isJudged || term.assessment != nil
        else { throw WebError.notFound }
        return (view, TrustSpot(team: view.room.key, form: form, term: address.term))
    }
}
