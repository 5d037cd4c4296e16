import Storage

/// Who makes a request, as their session says.
struct SignedIn: Sendable, Equatable {
    let session: Int64
    /// What the session is called in a list of them.
    let sessionID: String
    let account: Int64
    let accountID: String
    let email: String
    let language: Language
    /// The hat they wear; nil where they have not chosen one. Whether they may still wear it, `ReachStore` says.
    let hat: Hat?
    let device: String
    let startedAt, seenAt, rotatedAt, endsAt: Int64
    /// The request came with the secret before the last one.
    let isByEarlierSecret: Bool

    static let columns = """
        s.id, s.public_id, a.id, a.public_id, a.email, a.language, s.hat_person_id, s.hat_role, s.device, s.started_at,
        s.seen_at, s.rotated_at, s.ends_at
        """

    /// - Parameter row: `columns`, then 1 where the current secret was shown and 0 where the one before.
    init(_ row: Row) throws {
        session = try row.key(0)
        sessionID = try row.text(1)
        account = try row.key(2)
        accountID = try row.text(3)
        email = try row.text(4)
        language = Language(rawValue: try row.text(5)) ?? .sv
        hat = row.keyIfAny(6).flatMap { person in
            row.textIfAny(7).flatMap(Role.init(rawValue:)).map { Hat(person: person, role: $0) }
        }
        device = try row.text(8)
        startedAt = try row.key(9)
        seenAt = try row.key(10)
        rotatedAt = try row.key(11)
        endsAt = try row.key(12)
        isByEarlierSecret = try row.integer(13) == 0
    }
}

extension SignedIn {
    /// As `SessionStore.find` asks it of the database.
    func lasts(at now: Int64, _ lengths: SessionLengths) -> Bool {
        endsAt > now && seenAt > now - lengths.idle
    }
}

/// A session in its owner's list.
struct OpenSession: Sendable, Equatable {
    let publicID: String
    let device: String
    let startedAt, seenAt: Int64
}
