import Hummingbird
import Storage

/// What those who left have answered, as a page and as files.
struct ExitResultsRoutes {
    let site: Site

    func add(to pages: RouterGroup<PersonContext>) {
        pages.get("/programmes/:id/exits", use: show)
        pages.get("/programmes/:id/exits/:format", use: file)
    }

    @Sendable func show(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, reach, language) = (try context.part("id"), context.reach, context.language)
        let (today, zone) = (site.today, site.settings.zone)
        let page = try await site.database.read { db in
            try ExitResultsPage.read(db, id, reach, today: today, in: zone, language)
        }
        return site.answer(page, to: context.caller)
    }

    @Sendable func file(_ request: Request, _ context: PersonContext) async throws -> Response {
        guard let format = ReportFile(rawValue: try context.part("format")) else { throw WebError.notFound }
        let (id, reach) = (try context.part("id"), context.reach)
        let (today, zone) = (site.today, site.settings.zone)
        let bytes = try await site.database.read { db -> [UInt8] in
            let study = try ExitsInHand(db, id, reach).study
            let report = ExitResultsReport(
                study: study, figures: try ExitFigures.read(db, study, today: today, in: zone))
            return try format == .json ? report.json : report.csv(for: .spreadsheet)
        }
        return format.response(bytes, name: "exits")
    }
}
