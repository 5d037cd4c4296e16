/// A person's questionnaires: those that are open, and what they have answered.
struct SheetsPage: Page {
    static let template = "sheets"
    let heading: PageHeading
    let hasOpen: Bool
    let open: [StartTask]
    let hasPast: Bool
    let past: [Past]

    struct Past: Sendable {
        let link: Link
        let about: String
    }

    init(_ asking: [SheetStore.Asked], _ past: [SheetStore.Past], today: Day, _ language: Language) {
        heading = PageHeading(
            title: Sentence(sv: "Dina enkäter", en: "Your questionnaires")(language),
            trail: [Link(Sentence(sv: "Start", en: "Start")(language), .start)],
            room: RoomBanner(
                .mine,
                Sentence(
                    sv: "Vad du har svarat, och om du har svarat, ser bara du.",
                    en: "What you have answered, and whether you have, only you see.")(language), language))
        open = asking.map { StartTask($0, today: today, language) }
        hasOpen = !open.isEmpty
        let waves = Set(asking.map(\.wave.part))
        self.past = past.filter { !waves.contains($0.wave.part) }.map { past in
            Past(
                link: Link(past.wave.name.title(of: language), .sheet(past.wave.publicID)),
                about: past.submitted.map {
                    Sentence(
                        sv: "Inlämnad \(language.weekdayAndDate($0))",
                        en: "Handed in \(language.weekdayAndDate($0))")(
                            language)
                } ?? Sentence(sv: "Inte inlämnad", en: "Not handed in")(language))
        }
        hasPast = !self.past.isEmpty
    }
}

extension PartName {
    /// `Pedagogenkät: Efter ett läsår`
    func title(of language: Language) -> String {
        let (whole, part) = (questionnaireHeading(language), heading(language))
        return whole == part ? whole : "\(whole): \(part)"
    }
}

extension StartTask {
    /// A questionnaire that waits for its answers.
    init(_ asked: SheetStore.Asked, today: Day, _ language: Language) {
        let about: Sentence =
            switch asked.state {
            case .untouched:
                Sentence(
                    sv: "Ungefär \(asked.minutes) minuter. Bara du ser vad du svarar.",
                    en: "About \(asked.minutes) minutes. Only you see what you answer.")
            case .begun:
                Sentence(
                    sv: "Du har börjat. Det du har svarat är sparat.",
                    en: "You have begun. What you have answered is saved.")
            case .handedIn:
                Sentence(sv: "Inlämnad. Du kan fortfarande ändra.", en: "Handed in. You can still change it.")
            }
        let badge =
            asked.wave.lastDay.map { last in
                last == today
                    ? Sentence(sv: "stänger i kväll", en: "closes tonight")(language)
                    : Sentence(sv: "till \(language.date(last))", en: "until \(language.date(last))")(
                        language)
            } ?? Sentence(sv: "öppen", en: "open")(language)
        self.init(
            Link(asked.wave.name.title(of: language), .sheet(asked.wave.publicID)), about(language),
            badge: badge)
    }
}
