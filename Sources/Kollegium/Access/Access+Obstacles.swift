extension Access {
    /// What keeps out somebody whose hat leads to the thing.
    static func obstacle(
        _ action: Action, _ thing: Thing, _ reach: Reach, _ reason: Decision.Reason
    ) -> Decision.Reason? {
        let (kind, place) = (thing.kind, thing.place)
        if action == .withdraw { return place.isPublicRecord ? .publicRecord : pay(thing, reach, reason) }
        if kind == .assignment, action == .write, isOneself(place.owner, reach) { return .ownAppointment }
        if kind == .membership, action == .write, isOneself(place.owner, reach) { return .ownMembership }
        if let pay = pay(thing, reach, reason) { return pay }
        if place.isFrozen, reason != .yourOwn, kind.isMeasured || action == .propose || action == .release {
            return .frozen
        }
        if place.isImported, kind.isOfStudy, action != .read { return .imported }
        return nil
    }

    /// A person who sets another's pay is never in that person's team room, supervision or pair, in whatever hat.
    /// One's own words are no room, and a guest sees an agenda only, let in by everyone.
    private static func pay(
        _ thing: Thing, _ reach: Reach, _ reason: Decision.Reason
    ) -> Decision.Reason? {
        guard isAmongColleagues(thing.kind, reason), setsPay(at: thing.place, reach) else { return nil }
        return .setsPay
    }

    private static func isAmongColleagues(_ kind: Thing.Kind, _ reason: Decision.Reason) -> Bool {
        guard reason != .yourOwn, reason != .guest else { return false }
        return switch kind.room {
        case .pair, .smallGroup, .team, .supervision: true
        // A code opens the team's room, so whoever may not enter hands out none; who leads the programme may.
        case .programme: kind == .teamCode && reason != .leadsProgramme
        case .mine, .airlock, .school, .research, .accounts: false
        }
    }

    static func setsPay(at place: Place, _ reach: Reach) -> Bool {
        if let school = place.school, reach.leads.contains(school) { return true }
        return place.workplaces.contains { !isOneself($0.key, reach) && reach.leads.contains($0.value) }
    }

    private static func isOneself(_ person: Int64?, _ reach: Reach) -> Bool {
        guard let person else { return false }
        return person == reach.hat.person || reach.hats.contains { $0.person == person }
    }
}
