import Hummingbird
import Storage

/// The reports as pages of the site and as files: for a team, for those who lead, and for researchers. Each asks first
/// who may see it.
struct ReportRoutes {
    let site: Site

    func add(to pages: RouterGroup<PersonContext>) {
        for report in TeamReport.allCases {
            pages.get("/teams/:id/\(report.rawValue)") { try await team(report, $0, $1) }
            pages.get("/teams/:id/\(report.rawValue)/:format") { try await teamFile(report, $0, $1) }
        }
        pages.get("/teams/:id/outcome/goals/:format", use: teamGoals)
        for report in LeaderReport.allCases {
            pages.get("/programmes/:id/\(report.rawValue)") { try await programme(report, $0, $1) }
            pages.get("/schools/:id/\(report.rawValue)") { try await school(report, $0, $1) }
        }
        pages.get("/programmes/:id/statistics", use: statistics)
        for figures in StatisticsFigures.allCases {
            for format in ReportFile.allCases {
                pages.get("/programmes/:id/statistics/\(figures.rawValue).\(format.rawValue)") {
                    try await statisticsFile(figures, format, $0, $1)
                }
            }
        }
    }

    // MARK: A team's own

    enum TeamReport: String, CaseIterable, Sendable {
        case outcome, continuity, change

        fileprivate var kind: Thing.Kind {
            switch self {
            case .outcome: .teamOutcome
            case .continuity: .teamContinuity
            case .change: .teamChange
            }
        }

        fileprivate func file(_ format: ReportFile, of team: String) -> SiteURL {
            .teamFile(team, part, format)
        }

        fileprivate var part: SiteURL.TeamPart {
            switch self {
            case .outcome: .outcome
            case .continuity: .continuity
            case .change: .change
            }
        }
    }

    @Sendable func team(
        _ report: TeamReport, _ request: Request, _ context: PersonContext
    ) async throws -> Response {
        let (id, reach, today, language) = (
            try context.part("id"), context.reach, site.today, context.language
        )
        return try await site.database.read { db in
            let room = try TeamStore(db: db).room(id, today: today)
            let (study, team) = try study(ofTeam: room?.place, report.kind, reach, db)
            let name = room?.name ?? ""
            let place = ReportPlace(
                through: today, language: language, trail: [Link(name, .team(id))],
                room: .team(for: reach.hat.role, language),
                downloads: ReportFile.allCases.map {
                    Link($0.rawValue.uppercased(), report.file($0, of: id))
                },
                tabs: TeamTabs(id, name: name, at: report.part, language))
            return switch report {
            case .outcome:
                try site.answer(
                    TeamOutcomePage.read(
                        db, study, team: team,
                        goals: ReportFile.allCases.map {
                            Link($0.rawValue.uppercased(), .teamGoalsFile(id, $0))
                        }, at: place), to: context.caller)
            case .continuity:
                try site.answer(
                    TeamContinuityPage.read(db, study, team: team, at: place), to: context.caller)
            case .change:
                try site.answer(TeamChangePage.read(db, study, team: team, at: place), to: context.caller)
            }
        }
    }

    @Sendable func teamFile(
        _ report: TeamReport, _ request: Request, _ context: PersonContext
    ) async throws -> Response {
        guard let format = ReportFile(rawValue: try context.part("format")) else { throw WebError.notFound }
        let (id, reach, today) = (try context.part("id"), context.reach, site.today)
        let bytes = try await site.database.read { db -> [UInt8] in
            let place = try PlaceStore(db: db).team(id, today: today)
            let (study, team) = try study(ofTeam: place, report.kind, reach, db)
            let selection = Selection(teams: .one(team), through: today)
            let figures: any Report =
                switch report {
                case .outcome: try OutcomeReading.read(db, study, selection).report
                case .continuity: try ContinuityReport.read(db, study, selection)
                case .change: try ChangeReading.read(db, study, selection).forTeam
                }
            return try format == .json ? figures.json : figures.csv(for: .spreadsheet)
        }
        return format.response(bytes, name: report.rawValue)
    }

