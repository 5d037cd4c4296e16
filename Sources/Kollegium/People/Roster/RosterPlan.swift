/// What is to be made of a paste, in the order in which it can be made. What is not there yet is known by its place in
/// the plan.
struct RosterPlan: Sendable, Equatable {
    enum Ref: Sendable, Hashable {
        case known(Int64)
        case new(Int)
    }

    struct NewTeam: Sendable, Equatable {
        let name: String
        let school: Ref
        let grades: String?
        let pupils: Int?
    }

    struct NewPerson: Sendable, Equatable {
        let name: String
        let email: EmailAddress?
        let school: Ref?
    }

    struct NewMembership: Sendable, Equatable {
        let person: Ref
        let team: Ref
        let role: TeamRole
        let from: Day
    }

    var schools: [String] = []
    var teams: [NewTeam] = []
    var people: [NewPerson] = []
    var memberships: [NewMembership] = []

    /// Everything of it as texts, for a digest.
    var texts: [String] {
        func text(_ ref: Ref?) -> String {
            switch ref {
            case .known(let key): "k\(key)"
            case .new(let place): "n\(place)"
            case nil: ""
            }
        }
        var texts = ["schools"] + schools + ["teams"]
        for team in teams {
            texts += [team.name, text(team.school), team.grades ?? "", team.pupils.map { String($0) } ?? ""]
        }
        texts.append("people")
        for person in people { texts += [person.name, person.email?.text ?? "", text(person.school)] }
        texts.append("memberships")
        for stay in memberships {
            texts += [text(stay.person), text(stay.team), stay.role.rawValue, stay.from.description]
        }
        return texts
    }
}
