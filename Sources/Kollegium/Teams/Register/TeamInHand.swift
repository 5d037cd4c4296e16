import Storage

/// The team of an address, for somebody who may do something there.
struct TeamInHand: Sendable {
    let place: Place
    let team: TeamStore.Entry
    let programme: ProgrammeSummary

    /// - Throws: `WebError` where there is none, or not for this person.
    init(_ db: Session, _ id: String, _ reach: Reach, _ action: Action, _ kind: Thing.Kind, today: Day) throws
    {
        guard let place = try PlaceStore(db: db).team(id, today: today) else { throw WebError.notFound }
        try reach.require(action, Thing(kind, place))
        guard let key = place.team, let team = try TeamStore(db: db).entry(of: key, today: today),
            let programme = try place.programmes.first.flatMap({ try ProgrammeStore(db: db).summary(of: $0) })
        else { throw WebError.notFound }
        self.place = place
        self.team = team
        self.programme = programme
    }

    /// Nobody lets themselves into a team's room, whoever else they may let in.
    func requireOthers(_ db: Session, _ person: String, _ reach: Reach) throws {
        let key = try PersonStore(db: db).key(person, in: reach.organisation)
        try reach.require(.write, Thing(.membership, place.owned(by: key)))
    }

    /// Of a page about the team as those who lead the programme have it.
    func heading(_ title: Sentence, _ language: Language, problems: FormProblems? = nil) -> PageHeading {
        var heading = PageHeading.programme(title, programme, language, problems: problems)
        heading.trail += [
            Link(Sentence(sv: "Arbetslag", en: "Teams")(language), .programme(programme.publicID, .teams)),
            Link(team.name, .team(team.publicID)),
        ]
        return heading
    }
}

extension TeamRole {
    /// As a form offers them.
    static func choices(_ language: Language) -> [(String, String)] {
        allCases.map { ($0.rawValue, $0.name(language)) }
    }
}
