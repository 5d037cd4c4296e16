import Foundation
import Support
import Testing

@testable import Kollegium

extension Web {
    static let researcher = "forskare@example.org"

    /// The address of the study's research files.
    func research() async throws -> String { "/programmes/\(try await register().programme)/research" }

    /// Asks for a file as the page's form does. - Returns: its address.
    func ask(
        _ format: ResearchFormat, texts: Bool = false, by browser: Browser, of code: String = "teacher"
    ) async throws -> String {
        let path = try await research()
        _ = try await browser.get(path)
        let questionnaire = try await site.database.read { db in
            try db.one("SELECT public_id FROM questionnaires WHERE code = ?", code) { try $0.text(0) } ?? ""
        }
        let sent =
            texts
            ? try await browser.post(
                path, ["questionnaire": questionnaire, "format": format.rawValue, "texts": "yes"])
            : try await browser.post(path, ["questionnaire": questionnaire, "format": format.rawValue])
        return try #require(sent.location, "\(sent.status) \(sent.body.prefix(3_000))")
    }

    /// Asks for a file and has it written. - Returns: where it lies.
    func file(
        _ format: ResearchFormat, texts: Bool = false, language: Language = .sv
    ) async throws -> String {
        let address = try await ask(format, texts: texts, by: be(Self.researcher, language))
        while try await ResearchWriting(site: site, rest: 0).takeNext() {}
        let id = String(address.split(separator: "/")[1])
        let file = try #require(try await site.database.read { db in try ResearchFileStore(db: db).find(id) })
        try #require(file.state == .done)
        return file.path(in: site.folder)
    }

    /// The table and the codebook of a research file.
    func csv(_ path: String) async throws -> (table: ParsedCSV, codebook: ParsedCSV) {
        let table = try await run("unzip", ["-p", path, "teacher.csv"])
        let codebook = try await run("unzip", ["-p", path, "teacher-codebook.csv"])
        return (ParsedCSV(Array(table.output.utf8)), ParsedCSV(Array(codebook.output.utf8)))
    }

    /// The name that the study's files have for somebody.
    func pseudonym(_ email: String, study: String = "five-schools") async throws -> String {
        let id = try await register().person(email)
        return ResearchPseudonym(site.key, study: study).of(id)
    }

    /// Says yes or no to a purpose for somebody.
    func say(_ answer: Consent.Answer, to purpose: Purpose, _ email: String) async throws {
        let now = site.now
        let today = site.today
        try await site.database.write { db in
            let person = try #require(
                try db.one("SELECT id FROM people WHERE email = ?", email) { try $0.key(0) })
            let study = try #require(try db.one("SELECT id FROM studies") { try $0.key(0) })
            let given = try ConsentStore(db: db).given(by: person)
            _ = try ConsentStore(db: db).answer(
                [purpose: answer], basis: ConsentStore.basis(given, nil), to: study, information: nil,
                by: Act(person: person, now: now, today: today))
        }
    }
}
