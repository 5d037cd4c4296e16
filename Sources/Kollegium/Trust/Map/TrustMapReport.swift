import Measures
import Storage

/// The trust of all teams of a study, term by term, by the rules `three-sources/1`.
struct TrustMapReport: Report {
    let study: Study
    /// The day that it speaks of.
    let today: Day
    /// The terms that have begun, by their first day.
    let terms: [StudyDocument.Period]
    /// All teams, by code.
    let teams: [(team: TeamStore.Name, map: TrustMap)]

    /// - Parameter today: Nil where the machine has no calendar: then the programme's last day.
    static func read(_ db: Session, _ study: Study, today: Day?) throws -> TrustMapReport {
        let today = try today ?? ProgrammeStore(db: db).days(of: study.programme).upperBound
        let programme = try TrustProgramme.read(db, study.programme, today: today)
        var maps: [Int64: TrustMap] = [:]
        try TrustRecord.each(db, of: programme.key) { team, record in
            maps[team] = TrustMap(team: team, record, in: programme)
        }
        let teams = try TeamStore(db: db).names(of: study.programme).map { team in
            (
                team: team,
                map: maps[team.key] ?? TrustMap(team: team.key, TrustRecord(), in: programme)
            )
        }
        return TrustMapReport(study: study, today: today, terms: programme.terms, teams: teams)
    }
}

extension TrustMap.Term {
    /// `judged`, `running` or `frozen`.
    var state: String {
        switch standing {
        case .judged: isRunning ? "running" : "judged"
        case .frozen: "frozen"
        }
    }

    var assessment: TermAssessment? {
        if case .judged(let assessment) = standing { return assessment }
        return nil
    }
}
