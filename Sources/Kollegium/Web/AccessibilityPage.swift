/// How well everybody can use the site, what is tried and how, and whom to tell.
struct AccessibilityPage: Page {
    static let template = "accessibility"
    let heading: PageHeading

    init(_ language: Language) {
        heading = PageHeading(title: Sentence(sv: "Tillgänglighet", en: "Accessibility")(language))
    }
}
