import Storage

extension SignIn {
    /// Makes the account of somebody who has joined a team and shown that they read its letters, and signs them in.
    ///
    /// Whoever has signed in before has a way in of their own, perhaps with one-time codes: a letter about a team, which
    /// is good for days, is none. - Returns: nil for them.
    func byJoining(
        _ db: Session, _ proof: Joining.Proof, in language: Language, from visitor: Visitor, now: Int64
    ) throws -> Started? {
        let accounts = AccountStore(db: db)
        if let other = try accounts.account(of: proof.person),
            try accounts.find(other)?.email != proof.address.text
        {
            return nil
        }
        let account =
            try accounts.find(proof.address) ?? accounts.insert(proof.address, language: language, now: now)
        try accounts.link(proof.person, to: account.id)
        guard account.joinedAt == nil, account.disabledAt == nil, account.oneTimeSince == nil else {
            return nil
        }
        return try begin(db, account, visitor, now: now)
    }
}
