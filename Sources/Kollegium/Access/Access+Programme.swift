/// The programme's room, research and accounts.
extension Access {
    /// What those who lead the programme do with it, and nobody else.
    static func leadership(_ place: Place, _ reach: Reach) -> Decision {
        guard reach.hat.role == .programmeLeader else { return .refuse(.notThisRole) }
        return ownProgramme(place, reach, .leadsProgramme)
    }

    /// A school or a person that is in no programme, because it is new: it must be somebody's to place.
    static func isUnplaced(_ place: Place, _ reach: Reach) -> Bool {
        reach.hat.role == .programmeLeader && place.programmes.isEmpty
            && place.organisation == reach.organisation
    }

    /// The programme itself and its phases: also for the leaders of schools that take part.
    static func schedule(_ place: Place, _ reach: Reach) -> Decision {
        switch reach.hat.role {
        case .programmeLeader: ownProgramme(place, reach, .leadsProgramme)
        case .schoolLeader: ownProgramme(place, reach, .leadsSchool)
        case .developmentLeader: ownProgramme(place, reach, .developsSchool)
        case .teacher, .conversationLeader, .teamLeader, .supervisor, .supervisorOfSupervisors, .researcher,
            .guest, .administrator:
            .refuse(.notThisRole)
        }
    }

    /// What is known of one school, its teams by name, its counts: a school's leader sees no other, and no totals
    /// in which others are.
    static func ownSchool(_ place: Place, _ reach: Reach) -> Decision {
        switch reach.hat.role {
        case .programmeLeader: leadership(place, reach)
        case .schoolLeader: isOwnSchool(place, reach) ? .allow(.leadsSchool) : .refuse(.notYours)
        case .developmentLeader: isOwnSchool(place, reach) ? .allow(.developsSchool) : .refuse(.notYours)
        case .teacher, .conversationLeader, .teamLeader, .supervisor, .supervisorOfSupervisors, .researcher,
            .guest, .administrator:
            .refuse(.notThisRole)
        }
    }

    static func conditions(_ place: Place, _ reach: Reach) -> Decision {
        reach.hat.role == .researcher ? research(place, reach) : ownSchool(place, reach)
    }

    static func programme(_ action: Action, _ place: Place, _ reach: Reach) -> Decision {
        switch action {
        case .read: return schedule(place, reach)
        case .found:
            guard place.organisation == reach.organisation else { return .refuse(.notYours) }
            switch reach.hat.role {
            case .administrator, .programmeLeader: return .allow(.founds)
            case .teacher, .conversationLeader, .teamLeader, .supervisor, .supervisorOfSupervisors,
                .schoolLeader, .developmentLeader, .researcher, .guest:
                return .refuse(.notThisRole)
            }
        case .write, .comment, .override, .propose, .release, .withdraw:
            guard reach.hat.role == .programmeLeader else { return .refuse(.notThisRole) }
            return ownProgramme(place, reach, .leadsProgramme)
        }
    }

    /// Whoever leads the conversations or supervises opens the door at a first meeting.
    static func teamCode(_ place: Place, _ reach: Reach) -> Decision {
        switch reach.hat.role {
        case .conversationLeader, .teamLeader: ownTeam(place, reach, .member)
        case .supervisor: ownTeam(place, reach, .supervisor)
        case .programmeLeader: ownProgramme(place, reach, .leadsProgramme)
        case .teacher, .supervisorOfSupervisors, .schoolLeader, .developmentLeader, .researcher, .guest,
            .administrator:
            .refuse(.notThisRole)
        }
    }

    /// A bundle that is on its way in is seen by whoever sends it: its findings quote it.
    static func upload(_ place: Place, _ reach: Reach) -> Decision {
        guard reach.hat.role == .programmeLeader else { return .refuse(.notThisRole) }
        guard place.organisation == reach.organisation, place.owner == reach.hat.person else {
            return .refuse(.notYours)
        }
        return .allow(.yourOwn)
    }

    static func research(_ place: Place, _ reach: Reach) -> Decision {
        guard reach.hat.role == .researcher else { return .refuse(.notThisRole) }
        return ownProgramme(place, reach, .research)
    }

    /// What is asked of people, and what they are told about it: a matter of who leads the programme and who studies it.
    static func asking(_ place: Place, _ reach: Reach) -> Decision {
        reach.hat.role == .researcher ? research(place, reach) : leadership(place, reach)
    }

    static func accounts(_ place: Place, _ reach: Reach) -> Decision {
        guard reach.hat.role == .administrator else { return .refuse(.notThisRole) }
        return place.organisation == reach.organisation ? .allow(.administers) : .refuse(.notYours)
    }

    static func ownTeam(_ place: Place, _ reach: Reach, _ reason: Decision.Reason) -> Decision {
        guard let team = place.team, reach.teams.contains(team) else { return .refuse(.notYours) }
        return .allow(reason)
    }

    static func ownProgramme(_ place: Place, _ reach: Reach, _ reason: Decision.Reason) -> Decision {
        place.programmes.isDisjoint(with: reach.programmes) ? .refuse(.notYours) : .allow(reason)
    }

    static func isOwnSchool(_ place: Place, _ reach: Reach) -> Bool {
        guard let school = place.school else { return false }
        return reach.schools.contains(school)
    }
}
