import Hummingbird
import Storage

/// The purpose of the work at a school: read, stated by leaders, answered by teachers.
struct PurposeRoutes {
    let site: Site

    func add(to pages: RouterGroup<PersonContext>) {
        pages.get("/schools/:id/purpose", use: show)
        pages.post("/schools/:id/purpose/statements", use: state)
        pages.post("/schools/:id/purpose/statements/:statement/withdraw", use: withdraw)
        pages.post("/schools/:id/purpose/answer", use: answer)
        // A form that came back has one of these addresses, and may be asked for again.
        pages.get("/schools/:id/purpose/statements", use: back)
        pages.get("/schools/:id/purpose/answer", use: back)
        pages.get("/teams/:id/purpose", use: ofTeam)
    }

    @Sendable func show(_ request: Request, _ context: PersonContext) async throws -> Response {
        site.answer(try await page(context), to: context.caller)
    }

    @Sendable func back(_ request: Request, _ context: PersonContext) async throws -> Response {
        site.redirect(.schoolPart(try context.part("id"), "purpose"))
    }

    /// From a team's pages to its school's.
    @Sendable func ofTeam(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, reach, today) = (try context.part("id"), context.reach, site.today)
        let school = try await site.database.read { db in
            guard let place = try PlaceStore(db: db).team(id, today: today), let school = place.school else {
                throw WebError.notFound
            }
            try reach.require(.read, Thing(.purposeMirror, place))
            return try SchoolStore(db: db).publicID(of: school)
        }
        guard let school else { throw WebError.notFound }
        return site.redirect(.schoolPart(school, "purpose"))
    }

    @Sendable func state(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, reach, act) = (try context.part("id"), context.reach, site.act(of: context.reach))
        let draft = PurposeStatementDraft(text: context.form["text"])
        return try await site.attempt {
            try await site.database.write { db in
                let here = try PurposeInHand(db, id, reach)
                try reach.require(.write, Thing(.purposeStatement, here.place))
                try PurposeStatementStore(db: db).state(
                    draft, for: reach.purposeSchool(here), in: here.programme.key, by: act)
            }
            return site.redirect(.schoolPart(id, "purpose"), saying: .saved)
        } otherwise: { problems in
            site.refused(try await page(context, draft, problems), to: context.caller)
        }
    }

    @Sendable func answer(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, reach, form) = (try context.part("id"), context.reach, context.form)
        let act = site.act(of: reach)
        return try await site.attempt {
            try await site.database.write { db in
                let here = try PurposeInHand(db, id, reach)
                try reach.require(.write, Thing(.purposeAnswer, here.place.owned(by: act.person)))
                guard let answer = PurposeAnswer(rawValue: form["answer"]) else {
                    throw FormRefusal("", .nothingPressed)
                }
                try PurposeAnswerStore(db: db).say(
                    answer, in: form["term"], at: here.school.key, of: here.programme.key, by: act)
            }
            return site.redirect(.schoolPart(id, "purpose"), saying: .saved, at: "answer")
        } otherwise: { problems in
            site.refused(try await page(context, nil, problems), to: context.caller)
        }
    }

    /// One's own words are taken back also by who leads nothing there any more.
    @Sendable func withdraw(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, reach, act) = (try context.part("id"), context.reach, site.act(of: context.reach))
        let statement = try context.part("statement")
        let mayRead = try await site.database.write { db in
            let store = PurposeStatementStore(db: db)
            guard let place = try PlaceStore(db: db).school(id), let said = try store.statement(statement),
                place.programmes.contains(said.programme), said.school == nil || said.school == place.school
            else { throw WebError.notFound }
            try reach.require(.withdraw, Thing(.purposeStatement, place.owned(by: said.author)))
            try store.withdraw(said, by: act)
            return reach.may(.read, Thing(.purposeMirror, place))
        }
        return site.redirect(mayRead ? .schoolPart(id, "purpose") : .start, saying: .withdrawn)
    }

    private func page(
        _ context: PersonContext, _ typed: PurposeStatementDraft? = nil, _ problems: FormProblems? = nil
    ) async throws -> PurposePage {
        let (id, reach, setting) = (try context.part("id"), context.reach, site.setting(context.language))
        return try await site.database.read { db in
            try PurposePage.read(db, id, reach, setting, typed, problems)
        }
    }
}

extension Sentence {
    fileprivate static let nothingPressed = Sentence(
        sv: "Tryck på ja, delvis eller nej. Inget är sparat.",
        en: "Press yes, partly or no. Nothing is saved.")
}
