import Measures

/// A team with fewer than three members rests: it has no levels, no counts and no releases.
enum Frozen {
    static let fewestMembers = 3

    /// Whether the team rests on the day. One whose members have all left is judged by the last day on which it had
    /// any: a team that ended together has its past, one that crumbled away does not get it back by being empty.
    static func isFrozen(_ memberships: [TeamCourse.Membership], on day: Day) -> Bool {
        let known = memberships.filter { $0.from <= day.number }
        let last = known.map { $0.to.map { $0 - 1 } ?? day.number }.max() ?? day.number
        let then = min(last, day.number)
        let there = known.filter { $0.from <= then && ($0.to.map { $0 > then } ?? true) }
        return Set(there.map(\.person)).count < fewestMembers
    }
}
