import Storage

/// An imported programme is somebody else's record, and only read, until a person here takes it over to work on in it.
extension ProgrammeStore {
    /// Takes an imported programme over. From then on it is worked in, and no import takes its place any more. Whose
    /// programme it is already, stays so: asked twice is once.
    func takeOver(_ programme: Int64, by act: Act) throws {
        guard let standing = try standing(of: programme) else { throw FormRefusal("", .notHere) }
        guard !standing.isOpen else { return }
        try db.execute("UPDATE programmes SET taken_over_at = ? WHERE id = ?", act.now, programme)
        try ActivityLog(db: db).note(
            act, "took over", "programme", programme, programme: programme,
            organisation: standing.organisation)
    }

    /// The first question of every verb that changes something in a programme.
    /// - Returns: the organisation that runs it.
    /// - Throws: `FormRefusal` where it is an imported one that nobody has taken over.
    @discardableResult
    func requireOpen(_ programme: Int64) throws -> Int64 {
        guard let standing = try standing(of: programme) else { throw FormRefusal("", .notHere) }
        guard standing.isOpen else { throw FormRefusal("", .readOnlyProgramme) }
        return standing.organisation
    }

    /// Whether people work in the programme, and who runs it; nil where there is none.
    func standing(of programme: Int64) throws -> (organisation: Int64, isOpen: Bool)? {
        try db.one("SELECT organisation_id, origin, taken_over_at FROM programmes WHERE id = ?", programme) {
            row in
            (try row.key(0), try row.text(1) == "own" || row.keyIfAny(2) != nil)
        }
    }
}
