/// Where a thing stands: what the decision needs to know about it, and nothing else. `PlaceStore` reads it for what
/// has a public id; a store that makes a thing adds whose it is.
struct Place: Sendable, Equatable {
    /// Who runs the work.
    var organisation: Int64?
    /// The programme; several for a school or a person who takes part in several. Empty: in none yet.
    var programmes: Set<Int64> = []
    var school: Int64?
    var team: Int64?
    var meeting: Int64?
    /// Whose it is: who wrote the words, whose draft, who the register's row, the assignment or the upload is of.
    var owner: Int64?
    /// The account that it belongs to, for accounts and sessions.
    var account: Int64?
    /// The people that a pair or a small group is made of.
    var named: Set<Int64> = []
    /// Who may see this meeting's agenda as a guest: asked, and let in by each member.
    var guests: Set<Int64> = []
    /// The school that each person whose room it is comes from, beside the team's. Who sets pay there stays out.
    var workplaces: [Int64: Int64] = [:]
    /// How many are members of the team today; nil where no team is meant.
    var members: Int?
    /// The team has released it to its leaders, or a supervisor the report.
    var isReleased = false
    /// The school's leaders have passed it on to those who coordinate several schools.
    var isPassedOn = false
    /// The person whom it is of said yes to research.
    var isConsented = false
    /// It is part of a public record, which nobody takes anything out of.
    var isPublicRecord = false
    /// An imported programme that nobody has taken over: it stays as the study has it.
    var isImported = false

    /// A team this small would be seen through: no levels, no counts, no releases. Not known counts as too small.
    var isFrozen: Bool { team != nil && (members ?? 0) < Frozen.fewestMembers }

    /// The same place for what one person has there: a comment, a draft, a report.
    func owned(by person: Int64?) -> Place {
        var place = self
        place.owner = person
        return place
    }
}
