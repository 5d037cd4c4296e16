@testable import Kollegium

/// A person, and places that are theirs and not theirs, without a database.
enum AccessSetting {
    static let me: Int64 = 7
    static let another: Int64 = 8

    /// Somebody whose hat leads to team 1 at school 11 in programme 21 of organisation 31.
    static func reach(
        _ role: Role, leads: Set<Int64> = [], teams: Set<Int64> = [1], hats: [Hat]? = nil
    ) -> Reach {
        let hat = Hat(person: me, role: role)
        return Reach(
            account: 77, hat: hat, organisation: 31, name: "Anna", hats: hats ?? [hat], teams: teams,
            schools: [11], programmes: [21], leads: leads)
    }

    /// There, with all doors open.
    static let place = Kollegium.Place(
        organisation: 31, programmes: [21], school: 11, team: 1, meeting: 41, owner: another, account: 78,
        named: [me, another], guests: [me], members: 8, isReleased: true, isPassedOn: true, isConsented: true)

    static let own = changed(place) {
        $0.owner = me
        $0.account = 77
    }

    static let unreleased = changed(place) {
        $0.isReleased = false
        $0.isPassedOn = false
        $0.isConsented = false
    }

    /// Somewhere else altogether.
    static let foreign = Kollegium.Place(
        organisation: 32, programmes: [22], school: 12, team: 2, meeting: 42, owner: another, account: 78,
        named: [another], guests: [another], members: 8, isReleased: true, isPassedOn: true,
        isConsented: true)

    static func changed(
        _ place: Kollegium.Place, _ change: (inout Kollegium.Place) -> Void
    ) -> Kollegium.Place {
        var place = place
        change(&place)
        return place
    }

    /// Who acts, by the matrix's column; every role is one.
    static func actor(_ column: String) -> Access.Actor? {
        switch column {
        case "operator": .operator
        case "clock": .clock
        case "nobody": .nobody
        default: Role(rawValue: column).map { .person(reach($0)) }
        }
    }

    /// What may be done with a kind of thing, as the matrix's letters.
    static func letters(
        _ kind: Thing.Kind, _ place: Kollegium.Place, by actor: Access.Actor
    ) -> Set<Character> {
        Set(
            Action.allCases.filter { Access.decide($0, Thing(kind, place), by: actor).isAllowed }
                .compactMap { AccessMatrix.letters[$0] })
    }
}
