import Storage

/// Asks a person of the register in, by a letter to the address that stands there.
struct PersonInvitation {
    let db: Session

    /// Where the person's address has an account that somebody has come in by, that account is the person's from now on
    /// and no letter is needed: whoever has it reads the address's letters.
    /// - Parameter url: the whole address of an invitation's page.
    /// - Returns: whether a letter was sent.
    /// - Throws: `FormRefusal` where there is no address to write to, or nothing to ask for.
    @discardableResult
    func send(
        to person: Int64, language: Language, by act: Act, organisation: Int64, url: (Secret) -> String
    ) throws -> Bool {
        let accounts = AccountStore(db: db)
        let draft = try PersonStore(db: db).draft(of: person)
        guard let email = (draft?.email).flatMap({ EmailAddress($0) }) else {
            throw FormRefusal("", .noAddressToInvite)
        }
        if let account = try accounts.account(of: person).flatMap({ try accounts.find($0) }),
            account.email != email.text
        {
            guard account.joinedAt == nil else { return false }
            // Asked in at an address that was mended since: the letter to the old one must open nothing.
            try accounts.unlink(person)
            if try accounts.people(of: account.id).isEmpty {
                try SignInLinkStore(db: db).void(of: account.id)
            }
        }
        guard email.isMailable else { throw FormRefusal("", .addressTakesNoLetters) }
        let account = try accounts.find(email) ?? accounts.insert(email, language: language, now: act.now)
        guard account.disabledAt == nil else { throw FormRefusal("", .accountIsDisabled) }
        // Else whoever writes their own address at another's name would come in as them.
        let own = try accounts.account(of: act.person)
        guard account.id != own || person == act.person else { throw FormRefusal("", .addressIsYours) }
        try accounts.link(person, to: account.id)
        if account.joinedAt == nil {
            try Invitation(db: db).send(
                to: account, by: act.person, now: act.now, today: act.today, url: url)
        }
        try ActivityLog(db: db).note(
            act, "invited", "person", person, programme: nil, organisation: organisation)
        return account.joinedAt == nil
    }
}

extension Sentence {
    fileprivate static let noAddressToInvite = Sentence(
        sv: "personen har ingen e-postadress; skriv in den först",
        en: "the person has no e-mail address; enter it first")
    fileprivate static let addressTakesNoLetters = Sentence(
        sv: "till den adressen går inga brev; rätta den först",
        en: "no letters reach that address; mend it first")
    fileprivate static let addressIsYours = Sentence(
        sv: "det är din egen adress; skriv personens egen först",
        en: "it is your own address; enter the person’s own first")
    fileprivate static let accountIsDisabled = Sentence(
        sv: "kontot är avstängt; be en administratör att öppna det",
        en: "the account is disabled; ask an administrator to enable it")
}
