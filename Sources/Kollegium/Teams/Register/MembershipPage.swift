import Storage

/// One time in a team: to end it, or to take another role.
struct MembershipPage: Page {
    static let template = "membership"
    let heading: PageHeading
    let name: String
    let team: String
    let words: String
    let mistakes: Mistakes?
    let ending: EntryGroup
    let endPath: String
    let change: EntryGroup
    let rolePath: String
    /// Where an ended one goes on; nil while it lasts.
    let reopenPath: String?
    let removal: EntryGroup
    let removePath: String
    let back: String

    /// What was typed into either form.
    struct Typed: Sendable {
        var ending = MembershipEnding()
        var role = ""
        var from = ""
        var mistake = ""
    }

    init(_ here: MembershipInHand, _ typed: Typed, _ problems: FormProblems?, _ language: Language) {
        let fields = EntryFields(language: language, problems: problems)
        name = here.member.name ?? "–"
        team = here.team.team.name
        let from = language.date(here.member.from)
        words = Sentence(
            sv: "\(here.member.role.name(.sv)) från och med \(from)",
            en: "\(here.member.role.name(.en)) from \(from)")(language)
        var heading = here.team.heading(Sentence(sv: name, en: name), language, problems: problems)
        heading.trail.append(
            Link(Sentence(sv: "Medlemmar", en: "Members")(language), .team(here.team.team.publicID, .members))
        )
        self.heading = heading
        mistakes = Mistakes(problems, language)
        ending = EntryGroup(fields: [
            fields.text(
                "lastDay", Sentence(sv: "Sista dag i laget", en: "Last day in the team"),
                typed.ending.lastDay, hint: .dayHint),
            fields.choice(
                "reason", Sentence(sv: "Skäl", en: "Reason"),
                [ChoiceField.nothingChosen]
                    + LeavingReason.allCases.map { ($0.rawValue, $0.words(language)) },
                typed.ending.reason,
                hint: Sentence(sv: "Ingen måste säga varför.", en: "Nobody has to say why.")),
            fields.text(
                "ownWords", Sentence(sv: "Med egna ord", en: "In own words"), typed.ending.ownWords,
                hint: Sentence(
                    sv: "Bara där skälet är ett annat. Läses av programmets ledning.",
                    en: "Only where the reason is another. Read by those who lead the programme.")),
        ])
        change = EntryGroup(fields: [
            fields.choice(
                "role", Sentence(sv: "Ny roll", en: "New role"), TeamRole.choices(language),
                typed.role.isEmpty ? here.member.role.rawValue : typed.role),
            fields.text("from", Sentence(sv: "Från och med", en: "From"), typed.from),
        ])
        let (id, member) = (here.team.team.publicID, here.member)
        let (person, role, first) = (member.personID, member.role.rawValue, member.from.description)
        endPath = SiteURL.teamMember(team: id, person: person, role: role, from: first).path
        rolePath = SiteURL.teamMemberRole(team: id, person: person, role: role, from: first).path
        reopenPath = member.to == nil ? nil : endPath + "/reopening"
        removePath = endPath + "/removal"
        removal = EntryGroup(fields: [
            fields.choice(
                "mistake", Sentence(sv: "Det som blev fel", en: "What went wrong"),
                [ChoiceField.nothingChosen]
                    + MembershipMistake.allCases.map { ($0.rawValue, $0.words(language)) }, typed.mistake)
        ])
        back = SiteURL.team(id, .members).path
    }
}

/// The membership of an address, for somebody who may change it.
struct MembershipInHand: Sendable {
    let team: TeamInHand
    let member: TeamStore.Member

    /// - Throws: `WebError` where there is none, or not for this person.
    init(
        _ db: Session, _ id: String, person: String, role: String, from: String, _ reach: Reach, today: Day
    ) throws {
        team = try TeamInHand(db, id, reach, .write, .membership, today: today)
        guard let role = TeamRole(rawValue: role), let from = Day(from),
            let key = try TeamStore(db: db).membership(of: person, in: team.team.key, role, from: from)
        else { throw WebError.notFound }
        let members = try TeamStore(db: db).members(of: team.team.key, today: today)
        let all = members.today + members.coming + members.former
        guard let member = all.first(where: { $0.membership == key && $0.name != nil }) else {
            throw WebError.notFound
        }
        self.member = member
    }
}
