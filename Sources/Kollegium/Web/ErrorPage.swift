/// What somebody sees when there is no page for them: what happened, whether anything was lost, what to do.
struct ErrorPage: Page {
    static let template = "error"
    let heading: PageHeading
    let title: String
    let sentences: [String]
    /// The id under which the log has what went wrong; nil where nothing did on our side.
    let reference: String?

    private init(_ title: Sentence, _ sentences: [Sentence], reference: String? = nil, _ language: Language) {
        heading = PageHeading(title: title(language))
        self.title = title(language)
        self.sentences = sentences.map { $0(language) }
        self.reference = reference
    }

    /// A sentence that they can act on.
    init(_ sentence: Sentence, _ language: Language) {
        self.init(Sentence(sv: "Det gick inte", en: "That did not work"), [sentence], language)
    }

    init(_ error: WebError, _ language: Language) {
        switch error {
        case .refused(let sentence): self.init(sentence, language)
        case .notFound:
            self.init(
                Sentence(sv: "Här finns ingen sida", en: "There is no page here"),
                [
                    Sentence(
                        sv: "Adressen finns inte, eller så är den inte öppen för dig i den roll du har nu.",
                        en: "The address does not exist, or is not open to you in the role that you have now."
                    )
                ], language)
        case .noRole:
            self.init(
                Sentence(sv: "Du har ingen roll här ännu", en: "You have no role here yet"),
                [
                    Sentence(
                        sv:
                            "Ditt konto finns, men är inte kopplat till något lag eller uppdrag. Be den som bjöd in dig.",
                        en:
                            "Your account exists, but belongs to no team and no task. Ask whoever invited you."
                    )
                ], language)
        case .signedOut:
            self.init(
                Sentence(sv: "Du är inte inloggad", en: "You are not signed in"),
                [Sentence(sv: "Logga in och försök igen.", en: "Sign in and try again.")], language)
        case .malformed:
            self.init(
                Sentence(sv: "Det gick inte att läsa", en: "That could not be read"),
                [
                    Sentence(
                        sv: "Det som skickades såg inte ut som något av våra formulär. Inget är ändrat.",
                        en: "What was sent did not look like any of our forms. Nothing was changed.")
                ], language)
        }
    }

    /// Our own mistake.
    init(reference: String, _ language: Language) {
        self.init(
            Sentence(sv: "Något gick fel hos oss", en: "Something went wrong on our side"),
            [
                Sentence(
                    sv:
                        "Inget är ändrat. Försök igen om en stund; det du skrev finns kvar om du går ett steg tillbaka.",
                    en:
                        "Nothing was changed. Try again in a while; what you wrote is still there if you go one step back."
                )
            ], reference: reference, language)
    }
}
