import Measures
import Storage

/// A team's trust over time by the rules `three-sources/1`: a level for each form and term, so that a team that moves
/// is seen to move. Who may see it is for `Access` to say; what it tells of answers keeps the minimum group towards
/// everybody, the team too.
struct TrustMap: Sendable {
    let team: Int64
    /// The day that it speaks of.
    let today: Day
    let settings: TrustSettings
    /// The terms that have begun and in which the team has a member, in order.
    let terms: [Term]
    /// Whether the team has fewer than three members on that day.
    let isFrozen: Bool
    /// How visible practice has become, up to that day; nil where the team has no terms or is frozen.
    let ladder: VisibilityLadder?

    struct Term: Sendable {
        let period: StudyDocument.Period
        /// Which of the team's own terms it is, from 1.
        let number: Int
        /// It is judged as it stands today.
        let isRunning: Bool
        let standing: Standing
    }

    enum Standing: Sendable {
        case judged(TermAssessment)
        /// The team had fewer than three members on the term's last day, or has today: no levels, no counts.
        case frozen
    }

    /// The latest term that has levels.
    var latest: (term: Term, assessment: TermAssessment)? {
        for term in terms.reversed() {
            if case .judged(let assessment) = term.standing { return (term, assessment) }
        }
        return nil
    }

    /// Reads one team's map in ten statements, however many terms there are.
    static func read(_ db: Session, team: Int64, today: Day) throws -> TrustMap {
        guard let key = try TeamStore(db: db).programme(of: team) else {
            throw StorageError(.damaged, "there is no team \(team)")
        }
        let programme = try TrustProgramme.read(db, key, today: today)
        var map: TrustMap?
        try TrustRecord.each(db, of: programme.key, Selection(teams: .one(team), through: nil)) {
            map = TrustMap(team: $0, $1, in: programme)
        }
        return map ?? TrustMap(team: team, TrustRecord(), in: programme)
    }
}
