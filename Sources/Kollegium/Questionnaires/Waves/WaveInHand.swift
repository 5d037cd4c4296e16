import Storage

/// The wave of an address, for somebody who may do something with it.
struct WaveInHand: Sendable {
    let wave: Wave
    let programme: ProgrammeSummary
    let study: Study

    /// - Throws: `WebError` where there is none, or not for this person.
    init(_ db: Session, _ id: String, _ reach: Reach, _ action: Action) throws {
        guard let wave = try WaveStore(db: db).wave(id) else { throw WebError.notFound }
        try reach.require(action, Thing(.wave, wave.place))
        guard let programme = try ProgrammeStore(db: db).summary(of: wave.programme),
            let study = try StudyStore(db: db).study(ofProgramme: wave.programme)
        else { throw WebError.notFound }
        self.wave = wave
        self.programme = programme
        self.study = study
    }

    /// Of a page about the wave.
    /// - Parameter title: nil for its own page.
    func heading(_ title: Sentence?, _ language: Language, problems: FormProblems? = nil) -> PageHeading {
        let name = wave.name.heading(language)
        var heading = PageHeading.programme(
            title ?? Sentence(sv: name, en: name), programme, language, problems: problems)
        heading.trail.append(
            Link(
                Sentence(sv: "Omgångar", en: "Waves")(language), .programme(programme.publicID, .waves)))
        if title != nil { heading.trail.append(Link(name, .wave(wave.publicID))) }
        return heading
    }
}
