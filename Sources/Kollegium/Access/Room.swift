/// Where a thing lives: everything that is written, filmed or counted is in exactly one room.
enum Room: String, Sendable, CaseIterable {
    /// Drafts, own answers, own sessions: the author's alone.
    case mine
    /// Two named people.
    case pair
    /// A named few of a team.
    case smallGroup = "small-group"
    /// The team's present members and its supervisor.
    case team
    /// A supervisor and those who supervise supervisors.
    case supervision
    /// What a team has released to its leaders, and what they answer.
    case airlock
    /// Everyone who works at the school.
    case school
    /// Schedule, counts and conditions, for those who lead the programme.
    case programme
    /// Pseudonyms of those who said yes.
    case research
    /// Who can sign in and who is appointed to what; no content.
    case accounts

    /// Who reads what is here, as the page's banner says it to somebody in a role: who supervises a team is no member of
    /// it, nor is who leads the programme.
    func readers(for role: Role?) -> Sentence {
        switch (self, role) {
        case (.team, .supervisor):
            Sentence(sv: "Laget och du som handleder", en: "The team, and you who supervise it")
        case (.team, .programmeLeader), (.team, .developmentLeader), (.team, .schoolLeader),
            (.team, .administrator):
            Sentence(sv: "Laget och dess handledare", en: "The team and its supervisor")
        default: readers
        }
    }

    /// The same to those whose room it is.
    var readers: Sentence {
        switch self {
        case .mine: Sentence(sv: "Bara du", en: "Only you")
        case .pair: Sentence(sv: "Bara ni två", en: "Only the two of you")
        case .smallGroup: Sentence(sv: "Bara ni i gruppen", en: "Only those in your group")
        case .team: Sentence(sv: "Ditt lag och er handledare", en: "Your team and its supervisor")
        case .supervision:
            Sentence(
                sv: "Handledaren och handledarens handledare",
                en: "The supervisor and those who supervise supervisors")
        case .airlock:
            Sentence(
                sv: "Laget, handledaren och skolans ledning",
                en: "The team, its supervisor and the school’s leaders")
        case .school: Sentence(sv: "Alla som arbetar på skolan", en: "Everyone who works at the school")
        case .programme: Sentence(sv: "Programmets ledning", en: "Those who lead the programme")
        case .research: Sentence(sv: "Studiens forskare", en: "The study’s researchers")
        case .accounts: Sentence(sv: "De som sköter konton", en: "Those who administer accounts")
        }
    }
}
