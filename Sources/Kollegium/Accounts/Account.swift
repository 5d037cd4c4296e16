import Storage

/// One human's sign-in. Who they are in an organisation, and what they may see there, is told by the people that
/// belong to it.
struct Account: Sendable, Equatable {
    let id: Int64
    let publicID: String
    let email: String
    let language: Language
    let hasPassword: Bool
    /// Milliseconds since 1970: when one-time codes were turned on; nil where they are not.
    let oneTimeSince: Int64?
    let madeAt: Int64
    /// When its owner first signed in; nil for one that is only invited.
    let joinedAt: Int64?
    let disabledAt: Int64?

    static let columns = """
        a.id, a.public_id, a.email, a.language, CASE WHEN a.password IS NULL THEN 0 ELSE 1 END, a.one_time_since,
        a.made_at, a.joined_at, a.disabled_at
        """

    init(_ row: Row) throws {
        id = try row.key(0)
        publicID = try row.text(1)
        email = try row.text(2)
        language = Language(rawValue: try row.text(3)) ?? .sv
        hasPassword = try row.integer(4) == 1
        oneTimeSince = row.keyIfAny(5)
        madeAt = try row.key(6)
        joinedAt = row.keyIfAny(7)
        disabledAt = row.keyIfAny(8)
    }
}
