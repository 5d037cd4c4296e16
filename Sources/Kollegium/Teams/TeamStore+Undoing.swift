import Storage

/// Why somebody's time in a team was none. Kept in the log by the verb, because the row itself is gone then.
enum MembershipMistake: String, Sendable, CaseIterable {
    case wrongPerson = "wrong-person"
    case wrongTeam = "wrong-team"
    case wrongDay = "wrong-day"
    case wrongRole = "wrong-role"

    var words: Sentence {
        switch self {
        case .wrongPerson: Sentence(sv: "fel person", en: "the wrong person")
        case .wrongTeam: Sentence(sv: "fel arbetslag", en: "the wrong team")
        case .wrongDay: Sentence(sv: "fel första dag", en: "the wrong first day")
        case .wrongRole: Sentence(sv: "fel roll", en: "the wrong role")
        }
    }
}

/// Taking back what was entered by mistake.
extension TeamStore {
    /// Lets a membership go on that was ended, as if it had not been.
    /// - Throws: `FormRefusal` where it has not ended, or a later time in the same role stands in the way.
    func reopen(_ membership: Int64, by act: Act) throws {
        guard let held = try self.held(membership) else { throw FormRefusal("", .notHere) }
        let organisation = try ProgrammeStore(db: db).requireOpen(held.programme)
        guard held.stay.to != nil else { return }
        let later = try stays(of: held.person, in: held.team, held.role).first { $0.from > held.stay.from }
        if let later { throw FormRefusal("", .isMemberAgain(later.from)) }
        try db.execute("UPDATE memberships SET ends = NULL, reason = NULL WHERE id = ?", membership)
        try ActivityLog(db: db).note(
            act, "reopened", "membership", membership, programme: held.programme,
            organisation: organisation)
    }

    /// Takes a membership away that should never have been. Whoever has been to a meeting, answered something or spoken in
    /// the team was in it, and leaves it instead.
    /// - Throws: `FormRefusal` with all that is wrong.
    func remove(_ membership: Int64, because typed: String, by act: Act) throws {
        guard let held = try self.held(membership) else { throw FormRefusal("", .notHere) }
        let organisation = try ProgrammeStore(db: db).requireOpen(held.programme)
        guard let reason = MembershipMistake(rawValue: typed) else {
            throw FormRefusal("mistake", .mistakeMissing)
        }
        let hasMet = try MeetingStore(db: db).knows(held.person, ofTeam: held.team)
        let hasAnswered = try QuestionnaireStore(db: db).hasSheet(held.person, in: held.team)
        let hasSpoken = try TrustCommentStore(db: db).hasSpoken(held.person, in: held.team)
        guard !hasMet, !hasAnswered, !hasSpoken else { throw FormRefusal("", .hasLeftTraces) }
        try db.execute("DELETE FROM memberships WHERE id = ?", membership)
        try ActivityLog(db: db).note(
            act, "removed: \(reason.rawValue)", "membership", membership, programme: held.programme,
            organisation: organisation)
    }
}

extension Sentence {
    fileprivate static func isMemberAgain(_ from: Day) -> Sentence {
        Sentence(
            sv:
                "personen har samma roll i laget igen från \(Language.sv.date(from)); ändra den raden i stället",
            en:
                "the person has the same role in the team again from \(Language.en.date(from)); change that row instead"
        )
    }

    fileprivate static let mistakeMissing = Sentence(
        sv: "välj vad som blev fel", en: "choose what went wrong")
    fileprivate static let hasLeftTraces = Sentence(
        sv:
            "personen har varit på träffar, svarat på enkäter eller skrivit på tillitskartan i laget; avsluta medlemskapet i stället",
        en:
            "the person has been to meetings, answered questionnaires or written on the trust map in the team; end the membership instead"
    )
}
