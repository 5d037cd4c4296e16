import Hummingbird
import Storage

/// Pasting people and teams: what would happen first, then exactly that.
struct PasteRoutes {
    let site: Site

    func add(to all: RouterGroup<WebContext>) {
        // A sheet of 5,000 rows, each of its letters in the three that a form takes.
        let pages = all.forms(upTo: 3 * RosterSheet.mostBytes + 100_000, of: site)
            .group(context: PersonContext.self)
        pages.get("/programmes/:id/paste", use: show)
        pages.post("/programmes/:id/paste", use: take)
        pages.get("/programmes/:id/paste/receipt", use: receipt)
    }

    @Sendable func receipt(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, reach, language, today) = (
            try context.part("id"), context.reach, context.language, site.today
        )
        let receipt = PasteReceipt(Asked(request))
        let page = try await site.database.read { db in
            let here = try ProgrammeInHand(db, id, reach, .write, .person)
            let waiting = try AccountStore(db: db).uninvited(in: here.key, today: today)
            return PasteReceiptPage(here.summary, receipt, waiting: waiting.count, language)
        }
        return site.answer(page, to: context.caller)
    }

    @Sendable func show(_ request: Request, _ context: PersonContext) async throws -> Response {
        var state = PastePage.State()
        state.paste.team = Asked(request)["team"]
        return site.answer(try await page(state, context), to: context.caller)
    }

    @Sendable func take(_ request: Request, _ context: PersonContext) async throws -> Response {
        let form = context.form
        var state = PastePage.State()
        state.paste = RosterPaste(text: form["text"], from: form["from"], team: form["team"])
        do {
            if form["step"] == "apply" {
                let totals = try await apply(state.paste, digest: form["digest"], context)
                let receipt = PasteReceipt(totals)
                return site.redirect(
                    path: SiteURL.programme(try context.part("id"), .pasted).path + "?" + receipt.query)
            }
            state.preview = try await preview(state.paste, context)
            return site.answer(try await page(state, context), to: context.caller)
        } catch RosterRefusal.form(let problems) {
            state.problems = problems
        } catch RosterRefusal.pupilData(let sentence) {
            // Not even in the form: the page may be kept somewhere.
            state.paste.text = ""
            state.refusal = sentence
        } catch RosterRefusal.changed(let preview) {
            state.preview = preview
            state.hasChanged = true
        } catch RosterRefusal.mistaken(let preview) {
            state.preview = preview
        } catch let refusal as FormRefusal {
            state.problems = refusal.problems
        }
        return site.refused(try await page(state, context), to: context.caller)
    }

    private func preview(_ paste: RosterPaste, _ context: PersonContext) async throws -> RosterPreview {
        let (id, reach, act) = (try context.part("id"), context.reach, site.act(of: context.reach))
        return try await site.database.read { db in
            let here = try ProgrammeInHand(db, id, reach, .write, .person)
            return try RosterStore(db: db).preview(paste, in: here.key, by: act)
        }
    }

    /// Rows with mistakes are left out: the preview has marked them, and the button says how many are taken in.
    private func apply(
        _ paste: RosterPaste, digest: String, _ context: PersonContext
    ) async throws -> RosterPreview.Totals {
        let (id, reach, act) = (try context.part("id"), context.reach, site.act(of: context.reach))
        return try await site.database.write { db in
            let here = try ProgrammeInHand(db, id, reach, .write, .person)
            return try RosterStore(db: db).apply(
                paste, digest: digest, leavingOutMistakes: true, in: here.key, by: act)
        }
    }

    /// A list of more teams than this is none to choose from.
    private static let mostTeams = 300

    private func page(_ state: PastePage.State, _ context: PersonContext) async throws -> PastePage {
        let (id, reach, language, today) = (
            try context.part("id"), context.reach, context.language, site.today
        )
        return try await site.database.read { db in
            let here = try ProgrammeInHand(db, id, reach, .write, .person)
            if state.problems == nil { try here.requireOpen() }
            let teams = try TeamStore(db: db).entries(of: here.key, today: today, size: Self.mostTeams)
            return PastePage(
                here.summary,
                teams: teams.hasMore ? [] : teams.rows.map { ($0.publicID, "\($0.name), \($0.school)") },
                state,
                language)
        }
    }
}
