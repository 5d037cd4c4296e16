import Hummingbird
import Storage

/// The goals from the start, which a person groups and no machine.
struct GoalRoutes {
    let site: Site

    func add(to pages: RouterGroup<PersonContext>) {
        pages.get("/programmes/:id/goals", use: show)
        pages.post("/programmes/:id/goals", use: place)
    }

    @Sendable func show(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, reach, key) = (try context.part("id"), context.reach, site.key)
        let (page, setting) = (Asked(request).page, site.setting(context.language))
        let answer = try await site.database.read { db in
            try GoalsPage.read(db, id, reach, key, page: page, setting)
        }
        return site.answer(answer, to: context.caller)
    }

    @Sendable func place(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, reach, key, form) = (try context.part("id"), context.reach, site.key, context.form)
        let (act, setting) = (site.act(of: reach), site.setting(context.language))
        let page = wholeNumber(Array(form["page"].utf8)) ?? 1
        return try await site.attempt {
            try await site.database.write { db in
                let here = try GoalsInHand(db, id, reach, .write, key)
                guard try !StudyInformationStore(db: db).isOver(here.study.key, on: act.today) else {
                    throw FormRefusal("", .keptNoLonger)
                }
                let store = GoalHeadingStore(db: db)
                let goals = try store.goals(of: here.study, on: act.today, page: page).rows
                try FormBasis.compare(form["basis"], with: GoalsPage.basis(goals))
                var reading = FormReading()
                // What does not come is left as it is.
                let sent = goals.filter { form.has(here.name(of: $0)) }
                let headings = sent.map { goal in
                    let name = here.name(of: goal)
                    return reading.text(name, form[name], most: Self.longest)
                }
                guard reading.problems.isEmpty else { throw FormRefusal(reading.problems) }
                for (goal, words) in zip(sent, headings) where words != goal.heading {
                    try store.place(goal, under: words, in: here.study.programme, by: act)
                }
                try store.tidy(here.study.programme)
                try ActivityLog(db: db).note(
                    act, "placed", "goals", here.study.key, programme: here.study.programme,
                    organisation: reach.organisation)
            }
            let list = SiteURL.programme(id, .goals)
            return site.redirect(
                path: page > 1 ? list.path(asking: [("page", "\(page)")]) : list.path, saying: .saved)
        } otherwise: { problems in
            let answer = try await site.database.read { db in
                try GoalsPage.read(db, id, reach, key, page: page, setting, form, problems)
            }
            return site.refused(answer, to: context.caller)
        }
    }

    /// In characters.
    private static let longest = 80
}
