import Hummingbird
import Storage

/// Questionnaires on paper: the form to print, and typing in what came back.
struct PaperRoutes {
    let site: Site

    func add(to pages: RouterGroup<PersonContext>) {
        pages.get("/waves/:id/paper-form", use: form)
        pages.get("/waves/:id/paper", use: show)
        pages.post("/waves/:id/paper", use: typeIn)
    }

    @Sendable func form(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, reach, forms) = (try context.part("id"), context.reach, site.sheetForms)
        let here = try await site.database.read { db in
            try PaperInHand(db, id, reach, .read, .questionnaire, forms: forms)
        }
        return site.answer(PaperFormPage(here, today: site.today, context.language), to: context.caller)
    }

    @Sendable func show(_ request: Request, _ context: PersonContext) async throws -> Response {
        let here = try await hand(context)
        return site.answer(page(here, PaperSheet(), nil, nil, context.language), to: context.caller)
    }

    /// The answer is the receipt itself: nothing of it stands in an address. What is sent once more is asked about first.
    @Sendable func typeIn(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (reach, act, language) = (context.reach, site.act(of: context.reach), context.language)
        let here = try await hand(context)
        let typed = PaperSheet(context.form)
        let sent = try SheetEntries(context.form, here.part)
        return try await site.attempt {
            let head = typed.examined(here.wave, today: act.today)
            var problems = head.problems
            for problem in sent.problems.all { problems.report(problem.field, problem.sentence) }
            guard let values = head.values, problems.isEmpty else { throw FormRefusal(problems) }
            let receipt = try await site.database.write { db in
                // Anew: it may have closed meanwhile.
                let now = try hand(db, context)
                let receipt = try PaperStore(
                    db: db, pseudonyms: ResearchPseudonym(site.key, study: now.study.code)
                ).typeIn(
                    values, sent.entries, to: now.wave, of: now.study, by: act)
                try ActivityLog(db: db).note(
                    act, "typed-in", "paper-sheet", now.wave.part, programme: now.wave.programme,
                    organisation: reach.organisation)
                return receipt
            }
            return site.answer(
                PaperReceiptPage(here, values, receipt, language), to: context.caller)
        } otherwise: { problems in
            site.refused(page(here, typed, sent, problems, language), to: context.caller)
        }
    }

    private func hand(_ context: PersonContext) async throws -> PaperInHand {
        try await site.database.read { db in try hand(db, context) }
    }

    private func hand(_ db: Session, _ context: PersonContext) throws -> PaperInHand {
        try PaperInHand(
            db, context.part("id"), context.reach, .write, .paperSheet, forms: site.sheetForms)
    }

    /// - Parameter sent: what was typed and is not kept.
    private func page(
        _ here: PaperInHand, _ typed: PaperSheet, _ sent: SheetEntries?, _ problems: FormProblems?,
        _ language: Language
    ) -> PaperSheetPage {
        let part = here.part
        var filling = QuestionFilling(part)
        if let sent { filling.show(sent, problems ?? FormProblems(), site, language) }
        let form = site.sheetForms.form(here.wave, .typing, language) {
            let sections = part.sections.enumerated().map { ($0 + 1, $1) }
            let content = QuestionsPart(
                part, sections, only: Set(part.questions.indices), isAlone: false,
                typing: true, language)
            return SheetForm(site.templates.fill(QuestionsPart.template, with: content, in: language))
        }
        return PaperSheetPage(
            here, typed, questions: form.filled(filling).text, problems: problems, today: site.today, language
        )
    }
}
