/// What somebody typed, after the session had ended or the page had been open for too long: nothing is lost, and it can
/// be sent again as it is.
struct KeptFormPage: Page {
    static let template = "kept-form"
    let heading: PageHeading
    let title: String
    let path: String
    let isSignedOut: Bool
    let fields: [Field]

    struct Field: Sendable {
        let name: String
        let value: String
        /// Shown to be read, where it is more than a choice; secrets are neither shown nor kept.
        let isShown: Bool
    }

    init(_ form: Form, path: String, isSignedIn: Bool, _ language: Language) {
        title = Sentence(sv: "Det du skrev finns kvar", en: "What you wrote is still here")(language)
        heading = PageHeading(title: title)
        self.path = path
        isSignedOut = !isSignedIn
        fields = form.fields.filter { $0.name != FormToken.field && !Self.isSecret($0.name) }.map {
            Field(name: $0.name, value: $0.value, isShown: $0.value.count > 20 || $0.value.contains("\n"))
        }
    }

    private static func isSecret(_ name: String) -> Bool {
        name.contains("password") || name.contains("secret") || name.hasSuffix(OneTimeCode.field)
    }
}
