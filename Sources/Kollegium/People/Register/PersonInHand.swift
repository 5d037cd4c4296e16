import Storage

/// The person of an address, for those who lead a programme that they are in, or any where they are in none.
struct PersonInHand: Sendable {
    let key: Int64
    let place: Place
    let draft: PersonDraft
    /// The programme of the reader's in whose study the person is; nil for who is in none of them.
    let programme: ProgrammeSummary?

    /// - Throws: `WebError` where there is nobody, or not for this person.
    init(_ db: Session, _ id: String, _ reach: Reach, _ action: Action, _ kind: Thing.Kind = .person) throws {
        guard let place = try PlaceStore(db: db).person(id) else { throw WebError.notFound }
        try reach.require(action, Thing(kind, place))
        guard let key = place.owner, let draft = try PersonStore(db: db).draft(of: key) else {
            throw WebError.notFound
        }
        self.key = key
        self.place = place
        self.draft = draft
        let programmes = try StudyStore(db: db).programmes(of: key).filter(reach.programmes.contains)
        programme = try programmes.first.flatMap { try ProgrammeStore(db: db).summary(of: $0) }
    }

    func heading(_ title: Sentence, _ language: Language, problems: FormProblems? = nil) -> PageHeading {
        var heading = PageHeading.form(title, problems, language)
        heading.room = .programme(language)
        guard let programme else { return heading }
        heading = .programme(title, programme, language, problems: problems)
        heading.trail.append(
            Link(Sentence(sv: "Människor", en: "People")(language), .programme(programme.publicID, .people)))
        return heading
    }
}
