import Storage

/// Another address for an account. Whoever asks is signed in, and a letter to the new address shows that they read it.
extension AccountChange {
    /// Sends the letter; the password has been confirmed. Whoever asks is answered the same whether or not the address
    /// has an account: for one that has, the same is written and taken back.
    /// - Parameter url: the whole address of the page that the letter leads to.
    func askForAddress(
        _ typed: String, of signedIn: SignedIn, now: Int64, url: @escaping @Sendable (Secret) -> String
    ) async throws -> Outcome {
        guard let email = EmailAddress(typed) else { return .objection(.noEmail(typed)) }
        guard email.isMailable else { return .objection(.mailNeedsPlainAddress) }
        guard email.text != signedIn.email else { return .objection(.alreadyYours) }
        return try await database.write { db in
            let own = ThrottleStore.Bucket(
                "address of\n\(signedIn.accountID)", .link, isEmptiedBySuccess: true)
            if case .closed(let until) = try ThrottleStore(db: db).enter([own], now: now) {
                return .wait(until: until)
            }
            // Nobody's letterbox is filled, whoever asks; that it is full is not said.
            let others = ThrottleStore.Bucket("address to\n\(email.text)", .link, isEmptiedBySuccess: true)
            guard try ThrottleStore(db: db).enter([others], now: now) == .open else { return .done }
            let isFree = try AccountStore(db: db).find(email) == nil
            let secret = Secret()
            let key = "address \(secret.digest)"
            // An earlier link closes either way: that it stayed open would tell that the address is taken.
            let changes = AddressChangeStore(db: db)
            try changes.void(of: signedIn.account)
            if isFree { try changes.ask(for: email, of: signedIn.account, secret: secret, now: now) }
            try MessageStore(db: db).enqueue(
                key: key, to: email,
                .addressProof(link: url(secret), minutes: Int(AddressChangeStore.life / 60_000)),
                in: signedIn.language, now: now)
            if !isFree { try MessageStore(db: db).withdraw(key: key) }
            return .done
        }
    }

    /// The new address is the account's from now on: when the button is pressed, never when the page is fetched. The old
    /// one is told, and every session ends but the one that presses, if it is the account's.
    /// - Returns: whose it is; nil for a link that is over, or where somebody else has the address by now.
    func takeAddress(_ secret: Secret, by signedIn: SignedIn?, now: Int64) async throws -> Account? {
        try await database.write { db in
            let changes = AddressChangeStore(db: db)
            guard let asked = try changes.find(secret, now: now) else { return nil }
            let (account, email) = (asked.account, asked.email)
            try changes.void(of: account.id)
            let accounts = AccountStore(db: db)
            guard try accounts.find(email) == nil else { return nil }
            try PersonStore(db: db).moveAddress(
                of: accounts.people(of: account.id), from: account.email, to: email)
            let kept = signedIn?.account == account.id ? signedIn?.session : nil
            try accounts.changeAddress(email, of: account.id, keeping: kept)
            if let old = EmailAddress(account.email) {
                try MessageStore(db: db).enqueue(
                    key: "changed \(account.publicID) \(now) address", to: old,
                    .addressChanged(to: email.text, at: now, zone: zone), in: account.language, now: now)
            }
            if let person = try accounts.people(of: account.id).first {
                try AccountActivity(db: db).note("changed address", account.id, by: .person(person), at: now)
            }
            return account
        }
    }
}

extension Sentence {
    fileprivate static let mailNeedsPlainAddress = Sentence(
        sv: "till den adressen går inga brev; en adress har bara a–z",
        en: "no letters reach that address; an address has only a–z")
    fileprivate static let alreadyYours = Sentence(
        sv: "det är redan din adress", en: "that is your address already")
}
