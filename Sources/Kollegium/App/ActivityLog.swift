import Storage

/// Who did what to what, and when. Nothing personal stands in it, so erasing a person leaves it true.
struct ActivityLog {
    let db: Session

    enum Actor: Sendable {
        case `operator`
        case clock
        case person(Int64)
    }

    /// - Parameter verb: what was done, in the past tense; `at` is in milliseconds since 1970, UTC.
    func note(
        _ actor: Actor, _ verb: String, _ thing: String, _ key: Int64, programme: Int64?, organisation: Int64,
        at milliseconds: Int64
    ) throws {
        let (kind, person): (String, Int64?) =
            switch actor {
            case .operator: ("operator", nil)
            case .clock: ("clock", nil)
            case .person(let person): ("person", person)
            }
        try db.execute(
            """
            INSERT INTO activity (organisation_id, programme_id, actor, person_id, verb, thing, thing_id, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            organisation, programme, kind, person, verb, thing, key, milliseconds)
    }
}
