import Storage

/// What an invitation opens: who asks one in, to what, and how one wants to sign in.
struct InvitationPage: Page {
    static let template = "invitation"
    let heading: PageHeading
    let mistakes: Mistakes?
    let path: String
    let email: String
    let inviter: String?
    let hasEngagements: Bool
    let engagements: [String]
    let password: TextField
    let isSwedish: Bool

    /// What is read of it; nil where it opens nothing any more.
    struct Contents: Sendable {
        let account: Account
        let inviter: String?
        let engagements: [Engagement]

        /// Looking uses nothing up.
        static func read(_ db: Session, _ secret: Secret, now: Int64, today: Day) throws -> Contents? {
            let links = SignInLinkStore(db: db)
            guard let account = try links.find(secret, for: .invitation, now: now) else { return nil }
            let people = AddressedPeople(db: db)
            let organisation = try ProgrammeStore(db: db).organisationIfAny()
            let own = try AccountStore(db: db).people(of: account.id)
            // Whoever opens the letter will be these people, too, so they may know what they are asked to.
            let addressed = try organisation.map { try people.keys(of: account.email, in: $0) } ?? []
            return Contents(
                account: account, inviter: try links.maker(of: secret).flatMap { try people.name(of: $0) },
                engagements: try EngagementStore(db: db).of(own.isEmpty ? addressed : own, on: today))
        }
    }

    /// - Parameter chosen: the language picked in the form that comes back; nil at first.
    init(
        _ secret: Secret, _ contents: Contents, chosen: Language? = nil, _ language: Language,
        _ problems: FormProblems? = nil
    ) {
        let room =
            contents.engagements.contains { $0.isTeam && Role.members.contains($0.role) }
            ? RoomBanner(
                .team,
                Sentence(
                    sv: "Det laget skriver läser ni i laget och er handledare. Rektor kommer inte hit.",
                    en:
                        "What the team writes is read by its members and your supervisor. The principal does not come here."
                )(language), language) : nil
        var heading = PageHeading.form(Sentence(sv: "Välkommen", en: "Welcome"), problems, language)
        heading.room = room
        self.heading = heading
        mistakes = Mistakes(problems, language)
        path = SiteURL.invitation(secret.text).path
        email = contents.account.email
        inviter = contents.inviter
        engagements = contents.engagements.map { $0.words(language) }
        hasEngagements = !engagements.isEmpty
        password = TextField(
            "password", Sentence(sv: "Välj ett lösenord", en: "Choose a password"), language, kind: .password,
            hint: Sentence(
                sv:
                    "Minst \(PasswordRules.fewest) tecken, gärna några ord efter varandra. Lämna tomt om du hellre loggar in med en länk varje gång.",
                en:
                    "At least \(PasswordRules.fewest) characters; a few words in a row will do. Leave it empty if you would rather sign in by a link each time."
            ), flaw: problems?["password"], autocomplete: "new-password", isRequired: false)
        isSwedish = (chosen ?? contents.account.language) == .sv
    }
}
