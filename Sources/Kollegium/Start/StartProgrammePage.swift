import Storage

/// The start page of who leads a programme: how large it is, what needs attention, what comes. Schedule and counts,
/// never what was said in a team.
struct StartProgrammePage: Page {
    static let template = "start-programme"
    let heading: PageHeading
    let title: String
    let search: String
    let schools: String
    let teams: String
    let held: Held?
    let invited: String
    let bands: Bands?
    let isCalm: Bool
    let attention: [Attention]
    let hasComing: Bool
    let coming: [StartMoment]
    let links: [Link]
    let hasOthers: Bool
    let others: [Link]

    struct Held: Sendable {
        let share: String
        let counts: String
    }

    struct Bands: Sendable {
        let term: String
        let rows: [Band]
    }

    struct Band: Sendable {
        let words: String
        let teams: String
    }

    struct Attention: Sendable {
        let words: String
        let about: String
        let badge: String
        let teams: [Team]
        let rest: String?
    }

    struct Team: Sendable {
        let link: Link
        let school: String
    }

    static func read(_ db: Session, _ reach: Reach, _ setting: StartSetting) throws -> StartProgrammePage {
        let chosen = try present(db, reach, on: setting.today)
        guard let chosen, let start = try ProgrammeStart.read(db, chosen, today: setting.today) else {
            throw WebError.notFound
        }
        return StartProgrammePage(start, reach, setting)
    }

    /// Of several programmes the one that runs, the latest begun; its leader finds the others by name.
    private static func present(_ db: Session, _ reach: Reach, on today: Day) throws -> Int64? {
        guard reach.programmes.count > 1 else { return reach.programmes.first }
        let own = try ProgrammeStore(db: db).summaries(of: reach.organisation)
            .filter { reach.programmes.contains($0.key) }
        return (own.first { $0.days.contains(today) } ?? own.first)?.key ?? reach.programmes.min()
    }

    init(_ start: ProgrammeStart, _ reach: Reach, _ setting: StartSetting) {
        let language = setting.language
        let programme = start.programme
        let words = StartProgrammeWords(start: start, setting: setting)
        heading = PageHeading(
            title: Sentence(sv: "Start", en: "Start")(language),
            room: RoomBanner(
                .programme,
                Sentence(
                    sv:
                        "Läses av programmets ledning. Här finns schema, antal och villkor, aldrig vad som sagts i ett lag.",
                    en:
                        "Read by those who lead the programme. Here are schedule, counts and conditions, never what was said in a team."
                )(
                    language), language))
        title = programme.title.words(language)
        search = SiteURL.programme(programme.publicID, .teams).path
        schools = language.grouped(programme.schools)
        teams = language.grouped(programme.teams)
        held = words.held
        invited = words.invited
        bands = words.bands
        attention = words.attention
        isCalm = attention.isEmpty
        coming = words.coming
        hasComing = !coming.isEmpty
        links = words.links
        others = reach.signposts.programmes.filter { $0.publicID != programme.publicID }
            .map { Link($0.words(language), .programme($0.publicID)) }
        hasOthers = !others.isEmpty
    }
}

extension Title {
    /// In the language, or in the one that there is.
    func words(_ language: Language) -> String {
        (language == .sv ? sv ?? en : en ?? sv) ?? ""
    }
}
