/// Who does something, and when: what every verb is told, so that none of them reads a clock.
struct Act: Sendable {
    /// The key of the person who does it.
    let person: Int64
    /// In milliseconds since 1970, UTC.
    let now: Int64
    /// The day where the work is done.
    let today: Day
}

extension ActivityLog {
    /// Notes what a person did.
    func note(
        _ act: Act, _ verb: String, _ thing: String, _ key: Int64, programme: Int64?, organisation: Int64
    ) throws {
        try note(
            .person(act.person), verb, thing, key, programme: programme, organisation: organisation,
            at: act.now)
    }
}
