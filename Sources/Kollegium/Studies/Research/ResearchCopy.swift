import Foundation
import Storage

/// The research copy of a study, at the command line: for each questionnaire the files that researchers fetch on the site,
/// in all formats, of those who said yes.
struct ResearchCopy: Sendable {
    let database: Database
    let study: Study
    let key: ServerKey
    let language: Language
    let hasTexts: Bool
    /// Milliseconds since 1970, UTC.
    let now: Int64
    let today: Day

    /// - Returns: how many people are in it, questionnaire by questionnaire.
    /// - Throws: `StudyExport.Refusal.overtaken` where somebody said something new to the study meanwhile.
    func write(to target: any BundleTarget) async throws -> [(questionnaire: String, people: Int)] {
        let (study, today) = (study, today)
        let isOver = try await database.read { db in
            try StudyInformationStore(db: db).isOver(study.key, on: today)
        }
        guard !isOver else { throw StudyExport.Refusal.keptNoLonger }
        let (subjects, newest) = try await database.read { db in
            (
                try ResearchStore(db: db).subjects(of: study.programme),
                try ConsentStore(db: db).newest(of: study.key)
            )
        }
        var written: [(questionnaire: String, people: Int)] = []
        for subject in subjects {
            let order = ResearchPlan.Order(
                programme: study.programme, questionnaire: subject.key, language: language,
                hasTexts: hasTexts, today: today)
            let key = key
            guard let plan = try await database.read({ db in try ResearchPlan.read(db, order, key: key) })
            else { continue }
            for format in ResearchFormat.allCases {
                try await ResearchCopying(database: database, plan: plan).write(
                    format, to: target, now: now)
            }
            written.append((subject.code, plan.people.count))
        }
        let isTrue = try await database.read { db in try ConsentStore(db: db).newest(of: study.key) == newest
        }
        guard isTrue else { throw StudyExport.Refusal.overtaken }
        return written
    }
}
