import Storage

/// Who is to lead a programme that an administrator begins. Fields: `leaderName`, `leaderEmail`.
struct ProgrammeLeaderDraft: Sendable, Equatable {
    var name = ""
    var email = ""

    struct Values: Sendable, Equatable {
        let name: String
        let email: EmailAddress
    }

    init() {}

    init(_ form: Form) {
        name = form["leaderName"]
        email = form["leaderEmail"]
    }

    func examined() -> Examined<Values> {
        var form = FormReading()
        let name = form.text("leaderName", name, missing: .personNameMissing)
        if let name, PersonalNumber.isIn(name) { form.report("leaderName", .personalNumber) }
        let email = form.email("leaderEmail", email)
        if TypedText(self.email).isEmpty { form.report("leaderEmail", .leaderEmailMissing) }
        return Examined(form) {
            guard let name, let email else { return nil }
            return Values(name: name, email: email)
        }
    }
}

/// A programme begun by somebody, with who leads it from the first moment: else nobody could open it.
struct ProgrammeBeginning {
    let db: Session
    let act: Act
    let reach: Reach

    /// Whoever leads programmes leads the one that they begin.
    func begin(_ draft: ProgrammeDraft) throws -> ProgrammeStore.Founded {
        let founded = try ProgrammeStore(db: db).found(draft, by: act)
        try AssignmentStore(db: db).give(
            .programmeLeader, to: act.person, at: .programme(founded.programme), from: act.today)
        return founded
    }

    /// An administrator appoints another, who is invited by letter where they have not come in yet.
    /// - Returns: the programme, and whether a letter was sent.
    /// - Parameter url: the whole address of an invitation's page.
    /// - Throws: `FormRefusal` with all that is wrong with both.
    func begin(
        _ draft: ProgrammeDraft, ledBy leader: ProgrammeLeaderDraft, language: Language,
        url: (Secret) -> String
    ) throws -> (founded: ProgrammeStore.Founded, isInvited: Bool) {
        var problems = draft.examined().problems
        for problem in leader.examined().problems.all { problems.report(problem.field, problem.sentence) }
        guard problems.isEmpty else { throw FormRefusal(problems) }
        let values = try leader.examined().sound()
        let known = try AddressedPeople(db: db).keys(of: values.email.text, in: reach.organisation)
        let person =
            try known.first
            ?? AddressedPeople(db: db).insert(values.name, values.email, in: reach.organisation)
        let place = Place(organisation: reach.organisation, owner: person)
        let decision = Access.decide(.write, Thing(.assignment, place), by: .person(reach))
        guard decision.isAllowed else { throw FormRefusal("leaderEmail", decision.because.sentence) }
        let founded = try ProgrammeStore(db: db).found(draft, by: act)
        try AssignmentStore(db: db).give(
            .programmeLeader, to: person, at: .programme(founded.programme), from: act.today)
        let isInvited = try PersonInvitation(db: db).send(
            to: person, language: language, by: act, organisation: reach.organisation, url: url)
        return (founded, isInvited)
    }
}

extension Sentence {
    fileprivate static let leaderEmailMissing = Sentence(
        sv: "e-postadressen saknas; till den går inbjudan",
        en: "the e-mail address is missing; the invitation goes to it")
}
