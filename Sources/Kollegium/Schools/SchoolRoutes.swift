import Hummingbird
import Storage

/// The schools of a programme, and each by itself.
struct SchoolRoutes {
    let site: Site

    func add(to pages: RouterGroup<PersonContext>) {
        pages.get("/programmes/:id/schools", use: list)
        pages.get("/programmes/:id/schools/new", use: new)
        pages.post("/programmes/:id/schools/new", use: add)
        pages.get("/schools/:id", use: show)
        pages.get("/schools/:id/edit", use: edit)
        pages.post("/schools/:id/edit", use: save)
    }

    @Sendable func list(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, reach, language) = (try context.part("id"), context.reach, context.language)
        let asked = Asked(request)
        let page = try await site.database.read { db in try SchoolsPage.read(db, id, reach, asked, language) }
        return site.answer(page, to: context.caller)
    }

    @Sendable func show(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, reach, language) = (try context.part("id"), context.reach, context.language)
        let (asked, today) = (Asked(request), site.today)
        let page = try await site.database.read { db in
            try SchoolPage.read(db, id, reach, asked, today: today, language)
        }
        return site.answer(page, to: context.caller)
    }

    @Sendable func new(_ request: Request, _ context: PersonContext) async throws -> Response {
        site.answer(try await newForm(SchoolDraft(), nil, context), to: context.caller)
    }

    @Sendable func add(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, reach, act) = (try context.part("id"), context.reach, site.act(of: context.reach))
        let draft = SchoolDraft(context.form)
        return try await site.attempt {
            try await site.database.write { db in
                let here = try ProgrammeInHand(db, id, reach, .write, .school)
                _ = try SchoolStore(db: db).add(draft, to: here.key, by: act)
            }
            return site.redirect(.programme(id, .schools), saying: .saved)
        } otherwise: { problems in
            site.refused(try await newForm(draft, problems, context), to: context.caller)
        }
    }

    private func newForm(
        _ draft: SchoolDraft, _ problems: FormProblems?, _ context: PersonContext
    ) async throws -> EntryPage {
        let (id, reach, language) = (try context.part("id"), context.reach, context.language)
        return try await site.database.read { db in
            let here = try ProgrammeInHand(db, id, reach, .write, .school)
            if problems == nil { try here.requireOpen() }
            return .school(
                draft, in: here.summary, to: .programme(id, .newSchool), problems: problems,
                back: .programme(id, .schools), language)
        }
    }

    @Sendable func edit(_ request: Request, _ context: PersonContext) async throws -> Response {
        site.answer(try await editForm(nil, nil, context), to: context.caller)
    }

    @Sendable func save(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, reach, act) = (try context.part("id"), context.reach, site.act(of: context.reach))
        let draft = SchoolDraft(context.form, basis: context.form["basis"])
        return try await site.attempt {
            try await site.database.write { db in
                let here = try SchoolInHand(db, id, reach, .write)
                try SchoolStore(db: db).edit(here.school.key, in: here.programme.key, draft, by: act)
            }
            return site.redirect(.school(id), saying: .saved)
        } otherwise: { problems in
            site.refused(try await editForm(draft, problems, context), to: context.caller)
        }
    }

    /// The form as it was typed, or as the school is.
    private func editForm(
        _ typed: SchoolDraft?, _ problems: FormProblems?, _ context: PersonContext
    ) async throws -> EntryPage {
        let (id, reach, language) = (try context.part("id"), context.reach, context.language)
        return try await site.database.read { db in
            let here = try SchoolInHand(db, id, reach, .write)
            let draft = try typed ?? SchoolStore(db: db).draft(of: here.school.key, in: here.programme.key)
            guard let draft else { throw WebError.notFound }
            return .school(
                draft, in: here.programme, to: .schoolPart(id, "edit"), problems: problems, back: .school(id),
                language)
        }
    }
}
