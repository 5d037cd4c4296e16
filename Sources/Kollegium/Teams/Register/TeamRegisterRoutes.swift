import Hummingbird
import Storage

/// The teams of a programme as those who lead it enter them. A team's own page is not here.
struct TeamRegisterRoutes {
    let site: Site

    func add(to pages: RouterGroup<PersonContext>) {
        pages.get("/programmes/:id/teams", use: list)
        pages.get("/programmes/:id/teams/new", use: new)
        pages.post("/programmes/:id/teams/new", use: add)
        pages.get("/teams/:id/edit", use: edit)
        pages.post("/teams/:id/edit", use: save)
    }

    @Sendable func list(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, reach, language) = (try context.part("id"), context.reach, context.language)
        let (asked, today) = (Asked(request), site.today)
        let page = try await site.database.read { db in
            try TeamsPage.read(db, id, reach, asked, today: today, language)
        }
        return site.answer(page, to: context.caller)
    }

    @Sendable func new(_ request: Request, _ context: PersonContext) async throws -> Response {
        site.answer(try await newForm(TeamDraft(), nil, context), to: context.caller)
    }

    @Sendable func add(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, reach, act) = (try context.part("id"), context.reach, site.act(of: context.reach))
        let draft = TeamDraft(context.form)
        return try await site.attempt {
            let team = try await site.database.write { db in
                let here = try ProgrammeInHand(db, id, reach, .write, .teamEntry)
                let key = try TeamStore(db: db).add(draft, to: here.key, by: act)
                return try TeamStore(db: db).entry(of: key, today: act.today)?.publicID
            }
            guard let team else { throw WebError.notFound }
            // An empty team is of no use: the next step is to say who is in it.
            return site.redirect(.team(team, .members), saying: .saved)
        } otherwise: { problems in
            site.refused(try await newForm(draft, problems, context), to: context.caller)
        }
    }

    private func newForm(
        _ draft: TeamDraft, _ problems: FormProblems?, _ context: PersonContext
    ) async throws -> EntryPage {
        let (id, reach, language) = (try context.part("id"), context.reach, context.language)
        return try await site.database.read { db in
            let here = try ProgrammeInHand(db, id, reach, .write, .teamEntry)
            if problems == nil { try here.requireOpen() }
            var heading = PageHeading.programme(
                Sentence(sv: "Lägg till ett arbetslag", en: "Add a team"), here.summary, language,
                problems: problems)
            heading.trail.append(
                Link(Sentence(sv: "Arbetslag", en: "Teams")(language), .programme(id, .teams)))
            return .team(
                draft, heading, schools: try SchoolStore(db: db).choices(of: here.key),
                to: .programme(id, .newTeam),
                problems: problems, back: .programme(id, .teams), language)
        }
    }

    @Sendable func edit(_ request: Request, _ context: PersonContext) async throws -> Response {
        site.answer(try await editForm(nil, nil, context), to: context.caller)
    }

    @Sendable func save(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, reach, act) = (try context.part("id"), context.reach, site.act(of: context.reach))
        let draft = TeamDraft(context.form, basis: context.form["basis"])
        return try await site.attempt {
            try await site.database.write { db in
                let here = try TeamInHand(db, id, reach, .write, .teamEntry, today: act.today)
                try TeamStore(db: db).edit(here.team.key, draft, by: act)
            }
            return site.redirect(.team(id, .members), saying: .saved)
        } otherwise: { problems in
            site.refused(try await editForm(draft, problems, context), to: context.caller)
        }
    }

    /// The form as it was typed, or as the team is.
    private func editForm(
        _ typed: TeamDraft?, _ problems: FormProblems?, _ context: PersonContext
    ) async throws -> EntryPage {
        let (id, reach, language) = (try context.part("id"), context.reach, context.language)
        let today = site.today
        return try await site.database.read { db in
            let here = try TeamInHand(db, id, reach, .write, .teamEntry, today: today)
            guard let draft = try typed ?? TeamStore(db: db).draft(of: here.team.key) else {
                throw WebError.notFound
            }
            return .team(
                draft,
                here.heading(
                    Sentence(sv: "Ändra arbetslaget", en: "Change the team"), language, problems: problems),
                schools: try SchoolStore(db: db).choices(of: here.programme.key), to: .team(id, .edit),
                problems: problems,
                back: .team(id, .members), language)
        }
    }
}
