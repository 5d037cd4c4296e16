import Storage

/// Asking in everybody of a programme who was not: first who they are, then one press.
struct InvitationsPage: Page {
    static let template = "invitations"
    let heading: PageHeading
    let path: String
    /// What the list was made from: whoever is not in it gets no letter.
    let basis: String
    let mistakes: Mistakes?
    let people: [Row]
    let isEmpty: Bool
    /// Said where there are more than are invited at one press.
    let isFirst: String?
    let act: String
    let back: String

    struct Row: Sendable {
        let name: String
        let email: String
        let places: String
    }

    static func read(
        _ db: Session, _ id: String, _ reach: Reach, _ problems: FormProblems?, today: Day,
        _ language: Language
    ) throws -> InvitationsPage {
        let here = try ProgrammeInHand(db, id, reach, .write, .invitation)
        let waiting = try Uninvited.read(db, here.key, today: today)
        let places = try TeamStore(db: db).places(of: waiting.people.map(\.key), in: here.key, from: today)
        var heading = PageHeading.programme(
            Sentence(sv: "Bjud in", en: "Invite"), here.summary, language, problems: problems)
        heading.trail.append(Link(Sentence(sv: "Människor", en: "People")(language), .programme(id, .people)))
        let most = language.grouped(AccountStore.mostInvitedAtOnce)
        return InvitationsPage(
            heading: heading, path: SiteURL.programme(id, .invitations).path, basis: waiting.basis,
            mistakes: Mistakes(problems, language),
            people: waiting.people.map { person in
                Row(
                    name: person.name, email: person.email,
                    places: (places[person.key] ?? []).map { $0.words(language) }.joined(separator: "; "))
            },
            isEmpty: waiting.people.isEmpty,
            isFirst: waiting.hasMore
                ? Sentence(
                    sv: "Det är de första \(most). Kom tillbaka hit för resten.",
                    en: "These are the first \(most). Come back here for the rest.")(language) : nil,
            act: act(waiting.people.count, language), back: SiteURL.programme(id, .people).path)
    }

    /// What the button says.
    static func act(_ people: Int, _ language: Language) -> String {
        let most = AccountStore.mostInvitedAtOnce
        let count = people > most ? "\(language.grouped(most))+" : language.grouped(people)
        return Sentence(
            sv: "Bjud in alla som inte är inbjudna (\(count))",
            en: "Invite all who are not invited (\(count))")(language)
    }
}

/// Who of a programme has an address and was never asked in.
struct Uninvited: Sendable {
    let people: [AddressedPeople.Person]
    let hasMore: Bool

    static func read(_ db: Session, _ programme: Int64, today: Day) throws -> Uninvited {
        let keys = try AccountStore(db: db).uninvited(in: programme, today: today)
        let first = keys.prefix(AccountStore.mostInvitedAtOnce)
        return Uninvited(
            people: try AddressedPeople(db: db).people(Set(first)), hasMore: keys.count > first.count)
    }

    var basis: String { FormBasis.of(people.flatMap { ["\($0.key)", $0.email] }) }
}
