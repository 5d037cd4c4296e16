import Storage

/// A school in a programme: its profile, and its teams by name.
struct SchoolPage: Page {
    static let template = "school"
    let heading: PageHeading
    let name: String
    let profile: [Line]
    let teams: [Team]
    let hasNoTeams: Bool
    let pager: Pager?
    let editPath: String?
    let hasReports: Bool
    /// What the person may see of the school's teams together.
    let reports: [Link]

    struct Line: Sendable {
        let name: String
        let value: String
    }

    struct Team: Sendable {
        let path: String
        let name: String
        let words: String
    }

    static func read(
        _ db: Session, _ id: String, _ reach: Reach, _ asked: Asked, today: Day, _ language: Language
    ) throws -> SchoolPage {
        let here = try SchoolInHand(db, id, reach, .read)
        let teams = try TeamStore(db: db).entries(
            of: here.programme.key, within: .teamEntries(reach), school: here.school.key, today: today,
            page: asked.page)
        let endings = try EventStore(db: db).endings(ofTeams: Set(teams.rows.map(\.key)), by: today)
        var heading = PageHeading.programme(
            Sentence(sv: here.school.name, en: here.school.name), here.programme, language,
            isForSchools: true)
        heading.trail.append(
            Link(
                Sentence(sv: "Skolor", en: "Schools")(language), .programme(here.programme.publicID, .schools)
            ))
        let mayWrite = here.programme.isOpen && reach.may(.write, Thing(.school, here.place))
        let kinds: [(Thing.Kind, String, Sentence)] = [
            (
                .programmeOutcome, "outcome",
                Sentence(sv: "Utfall enligt lärarna", en: "Outcome according to the teachers")
            ),
            (
                .programmeContinuity, "continuity",
                Sentence(sv: "Kontinuitet i lagen", en: "Continuity in the teams")
            ),
            (.waveStatus, "waves", Sentence(sv: "Enkäter just nu", en: "Questionnaires at present")),
            (.purposeMirror, "purpose", Sentence(sv: "Syftet med arbetet", en: "The purpose of the work")),
        ]
        let reports = kinds.filter { reach.may(.read, Thing($0.0, here.place)) }.map {
            Link($0.2(language), .schoolPart(id, $0.1))
        }
        return SchoolPage(
            heading: heading, name: here.school.name, profile: lines(here.school.profile, language),
            teams: teams.rows.map { team in
                Team(
                    path: SiteURL.team(team.publicID).path, name: team.name,
                    words: [
                        Sentence(
                            sv: team.members == 1 ? "1 medlem" : "\(team.members) medlemmar",
                            en: team.members == 1 ? "1 member" : "\(team.members) members")(language),
                        endings[team.key].map { TeamEnding.words($0)(language) },
                        team.grades.map { Sentence(sv: "årskurs \($0)", en: "years \($0)")(language) },
                    ].compactMap { $0 }.joined(separator: ", "))
            },
            hasNoTeams: teams.rows.isEmpty, pager: Pager(teams, of: .school(id), [], language),
            editPath: mayWrite ? SiteURL.schoolPart(id, "edit").path : nil, hasReports: !reports.isEmpty,
            reports: reports)
    }

    private static func lines(_ profile: SchoolProfile, _ language: Language) -> [Line] {
        let lines: [(Sentence, String)] = [
            (Sentence(sv: "Kommun", en: "Municipality"), profile.municipality ?? "–"),
            (Sentence(sv: "Kommuntyp", en: "Type of municipality"), profile.municipalityType ?? "–"),
            (Sentence(sv: "Elever", en: "Pupils"), profile.pupils.map(language.grouped) ?? "–"),
            (
                Sentence(sv: "Elever med utländsk bakgrund", en: "Pupils with foreign background"),
                language.share(profile.foreignBackground)
            ),
            (
                Sentence(
                    sv: "Föräldrar med eftergymnasial utbildning", en: "Parents with post-secondary education"
                ),
                language.share(profile.parentsPostSecondary)
            ),
            (
                Sentence(sv: "Nådde målen i alla ämnen i åk 9", en: "Passed all subjects in year 9"),
                language.share(profile.grade9PassedAll)
            ),
            (Sentence(sv: "Meritvärde", en: "Merit value"), language.number(profile.meritValue)),
        ]
        return lines.map { Line(name: $0(language), value: $1) }
    }
}

/// The school of an address in the programme that it is looked at in, for somebody who may do something there.
struct SchoolInHand: Sendable {
    let place: Place
    let programme: ProgrammeSummary
    let school: SchoolStore.School

    /// - Throws: `WebError` where there is none, or not for this person.
    init(_ db: Session, _ id: String, _ reach: Reach, _ action: Action) throws {
        guard let place = try PlaceStore(db: db).school(id) else { throw WebError.notFound }
        try reach.require(action, Thing(.school, place))
        guard let key = place.school, let programme = place.programmes.intersection(reach.programmes).min(),
            let summary = try ProgrammeStore(db: db).summary(of: programme),
            let school = try SchoolStore(db: db).school(key, in: programme)
        else { throw WebError.notFound }
        self.place = place
        self.programme = summary
        self.school = school
    }
}
