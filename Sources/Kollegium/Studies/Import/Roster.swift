/// Who and what a bundle has named so far, by the ids that are local to it. Each kind is numbered from 0 in the
/// order it was met; `keys` give the rows in the database.
final class Roster {
    let schools = IdentifierTable()
    var schoolKeys: [Int64] = []
    let people = IdentifierTable()
    var personKeys: [Int64] = []
    let teams = IdentifierTable()
    var teamKeys: [Int64] = []
    let meetings = IdentifierTable()
    var meetingKeys: [Int64] = []
    /// The team of each meeting and the day it was planned for.
    var meetingTeams: [Int32] = []
    var meetingDays: [Day] = []
    var questionnaires: [ImportedPart] = []

    /// Files that are not in the bundle, and those of which some records could not be read: what refers to them
    /// may be right.
    var absent: Set<String> = []
    var inDoubt: Set<String> = []
    private var doubtfulPairs: Set<UInt64> = []

    private var stays: [UInt64: [Stay]] = [:]
    private var members: [UInt64: Int32] = [:]
    private var memberCounts: [Int32: Int32] = [:]

    /// A time in a team, in one role. `ends` is the first day no longer a member.
    struct Stay {
        let role: String
        let starts: Day
        let ends: Day?

        func overlaps(_ other: Stay) -> Bool {
            role == other.role
                && (other.ends.map { starts < $0 } ?? true) && (ends.map { other.starts < $0 } ?? true)
        }

        func covers(_ day: Day) -> Bool {
            starts <= day && (ends.map { day < $0 } ?? true)
        }
    }

    /// Notes a stay, unless it overlaps an earlier one in the same role.
    func add(_ stay: Stay, person: Int, team: Int) -> Bool {
        let pair = Roster.pair(person, team)
        guard !stays[pair, default: []].contains(where: stay.overlaps) else { return false }
        stays[pair, default: []].append(stay)
        count(pair, team)
        return true
    }

    /// Notes that the person was in the team in some way that could not be read.
    func addInDoubt(person: Int, team: Int) {
        let pair = Roster.pair(person, team)
        doubtfulPairs.insert(pair)
        count(pair, team)
    }

    private func count(_ pair: UInt64, _ team: Int) {
        guard members[pair] == nil else { return }
        members[pair] = memberCounts[Int32(team), default: 0]
        memberCounts[Int32(team), default: 0] += 1
    }

    /// Whether the person was ever in the team, and whether on that day.
    func membership(of person: Int, in team: Int, on day: Day?) -> (ever: Bool, then: Bool) {
        let pair = Roster.pair(person, team)
        if doubtfulPairs.contains(pair) { return (true, true) }
        guard let stays = stays[pair] else { return (false, false) }
        return (true, day.map { day in stays.contains { $0.covers(day) } } ?? true)
    }

    /// The person's number among all who were ever in the team, from 0; nil for one who never was.
    func place(of person: Int, in team: Int) -> Int? {
        members[Roster.pair(person, team)].map(Int.init)
    }

    func memberCount(of team: Int) -> Int {
        Int(memberCounts[Int32(team)] ?? 0)
    }

    private static func pair(_ person: Int, _ team: Int) -> UInt64 {
        UInt64(team) << 32 | UInt64(person)
    }
}
