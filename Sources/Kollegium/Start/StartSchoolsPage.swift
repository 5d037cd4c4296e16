import Storage

/// The start page of who develops several schools: how the conditions are at each, by name and with no ranking.
struct StartSchoolsPage: Page {
    static let template = "start-schools"
    let heading: PageHeading
    let hasSchools: Bool
    let schools: [School]

    struct School: Sendable {
        let link: Link
        let teams: String
        let meetings: String
        let feedback: String
        let needs: String
    }

    static func read(_ db: Session, _ reach: Reach, _ setting: StartSetting) throws -> StartSchoolsPage {
        let start = try SchoolStart.read(db, reach, today: setting.today)
        return StartSchoolsPage(start, try SchoolStore(db: db).keys(reach.schools), reach, setting)
    }

    /// - Parameter keys: of the schools, by public id.
    init(_ start: SchoolStart, _ keys: [String: Int64], _ reach: Reach, _ setting: StartSetting) {
        let language = setting.language
        heading = PageHeading(
            title: Sentence(sv: "Start", en: "Start")(language),
            room: RoomBanner(
                .programme,
                Sentence(
                    sv:
                        "Läses av programmets ledning och dig, för dina skolor. Det ett lag skriver finns inte här.",
                    en:
                        "Read by those who lead the programme and you, for your schools. What a team writes is not here."
                )(
                    language), language))
        schools = reach.signposts.schools.map { sign in
            School(sign, start.teams(of: keys[sign.publicID] ?? 0), language)
        }
        hasSchools = !schools.isEmpty
    }
}

extension StartSchoolsPage.School {
    fileprivate init(_ sign: Signposts.Sign, _ teams: [SchoolStart.Entry], _ language: Language) {
        link = Link(sign.words(language), .school(sign.publicID))
        self.teams = language.grouped(teams.count)
        let nothing = "–"
        meetings =
            teams.time.map { time in
                Sentence(sv: "\(time.held) av \(time.planned)", en: "\(time.held) of \(time.planned)")(
                    language)
            } ?? nothing
        feedback = teams.feedback.map { language.date($0) } ?? nothing
        var needs: [String] = []
        for need in teams.flatMap({ $0.conditions?.words?.needs ?? [] }).map({ $0(language) })
        where !needs.contains(need) {
            needs.append(need)
        }
        self.needs = needs.isEmpty ? nothing : needs.joined(separator: " ")
    }
}
