import Hummingbird
import Storage

/// A team's code for a first meeting: shown, opened, closed.
struct TeamCodeRoutes {
    let site: Site

    func add(to pages: RouterGroup<PersonContext>) {
        pages.get("/teams/:id/code", use: show)
        pages.post("/teams/:id/code", use: change)
    }

    @Sendable func show(_ request: Request, _ context: PersonContext) async throws -> Response {
        site.answer(try await page(TeamCodeDraft().hours, nil, context), to: context.caller)
    }

    @Sendable func change(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, reach, act) = (try context.part("id"), context.reach, site.act(of: context.reach))
        let closes = context.form["do"] == "close"
        let draft = TeamCodeDraft(hours: context.form["hours"])
        return try await site.attempt {
            try await site.database.write { db in
                let here = try TeamInHand(db, id, reach, .write, .teamCode, today: act.today)
                if closes {
                    try TeamStore(db: db).closeCode(of: here.team.key, by: act)
                } else {
                    _ = try TeamStore(db: db).openCode(of: here.team.key, draft, by: act)
                }
            }
            return site.redirect(.team(id, .code), saying: closes ? .codeClosed : .codeOpened)
        } otherwise: { problems in
            site.refused(try await page(draft.hours, problems, context), to: context.caller)
        }
    }

    private func page(
        _ hours: String, _ problems: FormProblems?, _ context: PersonContext
    ) async throws -> TeamCodePage {
        let (id, reach, now, today) = (try context.part("id"), context.reach, site.now, site.today)
        let (here, code) = try await site.database.read { db in
            let here = try TeamInHand(db, id, reach, .write, .teamCode, today: today)
            return (here, try TeamStore(db: db).code(of: here.team.key, at: now))
        }
        return TeamCodePage(
            here, code, for: reach.hat.role, site: site, hours: hours, problems, context.language)
    }
}
