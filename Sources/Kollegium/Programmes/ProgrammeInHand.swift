import Storage

/// The programme of an address, for somebody who may do something there.
struct ProgrammeInHand: Sendable {
    let key: Int64
    let place: Place
    let summary: ProgrammeSummary

    /// - Throws: `WebError` where there is none, or not for this person.
    init(_ db: Session, _ id: String, _ reach: Reach, _ action: Action, _ kind: Thing.Kind) throws {
        place = try PlaceStore(db: db).required(programme: id)
        try reach.require(action, Thing(kind, place))
        guard let key = place.programmes.first, let summary = try ProgrammeStore(db: db).summary(of: key)
        else {
            throw WebError.notFound
        }
        self.key = key
        self.summary = summary
    }

    /// - Throws: `WebError.refused` where it is an imported one that nobody has taken over: then it is only read.
    func requireOpen() throws {
        guard summary.isOpen else { throw WebError.refused(.readOnlyProgramme) }
    }
}

extension PlaceStore {
    /// - Throws: `WebError.notFound` for an id that there is not.
    func required(programme id: String) throws -> Place {
        guard let place = try programme(id) else { throw WebError.notFound }
        return place
    }
}
