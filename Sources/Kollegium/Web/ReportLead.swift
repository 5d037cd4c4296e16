import Storage

/// What a report in the application opens with: whose word it is, as of when, and what is made up.
struct ReportLead: Sendable {
    let source: String
    let asOf: String
    let madeUp: String?
    /// That the figures are published already, where they are: then more of small groups is shown.
    let published: String?
    let hasDownloads: Bool
    let downloads: [Link]

    /// - Parameter tellsPublished: Whether it says from how few on something is shown; some pages do themselves.
    static func read(
        _ db: Session, _ study: Study, source: Sentence, through: Day, downloads: [Link],
        tellsPublished: Bool = true, _ language: Language
    ) throws -> ReportLead {
        ReportLead(
            source: source(language),
            asOf: Sentence(
                sv: "Så som det var \(language.date(through)).",
                en: "As it stood on \(language.date(through)).")(
                    language),
            madeUp: try StudyProvenance.read(db, study).words(language),
            published: study.published && tellsPublished ? study.publishedInWords(language) : nil,
            hasDownloads: !downloads.isEmpty,
            downloads: downloads)
    }
}

extension Study {
    /// Why a reader sees figures that a study of one's own would keep back.
    func publishedInWords(_ language: Language) -> String {
        Sentence(
            sv:
                "Studiens siffror är redan publicerade. Därför visas enskilda frågor, och hur svaren ligger, från \(minimumGroup) svarande; i en studie som inte är publicerad visas de från \(minimumForSingleItems).",
            en:
                "The study’s figures are published already. So single questions, and how the answers lie, are shown from \(minimumGroup) respondents up; in a study that is not published they are shown from \(minimumForSingleItems) up."
        )(language)
    }
}

/// A report's page within the application: where it stands, and as of which day it speaks.
struct ReportPlace: Sendable {
    let through: Day
    let language: Language
    var trail: [Link] = []
    var room: RoomBanner?
    /// The ways to the same figures as files.
    var downloads: [Link] = []
    /// The team's other pages; nil where the page is of more than one team.
    var tabs: TeamTabs?

    func heading(_ title: Sentence) -> PageHeading {
        PageHeading(title: title(language), trail: trail, room: room)
    }
}

extension Frozen {
    static func words(_ language: Language) -> String {
        Sentence(
            sv:
                "Laget vilar: det har färre än tre medlemmar, och då visas inga siffror om det. När fler är med kommer de tillbaka.",
            en:
                "The team rests: it has fewer than three members, and then no figures are shown of it. When more have joined they come back."
        )(language)
    }
}
