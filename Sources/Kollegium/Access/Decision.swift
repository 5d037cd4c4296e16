/// Whether somebody may do something, and why.
struct Decision: Sendable, Equatable {
    let isAllowed: Bool
    let because: Reason

    static func allow(_ reason: Reason) -> Decision { Decision(isAllowed: true, because: reason) }
    static func refuse(_ reason: Reason) -> Decision { Decision(isAllowed: false, because: reason) }

    /// Whether a refusal is answered with its reason. All others are answered as if there were nothing.
    var isTold: Bool { !isAllowed && because.isTold }
}

extension Decision {
    enum Reason: String, Sendable, CaseIterable {
        // Why somebody may.
        case yourOwn, named, member, supervisor, guest, superviseSupervisors, leadsSchool, worksAtSchool
        case leadsProgramme, developsSchool, research, released, unplaced, administers, founds, keepsServer
        // Why not, with nothing said of what there is.
        case notSignedIn, notTheClock, notTheOperator, notThisRole, notYours, nothingToDo
        // Why not, for whoever would reach it otherwise.
        case setsPay, frozen, imported, publicRecord, ownAppointment, ownMembership
    }
}

extension Decision.Reason {
    /// Whether somebody may be told: only who reaches the room, or would but for this.
    var isTold: Bool {
        switch self {
        case .setsPay, .frozen, .imported, .publicRecord, .ownAppointment, .ownMembership: true
        case .notSignedIn, .notTheClock, .notTheOperator, .notThisRole, .notYours, .nothingToDo: false
        case .yourOwn, .named, .member, .supervisor, .guest, .superviseSupervisors, .leadsSchool,
            .worksAtSchool, .leadsProgramme, .developsSchool, .research, .released, .unplaced, .administers,
            .founds, .keepsServer:
            false
        }
    }
}
