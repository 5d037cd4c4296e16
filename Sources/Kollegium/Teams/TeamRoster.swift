import Measures
import Storage

/// The selected teams, with what decides whether anything is told of them.
struct TeamRoster: Sendable {
    let teams: [TeamStore.Name]
    /// Teams that have so few members on the day that they rest.
    let frozen: Set<Int64>
    let endings: [TeamEnding]

    static func read(
        _ db: Session, _ study: Study, _ selection: Selection, in order: TeamStore.Order
    ) throws -> TeamRoster {
        let teams = try TeamStore(db: db).names(of: study.programme, selection, order)
        var memberships: [Int64: [TeamCourse.Membership]] = [:]
        var frozen: [Int64] = []
        if let day = selection.through {
            try TeamStore(db: db).memberships(of: study.programme, selection) { team, membership in
                memberships[team, default: []].append(.init(membership))
            }
            frozen = teams.map(\.key).filter { Frozen.isFrozen(memberships[$0] ?? [], on: day) }
        }
        let last = try ProgrammeStore(db: db).days(of: study.programme).upperBound
        let endings = try EventStore(db: db).endings(
            among: teams, of: study.programme, selection, before: last)
        return TeamRoster(
            teams: teams, frozen: Set(frozen), endings: endings.filter { selection.includes($0.day) })
    }
}
