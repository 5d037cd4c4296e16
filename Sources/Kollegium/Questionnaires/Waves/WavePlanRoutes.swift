import Hummingbird
import Storage

/// Planning a programme's waves, and how its questionnaires are put to people.
struct WavePlanRoutes {
    let site: Site

    func add(to pages: RouterGroup<PersonContext>) {
        pages.get("/programmes/:id/waves/new", use: new)
        pages.post("/programmes/:id/waves/new", use: plan)
        pages.get("/programmes/:id/waves/settings", use: settings)
        pages.post("/programmes/:id/waves/settings", use: save)
    }

    @Sendable func new(_ request: Request, _ context: PersonContext) async throws -> Response {
        site.answer(
            try await form(Asked(request)["part"], WaveDays(), nil, context), to: context.caller)
    }

    @Sendable func plan(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, reach, act) = (try context.part("id"), context.reach, site.act(of: context.reach))
        let (part, days) = (context.form["part"], WaveDays(context.form))
        return try await site.attempt {
            let wave = try await site.database.write { db in
                let here = try ProgrammeInHand(db, id, reach, .write, .wave)
                return try WaveStore(db: db).plan(part, days, in: here.key, by: act)
            }
            return site.redirect(.wave(wave), saying: .saved)
        } otherwise: { problems in
            site.refused(try await form(part, days, problems, context), to: context.caller)
        }
    }

    private func form(
        _ part: String, _ days: WaveDays, _ problems: FormProblems?, _ context: PersonContext
    ) async throws -> EntryPage {
        let (id, reach, language) = (try context.part("id"), context.reach, context.language)
        return try await site.database.read { db in
            let here = try ProgrammeInHand(db, id, reach, .write, .wave)
            let parts = try WaveStore(db: db).withoutWave(of: here.key).filter { !$0.isAnswered }
            return .newWave(part, days, parts, in: here.summary, problems: problems, language)
        }
    }

    // MARK: Settings

    @Sendable func settings(_ request: Request, _ context: PersonContext) async throws -> Response {
        site.answer(try await settingsForm(nil, nil, context), to: context.caller)
    }

    @Sendable func save(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, reach, act) = (try context.part("id"), context.reach, site.act(of: context.reach))
        let draft = WaveFormDraft(context.form)
        return try await site.attempt {
            try await site.database.write { db in
                let here = try ProgrammeInHand(db, id, reach, .write, .wave)
                guard let study = try StudyStore(db: db).study(ofProgramme: here.key) else {
                    throw WebError.notFound
                }
                try WaveStore(db: db).setForm(draft, of: study, by: act)
            }
            return site.redirect(.programme(id, .waves), saying: .saved)
        } otherwise: { problems in
            site.refused(try await settingsForm(draft, problems, context), to: context.caller)
        }
    }

    private func settingsForm(
        _ typed: WaveFormDraft?, _ problems: FormProblems?, _ context: PersonContext
    ) async throws -> EntryPage {
        let (id, reach, language) = (try context.part("id"), context.reach, context.language)
        return try await site.database.read { db in
            let here = try ProgrammeInHand(db, id, reach, .write, .wave)
            guard let study = try StudyStore(db: db).study(ofProgramme: here.key) else {
                throw WebError.notFound
            }
            let draft = try typed ?? WaveFormDraft(WaveStore(db: db).form(ofStudy: study.key))
            return .waveSettings(draft, in: here.summary, problems: problems, language)
        }
    }
}
