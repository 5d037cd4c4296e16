import Hummingbird
import Storage

/// Writing a questionnaire: its draft, the order of things in it, and making it the new version.
struct DraftRoutes {
    let site: Site

    func add(to pages: RouterGroup<PersonContext>) {
        pages.post("/questionnaires/:id/draft", use: begin)
        pages.get("/questionnaires/:id/draft", use: show)
        pages.get("/questionnaires/:id/draft/discarding", use: askBeforeDiscarding)
        pages.post("/questionnaires/:id/draft/discarding", use: discard)
        pages.get("/questionnaires/:id/draft/heading", use: heading)
        pages.post("/questionnaires/:id/draft/heading", use: saveHeading)
        pages.get("/questionnaires/:id/draft/part", use: part)
        pages.get("/questionnaires/:id/draft/part/heading", use: partHeading)
        pages.post("/questionnaires/:id/draft/part/heading", use: savePartHeading)
        pages.post("/questionnaires/:id/draft/order", use: move)
        pages.get("/questionnaires/:id/draft/preview", use: previewPart)
        pages.get("/questionnaires/:id/draft/removal", use: askBeforeRemoving)
        pages.post("/questionnaires/:id/draft/removal", use: remove)
        pages.get("/questionnaires/:id/draft/publication", use: preview)
        pages.post("/questionnaires/:id/draft/publication", use: publish)
    }

