import Foundation
import Measures
import Support
import Testing

/// What no page tells: who somebody is, and what anybody wrote in their own words.
@Suite struct PageSecrecyTests {
    @Test(arguments: [true, false])
    func `nobody's name, address, words or own id is on any page`(_ isPublished: Bool) async throws {
        let bundle = try TestBundle.withMarkedWords(isPublished: isPublished)
        let people = ParsedCSV(bundle.files["people.csv"] ?? []).records
        try #require(people.count == 56)
        let secrets =
            people.flatMap { [$0["id"], $0["name"], $0["email"]].compactMap(\.self) } + ["Hemligord"]
        for page in try await pages(of: bundle, "five-schools") {
            for secret in secrets { #expect(!page.text.contains(secret), "\(page.name): \(secret)") }
        }
    }

    @Test func `the marked words are where they were put`() throws {
        let bundle = try TestBundle.withMarkedWords(isPublished: true)
        #expect(
            ParsedCSV(bundle.files["evidence.csv"] ?? []).records.contains { $0["source"] == "Hemligord" })
        #expect(ParsedCSV(bundle.files["events.csv"] ?? []).records.contains { $0["kind"] == "Hemligord" })
        for file in ["evidence.csv", "events.csv", "memberships.csv", "responses.csv", "meetings.csv"] {
            #expect(bundle[file].contains("Hemligord"), "\(file)")
        }
    }

    /// Lines of people stand in an order that nobody can read a list of colleagues from.
    @Test func `whose line is whose does not show, not even in the page's source`() async throws {
        var survey = TrustSurvey.manyForms(people: 9)
        survey.published = true
        let first = try await pages(of: survey.bundle, "trust", languages: ["en"])
        for file in ["people.csv", "responses.csv", "memberships.csv"] {
            let turned = survey.bundle.changed { bundle in
                let lines = bundle.lines(of: file).filter { !$0.isEmpty }
                bundle[file] = ([lines[0]] + lines.dropFirst().reversed()).map { $0 + "\n" }.joined()
            }
            for (page, other) in zip(first, try await pages(of: turned, "trust", languages: ["en"])) {
                #expect(page.text == other.text, "\(page.name), \(file) in another order")
            }
        }
        for page in first where page.report == "change" {
            #expect(try ParsedPage(page.text).root.all(ofClass: "person").count == 27)
        }
    }
}

extension TestBundle {
    /// The example where each thing that somebody wrote in their own words has a word in it that stands nowhere else,
    /// and everybody a name that nobody else has.
    fileprivate static func withMarkedWords(isPublished: Bool) throws -> TestBundle {
        var bundle = try fiveSchools()
        bundle.replace("published: true", with: "published: \(isPublished)", in: "study.yaml")
        bundle.rewrite("people.csv") { record in
            let name = "Xylo\(record["id", default: ""].replacing("-", with: ""))"
            record["name"] = name
            record["email"] = "\(name.lowercased())@odd.example"
        }
        bundle.rewrite("evidence.csv") { record in
            record["note"] = "Hemligord"
            // A word that the format leaves free may name somebody.
            if record["source"] == "supervisor-report" { record["source"] = "Hemligord" }
        }
        bundle.rewrite("events.csv") { record in
            if record["kind"] != "practice-shown" { record["detail"] = "Hemligord" }
            if record["kind"] == "leader-feedback" { record["kind"] = "Hemligord" }
        }
        bundle.rewrite("memberships.csv") { $0["reason"] = "Hemligord" }
        bundle.rewrite("meetings.csv") { $0["room"] = "Hemligord" }
        bundle.rewrite("responses.csv") { record in
            if record["value"].map({ Int($0) == nil }) == true, record["item"]?.hasPrefix("goal-") == true {
                record["value"] = "Hemligord"
            }
        }
        return bundle
    }

    /// Changes every record of a file, and adds the columns that come with it.
    private mutating func rewrite(_ file: String, _ change: (inout [String: String]) -> Void) {
        let csv = ParsedCSV(files[file] ?? [])
        let records = csv.records.map { record in
            var record = record
            change(&record)
            return record
        }
        let added = Set(records.flatMap(\.keys)).subtracting(csv.columns).sorted()
        let columns = csv.columns + added
        self[file] = csvText(columns, records.map { record in columns.map { record[$0] ?? "" } })
    }
}

extension TrustSurvey {
    /// People who all answer two waves about three forms, each in a way of their own.
    fileprivate static func manyForms(people: Int) -> TrustSurvey {
        var survey = TrustSurvey([
            "q": ["start", "end"].enumerated().map { wave, id in
                .init(id, wave: wave + 1, [.process: 4, .collegial: 4, .collective: 4])
            }
        ])
        for person in 0..<people {
            for (number, form) in [TrustForm.process, .collegial, .collective].enumerated() {
                let mood = (person * (2 * number + 1)) % people
                survey.answer("start", "p\(person)", (0..<4).map { ($0 * mood + person) % 5 + 1 }, on: form)
                survey.answer("end", "p\(person)", (0..<4).map { ($0 + mood) % 5 + 1 }, on: form)
            }
        }
        return survey
    }
}
