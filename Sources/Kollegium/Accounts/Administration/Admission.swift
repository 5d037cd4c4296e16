import Storage

/// Asking somebody in whom the administrator names. Fields: `email`, `name`, `language`, and those of a role.
struct AdmissionDraft: Sendable, Equatable {
    var email = ""
    var name = ""
    var language = ""
    var role = RoleDraft()

    init(_ form: Form = Form()) {
        email = form.trimmed("email")
        name = form["name"]
        language = form["language"]
        role = RoleDraft(form)
    }
}

struct Admission {
    let db: Session
    let reach: Reach

    /// Makes the account, where there is none, lets it be the person with that address, or a new one, gives the role, and
    /// sends an invitation to who has not signed in yet.
    /// - Returns: the account's public id, and whether a letter was sent.
    /// - Throws: `FormRefusal` with all that is wrong; `WebError.refused` for a role to oneself.
    func admit(_ draft: AdmissionDraft, by act: Act, url: (Secret) -> String) throws -> (
        id: String, isInvited: Bool
    ) {
        var form = FormReading()
        let email = form.email("email", draft.email)
        if draft.email.isEmpty { form.report("email", .admissionEmailMissing) }
        if let email, !email.isMailable {
            form.report("email", AccountRefusal.notMailable(email.text).sentence)
        }
        let name = form.text("name", draft.name, missing: .personNameMissing)
        if let name, PersonalNumber.isIn(name) { form.report("name", .personalNumber) }
        let places = AppointmentStore(db: db, reach: reach)
        let role = try draft.role.examined(places, &form)
        guard let email, let name, form.problems.isEmpty else { throw FormRefusal(form.problems) }

        let accounts = AccountStore(db: db)
        let language = Language(rawValue: draft.language) ?? .sv
        let account = try accounts.find(email) ?? accounts.insert(email, language: language, now: act.now)
        guard account.disabledAt == nil else { throw FormRefusal("email", .accountIsDisabled) }
        let person = try person(of: account, email, name)
        if let role { try give(role, to: person, by: act) }
        if account.joinedAt == nil {
            try Invitation(db: db).send(to: account, by: act.person, now: act.now, today: act.today, url: url)
        }
        try AccountActivity(db: db).note("invited", account.id, by: .person(act.person), at: act.now)
        return (account.publicID, account.joinedAt == nil)
    }

    /// - Throws: `WebError.refused` where it is to oneself.
    func give(_ role: RoleDraft.Values, to person: Int64, by act: Act) throws {
        try reach.require(
            .write, Thing(.assignment, Place(organisation: reach.organisation, owner: person)))
        try AssignmentStore(db: db).give(role.role, to: person, at: role.place, from: act.today)
    }

    /// Whom the account is in the organisation already, or has the address there, or somebody new.
    private func person(of account: Account, _ email: EmailAddress, _ name: String) throws -> Int64 {
        let scope = Scope.accounts(reach)
        let accounts = AccountStore(db: db)
        if let known = try accounts.account(account.publicID, scope) { return known.person }
        let people = AddressedPeople(db: db)
        var keys = try people.keys(of: email.text, in: reach.organisation)
        if keys.isEmpty { keys = [try people.insert(name, email, in: reach.organisation)] }
        var own: Int64?
        for key in keys where try accounts.link(key, to: account.id) { own = own ?? key }
        guard let own else { throw FormRefusal("email", .addressIsAnothers) }
        return own
    }
}

extension Sentence {
    fileprivate static let admissionEmailMissing = Sentence(
        sv: "e-postadressen saknas; dit skickas inbjudan",
        en: "the e-mail address is missing; the invitation is sent there")
    fileprivate static let accountIsDisabled = Sentence(
        sv: "det finns ett konto med den adressen som är avstängt; öppna det i listan först",
        en: "there is an account with that address which is disabled; enable it in the list first")
    fileprivate static let addressIsAnothers = Sentence(
        sv: "personen med den adressen har ett konto med en annan adress; sök i listan",
        en: "the person with that address has an account with another address; look in the list")
}
