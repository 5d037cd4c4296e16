import Hummingbird
import Storage

/// Writing a draft question by question.
struct DraftQuestionRoutes {
    let site: Site

    func add(to pages: RouterGroup<PersonContext>) {
        pages.get("/questionnaires/:id/draft/question", use: question)
        pages.post("/questionnaires/:id/draft/question", use: save)
        pages.post("/questionnaires/:id/draft/trust-items", use: addTrustItems)
    }

    @Sendable func question(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (here, asked) = (try await site.draft(of: context), Asked(request))
        guard let part = here.draft.part(asked["part"]), !here.draft.isLocked(part.code),
            let (type, item) = Self.find(asked, in: part)
        else {
            throw WebError.notFound
        }
        let form = item.map { QuestionForm($0) } ?? QuestionForm(type)
        let page = EntryPage.question(
            form, here, part, present: item, nil, context.language, basis: item.map { _ in form.basis })
        return site.answer(page, to: context.caller)
    }

    @Sendable func save(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (asked, sent, basis) = (Asked(request), context.form, context.form["basis"])
        let code = asked["part"]
        return try await site.attempt {
            let id = try await site.changeDraft(context) { here in
                let (index, part) = try here.part(code)
                guard let (type, item) = Self.find(asked, in: part) else {
                    throw asked["item"].isEmpty ? WebError.notFound : FormRefusal("", .questionGone)
                }
                let form = QuestionForm(type, sent)
                guard let item, let place = part.items.firstIndex(of: item) else {
                    let added = try form.item(in: &here.draft.content, part: part, present: nil)
                    here.draft.content.parts[index].items.append(added)
                    return
                }
                try FormBasis.compare(basis, with: QuestionForm(item).basis)
                let changed = try form.item(in: &here.draft.content, part: part, present: item)
                here.draft.content.parts[index].items[place] = changed
            }
            return site.redirect(.draft(id, .part, part: code), saying: .saved)
        } otherwise: { problems in
            let here = try await site.draft(of: context)
            guard let part = here.draft.part(code) else { throw WebError.notFound }
            guard let (type, item) = Self.find(asked, in: part), !here.draft.isLocked(code) else {
                return site.refused(DraftPartPage(here, part, problems, context.language), to: context.caller)
            }
            let page = EntryPage.question(
                QuestionForm(type, sent), here, part, present: item, problems, context.language,
                basis: item.map { _ in basis })
            return site.refused(page, to: context.caller)
        }
    }

    /// The question that an address names, or the type of a new one; nil where there is no such question or type.
    private static func find(
        _ asked: Asked, in part: Questionnaire.Part
    ) -> (type: ItemType, item: Questionnaire.Item?)? {
        guard asked["item"].isEmpty else {
            return part.items.first { $0.code == asked["item"] }.map { ($0.type, $0) }
        }
        return ItemType.askable.first { $0.rawValue == asked["type"] }.map { ($0, nil) }
    }

    /// Puts our thirty questions about trust at the end of a part, with the scale that they are answered on.
    @Sendable func addTrustItems(_ request: Request, _ context: PersonContext) async throws -> Response {
        let code = Asked(request)["part"]
        return try await site.attempt {
            let id = try await site.changeDraft(context) { here in
                let (index, _) = try here.part(code)
                try ReadyMade.addTrustItems(to: index, of: &here.draft.content)
            }
            return site.redirect(.draft(id, .part, part: code), saying: .saved)
        } otherwise: { problems in
            let here = try await site.draft(of: context)
            guard let part = here.draft.part(code) else { throw WebError.notFound }
            return site.refused(DraftPartPage(here, part, problems, context.language), to: context.caller)
        }
    }
}

extension Sentence {
    fileprivate static let questionGone = Sentence(
        sv: "Frågan finns inte kvar; någon har tagit bort den. Inget är sparat.",
        en: "The question is not there any more; somebody has removed it. Nothing is saved.")
}
