import Support
import Testing

@testable import Kollegium

/// Pages about questionnaires on paper, letter by letter.
@Suite struct PaperSnapshotTests {
    @Test func `a paper from the printed form to the receipt`() async throws {
        try await withAlbum("paper", today: SheetSetting.today) { web, album in
            let wave = try await web.openPaper()
            let browser = try await web.be(Web.researcher)
            try album.keep(try await browser.get(wave + "/paper-form"), as: "form")
            let page = try await browser.get(wave + "/paper")
            try album.keep(page, as: "typing")
            let form = try SentForm(of: page.body)
            let wrong = form.filled("", "2014-06-11", step: 4, words: "Skrivet & sparat")
            try album.keep(try await browser.post(wave + "/paper", wrong), as: "typing-wrong")
            let right = form.filled(PaperTests.karin, "2014-06-10", step: 4, words: "Skrivet med penna")
            try album.keep(try await browser.post(wave + "/paper", right), as: "receipt")
            let karin = try await web.be(SheetSetting.teacher)
            let sheet = wave.replacing("/waves/", with: "/sheets/")
            try album.keep(try await karin.get(sheet), as: "own")
            let english = try await web.be(Web.researcher, .en)
            try album.keep(try await english.get(wave + "/paper-form"), as: "form-en")
            try album.keep(try await english.get(wave + "/paper"), as: "typing-en")
            try await web.site.database.write { db in
                try db.execute("UPDATE parts SET closes = '2014-06-10' WHERE code = 'year1'")
            }
            try album.keep(try await browser.get(wave + "/paper"), as: "closed")
        }
    }
}
