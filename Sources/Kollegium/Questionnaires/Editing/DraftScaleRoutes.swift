import Hummingbird
import Storage

/// Writing the scales and areas of a draft.
struct DraftScaleRoutes {
    let site: Site

    func add(to pages: RouterGroup<PersonContext>) {
        pages.get("/questionnaires/:id/draft/scale", use: scale)
        pages.post("/questionnaires/:id/draft/scale", use: saveScale)
        pages.get("/questionnaires/:id/draft/area", use: area)
        pages.post("/questionnaires/:id/draft/area", use: saveArea)
    }

    @Sendable func scale(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (here, code) = (try await site.draft(of: context), Asked(request)["item"])
        let scale = here.draft.content.scales.first { $0.code == code }
        guard code.isEmpty || scale != nil, !here.draft.lockedScales.contains(code) else {
            throw WebError.notFound
        }
        let form = scale.map { ScaleForm($0) } ?? ScaleForm()
        let page = EntryPage.scale(
            form, here, present: scale, nil, context.language, basis: scale.map { _ in form.basis })
        return site.answer(page, to: context.caller)
    }

    @Sendable func saveScale(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (code, basis) = (Asked(request)["item"], context.form["basis"])
        var form = ScaleForm(context.form)
        if !code.isEmpty { form.code = code }
        let typed = form
        return try await site.attempt {
            let id = try await site.changeDraft(context) { here in
                guard !here.draft.lockedScales.contains(code) else { throw FormRefusal("", .lockedScale) }
                guard !code.isEmpty else {
                    here.draft.content.scales.append(
                        try typed.scale(in: here.draft.content, present: nil))
                    return
                }
                guard let place = here.draft.content.scales.firstIndex(where: { $0.code == code }) else {
                    throw WebError.notFound
                }
                let present = here.draft.content.scales[place]
                try FormBasis.compare(basis, with: ScaleForm(present).basis)
                here.draft.content.scales[place] = try typed.scale(
                    in: here.draft.content, present: present)
            }
            return site.redirect(.draft(id), saying: .saved)
        } otherwise: { problems in
            let here = try await site.draft(of: context)
            let present = here.draft.content.scales.first { $0.code == code }
            let page = EntryPage.scale(
                typed, here, present: present, problems, context.language, basis: code.isEmpty ? nil : basis)
            return site.refused(page, to: context.caller)
        }
    }

    @Sendable func area(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (here, code) = (try await site.draft(of: context), Asked(request)["item"])
        let area = here.draft.content.areas.first { $0.code == code }
        guard code.isEmpty || area != nil, !here.draft.lockedAreas.contains(code) else {
            throw WebError.notFound
        }
        let form = area.map { AreaForm($0) } ?? AreaForm()
        let page = EntryPage.area(
            form, here, present: area, nil, context.language, basis: area.map { _ in form.basis })
        return site.answer(page, to: context.caller)
    }

    @Sendable func saveArea(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (code, form, basis) = (Asked(request)["item"], AreaForm(context.form), context.form["basis"])
        return try await site.attempt {
            let id = try await site.changeDraft(context) { here in
                guard !here.draft.lockedAreas.contains(code) else { throw FormRefusal("", .lockedScale) }
                guard !code.isEmpty else {
                    here.draft.content.areas.append(try form.area(in: here.draft.content, present: nil))
                    return
                }
                guard let place = here.draft.content.areas.firstIndex(where: { $0.code == code }) else {
                    throw WebError.notFound
                }
                let present = here.draft.content.areas[place]
                try FormBasis.compare(basis, with: AreaForm(present).basis)
                here.draft.content.areas[place] = try form.area(in: here.draft.content, present: present)
            }
            return site.redirect(.draft(id), saying: .saved)
        } otherwise: { problems in
            let here = try await site.draft(of: context)
            let present = here.draft.content.areas.first { $0.code == code }
            let page = EntryPage.area(
                form, here, present: present, problems, context.language, basis: code.isEmpty ? nil : basis)
            return site.refused(page, to: context.caller)
        }
    }
}

extension Sentence {
    fileprivate static let lockedScale = Sentence(
        sv: "en del som har öppnats använder det här, så det står kvar som det är; gör ett nytt i stället",
        en: "a part that has been opened uses this, so it stays as it is; make a new one instead")
}
