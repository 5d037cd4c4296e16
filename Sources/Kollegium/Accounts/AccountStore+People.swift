import Storage

extension AccountStore {
    /// Lets the account no longer be this person.
    func unlink(_ person: Int64) throws {
        try db.execute("DELETE FROM account_people WHERE person_id = ?", person)
    }

    /// All people that whoever is this person stands for, this one among them: the same hand may be several in the
    /// register, because each import makes people of its own.
    func people(with person: Int64) throws -> Set<Int64> {
        let others = try db.all(
            """
            SELECT k.person_id FROM account_people l JOIN account_people k ON k.account_id = l.account_id
            WHERE l.person_id = ?
            """, person
        ) { try $0.key(0) }
        return Set(others + [person])
    }

    /// Whether people can sign in, each by their key; who is missing was never asked in.
    func standings(of people: [Int64]) throws -> [Int64: AccountStanding] {
        let scope = Scope("l.person_id", in: Set(people))
        let rows = try db.all(
            """
            SELECT l.person_id, a.joined_at, a.disabled_at FROM account_people l JOIN accounts a ON a.id = l.account_id
            WHERE \(scope.sql)
            """, values: scope.values
        ) { (try $0.key(0), $0.keyIfAny(1) != nil, $0.keyIfAny(2) != nil) }
        return Dictionary(
            rows.map { key, hasJoined, isDisabled in
                (key, isDisabled ? .disabled : hasJoined ? .joined : .invited)
            }
        ) { one, _ in one }
    }
}

/// How far somebody has come in, as those who lead a programme are told it: no more of an account is theirs to know.
enum AccountStanding: Sendable {
    case none, invited, joined, disabled

    var words: Sentence {
        switch self {
        case .none: Sentence(sv: "inte inbjuden", en: "not invited")
        case .invited: Sentence(sv: "inbjuden", en: "invited")
        case .joined: Sentence(sv: "har konto", en: "has joined")
        case .disabled: Sentence(sv: "avstängt", en: "disabled")
        }
    }
}
