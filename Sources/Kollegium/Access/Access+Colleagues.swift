/// The rooms where people show each other their work.
extension Access {
    static func pair(_ action: Action, _ place: Place, _ reach: Reach) -> Decision {
        switch reach.hat.role {
        case .teacher, .conversationLeader, .teamLeader, .supervisor, .supervisorOfSupervisors:
            if action == .withdraw { return .refuse(.notYours) }
            return place.named.contains(reach.hat.person) ? .allow(.named) : .refuse(.notYours)
        case .schoolLeader, .programmeLeader, .developmentLeader, .researcher, .guest, .administrator:
            return .refuse(.notThisRole)
        }
    }

    /// A small group is a part of its team: it is left with the team, also by who is still named.
    static func smallGroup(_ action: Action, _ place: Place, _ reach: Reach) -> Decision {
        let named = pair(action, place, reach)
        guard named.isAllowed, let team = place.team, reach.hat.role != .supervisorOfSupervisors else {
            return named
        }
        return reach.teams.contains(team) ? named : .refuse(.notYours)
    }

    /// The team's present members and its supervisor, nobody else.
    static func teamRoom(_ place: Place, _ reach: Reach) -> Decision {
        switch reach.hat.role {
        case .teacher, .conversationLeader, .teamLeader: ownTeam(place, reach, .member)
        case .supervisor: ownTeam(place, reach, .supervisor)
        case .supervisorOfSupervisors, .schoolLeader, .programmeLeader, .developmentLeader, .researcher,
            .guest, .administrator:
            .refuse(.notThisRole)
        }
    }

    /// What only the supervisor says: another level than the rules give.
    static func ruling(_ place: Place, _ reach: Reach) -> Decision {
        reach.hat.role == .supervisor ? ownTeam(place, reach, .supervisor) : .refuse(.notThisRole)
    }

    /// An agenda is the team's, and what a guest of that one meeting sees.
    static func agenda(_ action: Action, _ place: Place, _ reach: Reach) -> Decision {
        switch reach.hat.role {
        case .teacher, .conversationLeader, .teamLeader, .supervisor: return teamRoom(place, reach)
        case .guest, .schoolLeader: return guest(action, place, reach)
        case .researcher:
            guard research(place, reach).isAllowed else { return .refuse(.notYours) }
            return guest(action, place, reach)
        case .supervisorOfSupervisors, .programmeLeader, .developmentLeader, .administrator:
            return .refuse(.notThisRole)
        }
    }

    private static func guest(_ action: Action, _ place: Place, _ reach: Reach) -> Decision {
        guard action == .read else { return .refuse(.notThisRole) }
        return place.guests.contains(reach.hat.person) ? .allow(.guest) : .refuse(.notYours)
    }

    static func supervision(_ action: Action, _ place: Place, _ reach: Reach) -> Decision {
        switch reach.hat.role {
        case .supervisor:
            guard action == .read || action == .write, place.owner == reach.hat.person else {
                return .refuse(.notYours)
            }
            return ownTeam(place, reach, .supervisor)
        case .supervisorOfSupervisors:
            guard action == .read || action == .comment else { return .refuse(.notThisRole) }
            return ownProgramme(place, reach, .superviseSupervisors)
        case .programmeLeader:
            guard action == .read else { return .refuse(.notThisRole) }
            return place.isReleased ? ownProgramme(place, reach, .released) : .refuse(.notYours)
        case .teacher, .conversationLeader, .teamLeader, .schoolLeader, .developmentLeader, .researcher,
            .guest, .administrator:
            return .refuse(.notThisRole)
        }
    }

    /// A member withdraws what concerns them for as long as nothing has left the team.
    static func airlock(_ action: Action, _ place: Place, _ reach: Reach) -> Decision {
        switch (reach.hat.role, action) {
        case (.teacher, .read), (.teacher, .release), (.conversationLeader, .read),
            (.conversationLeader, .propose), (.conversationLeader, .release), (.teamLeader, .read),
            (.teamLeader, .propose), (.teamLeader, .release):
            return ownTeam(place, reach, .member)
        case (.teacher, .withdraw), (.conversationLeader, .withdraw), (.teamLeader, .withdraw):
            return place.isReleased ? .refuse(.notYours) : ownTeam(place, reach, .member)
        case (.supervisor, .read): return ownTeam(place, reach, .supervisor)
        case (.schoolLeader, .read), (.schoolLeader, .write):
            guard place.isReleased, isOwnSchool(place, reach) else { return .refuse(.notYours) }
            return .allow(.leadsSchool)
        case (.developmentLeader, .read):
            guard place.isReleased, place.isPassedOn, isOwnSchool(place, reach) else {
                return .refuse(.notYours)
            }
            return .allow(.developsSchool)
        case (.teacher, _), (.conversationLeader, _), (.teamLeader, _), (.supervisor, _), (.schoolLeader, _),
            (.developmentLeader, _), (.supervisorOfSupervisors, _), (.programmeLeader, _), (.researcher, _),
            (.guest, _), (.administrator, _):
            return .refuse(.notThisRole)
        }
    }

    static func schoolRoom(_ action: Action, _ place: Place, _ reach: Reach) -> Decision {
        if action == .withdraw { return .refuse(.notYours) }
        switch reach.hat.role {
        case .teacher, .conversationLeader, .teamLeader:
            return isOwnSchool(place, reach) ? .allow(.worksAtSchool) : .refuse(.notYours)
        case .schoolLeader: return isOwnSchool(place, reach) ? .allow(.leadsSchool) : .refuse(.notYours)
        case .guest:
            guard action == .read else { return .refuse(.notThisRole) }
            return isOwnSchool(place, reach) ? .allow(.worksAtSchool) : .refuse(.notYours)
        case .supervisor, .supervisorOfSupervisors, .programmeLeader, .developmentLeader, .researcher,
            .administrator:
            return .refuse(.notThisRole)
        }
    }
}
