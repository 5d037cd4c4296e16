/// What a link in a letter opens: a button, which uses the link. Mail filters open links too, and press no buttons.
struct SignInLinkPage: Page {
    static let template = "sign-in-link"
    let heading: PageHeading
    let path: String
    let email: String
    /// Where one was going.
    let then: String

    init(_ secret: Secret, of account: Account, then page: String, _ language: Language) {
        then = page
        heading = PageHeading(title: Sentence(sv: "Logga in", en: "Sign in")(language))
        path = SiteURL.signInLink(secret.text).path
        email = account.email
    }
}

/// A link from a letter that opens nothing: used, too old, or never there. Which of them, nobody is told.
struct ClosedLinkPage: Page {
    static let template = "closed-link"
    let heading: PageHeading
    let title: String
    let isInvitation: Bool
    let isJoining: Bool
    let isAddress: Bool

    enum Kind: Sendable {
        case signIn, invitation, joining, address
    }

    init(_ kind: Kind, _ language: Language) {
        title = Sentence(sv: "Länken fungerar inte längre", en: "The link does not work any more")(language)
        heading = PageHeading(title: title)
        isInvitation = kind == .invitation
        isJoining = kind == .joining
        isAddress = kind == .address
    }
}
