import Hummingbird
import Storage

/// Programmes: which there are, one of them, beginning and changing one.
struct ProgrammeRoutes {
    let site: Site

    func add(to pages: RouterGroup<PersonContext>) {
        pages.get("/programmes", use: list)
        pages.get("/programmes/new", use: new)
        pages.post("/programmes/new", use: found)
        pages.get("/programmes/:id", use: show)
        pages.get("/programmes/:id/edit", use: edit)
        pages.post("/programmes/:id/edit", use: save)
        pages.get("/programmes/:id/takeover", use: askBeforeTakingOver)
        pages.post("/programmes/:id/takeover", use: takeOver)
    }

    @Sendable func list(_ request: Request, _ context: PersonContext) async throws -> Response {
        let reach = context.reach
        guard [.programmeLeader, .schoolLeader, .developmentLeader, .administrator].contains(reach.hat.role)
        else {
            throw WebError.notFound
        }
        let programmes = try await site.database.read { db in
            try ProgrammeStore(db: db).summaries(of: reach.organisation, within: .programmes(reach))
        }
        return site.answer(
            ProgrammesPage(programmes, reach, today: site.today, context.language), to: context.caller)
    }

    // MARK: Beginning one

    @Sendable func new(_ request: Request, _ context: PersonContext) async throws -> Response {
        try requireFounding(context.reach)
        let page = form(
            ProgrammeDraft(), appoints(context.reach) ? ProgrammeLeaderDraft() : nil, nil, context)
        return site.answer(page, to: context.caller)
    }

    @Sendable func found(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (reach, language) = (context.reach, context.language)
        try requireFounding(reach)
        let (draft, act) = (ProgrammeDraft(context.form), site.act(of: reach))
        let leader = appoints(reach) ? ProgrammeLeaderDraft(context.form) : nil
        let url = site.settings.publicURL
        return try await site.attempt {
            let begun = try await site.database.write { db in
                let beginning = ProgrammeBeginning(db: db, act: act, reach: reach)
                guard let leader else { return (founded: try beginning.begin(draft), isInvited: false) }
                return try beginning.begin(draft, ledBy: leader, language: language) {
                    url + SiteURL.invitation($0.text).path
                }
            }
            if leader != nil {
                return site.redirect(.programmes, saying: begun.isInvited ? .invited : .hasAccount)
            }
            return site.redirect(.programme(begun.founded.publicID), saying: .saved)
        } otherwise: { problems in
            site.refused(form(draft, leader, problems, context), to: context.caller)
        }
    }

    /// An administrator reads none of it and appoints another.
    private func appoints(_ reach: Reach) -> Bool { reach.hat.role == .administrator }

    private func requireFounding(_ reach: Reach) throws {
        try reach.require(.found, Thing(.programme, Place(organisation: reach.organisation)))
    }

    private func form(
        _ draft: ProgrammeDraft, _ leader: ProgrammeLeaderDraft?, _ problems: FormProblems?,
        _ context: PersonContext
    ) -> EntryPage {
        let language = context.language
        var heading = PageHeading.form(
            Sentence(sv: "Börja ett program", en: "Begin a programme"), problems, language)
        heading.trail = [Link(Sentence(sv: "Program", en: "Programmes")(language), .programmes)]
        heading.room = .programme(language)
        return .programme(
            draft, heading, to: .newProgramme, leader: leader, problems: problems, back: .programmes, language
        )
    }

    // MARK: One of them

    @Sendable func show(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, reach, language, today) = (
            try context.part("id"), context.reach, context.language, site.today
        )
        let page = try await site.database.read { db in
            let place = try PlaceStore(db: db).required(programme: id)
            try reach.require(.read, Thing(.programme, place))
            return try ProgrammePage.read(db, place, reach, today: today, language)
        }
        return site.answer(page, to: context.caller)
    }

    @Sendable func edit(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, reach, language) = (try context.part("id"), context.reach, context.language)
        let page = try await site.database.read { db in
            let here = try ProgrammeInHand(db, id, reach, .write, .programme)
            try here.requireOpen()
            guard let draft = try ProgrammeStore(db: db).draft(of: here.key) else { throw WebError.notFound }
            return Self.form(draft, here.summary, nil, language)
        }
        return site.answer(page, to: context.caller)
    }

    @Sendable func save(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, reach, language) = (try context.part("id"), context.reach, context.language)
        let draft = ProgrammeDraft(context.form, basis: context.form["basis"])
        let act = site.act(of: reach)
        return try await site.attempt {
            try await site.database.write { db in
                let here = try ProgrammeInHand(db, id, reach, .write, .programme)
                try ProgrammeStore(db: db).edit(here.key, draft, by: act)
            }
            return site.redirect(.programme(id), saying: .saved)
        } otherwise: { problems in
            let page = try await site.database.read { db in
                let here = try ProgrammeInHand(db, id, reach, .write, .programme)
                return Self.form(draft, here.summary, problems, language)
            }
            return site.refused(page, to: context.caller)
        }
    }

    @Sendable func askBeforeTakingOver(_ request: Request, _ context: PersonContext) async throws -> Response
    {
        let (id, reach) = (try context.part("id"), context.reach)
        let summary = try await site.database.read { db in
            try ProgrammeInHand(db, id, reach, .write, .programme).summary
        }
        guard !summary.isOpen else { return site.redirect(.programme(id)) }
        return site.answer(TakeoverPage(summary, context.language), to: context.caller)
    }

    @Sendable func takeOver(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, reach, act) = (try context.part("id"), context.reach, site.act(of: context.reach))
        try await site.database.write { db in
            let place = try PlaceStore(db: db).required(programme: id)
            try reach.require(.write, Thing(.programme, place))
            for key in place.programmes {
                try ProgrammeStore(db: db).takeOver(key, by: act)
                try WaveStore(db: db).adopt(key, by: act)
            }
        }
        return site.redirect(.programme(id), saying: .takenOver)
    }

    private static func form(
        _ draft: ProgrammeDraft, _ programme: ProgrammeSummary, _ problems: FormProblems?,
        _ language: Language
    ) -> EntryPage {
        let title = Sentence(sv: "Ändra programmet", en: "Change the programme")
        return .programme(
            draft, .programme(title, programme, language, problems: problems),
            to: .programme(programme.publicID, .edit), problems: problems,
            back: .programme(programme.publicID),
            language)
    }
}
