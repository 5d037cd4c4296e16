/// The door: an address and a password, or a link by mail.
struct SignInPage: Page {
    static let template = "sign-in"
    let heading: PageHeading
    let mistakes: Mistakes?
    let isFirst: Bool
    let email: TextField
    let password: TextField
    /// Where one was going.
    let then: String

    /// - Parameter typed: the address; a password is never shown again.
    init(_ typed: String = "", then path: String, _ language: Language, _ problems: FormProblems? = nil) {
        heading = .form(Sentence(sv: "Logga in", en: "Sign in"), problems, language)
        mistakes = Mistakes(problems, language)
        isFirst = mistakes == nil
        email = TextField(
            "email", Sentence(sv: "E-postadress", en: "E-mail address"), language, kind: .email, value: typed,
            hint: Sentence(sv: "Den som du fick inbjudan till.", en: "The one that your invitation came to."),
            flaw: problems?["email"], autocomplete: "username")
        password = TextField(
            "password", Sentence(sv: "Lösenord", en: "Password"), language, kind: .password,
            flaw: problems?["password"], autocomplete: "current-password", isRequired: false)
        then = path
    }
}
