import Support
import Testing

/// Two studies that differ in nothing that may be told: their pages must be the same to the byte, in texts, pictures,
/// digits beside figures and everything that is reckoned from others.
func expectAlike(
    _ one: TestBundle, _ other: TestBundle, _ study: String = "survey",
    sourceLocation: SourceLocation = #_sourceLocation
) async throws {
    // A part that says when it opened has figures of those who did not answer, too.
    let (one, other) = (one.opened, other.opened)
    try #require(one != other, sourceLocation: sourceLocation)
    let first = try await pages(of: one, study, languages: ["en"])
    let second = try await pages(of: other, study, languages: ["en"])
    for (page, other) in zip(first, second) {
        let lines = zip(page.text.split(separator: "\n"), other.text.split(separator: "\n"))
        let unlike = lines.first { $0 != $1 }.map { "“\($0)” and “\($1)”" }
        #expect(page.text == other.text, "\(page.name): \(unlike ?? "")", sourceLocation: sourceLocation)
    }
}

extension TestBundle {
    /// Itself with a day on which its first part opened.
    fileprivate var opened: TestBundle {
        changed { $0.replace("wave: 1,", with: "wave: 1, opens: 2013-09-01,", in: "instruments/q.yaml") }
    }
}
