/// Who was in a team in a stretch of days, who came and who went. People are counted, each once, whatever
/// their roles.
public struct MemberTurnover: Sendable, Equatable {
    /// Members on the first of the days.
    public private(set) var atStart = 0
    /// Members on the last of them.
    public private(set) var atEnd = 0
    /// Members on some of the days, but not on the first. Somebody who left and came back within the days did
    /// not join.
    public private(set) var joined = 0
    /// Members on some of the days, but not on the last. Somebody who came and went within the days both
    /// joined and left.
    public private(set) var left = 0

    /// - Returns: nil where nobody was a member on any of the days.
    public init?(_ memberships: [TeamCourse.Membership], in days: ClosedRange<Int>) {
        var rest = memberships.filter { $0.touches(days) }.sorted { $0.person < $1.person }[...]
        if rest.isEmpty { return nil }
        while let person = rest.first?.person {
            let own = rest.prefix { $0.person == person }
            rest = rest.dropFirst(own.count)
            if own.contains(where: { $0.touches(days.lowerBound...days.lowerBound) }) {
                atStart += 1
            } else {
                joined += 1
            }
            if own.contains(where: { $0.touches(days.upperBound...days.upperBound) }) {
                atEnd += 1
            } else {
                left += 1
            }
        }
    }
}
