import Hummingbird
import Storage

/// The list of accounts, and asking somebody in.
struct AccountListRoutes {
    let site: Site

    func add(to pages: RouterGroup<PersonContext>) {
        pages.get("/accounts", use: list)
        pages.get("/accounts/new", use: form)
        pages.post("/accounts/new", use: invite)
    }

    @Sendable func list(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (reach, today) = (context.reach, site.today)
        try reach.require(.read, Thing(.account, Place(organisation: reach.organisation)))
        let search = request.uri.queryParameters["q"].map { TypedText(String($0)).text } ?? ""
        let number = request.uri.queryParameters["page"].flatMap { Int(String($0)) } ?? 1
        let contents = try await site.database.read { db in
            try AccountListPage.Contents.read(db, reach, search: search, page: number, today: today)
        }
        return site.answer(
            AccountListPage(contents, search: search, context.language), to: context.caller)
    }

    @Sendable func form(_ request: Request, _ context: PersonContext) async throws -> Response {
        let page = try await page(context)
        return site.answer(page, to: context.caller)
    }

    @Sendable func invite(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (site, reach) = (site, context.reach)
        try reach.require(.write, Thing(.account, Place(organisation: reach.organisation)))
        let draft = AdmissionDraft(context.form)
        let act = Act(person: reach.hat.person, now: site.now, today: site.today)
        do {
            let admitted = try await site.database.write { db in
                try Admission(db: db, reach: reach).admit(
                    draft, by: act, url: { site.whole(.invitation($0.text)) })
            }
            return site.redirect(
                .accountEntry(admitted.id), saying: admitted.isInvited ? .invited : .hasAccount)
        } catch let refusal as FormRefusal {
            let page = try await page(context, draft, refusal.problems)
            return site.answer(page, to: context.caller, status: .unprocessableContent)
        }
    }

    private func page(
        _ context: PersonContext, _ draft: AdmissionDraft = AdmissionDraft(), _ problems: FormProblems? = nil
    ) async throws -> AccountNewPage {
        let reach = context.reach
        try reach.require(.write, Thing(.account, Place(organisation: reach.organisation)))
        let choices = try await site.database.read { db in
            try RoleFields.Choices(AppointmentStore(db: db, reach: reach), draft.role)
        }
        return AccountNewPage(draft, choices, context.language, problems)
    }
}
