/// The main menu: the start page, and by name the places that the worn hat leads to.
enum Navigation {
    /// More names than these make a menu a list; the start page then has them all.
    private static let mostNames = 3

    /// - Parameter trail: what leads to the page, for one that has no place of its own in the menu.
    static func places(
        _ reach: Reach?, at path: String, under trail: [Link], _ language: Language
    ) -> [Frame.Place] {
        let links =
            [Link(Sentence(sv: "Start", en: "Start")(language), .start)]
            + (reach.map { own($0, language) } ?? [])
        let here =
            here(links, path)
            ?? trail.last { step in step.path != "/" && links.contains { $0.path == step.path } }
        return links.map { Frame.Place(words: $0.words, path: $0.path, isHere: $0.path == here?.path) }
    }

    /// The link whose page it is, or under which it lies: of several the nearest.
    private static func here(_ links: [Link], _ path: String) -> Link? {
        links.filter { link in
            path == link.path || link.path != "/" && path.hasPrefix(link.path + "/")
        }.max { $0.path.utf8.count < $1.path.utf8.count }
    }

    private static func own(_ reach: Reach, _ language: Language) -> [Link] {
        let signs = reach.signposts
        return switch reach.hat.role {
        case .teacher, .conversationLeader, .teamLeader:
            named(signs.teams, language) { .team($0) } + [sheets(language)]
        case .supervisor: named(signs.teams, language) { .team($0) }
        case .schoolLeader:
            named(signs.schools, language) { .school($0) } + programmes(signs, language) + [sheets(language)]
        case .developmentLeader:
            named(signs.schools, language) { .school($0) } + programmes(signs, language)
        case .programmeLeader: programmes(signs, language) + work(signs, language)
        case .researcher:
            named(signs.programmes, language) { .programme($0, .statistics) } + asked(signs, language)
        case .administrator:
            [
                Link(Sentence(sv: "Konton", en: "Accounts")(language), .accounts),
                Link(Sentence(sv: "Program", en: "Programmes")(language), .programmes),
            ]
        case .supervisorOfSupervisors, .guest: []
        }
    }

    private static func sheets(_ language: Language) -> Link {
        Link(Sentence(sv: "Enkäter", en: "Questionnaires")(language), .sheets)
    }

    private static func named(
        _ signs: [Signposts.Sign], _ language: Language, _ url: (String) -> SiteURL
    ) -> [Link] {
        guard signs.count <= mostNames else { return [] }
        return signs.map { Link($0.words(language), url($0.publicID)) }
    }

    /// What a researcher's study asks.
    private static func asked(_ signs: Signposts, _ language: Language) -> [Link] {
        guard signs.programmes.count == 1 else { return [] }
        return [
            Link(
                Sentence(sv: "Enkäter", en: "Questionnaires")(language),
                .programme(signs.programmes[0].publicID, .questionnaires))
        ]
    }

    /// The one programme, or the way to all of them.
    private static func programmes(_ signs: Signposts, _ language: Language) -> [Link] {
        if signs.programmes.count == 1 {
            return [
                Link(
                    Sentence(sv: "Programmet", en: "The programme")(language),
                    .programme(signs.programmes[0].publicID))
            ]
        }
        return [Link(Sentence(sv: "Program", en: "Programmes")(language), .programmes)]
    }

    /// What a programme leader works with. With several programmes each has its own lists, under its page.
    private static func work(_ signs: Signposts, _ language: Language) -> [Link] {
        let upload = Link(Sentence(sv: "Läs in", en: "Import")(language), .uploads)
        guard signs.programmes.count == 1 else { return [upload] }
        let programme = signs.programmes[0].publicID
        return [
            Link(Sentence(sv: "Lag", en: "Teams")(language), .programme(programme, .teams)),
            Link(Sentence(sv: "Skolor", en: "Schools")(language), .programme(programme, .schools)),
            Link(Sentence(sv: "Människor", en: "People")(language), .programme(programme, .people)), upload,
        ]
    }
}