    /// How far the members' own goals were reached: a part of their outcome.
    @Sendable func teamGoals(_ request: Request, _ context: PersonContext) async throws -> Response {
        guard let format = ReportFile(rawValue: try context.part("format")) else { throw WebError.notFound }
        let (id, reach, today) = (try context.part("id"), context.reach, site.today)
        let bytes = try await site.database.read { db -> [UInt8] in
            let place = try PlaceStore(db: db).team(id, today: today)
            let (study, team) = try study(ofTeam: place, .teamOutcome, reach, db)
            let report = try GoalsReading.read(
                db, study, Selection(teams: .one(team), through: today)
            ).report
            return try format == .json ? report.json : report.csv(for: .spreadsheet)
        }
        return format.response(bytes, name: "goals")
    }

    private func study(
        ofTeam place: Place?, _ kind: Thing.Kind, _ reach: Reach, _ db: Session
    ) throws -> (Study, Int64) {
        guard let place else { throw WebError.notFound }
        try reach.require(.read, Thing(kind, place))
        guard let team = place.team, let programme = place.programmes.first,
            let study = try StudyStore(db: db).study(ofProgramme: programme)
        else { throw WebError.notFound }
        return (study, team)
    }

    // MARK: For those who lead

    enum LeaderReport: String, CaseIterable, Sendable {
        case outcome, continuity

        fileprivate var kind: Thing.Kind { self == .outcome ? .programmeOutcome : .programmeContinuity }
    }

    @Sendable func programme(
        _ report: LeaderReport, _ request: Request, _ context: PersonContext
    ) async throws -> Response {
        let id = try context.part("id")
        return try await leaders(
            report, at: SiteURL.programme(id, report == .outcome ? .outcome : .continuity),
            from: .programme(id), request, context
        ) { db in try PlaceStore(db: db).programme(id) }
    }

    @Sendable func school(
        _ report: LeaderReport, _ request: Request, _ context: PersonContext
    ) async throws -> Response {
        let id = try context.part("id")
        return try await leaders(
            report, at: SiteURL.schoolPart(id, report.rawValue), from: .school(id), request, context
        ) {
            db in
            try PlaceStore(db: db).school(id)
        }
    }

    private func leaders(
        _ report: LeaderReport, at url: SiteURL, from back: SiteURL, _ request: Request,
        _ context: PersonContext,
        _ find: @escaping @Sendable (Session) throws -> Place?
    ) async throws -> Response {
        let (reach, today, language) = (context.reach, site.today, context.language)
        let filter = TeamFilter(request)
        return try await site.database.read { db in
            guard let thing = try find(db) else { throw WebError.notFound }
            try reach.require(.read, Thing(report.kind, thing))
            let programme = thing.programmes.first { reach.programmes.contains($0) }
            guard let programme, let study = try StudyStore(db: db).study(ofProgramme: programme) else {
                throw WebError.notFound
            }
            let back =
                try thing.school.map { try Link(SchoolStore(db: db).name(of: $0) ?? "", back) }
                ?? Link(study.title(language), back)
            let teams: Selection.Teams = thing.school.map { .school($0) } ?? .all
            let isSmall = try TeamStore(db: db).count(of: programme) <= Self.mostTeamsSummedAtOnce
            let place = ReportPlace(
                through: today, language: language, trail: [back], room: .schedule(language))
            return switch report {
            case .outcome:
                try site.answer(
                    ProgrammeOutcomePage.read(
                        db, study, school: thing.school, filter, url: url,
                        total: isSmall ? OutcomeTotal.read(db, study, teams, through: today) : nil, at: place),
                    to: context.caller)
            case .continuity:
                try site.answer(
                    ProgrammeContinuityPage.read(
                        db, study, school: thing.school, filter, url: url,
                        total: isSmall ? ContinuityTotal.read(db, study, teams, through: today) : nil,
                        at: place),
                    to: context.caller)
            }
        }
    }

