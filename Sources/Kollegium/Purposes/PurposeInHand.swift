import Storage

/// The school of an address with the purpose of the work there, for somebody who may read it.
struct PurposeInHand: Sendable {
    /// The school in the programme that it is looked at in.
    let place: Place
    let programme: ProgrammeSummary
    let school: SchoolStore.School
    /// The school's public id.
    var schoolID: String { school.publicID }
    /// The reader's own team there, where they came from one.
    let team: Team?

    struct Team: Sendable {
        let publicID: String
        let name: String
    }

    /// - Throws: `WebError` where there is none, or not for this person.
    init(_ db: Session, _ id: String, _ reach: Reach) throws {
        guard var place = try PlaceStore(db: db).school(id), let key = place.school else {
            throw WebError.notFound
        }
        let scope = Scope("t.id", in: reach.teams)
        let team = try db.all(
            """
            SELECT t.public_id, t.name, t.programme_id FROM teams t
            WHERE t.school_id = ? AND \(scope.sql) ORDER BY t.sort_key, t.id LIMIT 1
            """, values: [key.value] + scope.values
        ) { row in
            (team: Team(publicID: try row.text(0), name: try row.text(1)), programme: try row.key(2))
        }.first
        guard let programme = team?.programme ?? place.programmes.intersection(reach.programmes).min(),
            let summary = try ProgrammeStore(db: db).summary(of: programme),
            let school = try SchoolStore(db: db).school(key, in: programme)
        else { throw WebError.notFound }
        place.programmes = [programme]
        place.isImported = !summary.isOpen
        try reach.require(.read, Thing(.purposeMirror, place))
        self.place = place
        self.programme = summary
        self.school = school
        self.team = team?.team
    }
}
