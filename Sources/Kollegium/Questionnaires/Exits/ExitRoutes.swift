import Hummingbird
import Storage

/// What the link to somebody who has left opens. Nobody signs in: whoever has the link answers.
struct ExitRoutes {
    let site: Site

    func add(to pages: RouterGroup<WebContext>) {
        pages.get("/exits/:secret", use: show)
        pages.post("/exits/:secret", use: handIn)
    }

    @Sendable func show(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let secret = secret(context), let here = try await find(secret) else { return closed(context) }
        guard !here.exit.isHandedIn else { return done(context) }
        return site.answer(page(here, secret, nil, nil, context.language), to: context.caller)
    }

    @Sendable func handIn(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let secret = secret(context), let here = try await find(secret) else { return closed(context) }
        let (now, today) = (site.now, site.today)
        let sent = try SheetEntries(context.form, here.part)
        return try await site.attempt {
            guard sent.problems.isEmpty else { throw FormRefusal(sent.problems) }
            let isGood = try await site.database.write { db in
                let store = ExitStore(db: db)
                guard let exit = try store.find(secret, now: now, today: today) else { return false }
                try store.handIn(exit, sent.entries, today: today)
                return true
            }
            return isGood ? site.redirect(.exit(secret.text)) : closed(context)
        } otherwise: { problems in
            site.refused(page(here, secret, sent, problems, context.language), to: context.caller)
        }
    }

    private struct Here: Sendable {
        let exit: ExitStore.Exit
        let part: AskedPart
        let minimum: Int
    }

    private func find(_ secret: Secret) async throws -> Here? {
        let (now, today, forms) = (site.now, site.today, site.sheetForms)
        return try await site.database.read { db in
            guard let exit = try ExitStore(db: db).find(secret, now: now, today: today) else { return nil }
            let groups = try StudyStore(db: db).minimumGroups(of: exit.wave.programme)
            return Here(
                exit: exit,
                part: try forms.part(exit.wave) { try QuestionnaireStore(db: db).asked(exit.wave.part) },
                minimum: (groups ?? .least).minimum)
        }
    }

    /// - Parameter sent: what was sent and could not be kept.
    private func page(
        _ here: Here, _ secret: Secret, _ sent: SheetEntries?, _ problems: FormProblems?, _ language: Language
    ) -> ExitPage {
        let part = here.part
        var filling = QuestionFilling(part)
        if let sent { filling.show(sent, problems ?? FormProblems(), site, language) }
        let form = site.sheetForms.form(here.exit.wave, .whole, language) {
            // Who answers once has no goals from last time.
            let sections = part.sections.enumerated().map { ($0 + 1, $1) }
                .filter { $1.kind != .goalReview }
            let content = QuestionsPart(
                part, sections, only: Set(part.questions.indices), isAlone: false, language)
            return SheetForm(site.templates.fill(QuestionsPart.template, with: content, in: language))
        }
        return ExitPage(
            here.exit, part, secret, minimum: here.minimum, questions: form.filled(filling).text,
            problems: problems, language)
    }

    private func secret(_ context: WebContext) -> Secret? {
        context.parameters.get("secret").flatMap { Secret($0) }
    }

    private func done(_ context: WebContext) -> Response {
        site.answer(ExitEndPage(isHandedIn: true, context.language), to: context.caller)
    }

    private func closed(_ context: WebContext) -> Response {
        site.answer(ExitEndPage(isHandedIn: false, context.language), to: context.caller, status: .gone)
    }
}