    /// A total reads every team. Where there are more, the page does without; the file of the study has it.
    private static let mostTeamsSummedAtOnce = 200

    // MARK: For researchers

    @Sendable func statistics(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, reach, today, language) = (
            try context.part("id"), context.reach, site.today, context.language
        )
        let after = request.uri.queryParameters["after"].map(String.init)
        return try await site.database.read { db in
            guard let thing = try PlaceStore(db: db).programme(id) else { throw WebError.notFound }
            try reach.require(.read, Thing(.statistics, thing))
            guard let programme = thing.programmes.first,
                let study = try StudyStore(db: db).study(ofProgramme: programme)
            else { throw WebError.notFound }
            let place = ReportPlace(
                through: today, language: language,
                room: .statistics(language),
                downloads: StatisticsFigures.allCases.flatMap { figures in
                    ReportFile.allCases.map { format in
                        Link(
                            "\(figures.name(language)), \(format.rawValue.uppercased())",
                            .programmeFile(id, .statistics, figures.rawValue, format, after: after))
                    }
                })
            return try site.answer(
                StatisticsPage.read(
                    db, study, after: after, url: .programme(id, .statistics), at: place), to: context.caller)
        }
    }

    /// The figures of the page as a file: of the same teams, under the same rules.
    private func statisticsFile(
        _ figures: StatisticsFigures, _ format: ReportFile, _ request: Request, _ context: PersonContext
    ) async throws -> Response {
        let (id, reach, today) = (try context.part("id"), context.reach, site.today)
        let after = request.uri.queryParameters["after"].map(String.init)
        let bytes = try await site.database.read { db -> [UInt8] in
            guard let thing = try PlaceStore(db: db).programme(id) else { throw WebError.notFound }
            try reach.require(.read, Thing(.statistics, thing))
            guard let programme = thing.programmes.first,
                let study = try StudyStore(db: db).study(ofProgramme: programme)
            else { throw WebError.notFound }
            let teams = try TeamStore(db: db).page(of: programme, TeamFilter(after: after), school: nil)
            let selection = Selection(teams: teams.selection, through: today)
            let report = try figures.read(db, study, selection)
            return try format == .json ? report.json : report.csv(for: .spreadsheet)
        }
        return format.response(bytes, name: figures.rawValue)
    }
}

/// A file that somebody downloads.
enum ReportFile: String, CaseIterable, Sendable {
    case csv, json

    /// - Parameter name: Of our own choosing, never of a person's.
    func response(_ bytes: [UInt8], name: String) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: self == .csv ? "text/csv; charset=utf-8" : "application/json",
                .contentDisposition: "attachment; filename=\"\(name).\(rawValue)\"",
            ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}

extension TeamFilter {
    init(_ request: Request) {
        let query = request.uri.queryParameters
        self.init(
            school: query["school"].map(String.init).flatMap { $0.isEmpty ? nil : $0 },
            search: query["search"].map(String.init) ?? "", after: query["after"].map(String.init))
    }
}

extension RoomBanner {
    /// Of what researchers see of teams.
    static func statistics(_ language: Language) -> RoomBanner {
        RoomBanner(
            .research,
            Sentence(
                sv:
                    "Här syns pseudonymer och siffror. Lagens egna rum och deras tillitskartor finns inte här.",
                en:
                    "Pseudonyms and figures are shown here. The teams’ own rooms and their trust maps are not."
            )(language), language)
    }

    static func team(for role: Role, _ language: Language) -> RoomBanner {
        let words =
            role == .supervisor
            ? Sentence(
                sv: "Det som står här läser laget och du som handleder. Skolans ledning kommer inte hit.",
                en:
                    "What stands here is read by the team and by you as its supervisor. The school’s leaders have no way in."
            )
            : Sentence(
                sv: "Det som står här läser ni i laget och er handledare. Skolans ledning kommer inte hit.",
                en:
                    "What stands here is read by you in the team and your supervisor. The school’s leaders have no way in."
            )
        return RoomBanner(.team, for: role, words(language), language)
    }
}
