/// The start page of a programme leader who has no programme yet.
struct StartFirstProgrammePage: Page {
    static let template = "start-first-programme"
    let heading: PageHeading

    init(_ language: Language) {
        heading = PageHeading(title: Sentence(sv: "Start", en: "Start")(language), room: .start(language))
    }
}
