import Storage

/// The conditions for the work in each team, for those who lead a school, develop several or lead the programme: in
/// words, by school and name. Nothing collegial, no levels, nobody first or last.
struct ConditionsPage: Page {
    static let template = "conditions"
    let heading: PageHeading
    /// Of which term the conditions are.
    let term: String?
    let isEmpty: Bool
    let schools: [School]
    let pager: Pager?

    struct School: Sendable {
        let name: String
        var teams: [Team]
    }

    struct Team: Sendable {
        let name: String
        let path: String
        let conditions: [String]
        let hasNeeds: Bool
        let needs: [String]
    }

    /// - Throws: `WebError` for who does not lead in the programme.
    static func read(
        _ db: Session, _ programme: String, page: Int, for reach: Reach, today: Day, _ language: Language
    ) throws -> ConditionsPage {
        guard let place = try PlaceStore(db: db).programme(programme), let key = place.programmes.first else {
            throw WebError.notFound
        }
        try reach.require(.read, Thing(.programme, place))
        guard let summary = try ProgrammeStore(db: db).summary(of: key) else { throw WebError.notFound }
        let teams = try TeamStore(db: db).placed(
            in: key, within: .teamEntries(reach), today: today, page: page)
        let told = teams.rows.filter { reach.may(.read, Thing(.conditions, $0.place)) }
        let conditions = try TeamConditions.read(
            db, Set(told.compactMap(\.place.team)), of: key, today: today)
        return ConditionsPage(
            summary, teams, conditions.compactMapValues(\.words), for: reach, today: today, language)
    }

    private init(
        _ programme: ProgrammeSummary, _ teams: ListPage<TeamStore.Placed>,
        _ conditions: [Int64: ProcessConditions],
        for reach: Reach, today: Day, _ language: Language
    ) {
        heading = PageHeading(
            title: Sentence(sv: "Villkoren för arbetet", en: "The conditions for the work")(language),
            trail: [
                Link(
                    programme.title(language), .programme(programme.publicID))
            ], room: Self.banner(reach, language))
        var schools: [School] = []
        var last: String?
        for team in teams.rows {
            if team.schoolID != last { schools.append(School(name: team.school, teams: [])) }
            last = team.schoolID
            let isTold = reach.may(.read, Thing(.conditions, team.place))
            schools[schools.count - 1].teams.append(
                Team(team, isTold ? team.place.team.flatMap { conditions[$0] } : nil, language))
        }
        self.schools = schools
        isEmpty = schools.isEmpty
        // Whoever is in a team today is so in the term of today.
        term = programme.terms.last { $0.from <= today }.map { Self.words($0, today, language) }
        pager = Pager(teams, of: .programme(programme.publicID, .conditions), [], language)
    }

    private static func words(_ term: StudyDocument.Period, _ today: Day, _ language: Language) -> String {
        let name = language.shortTerm(term.code).capitalFirst
        return today <= term.to
            ? Sentence(sv: "\(name), så långt.", en: "\(name), so far.")(language) : name + "."
    }

    private static func banner(_ reach: Reach, _ language: Language) -> RoomBanner {
        let words =
            reach.hat.role == .programmeLeader
            ? Sentence(
                sv:
                    "Läses av programmets ledning, och av skolornas ledare för sina skolor. Lagens samtal och tillitskartor finns inte här.",
                en:
                    "Read by those who lead the programme, and by the leaders of schools for their own. The teams’ talk and trust maps are not here."
            )
            : Sentence(
                sv:
                    "Läses av programmets ledning och av dig, för dina skolor. Lagens samtal och tillitskartor finns inte här.",
                en:
                    "Read by those who lead the programme and by you, for your schools. The teams’ talk and trust maps are not here."
            )
        return RoomBanner(.programme, words(language), language)
    }
}

extension ConditionsPage.Team {
    /// - Parameter told: nil for a team of which nothing is told.
    fileprivate init(_ team: TeamStore.Placed, _ told: ProcessConditions?, _ language: Language) {
        name = team.name
        path = SiteURL.team(team.publicID).path
        guard let told, !team.place.isFrozen else {
            conditions = [(team.place.isFrozen ? Self.small : Self.early)(language)]
            needs = []
            hasNeeds = false
            return
        }
        conditions = told.conditions.map { $0 == TrustWords.frozen ? Self.small(language) : $0(language) }
        needs = told.needs.map { $0(language) }
        hasNeeds = !needs.isEmpty
    }

    private static let small = Sentence(
        sv: "Laget har färre än tre medlemmar, så här står inga uppgifter.",
        en: "The team has fewer than three members, so nothing is told here.")
    private static let early = Sentence(
        sv: "Lagets första termin har inte börjat.", en: "The team’s first term has not begun.")
}
