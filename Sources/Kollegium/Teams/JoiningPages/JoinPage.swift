/// Joining a team by its code, typed or read from a screen.
struct JoinPage: Page {
    static let template = "join"
    let heading: PageHeading
    let mistakes: Mistakes?
    let code: TextField
    let name: TextField
    let email: TextField

    init(_ joining: Joining, _ language: Language, _ problems: FormProblems? = nil) {
        var heading = PageHeading.form(
            Sentence(sv: "Gå med i ditt lag", en: "Join your team"), problems, language)
        heading.room = .forNewcomers(language)
        self.heading = heading
        mistakes = Mistakes(problems, language)
        code = TextField(
            "code", Sentence(sv: "Lagkod", en: "Team code"), language, value: joining.code,
            hint: Sentence(
                sv: "Åtta bokstäver. Stora eller små spelar ingen roll.",
                en: "Eight letters. Capitals or not does not matter."), flaw: problems?["code"])
        name = TextField(
            "name", Sentence(sv: "Ditt namn", en: "Your name"), language, value: joining.name,
            hint: Sentence(sv: "Så som dina kollegor säger det.", en: "As your colleagues say it."),
            flaw: problems?["name"], autocomplete: "name")
        email = TextField(
            "email", Sentence(sv: "Din e-postadress i arbetet", en: "Your e-mail address at work"), language,
            kind: .email, value: joining.email,
            hint: Sentence(
                sv: "Dit skickar vi en länk, så att ingen annan kan gå med i ditt namn.",
                en: "We send a link there, so that nobody else can join in your name."),
            flaw: problems?["email"], autocomplete: "email")
    }
}

/// What everybody is told who has joined by a code, whether or not the address was known.
struct JoinSentPage: Page {
    static let template = "join-sent"
    let heading: PageHeading
    let team: String
    let school: String

    init(_ outcome: Joining.Outcome, _ language: Language) {
        heading = PageHeading(title: Sentence(sv: "Titta i din e-post", en: "Look in your mail")(language))
        team = outcome.team
        school = outcome.school
    }
}

/// What the letter's link opens: a button.
struct JoiningPage: Page {
    static let template = "joining"
    let heading: PageHeading
    let path: String

    init(_ secret: Secret, _ language: Language) {
        heading = PageHeading(
            title: Sentence(sv: "Gå med i ditt lag", en: "Join your team")(language),
            room: .forNewcomers(language)
        )
        path = SiteURL.joining(secret.text).path
    }
}

extension RoomBanner {
    fileprivate static func forNewcomers(_ language: Language) -> RoomBanner {
        RoomBanner(
            .team,
            Sentence(
                sv: "Det laget skriver läser ni i laget och er handledare. Rektor kommer inte hit.",
                en:
                    "What the team writes is read by its members and your supervisor. The principal does not come here."
            )(language), language)
    }
}
