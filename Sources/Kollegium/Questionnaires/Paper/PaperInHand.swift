import Storage

/// A wave whose questions somebody prints, or types in from paper. Leavers answer by their link and on no paper.
struct PaperInHand: Sendable {
    let wave: Wave
    let part: AskedPart
    let study: Study
    /// Of the programme: its public id and its name.
    let programme: String
    let title: Title
    /// Whether they may type in, and see the wave's own page.
    let mayTypeIn: Bool
    let mayManage: Bool

    /// - Parameter kind: what of it is written or read.
    /// - Throws: `WebError.notFound` where there is none, or not for this person.
    init(
        _ db: Session, _ id: String, _ reach: Reach, _ action: Action, _ kind: Thing.Kind, forms: SheetForms
    ) throws {
        guard let wave = try WaveStore(db: db).wave(id), wave.asks == .members else {
            throw WebError.notFound
        }
        try reach.require(action, Thing(kind, wave.place))
        guard let programme = try ProgrammeStore(db: db).summary(of: wave.programme),
            let study = try StudyStore(db: db).study(ofProgramme: wave.programme)
        else { throw WebError.notFound }
        (self.wave, self.study, self.programme, title) = (wave, study, programme.publicID, study.title)
        part = try forms.part(wave) { try QuestionnaireStore(db: db).asked(wave.part) }
        mayTypeIn = reach.may(.write, Thing(.paperSheet, wave.place))
        mayManage = reach.may(.read, Thing(.wave, wave.place))
    }

    func heading(_ title: Sentence, problems: FormProblems? = nil, _ language: Language) -> PageHeading {
        var heading = PageHeading.form(title, problems, language)
        heading.trail =
            mayManage
            ? [Link(wave.name.heading(language), .wave(wave.publicID))]
            : [
                Link(self.title(language), .programme(programme, .statistics)),
                Link(
                    Sentence(sv: "Forskningsfiler", en: "Research files")(language),
                    .programme(programme, .research)),
            ]
        return heading
    }
}
