import Hummingbird
import Storage

/// Reading a questionnaire in from a file: as a new one, or in the place of a draft.
struct QuestionnaireFileRoutes {
    let site: Site

    /// Twenty times what a long questionnaire has.
    static let largestFile = 2 << 20

    func add(to all: RouterGroup<WebContext>) {
        let files = all.files(upTo: Self.largestFile, of: site).group(context: PersonContext.self)
        files.post("/programmes/:id/questionnaires/file", use: sendNew)
        files.post("/questionnaires/:id/draft/file", use: sendDraft)
        let pages = all.forms(of: site).group(context: PersonContext.self)
        pages.get("/programmes/:id/questionnaires/file", use: new)
        pages.get("/questionnaires/:id/draft/file", use: draft)
    }

    // MARK: A new one

    @Sendable func new(_ request: Request, _ context: PersonContext) async throws -> Response {
        site.answer(page(try await programme(context), nil, [], context.language), to: context.caller)
    }

    @Sendable func sendNew(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (here, act, language) = (
            try await programme(context), site.act(of: context.reach), context.language
        )
        return try await take(request, context) { read in
            let id = try await site.database.write { db in
                try QuestionnaireStore(db: db).beginNew(read.questionnaire, in: here.key, by: act)
            }
            guard !read.losses.isEmpty else { return site.redirect(.draft(id), saying: .draftBegun) }
            let page = page(here, .draft(id), read.losses, language)
            return site.answer(page, to: context.caller)
        } otherwise: { lines in
            page(here, nil, lines, language)
        }
    }

    private func programme(_ context: PersonContext) async throws -> ProgrammeInHand {
        let (id, reach) = (try context.part("id"), context.reach)
        return try await site.database.read { db in
            let here = try ProgrammeInHand(db, id, reach, .write, .questionnaire)
            try here.requireOpen()
            return here
        }
    }

    private func page(
        _ here: ProgrammeInHand, _ draft: SiteURL?, _ lines: [String], _ language: Language
    ) -> QuestionnaireFilePage {
        var heading = PageHeading.programme(QuestionnaireFilePage.name, here.summary, language)
        let list = SiteURL.programme(here.summary.publicID, .questionnaires)
        heading.trail.append(Link(Sentence(sv: "Enkäter", en: "Questionnaires")(language), list))
        return QuestionnaireFilePage(
            heading, to: .programme(here.summary.publicID, .questionnaireFile), back: list, draft: draft,
            lines: lines, language)
    }

    // MARK: In a draft's place

    @Sendable func draft(_ request: Request, _ context: PersonContext) async throws -> Response {
        site.answer(page(try await site.draft(of: context), nil, [], context.language), to: context.caller)
    }

    @Sendable func sendDraft(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (here, language) = (try await site.draft(of: context), context.language)
        return try await take(request, context) { read in
            let kept = try await site.changeDraft(context) { here in
                let settled = read.questionnaire.settled(with: here.draft.standing)
                // What was opened is not the file's to change; it is told where the file would have.
                let kept = here.draft.standing.lockedParts.filter { part in
                    !read.questionnaire.parts.contains { $0.asks(as: part) }
                }
                here.draft.content = settled
                return kept
            }
            let told = kept.map { part in
                Sentence(
                    sv: "delen ”\(part.name(.sv))” har öppnats och står kvar som den är",
                    en: "the part “\(part.name(.en))” has been opened and stays as it is")(language)
            }
            guard !(read.losses + told).isEmpty else { return site.redirect(.draft(here.id), saying: .saved) }
            let page = page(here, .draft(here.id), read.losses + told, language)
            return site.answer(page, to: context.caller)
        } otherwise: { lines in
            page(here, nil, lines, language)
        }
    }

    private func page(
        _ here: DraftInHand, _ draft: SiteURL?, _ lines: [String], _ language: Language
    ) -> QuestionnaireFilePage {
        QuestionnaireFilePage(
            here.heading(QuestionnaireFilePage.name, nil, language), to: .draft(here.id, .file),
            back: .draft(here.id), draft: draft, lines: lines, language)
    }

    // MARK: Files

    private func take(
        _ request: Request, _ context: PersonContext,
        then use: (QuestionnaireFileReading) async throws -> Response,
        otherwise page: ([String]) -> QuestionnaireFilePage
    ) async throws -> Response {
        do {
            let bytes = try await SmallFileReceiving(site: site, caller: context.caller).receive(
                request, upTo: Self.largestFile)
            return try await use(try QuestionnaireFileReading(bytes, context.language))
        } catch let error as BundleError {
            return site.refused(page(error.lines(context.language)), to: context.caller)
        } catch let refusal as FormRefusal {
            return site.refused(
                page(refusal.problems.all.map { $0.sentence.asWhole(context.language) }), to: context.caller)
        }
    }
}
