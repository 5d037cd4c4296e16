import Storage

/// The teams of a programme as the schedule has them, page by page.
struct TeamsPage: Page {
    static let template = "teams"
    let heading: PageHeading
    let tabs: ProgrammeTabs
    let search: String
    let school: ChoiceField?
    let teams: [Row]
    let isEmpty: Bool
    let pager: Pager?
    let mayWrite: Bool
    let newPath: String
    let pastePath: String

    struct Row: Sendable {
        let path: String
        let name: String
        let school: String
        let members: String
        /// Where members are entered; nil for who may not.
        let membersPath: String?
        let supervisors: String
        /// When the team ended; nil while it goes on.
        let ended: String?
    }

    static func read(
        _ db: Session, _ id: String, _ reach: Reach, _ asked: Asked, today: Day, _ language: Language
    ) throws -> TeamsPage {
        let here = try ProgrammeInHand(db, id, reach, .read, .programme)
        let asksForSchool = asked["school"]
        let school =
            asksForSchool.isEmpty ? nil : try SchoolStore(db: db).key(asksForSchool, in: here.key) ?? -1
        let list = try TeamStore(db: db).entries(
            of: here.key, within: .teamEntries(reach), school: school, search: asked.search, today: today,
            page: asked.page)
        let endings = try EventStore(db: db).endings(ofTeams: Set(list.rows.map(\.key)), by: today)
        let schools = try SchoolStore(db: db).choices(of: here.key, within: .schools(reach))
        let leads = reach.may(.read, Thing(.membership, here.place))
        return TeamsPage(
            heading: .programme(
                Sentence(sv: "Arbetslag", en: "Teams"), here.summary, language, isForSchools: true),
            tabs: ProgrammeTabs(id, here.place, reach, at: .teams, language), search: asked.search,
            school: schools.count < 2
                ? nil
                : ChoiceField(
                    "school", Sentence(sv: "Skola", en: "School"), language,
                    options: [("", Sentence(sv: "Alla skolor", en: "All schools")(language))]
                        + schools.options,
                    chosen: asksForSchool),
            teams: list.rows.map { Row($0, ended: endings[$0.key], leads: leads, language) },
            isEmpty: list.rows.isEmpty,
            pager: Pager(
                list, of: .programme(id, .teams), [("q", asked.search), ("school", asksForSchool)], language),
            mayWrite: here.summary.isOpen && leads, newPath: SiteURL.programme(id, .newTeam).path,
            pastePath: SiteURL.programme(id, .paste).path)
    }
}

extension TeamsPage.Row {
    fileprivate init(_ team: TeamStore.Entry, ended: Day?, leads: Bool, _ language: Language) {
        self.ended = ended.map { TeamEnding.words($0)(language) }
        path = SiteURL.team(team.publicID).path
        name = team.name
        school = team.school
        members = language.grouped(team.members)
        membersPath = leads ? SiteURL.team(team.publicID, .members).path : nil
        supervisors = team.supervisors.isEmpty ? "–" : team.supervisors.joined(separator: ", ")
    }
}
