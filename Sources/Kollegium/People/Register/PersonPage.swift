import Storage

/// A person as the register has them: address, teams, what they are trusted with, and whether they can sign in.
struct PersonPage: Page {
    static let template = "person"
    let heading: PageHeading
    let name: String
    let email: String
    let school: String
    let account: String
    let isMissing: Bool
    let mistakes: Mistakes?
    /// Whether they can be asked in: not who has come in already or has no address.
    let mayInvite: Bool
    let invitePath: String
    let hasLetter: Bool
    let editPath: String?
    let teams: [Team]
    let hasNoTeams: Bool
    let assignments: [Assignment]
    let hasAssignments: Bool

    struct Team: Sendable {
        let path: String
        let name: String
        let school: String
        let role: String
        let from: String
        let lastDay: String
        let reason: String
    }

    struct Assignment: Sendable {
        let role: String
        let place: String
        let from: String
        let lastDay: String
    }

    static func read(
        _ db: Session, _ id: String, _ reach: Reach, _ problems: FormProblems?, _ language: Language
    ) throws -> PersonPage {
        let here = try PersonInHand(db, id, reach, .read)
        let standing = try AccountStore(db: db).standings(of: [here.key])[here.key] ?? .none
        // What somebody does in programmes that the reader does not lead is none of the reader's business.
        let teams = try TeamStore(db: db).places(of: here.key).filter {
            reach.programmes.contains($0.programme)
        }
        let assignments = try AssignmentStore(db: db).named(of: here.key, in: reach.programmes)
        let school =
            here.draft.school.isEmpty
            ? nil : try here.place.school.flatMap { try SchoolStore(db: db).name(of: $0) }
        let isWaiting = standing == .none || standing == .invited
        let mayInvite =
            isWaiting && !here.draft.email.isEmpty && reach.may(.write, Thing(.invitation, here.place))
        let mayWrite = reach.may(.write, Thing(.person, here.place)) && here.programme?.isOpen == true
        return PersonPage(
            heading: here.heading(
                Sentence(sv: here.draft.name, en: here.draft.name), language, problems: problems),
            name: here.draft.name, email: here.draft.email.isEmpty ? "–" : here.draft.email,
            school: school ?? "–",
            account: standing.words(language), isMissing: standing == .none,
            mistakes: Mistakes(problems, language),
            mayInvite: mayInvite, invitePath: SiteURL.personPart(id, "invitation").path,
            hasLetter: standing == .invited,
            editPath: mayWrite ? SiteURL.personPart(id, "edit").path : nil,
            teams: teams.map { Team($0, language) }, hasNoTeams: teams.isEmpty,
            assignments: assignments.map { Assignment($0, language) }, hasAssignments: !assignments.isEmpty)
    }
}

extension PersonPage.Team {
    fileprivate init(_ place: TeamStore.PlaceInTeam, _ language: Language) {
        path = SiteURL.team(place.teamID, .members).path
        name = place.team
        school = place.school
        role = place.role.name(language)
        from = language.date(place.from)
        lastDay = place.lastDay.map(language.date) ?? ""
        reason = place.reason.map { LeavingReason.words($0)(language) } ?? ""
    }
}

extension PersonPage.Assignment {
    fileprivate init(_ assignment: NamedAssignment, _ language: Language) {
        role = assignment.role.name(language)
        place = assignment.place?(language) ?? "–"
        from = language.date(assignment.from)
        lastDay = assignment.to.flatMap { Day(number: $0.number - 1) }.map(language.date) ?? ""
    }
}
