/// What waits for somebody, what has happened, what comes next.
struct StartPage: Page {
    static let template = "start"
    let heading: PageHeading
    let name: String

    init(_ reach: Reach, _ language: Language) {
        heading = PageHeading(
            title: Sentence(sv: "Start", en: "Start")(language),
            room: RoomBanner(
                .mine,
                Sentence(
                    sv: "Den här sidan är din. Ingen annan ser vad som väntar på dig.",
                    en: "This page is yours. Nobody else sees what waits for you.")(language), language))
        name = reach.name
    }
}
