import Hummingbird
import Storage

/// Waves: those of a programme, one of them, and what is done with it.
struct WaveRoutes {
    let site: Site

    func add(to pages: RouterGroup<PersonContext>) {
        pages.get("/programmes/:id/waves", use: list)
        pages.get("/waves/:id", use: show)
        pages.get("/waves/:id/results", use: results)
        pages.get("/waves/:id/results/:format", use: resultsFile)
        pages.get("/waves/:id/days", use: days)
        pages.post("/waves/:id/days", use: move)
        pages.get("/waves/:id/opening", use: askBeforeOpening)
        pages.post("/waves/:id/opening", use: open)
        pages.get("/waves/:id/closing", use: askBeforeClosing)
        pages.post("/waves/:id/closing", use: close)
        pages.post("/waves/:id/removal", use: remove)
        pages.get("/schools/:id/waves", use: ofSchool)
    }

    @Sendable func list(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, reach, today, language) = (
            try context.part("id"), context.reach, site.today, context.language
        )
        let page = try await site.database.read { db in
            try WavesPage.read(db, id, reach, today: today, language)
        }
        return site.answer(page, to: context.caller)
    }

    @Sendable func show(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, reach, today, language) = (
            try context.part("id"), context.reach, site.today, context.language
        )
        let asked = Asked(request)
        let page = try await site.database.read { db in
            try WavePage.read(db, id, reach, asked, today: today, language)
        }
        return site.answer(page, to: context.caller)
    }

    @Sendable func results(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, reach, today, language) = (
            try context.part("id"), context.reach, site.today, context.language
        )
        let filter = TeamFilter(request)
        let page = try await site.database.read { db in
            try WaveResultsPage.read(db, id, reach, filter, today: today, language)
        }
        return site.answer(page, to: context.caller)
    }

    /// The figures of the page as a file: of the same teams, under the same rules.
    @Sendable func resultsFile(_ request: Request, _ context: PersonContext) async throws -> Response {
        guard let format = ReportFile(rawValue: try context.part("format")) else { throw WebError.notFound }
        let (id, reach, today) = (try context.part("id"), context.reach, site.today)
        let filter = TeamFilter(request)
        let bytes = try await site.database.read { db -> [UInt8] in
            let here = try ClosedWave(db, id, reach, today: today)
            let teams = try TeamStore(db: db).page(
                of: here.wave.programme, filter.read(by: here.reader), school: nil)
            let report = WaveResultsReport(
                study: here.study, figures: try here.figures(db, teams, today: today))
            return try format == .json ? report.json : report.csv(for: .spreadsheet)
        }
        return format.response(bytes, name: "results")
    }

    @Sendable func ofSchool(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, reach, today, language) = (
            try context.part("id"), context.reach, site.today, context.language
        )
        let page = try await site.database.read { db in
            try SchoolWavesPage.read(db, id, reach, today: today, language)
        }
        return site.answer(page, to: context.caller)
    }

    // MARK: Its days

    @Sendable func days(_ request: Request, _ context: PersonContext) async throws -> Response {
        site.answer(try await daysForm(nil, nil, context), to: context.caller)
    }

    @Sendable func move(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, reach, act) = (try context.part("id"), context.reach, site.act(of: context.reach))
        let (days, letters) = (WaveDays(context.form), WaveClock(site: site).letters)
        return try await site.attempt {
            try await site.database.write { db in
                let here = try WaveInHand(db, id, reach, .write)
                try WaveStore(db: db).move(here.wave, to: days, by: act)
                try letters.tellMoved(db, from: here.wave)
            }
            return site.redirect(.wave(id), saying: .saved)
        } otherwise: { problems in
            site.refused(try await daysForm(days, problems, context), to: context.caller)
        }
    }

    /// The form as it was typed, or as the wave is.
    private func daysForm(
        _ typed: WaveDays?, _ problems: FormProblems?, _ context: PersonContext
    ) async throws -> EntryPage {
        let (id, reach, language) = (try context.part("id"), context.reach, context.language)
        return try await site.database.read { db in
            let here = try WaveInHand(db, id, reach, .write)
            return .waveDays(
                typed ?? WaveDays(here.wave), here, isOpen: here.wave.openedAt != nil, problems: problems,
                language)
        }
    }

    // MARK: Opening, closing, taking away

    @Sendable func askBeforeOpening(_ request: Request, _ context: PersonContext) async throws -> Response {
        site.answer(try await opening(nil, context), to: context.caller)
    }

    private func opening(_ problems: FormProblems?, _ context: PersonContext) async throws -> WaveStepPage {
        let (id, reach, language) = (try context.part("id"), context.reach, context.language)
        let (now, today, quiet) = (site.now, site.today, QuietTime(zone: site.settings.zone))
        return try await site.database.read { db in
            try .opening(
                db, try WaveInHand(db, id, reach, .write), problems, now: now, today: today, outside: quiet,
                language)
        }
    }

    @Sendable func open(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, reach, act) = (try context.part("id"), context.reach, site.act(of: context.reach))
        return try await site.attempt {
            try await site.database.write { db in
                let here = try WaveInHand(db, id, reach, .write)
                try WaveStore(db: db).open(
                    here.wave, by: .person(act.person), now: act.now, today: act.today)
            }
            return site.redirect(.wave(id), saying: .waveOpened)
        } otherwise: { problems in
            site.refused(try await opening(problems, context), to: context.caller)
        }
    }

    @Sendable func askBeforeClosing(_ request: Request, _ context: PersonContext) async throws -> Response {
        site.answer(try await closing(nil, context), to: context.caller)
    }

    private func closing(_ problems: FormProblems?, _ context: PersonContext) async throws -> WaveStepPage {
        let (id, reach, language) = (try context.part("id"), context.reach, context.language)
        return try await site.database.read { db in
            .closing(try WaveInHand(db, id, reach, .write), problems, language)
        }
    }

    @Sendable func close(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, reach, act) = (try context.part("id"), context.reach, site.act(of: context.reach))
        return try await site.attempt {
            try await site.database.write { db in
                let here = try WaveInHand(db, id, reach, .write)
                try WaveStore(db: db).close(
                    here.wave, by: .person(act.person), now: act.now, today: act.today)
            }
            return site.redirect(.wave(id), saying: .waveClosed)
        } otherwise: { problems in
            site.refused(try await closing(problems, context), to: context.caller)
        }
    }

    @Sendable func remove(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, reach, act) = (try context.part("id"), context.reach, site.act(of: context.reach))
        let programme = try await site.database.write { db in
            let here = try WaveInHand(db, id, reach, .write)
            do {
                try WaveStore(db: db).unplan(here.wave, by: act)
            } catch let refusal as FormRefusal {
                throw refusal.problems[""].map { WebError.refused($0) } ?? refusal
            }
            return here.programme.publicID
        }
        return site.redirect(.programme(programme, .waves), saying: .saved)
    }
}
