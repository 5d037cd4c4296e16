/// Why leaders want the work, and what teachers say to it.
extension Access {
    /// Leaders say it by name, of their own school or the whole programme; the school's teams and their supervisors
    /// read it, and all of them the figures beside it.
    static func purpose(_ action: Action, _ place: Place, _ reach: Reach) -> Decision {
        if action == .withdraw { return .refuse(.notYours) }
        switch reach.hat.role {
        case .schoolLeader: return isOwnSchool(place, reach) ? .allow(.leadsSchool) : .refuse(.notYours)
        case .programmeLeader: return ownProgramme(place, reach, .leadsProgramme)
        case .teacher, .conversationLeader, .teamLeader, .supervisor:
            guard action == .read else { return .refuse(.notThisRole) }
            guard isOwnSchool(place, reach) else { return .refuse(.notYours) }
            return .allow(reach.hat.role == .supervisor ? .supervisor : .worksAtSchool)
        case .supervisorOfSupervisors, .developmentLeader, .researcher, .guest, .administrator:
            return .refuse(.notThisRole)
        }
    }

    /// One's own answer is one's own to read in any hat; it is given as a member of one of the school's teams.
    static func purposeAnswer(_ action: Action, _ place: Place, _ reach: Reach) -> Decision {
        guard place.owner == reach.hat.person else { return .refuse(.notYours) }
        guard action == .write else { return .allow(.yourOwn) }
        guard Role.members.contains(reach.hat.role) else { return .refuse(.notThisRole) }
        return isOwnSchool(place, reach) ? .allow(.yourOwn) : .refuse(.notYours)
    }
}
