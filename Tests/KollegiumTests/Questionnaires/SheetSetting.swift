import Support
import Testing

@testable import Kollegium

/// Part two of the teachers' questionnaire, open on its day.
enum SheetSetting {
    static let today = "2014-06-10"
    static let teacher = "s2-t02@example.org"
    static let other = "s1-t01@example.org"
}

extension Web {
    /// Where a person's open sheet begins.
    func openSheet(_ browser: Browser) async throws -> String {
        let list = try await browser.get("/sheets")
        return try #require(paths(in: list.body, "href", containing: "/sheets/").first)
    }

    /// Lets all waves be put to people in another form.
    func putWaves(_ column: String, _ value: String) async throws {
        try await site.database.write { db in
            try db.execute("UPDATE waves SET \(column) = ?", value)
        }
    }
}

/// The open wave's pages, each answered in one way.
extension Browser {
    /// Answers the questions of a page that take a step, and goes where it leads.
    func answer(_ path: String, step: Int) async throws -> Answer {
        let page = try await get(path)
        var form = try SentForm(of: page.body)
        for question in form.questions where page.body.contains("name=\"q\(question)\" value=\"\(step)\"") {
            form = form.with("q\(question)", "\(step)")
        }
        return try await post(path, form)
    }
}
