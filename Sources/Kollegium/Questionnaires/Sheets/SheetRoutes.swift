import Hummingbird
import Storage

/// A person's own questionnaires: to answer, to look back, to hand in.
struct SheetRoutes {
    let site: Site

    func add(to pages: RouterGroup<PersonContext>) {
        pages.get("/sheets", use: list)
        pages.get("/sheets/:id", use: show)
        pages.get("/sheets/:id/sections/:number", use: section)
        pages.post("/sheets/:id/sections/:number", use: save)
        pages.get("/sheets/:id/look-back", use: lookBack)
        pages.post("/sheets/:id/look-back", use: meet)
        pages.get("/sheets/:id/review", use: review)
        pages.get("/sheets/:id/paper-form", use: paperForm)
        pages.post("/sheets/:id/handing-in", use: handIn)
    }

    @Sendable func list(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (person, today, language) = (context.reach.hat.person, site.today, context.language)
        let forms = site.sheetForms
        return try await site.answer(request, to: context) { db in
            let store = SheetStore(db: db)
            return SheetsPage(
                try store.asked(person, on: today, forms), try store.past(person, by: today), today: today,
                language)
        }
    }

    /// Before it is handed in, what it is; afterwards, what was kept.
    @Sendable func show(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (here, minimum, pseudonym) = try await site.database.read { db in
            let here = try sheet(db, context)
            let minimum = try StudyStore(db: db).minimumGroups(of: here.wave.programme)?.minimum
            return (here, minimum ?? 5, try paperName(db, here))
        }
        guard here.isOpen, here.sheet?.isHandedIn != true else {
            return site.answer(SheetKeptPage(here, minimum: minimum, context.language), to: context.caller)
        }
        return site.answer(
            SheetPage(here, minimum: minimum, pseudonym: pseudonym, context.language), to: context.caller)
    }

    /// The person's own form to print, with their pseudonym on it.
    @Sendable func paperForm(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (here, minimum, pseudonym) = try await site.database.read { db in
            let here = try sheet(db, context)
            let minimum = try StudyStore(db: db).minimumGroups(of: here.wave.programme)?.minimum
            return (here, minimum ?? 5, try paperName(db, here))
        }
        guard let pseudonym else { throw WebError.notFound }
        guard here.isOpen else { return site.redirect(.sheet(here.wave.publicID)) }
        return site.answer(
            PaperFormPage(own: here, minimum, pseudonym: pseudonym, context.language), to: context.caller)
    }

    /// What stands on the person's paper in place of their name; nil where there is no paper.
    private func paperName(_ db: Session, _ here: SheetInHand) throws -> String? {
        guard here.wave.asks == .members,
            let study = try StudyStore(db: db).study(ofProgramme: here.wave.programme)
        else { return nil }
        return try ResearchPseudonym(site.key, study: study.code).of(here.person, db)
    }

    // MARK: Answering

    @Sendable func section(_ request: Request, _ context: PersonContext) async throws -> Response {
        do {
            return try await site.answer(request, to: context) { db -> KnownPage in
                let here = try sheet(db, context)
                guard here.isOpen else { throw Elsewhere(url: .sheet(here.wave.publicID)) }
                guard let place = try place(here, context) else {
                    throw Elsewhere(url: .sheet(here.wave.publicID, .section(here.pages[0].number)))
                }
                return here.page(place, site, context.language)
            }
        } catch let elsewhere as Elsewhere {
            return site.redirect(elsewhere.url)
        }
    }

    /// There is no such page for this person, but there is another.
    private struct Elsewhere: Error {
        let url: SiteURL
    }

    @Sendable func save(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (form, today, language) = (context.form, site.today, context.language)
        let (here, sent, saving) = try await site.database.write { db in
            let here = try sheet(db, context)
            let hand = try here.hand(today: today)
            let sent = try SheetEntries(form, here.part)
            var entries = sent.sound
            if let kept = Int(form["keep"]) { here.keep(kept, in: &entries) }
            let store = SheetStore(db: db)
            let saving = try store.save(entries, to: here.wave, by: hand, own: here.own)
            let isWhole = saving.conflicts.isEmpty && sent.problems.isEmpty
            return (isWhole ? here : try sheet(db, context), sent, saving)
        }
        guard let place = try place(here, context) else { throw WebError.notFound }
        let number = here.pages[place].number
        if request.isAskedByScript {
            return SheetReceipt(here, sent, saving, language).response
        }
        guard sent.problems.isEmpty, saving.conflicts.isEmpty else {
            let questions = here.form(
                here.pages[place], site, language, sent: sent, conflicts: saving.conflicts)
            let problems = here.problems(sent, saving)
            return site.answer(
                SheetSectionPage(
                    here, place, draft: here.draft("\(here.pages[place].number)"), questions: questions.text,
                    problems: problems, language),
                to: context.caller, status: sent.problems.isEmpty ? .conflict : .unprocessableContent)
        }
        let wave = here.wave.publicID
        if let kept = Int(form["keep"]) {
            return site.redirect(.sheet(wave, .section(number)), at: "q\(kept)")
        }
        if form["go"] == "stay" { return site.redirect(.sheet(wave, .section(number)), saying: .saved) }
        guard place == here.pages.count - 1 else {
            return site.redirect(.sheet(wave, .section(here.pages[place + 1].number)))
        }
        return site.redirect(.sheet(wave, here.mayLookBack ? .lookBack : .review))
    }

