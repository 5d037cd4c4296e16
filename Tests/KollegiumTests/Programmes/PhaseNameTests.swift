import Testing

@testable import Kollegium

@Suite struct PhaseNameTests {
    @Test(arguments: [
        ("recruitment", "Rekrytering", "Recruitment"), ("year1", "År\u{A0}1", "Year\u{A0}1"),
        ("Year-02", "År\u{A0}2", "Year\u{A0}2"), ("follow-up", "Uppföljning", "Follow-up"),
        ("second-pilot", "Second pilot", "Second pilot"), ("år 1", "år 1", "år 1"),
        ("Läsåret 2015/16", "Läsåret 2015/16", "Läsåret 2015/16"), ("--", "--", "--"),
        ("year99999999999999999999", "Year99999999999999999999", "Year99999999999999999999"),
    ])
    func `a phase has a name and not a code`(_ code: String, _ sv: String, _ en: String) {
        #expect(Language.sv.phase(code) == sv && Language.en.phase(code) == en)
    }

    @Test func `the programme's page names the phases of the study`() async throws {
        try await withDemo(.sqlite) { web in
            let browser = try await web.be("programledare@example.org")
            let programme = try #require(
                try await browser.get("/").body.text(after: "href=\"/programmes/", before: "\""))
            let page = try await browser.get("/programmes/\(programme)").body
            #expect(page.contains("<h3>Rekrytering</h3>") && page.contains("<h3>År\u{A0}1</h3>"))
            #expect(!page.contains("recruitment") && !page.contains("year1"))
        }
    }
}
