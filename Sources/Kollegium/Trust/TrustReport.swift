import Measures
import Storage

/// Where there is trust, and why: the article's third table for any study, from coded evidence.
struct TrustReport: Report {
    let study: Study
    let file: TrustRulesFile
    let teams: [(team: TeamStore.Name, assessment: TrustAssessment)]

    static func read(_ db: Session, _ study: Study, by file: TrustRulesFile) throws -> TrustReport {
        var assessments: [Int64: TrustAssessment] = [:]
        try EvidenceStore(db: db).newest(of: study.programme) { team, evidence in
            assessments[team] = file.rules.assess(evidence)
        }
        let unknown = file.rules.assess([:])
        let teams = try TeamStore(db: db).names(of: study.programme).map { team in
            (team: team, assessment: assessments[team.key] ?? unknown)
        }
        return TrustReport(study: study, file: file, teams: teams)
    }
}
