import Storage

/// The start page of roles with little that waits: who supervises supervisors, researchers, and who is in no team now.
struct StartPlainPage: Page {
    static let template = "start-plain"
    let heading: PageHeading
    let title: String
    let lead: String
    let ways: [Way]
    let empty: Empty?
    /// What somebody wrote stays theirs.
    let hasWords: Bool
    let words: [Words]

    struct Way: Sendable {
        let link: Link
        let about: String
    }

    struct Empty: Sendable {
        let title: String
        let sentence: String
    }

    struct Words: Sendable {
        let team: String
        let when: String
        let text: String
    }

    static func read(_ db: Session, _ reach: Reach, _ setting: StartSetting) throws -> StartPlainPage {
        let own = reach.hat.role == .guest ? try TrustNews(db: db).words(of: reach.hat.person, most: 500) : []
        return StartPlainPage(own, reach, setting)
    }

    init(_ own: [TrustNews.OwnWords], _ reach: Reach, _ setting: StartSetting) {
        let language = setting.language
        let text = StartPlainWords(reach: reach)
        heading = PageHeading(
            title: Sentence(sv: "Start", en: "Start")(language), room: text.banner(language))
        title = text.title(language)
        lead = text.lead(language)
        ways = text.ways.map { Way(link: Link($0.words(language), $0.url), about: $0.about(language)) }
        empty = text.empty.map { Empty(title: $0.title(language), sentence: $0.sentence(language)) }
        words = own.map {
            Words(team: $0.team, when: language.weekdayAndDate(setting.day(of: $0.at)), text: $0.text)
        }
        hasWords = !words.isEmpty
    }
}
