/// Reading a questionnaire in from a file, and what was wrong with it or could not be kept.
struct QuestionnaireFilePage: Page {
    static let template = "questionnaire-file"
    let heading: PageHeading
    let title: String
    let path: String
    let back: String
    let refused: Told?
    let told: Told?

    struct Told: Sendable {
        let heading: String
        let lines: [String]
        let path: String
    }

    /// - Parameters:
    ///   - draft: The draft that the file has become.
    ///   - lines: What is wrong, or what of a draft could not be kept.
    init(
        _ heading: PageHeading, to url: SiteURL, back: SiteURL, draft: SiteURL? = nil, lines: [String] = [],
        _ language: Language
    ) {
        self.heading = heading
        title = Self.title(language)
        path = url.path
        self.back = back.path
        let wrong = Sentence(sv: "Filen är inte inläst", en: "The file is not taken in")
        let lost = Sentence(
            sv: "Filen är inläst, utom det här", en: "The file is taken in, except for this")
        refused =
            draft == nil && !lines.isEmpty ? Told(heading: wrong(language), lines: lines, path: "") : nil
        told = draft.map { Told(heading: lost(language), lines: lines, path: $0.path) }
    }

    static func title(_ language: Language) -> String { name(language) }
    static let name = Sentence(sv: "Läs in en enkät", en: "Read in a questionnaire")
}
