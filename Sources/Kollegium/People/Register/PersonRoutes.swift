import Hummingbird
import Storage

/// The register of people of those who lead a programme.
struct PersonRoutes {
    let site: Site

    func add(to pages: RouterGroup<PersonContext>) {
        pages.get("/programmes/:id/people", use: list)
        pages.get("/programmes/:id/people/new", use: new)
        pages.post("/programmes/:id/people/new", use: add)
        pages.get("/people/:id", use: show)
        pages.get("/people/:id/edit", use: edit)
        pages.post("/people/:id/edit", use: save)
        pages.post("/people/:id/invitation", use: invite)
    }

    @Sendable func list(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, reach, language) = (try context.part("id"), context.reach, context.language)
        let (asked, today) = (Asked(request), site.today)
        let page = try await site.database.read { db in
            try PeoplePage.read(db, id, reach, asked, today: today, language)
        }
        return site.answer(page, to: context.caller)
    }

    @Sendable func new(_ request: Request, _ context: PersonContext) async throws -> Response {
        site.answer(try await newForm(PersonDraft(), nil, context), to: context.caller)
    }

    @Sendable func add(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, reach, act) = (try context.part("id"), context.reach, site.act(of: context.reach))
        let draft = PersonDraft(context.form)
        return try await site.attempt {
            let person = try await site.database.write { db in
                let here = try ProgrammeInHand(db, id, reach, .write, .person)
                let key = try PersonStore(db: db).add(draft, to: here.key, by: act)
                return try PersonStore(db: db).publicID(of: key)
            }
            return site.redirect(.person(person), saying: .saved)
        } otherwise: { problems in
            site.refused(try await newForm(draft, problems, context), to: context.caller)
        }
    }

    private func newForm(
        _ draft: PersonDraft, _ problems: FormProblems?, _ context: PersonContext
    ) async throws -> EntryPage {
        let (id, reach, language) = (try context.part("id"), context.reach, context.language)
        return try await site.database.read { db in
            let here = try ProgrammeInHand(db, id, reach, .write, .person)
            if problems == nil { try here.requireOpen() }
            var heading = PageHeading.programme(
                Sentence(sv: "Lägg till en person", en: "Add a person"), here.summary, language,
                problems: problems)
            heading.trail.append(
                Link(Sentence(sv: "Människor", en: "People")(language), .programme(id, .people)))
            return .person(
                draft, heading, schools: try SchoolStore(db: db).choices(of: here.key),
                to: .programme(id, .newPerson),
                problems: problems, back: .programme(id, .people), language)
        }
    }

    // MARK: One of them

    @Sendable func show(_ request: Request, _ context: PersonContext) async throws -> Response {
        site.answer(try await page(nil, context), to: context.caller)
    }

    private func page(_ problems: FormProblems?, _ context: PersonContext) async throws -> PersonPage {
        let (id, reach, language) = (try context.part("id"), context.reach, context.language)
        return try await site.database.read { db in try PersonPage.read(db, id, reach, problems, language) }
    }

    @Sendable func edit(_ request: Request, _ context: PersonContext) async throws -> Response {
        site.answer(try await editForm(nil, nil, context), to: context.caller)
    }

    @Sendable func save(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, reach, act) = (try context.part("id"), context.reach, site.act(of: context.reach))
        let draft = PersonDraft(context.form, basis: context.form["basis"])
        return try await site.attempt {
            try await site.database.write { db in
                let here = try PersonInHand(db, id, reach, .write)
                guard let programme = here.programme else { throw WebError.notFound }
                try PersonStore(db: db).edit(here.key, in: programme.key, draft, by: act)
            }
            return site.redirect(.person(id), saying: .saved)
        } otherwise: { problems in
            site.refused(try await editForm(draft, problems, context), to: context.caller)
        }
    }

    private func editForm(
        _ typed: PersonDraft?, _ problems: FormProblems?, _ context: PersonContext
    ) async throws -> EntryPage {
        let (id, reach, language) = (try context.part("id"), context.reach, context.language)
        return try await site.database.read { db in
            let here = try PersonInHand(db, id, reach, .write)
            guard let programme = here.programme else { throw WebError.notFound }
            return .person(
                typed ?? here.draft,
                here.heading(
                    Sentence(sv: "Ändra personen", en: "Change the person"), language, problems: problems),
                schools: try SchoolStore(db: db).choices(of: programme.key), to: .personPart(id, "edit"),
                problems: problems,
                back: .person(id), language)
        }
    }

    @Sendable func invite(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, reach, language) = (try context.part("id"), context.reach, context.language)
        let (act, url) = (site.act(of: reach), site.settings.publicURL)
        return try await site.attempt {
            let isInvited = try await site.database.write { db in
                let here = try PersonInHand(db, id, reach, .write, .invitation)
                return try PersonInvitation(db: db).send(
                    to: here.key, language: language, by: act, organisation: reach.organisation
                ) { url + SiteURL.invitation($0.text).path }
            }
            return site.redirect(.person(id), saying: isInvited ? .invited : .hasAccount)
        } otherwise: { problems in
            site.refused(try await page(problems, context), to: context.caller)
        }
    }
}
