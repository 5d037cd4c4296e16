import Storage

/// Asking somebody in.
struct Invitation {
    let db: Session

    /// Makes an invitation for the account, which an earlier one that was not used ends with, and sends it.
    /// - Parameters:
    ///   - person: who invites, which its page tells; nil where nobody here does.
    ///   - url: the whole address of an invitation's page.
    func send(
        to account: Account, by person: Int64? = nil, now: Int64, today: Day, url: (Secret) -> String
    ) throws {
        guard let email = EmailAddress(account.email) else {
            throw AccountRefusal.notAnAddress(account.email)
        }
        let secret = try SignInLinkStore(db: db).make(.invitation, for: account.id, by: person, now: now)
        try MessageStore(db: db).enqueue(
            key: "invitation \(secret.digest)", to: email,
            .invitation(
                try words(to: account, by: person, today), link: url(secret),
                days: Int(SignInLinkStore.Purpose.invitation.life / 86_400_000)),
            in: account.language, now: now)
    }

    private func words(to account: Account, by person: Int64?, _ today: Day) throws -> InvitationWords {
        let people = AddressedPeople(db: db)
        let own = try AccountStore(db: db).people(of: account.id)
        let engagements = try EngagementStore(db: db).of(own, on: today)
        return InvitationWords(
            recipient: try own.first.flatMap { try people.name(of: $0) },
            inviter: try person.flatMap { try people.name(of: $0) },
            places: engagements.map {
                Sentence(sv: $0.wordsInProgramme(.sv), en: $0.wordsInProgramme(.en))
            })
    }
}