    // MARK: Looking back

    @Sendable func lookBack(_ request: Request, _ context: PersonContext) async throws -> Response {
        let here = try await site.database.read { db in try sheet(db, context) }
        guard here.isOpen, !here.lookingBack.isEmpty else {
            return site.redirect(.sheet(here.wave.publicID, here.isOpen ? .review : .overview))
        }
        let questions = here.form(.lookBack, site, context.language)
        return site.answer(
            SheetLookBackPage(here, questions: questions.text, problems: nil, typed: nil, context.language),
            to: context.caller)
    }

    /// Standing by the new answers or changing them, with the earlier ones in sight.
    @Sendable func meet(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (form, today, language) = (context.form, site.today, context.language)
        let (here, sent, saving, problems) = try await site.database.write { db in
            let here = try sheet(db, context)
            let hand = try here.hand(today: today)
            let sent = try SheetEntries(form, here.part)
            var reading = FormReading()
            let reflection =
                form.has("reflection")
                ? reading.writing("reflection", orNothing: form["reflection"], most: SheetEntries.longest)
                : nil
            guard reading.problems.isEmpty else {
                return (here, sent, SheetStore.Saving(), reading.problems)
            }
            let saving = try SheetStore(db: db).save(
                sent.sound, to: here.wave, by: hand, own: here.own, looking: true, reflection: reflection)
            return (
                saving.conflicts.isEmpty ? here : try sheet(db, context), sent, saving, reading.problems
            )
        }
        if request.isAskedByScript { return SheetReceipt(here, sent, saving, language).response }
        let all = here.problems(sent, saving, besides: problems)
        guard all.isEmpty else {
            let questions = here.form(.lookBack, site, language, sent: sent, conflicts: saving.conflicts)
            return site.answer(
                SheetLookBackPage(
                    here, questions: questions.text, problems: all, typed: form["reflection"], language),
                to: context.caller, status: problems.isEmpty ? .conflict : .unprocessableContent)
        }
        return site.redirect(.sheet(here.wave.publicID, .review))
    }

    // MARK: Handing in

    @Sendable func review(_ request: Request, _ context: PersonContext) async throws -> Response {
        let here = try await site.database.read { db in try sheet(db, context) }
        guard here.isOpen else { return site.redirect(.sheet(here.wave.publicID)) }
        return site.answer(SheetReviewPage(here, context.language), to: context.caller)
    }

    @Sendable func handIn(_ request: Request, _ context: PersonContext) async throws -> Response {
        let today = site.today
        return try await site.attempt {
            let wave = try await site.database.write { db in
                let here = try sheet(db, context)
                try SheetStore(db: db).handIn(here.wave, by: here.hand(today: today), own: here.own)
                try WaveLetters.withdraw(db, here.wave, for: here.person)
                return here.wave.publicID
            }
            return site.redirect(.sheet(wave))
        } otherwise: { problems in
            let here = try await site.database.read { db in try sheet(db, context) }
            return site.refused(
                SheetReviewPage(here, problems: problems, context.language), to: context.caller)
        }
    }

    private func sheet(_ db: Session, _ context: PersonContext) throws -> SheetInHand {
        try SheetInHand(
            db, context.part("id"), context.reach, today: site.today, forms: site.sheetForms)
    }

    /// The place of the address's page among those that the person has; nil for one that is left out for them.
    private func place(_ here: SheetInHand, _ context: PersonContext) throws -> Int? {
        guard let number = Int(try context.part("number")) else { throw WebError.notFound }
        if let place = here.pages.firstIndex(where: { $0.number == number }) { return place }
        guard here.wave.form.paging == .sections, here.sections.indices.contains(number &- 1) else {
            throw WebError.notFound
        }
        return nil
    }
}

extension Request {
    /// A script of ours saves what is being written, and wants no page for it.
    fileprivate var isAskedByScript: Bool { headers[.accept] == "application/json" }
}

extension SheetInHand {
    /// Puts the newest of the earlier answers in the place of what stands at a question: it is kept with one press.
    /// - Parameter number: of the question, from 1.
    fileprivate func keep(_ number: Int, in entries: inout [SheetStore.Entry]) {
        guard number > 0, number <= part.questions.count else { return }
        let index = number - 1
        guard let earlier = earlier(index).first,
            let place = entries.firstIndex(where: { $0.question.item == part.questions[index].item })
        else { return }
        entries[place] = SheetStore.Entry(
            question: part.questions[index], value: earlier.value, basis: entries[place].basis)
    }

    /// What is told above a form that came back.
    fileprivate func problems(
        _ sent: SheetEntries, _ saving: SheetStore.Saving, besides others: FormProblems = FormProblems()
    ) -> FormProblems {
        var problems = sent.problems
        for problem in others.all { problems.report(problem.field, problem.sentence) }
        for index in sent.places where saving.conflicts.keys.contains(part.questions[index].item) {
            problems.report(
                "q\(index + 1)",
                Sentence(
                    sv:
                        "frågan är besvarad på ett annat sätt i ett annat fönster; välj vilket svar som gäller",
                    en:
                        "the question has been answered otherwise in another window; choose which answer holds"
                ))
        }
        return problems
    }
}