    @Sendable func begin(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, reach, act) = (try context.part("id"), context.reach, site.act(of: context.reach))
        try await site.database.write { db in
            let here = try QuestionnaireInHand(db, id, reach, .write)
            try QuestionnaireStore(db: db).beginDraft(here.standing, by: act)
        }
        return site.redirect(.draft(id))
    }

    @Sendable func show(_ request: Request, _ context: PersonContext) async throws -> Response {
        let here = try await site.draft(of: context)
        return site.answer(DraftPage(here, nil, today: site.today, context.language), to: context.caller)
    }

    @Sendable func askBeforeDiscarding(_ request: Request, _ context: PersonContext) async throws -> Response
    {
        let here = try await site.draft(of: context)
        return site.answer(DraftRemovalPage(discarding: here, context.language), to: context.caller)
    }

    @Sendable func discard(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, reach, basis) = (try context.part("id"), context.reach, context.form["basis"])
        return try await site.attempt {
            let here = try await site.database.write { db in
                let here = try DraftInHand(db, id, reach)
                try FormBasis.compare(basis, with: here.draft.basis)
                try QuestionnaireStore(db: db).discardDraft(here.draft.standing)
                return here
            }
            let isGone = here.draft.standing.whole == nil
            return site.redirect(
                isGone
                    ? .programme(here.questionnaire.programme.publicID, .questionnaires) : .questionnaire(id),
                saying: .draftDiscarded)
        } otherwise: { problems in
            let here = try await site.draft(of: context)
            return site.refused(
                DraftPage(here, problems, today: site.today, context.language), to: context.caller)
        }
    }

    // MARK: The name

    @Sendable func heading(_ request: Request, _ context: PersonContext) async throws -> Response {
        let here = try await site.draft(of: context)
        let form = HeadingForm(here.draft.content)
        return site.answer(
            EntryPage.questionnaireHeading(form, here, nil, context.language, basis: form.basis),
            to: context.caller)
    }

    @Sendable func saveHeading(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (form, basis) = (HeadingForm(context.form), context.form["basis"])
        return try await site.attempt {
            let id = try await site.changeDraft(context) { here in
                try FormBasis.compare(basis, with: HeadingForm(here.draft.content).basis)
                try form.apply(
                    to: &here.draft.content, isOpened: !here.draft.standing.locked.isEmpty)
            }
            return site.redirect(.draft(id), saying: .saved)
        } otherwise: { problems in
            let here = try await site.draft(of: context)
            return site.refused(
                EntryPage.questionnaireHeading(form, here, problems, context.language, basis: basis),
                to: context.caller)
        }
    }

    // MARK: Parts

    @Sendable func part(_ request: Request, _ context: PersonContext) async throws -> Response {
        let here = try await site.draft(of: context)
        guard let part = here.draft.part(Asked(request)["part"]) else { throw WebError.notFound }
        return site.answer(DraftPartPage(here, part, nil, context.language), to: context.caller)
    }

    /// The part as whoever answers it will see it.
    @Sendable func previewPart(_ request: Request, _ context: PersonContext) async throws -> Response {
        let here = try await site.draft(of: context)
        guard let part = here.draft.part(Asked(request)["part"]) else { throw WebError.notFound }
        return site.answer(
            PartPreviewPage(here, part, site.templates, context.language), to: context.caller)
    }

    @Sendable func partHeading(_ request: Request, _ context: PersonContext) async throws -> Response {
        let here = try await site.draft(of: context)
        let code = Asked(request)["part"]
        let part = code.isEmpty ? nil : try here.part(code).part
        let next = (here.draft.content.parts.map(\.wave).max() ?? 0) + 1
        let form = part.map(PartForm.init) ?? PartForm(wave: min(next, 99))
        let page = EntryPage.part(
            form, here, present: part, nil, context.language, basis: part.map { _ in form.basis })
        return site.answer(page, to: context.caller)
    }

    @Sendable func savePartHeading(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (code, form, basis) = (Asked(request)["part"], PartForm(context.form), context.form["basis"])
        return try await site.attempt {
            let (id, saved) = try await site.changeDraft(context) { here in
                if code.isEmpty {
                    let part = try form.part(in: here.draft.content, present: nil)
                    here.draft.content.parts.append(part)
                    return (here.id, part.code)
                }
                let (index, part) = try here.part(code)
                try FormBasis.compare(basis, with: PartForm(part).basis)
                here.draft.content.parts[index] = try form.part(in: here.draft.content, present: part)
                return (here.id, code)
            }
            return site.redirect(.draft(id, .part, part: saved), saying: .saved)
        } otherwise: { problems in
            let here = try await site.draft(of: context)
            let page = EntryPage.part(
                form, here, present: here.draft.part(code), problems, context.language,
                basis: code.isEmpty ? nil : basis)
            return site.refused(page, to: context.caller)
        }
    }

    // MARK: Order

    /// Moves a question within its part, or the part itself.
    @Sendable func move(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (asked, basis) = (Asked(request), context.form["basis"])
        let (part, item, isUp) = (asked["part"], asked["item"], context.form["way"] != "down")
        return try await arrange(part, context) { here in
            let (index, present) = try here.part(part)
            try FormBasis.compare(basis, with: present.orderBasis)
            guard !item.isEmpty else {
                if index > 0 { here.draft.content.parts.swapAt(index, index - 1) }
                return true
            }
            guard let place = present.items.firstIndex(where: { $0.code == item }) else {
                throw WebError.notFound
            }
            let other = place + (isUp ? -1 : 1)
            if present.items.indices.contains(other) {
                here.draft.content.parts[index].items.swapAt(place, other)
            }
            return true
        }
    }

    @Sendable func askBeforeRemoving(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (here, asked) = (try await site.draft(of: context), Asked(request))
        return site.answer(
            try DraftRemovalPage(
                here, part: asked["part"], item: asked["item"], type: asked["type"], context.language),
            to: context.caller)
    }

    /// Takes a question out of its part, the part out of the questionnaire, or a scale or area that nothing uses.
    @Sendable func remove(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (asked, basis) = (Asked(request), context.form["basis"])
        let (part, item, type) = (asked["part"], asked["item"], asked["type"])
        return try await arrange(part, context) { here in
            guard part.isEmpty else { return try Self.remove(item, from: part, basis, &here) }
            try here.draft.content.remove(item, type, basis)
            return false
        }
    }

    private static func remove(
        _ item: String, from part: String, _ basis: String, _ here: inout DraftInHand
    ) throws -> Bool {
        let (index, present) = try here.part(part)
        guard !item.isEmpty else {
            try FormBasis.compare(basis, with: present.removalBasis())
            here.draft.content.parts.remove(at: index)
            return false
        }
        let question = present.items.first { $0.code == item }
        try FormBasis.compare(basis, with: question.map { present.removalBasis(of: $0) })
        here.draft.content.parts[index].items.removeAll { $0.code == item }
        return true
    }

    /// - Parameter body: Gives whether the part is still there to go back to.
    private func arrange(
        _ part: String, _ context: PersonContext,
        _ body: @escaping @Sendable (inout DraftInHand) throws -> Bool
    ) async throws -> Response {
        try await site.attempt {
            let (id, isThere) = try await site.changeDraft(context) { here in (here.id, try body(&here)) }
            return site.redirect(isThere ? .draft(id, .part, part: part) : .draft(id), saying: .saved)
        } otherwise: { problems in
            let here = try await site.draft(of: context)
            guard let part = here.draft.part(part) else {
                return site.refused(
                    DraftPage(here, problems, today: site.today, context.language), to: context.caller)
            }
            return site.refused(DraftPartPage(here, part, problems, context.language), to: context.caller)
        }
    }

    // MARK: Publishing

    @Sendable func preview(_ request: Request, _ context: PersonContext) async throws -> Response {
        let here = try await site.draft(of: context)
        return site.answer(PublicationPage(here, nil, context.language), to: context.caller)
    }

    @Sendable func publish(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, reach, act) = (try context.part("id"), context.reach, site.act(of: context.reach))
        let basis = context.form["basis"]
        return try await site.attempt {
            try await site.database.write { db in
                let here = try DraftInHand(db, id, reach)
                try QuestionnaireStore(db: db).publish(here.draft, basis: basis, by: act)
            }
            return site.redirect(.questionnaire(id), saying: .published)
        } otherwise: { problems in
            let here = try await site.draft(of: context)
            return site.refused(PublicationPage(here, problems, context.language), to: context.caller)
        }
    }
}

extension Site {
    /// The draft that a page is about.
    func draft(of context: PersonContext) async throws -> DraftInHand {
        let (id, reach) = (try context.part("id"), context.reach)
        return try await database.read { db in try DraftInHand(db, id, reach) }
    }

    /// Changes the draft that a form is about and saves it.
    func changeDraft<Result: Sendable>(
        _ context: PersonContext, _ change: @escaping @Sendable (inout DraftInHand) throws -> Result
    ) async throws -> Result {
        let (id, reach, act) = (try context.part("id"), context.reach, act(of: context.reach))
        return try await database.write { db in
            var here = try DraftInHand(db, id, reach)
            let result = try change(&here)
            try QuestionnaireStore(db: db).saveDraft(here.draft.content, of: here.draft.standing, by: act)
            return result
        }
    }

    func changeDraft(
        _ context: PersonContext, _ change: @escaping @Sendable (inout DraftInHand) throws -> Void
    ) async throws -> String {
        try await changeDraft(context) { here in
            try change(&here)
            return here.id
        }
    }
}
