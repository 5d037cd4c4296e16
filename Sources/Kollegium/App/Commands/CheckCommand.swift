import ArgumentParser
import Storage

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Verifies the database and lists what is wrong.",
        discussion: "Example: kollegium check --database kollegium.sqlite")

    @OptionGroup var place: PlaceOptions

    func run() async throws {
        try await place.perform { console in
            let database = try await place.databaseToRead()
            let findings = try await database.read { db in
                try db.integrityFindings() + Invariant.all.compactMap { try $0.finding(db, console.language) }
            }
            guard findings.isEmpty else {
                for finding in findings { console.result(finding) }
                throw ExitCode.failure
            }
            console.result(Sentence(sv: "Allt är i ordning.", en: "All is well.")(console.language))
        }
    }
}

/// A rule that the schema alone cannot carry, with the statement that finds the rows that break it.
struct Invariant: Sendable {
    let broken: Sentence
    /// Selects the broken rows; the first column is something to find them by.
    let sql: String

    static let all =
        StudyInvariants.all + TeamInvariants.all + MeetingInvariants.all + TrustInvariants.all
        + QuestionnaireInvariants.all + MailInvariants.all + PurposeInvariants.all

    func finding(_ db: Session, _ language: Language) throws -> String? {
        var count = 0
        var examples: [String] = []
        try db.each(sql) { row in
            count += 1
            if examples.count < 3 { examples.append(row.textIfAny(0) ?? "") }
        }
        guard count > 0 else { return nil }
        let some = examples.joined(separator: ", ") + (count > examples.count ? ", …" : "")
        return "\(broken(language)): \(language.grouped(count)) (\(some))"
    }
}
