import Support
import Testing

@testable import Kollegium

/// A questionnaire from the first page to what was kept, letter by letter.
@Suite struct SheetSnapshotTests {
    @Test func `pages of a questionnaire`() async throws {
        try await withAlbum("questionnaire", today: SheetSetting.today) { web, album in
            let browser = try await web.be(SheetSetting.teacher)
            try album.keep(try await browser.get("/"), as: "start")
            let sheet = try await web.openSheet(browser)
            try album.keep(try await browser.get("/sheets"), as: "list-untouched")
            try album.keep(try await browser.get(sheet), as: "before-question-one")
            try album.keep(try await browser.post(sheet + "/handing-in"), as: "nothing-to-hand-in")
            for section in 1...6 {
                let path = sheet + "/sections/\(section)"
                try album.keep(try await browser.get(path), as: "section-\(section)")
                if section == 2 { try await mistakes(browser, path, album) }
                _ = try await browser.answer(path, step: 4)
            }
            try album.keep(try await browser.get(sheet), as: "begun")
            try album.keep(try await browser.get(sheet + "/look-back"), as: "look-back")
            let lookBack = try SentForm(of: try await browser.get(sheet + "/look-back").body)
            let long = String(repeating: "a", count: 10_001)
            try album.keep(
                try await browser.post(sheet + "/look-back", lookBack.with("reflection", long)),
                as: "look-back-too-long")
            _ = try await browser.post(
                sheet + "/look-back",
                lookBack.with("q\(lookBack.questions[0])", "1").with(
                    "reflection", "Vi talar mer om eleverna."))
            try album.keep(try await browser.get(sheet + "/review"), as: "review")
            _ = try await browser.post(sheet + "/handing-in")
            try album.keep(try await browser.get(sheet), as: "kept")
            try album.keep(try await browser.get("/sheets"), as: "list-handed-in")
        }
    }

    @Test func `ranking what one has named before`() async throws {
        try await withAlbum("questionnaire-ranking", today: "2015-06-10") { web, album in
            let browser = try await web.be(SheetSetting.teacher)
            let sheet = try await web.openSheet(browser)
            let path = sheet + "/sections/2"
            try album.keep(try await browser.get(path), as: "section")
            let page = try SentForm(of: try await browser.get(path).body)
            let twice = page.with(all: "q\(page.questions[0])", ["", "Ro", "", "ro"])
            try album.keep(try await browser.post(path, twice), as: "twice")
        }
    }

    private func mistakes(_ browser: Browser, _ path: String, _ album: Album) async throws {
        let page = try SentForm(of: try await browser.get(path).body)
        let goal = "q\(page.questions[0])"
        try album.keep(
            try await browser.post(path, page.with(goal, String(repeating: "å", count: 301))), as: "too-long")
        _ = try await browser.post(path, page.with(goal, "Ett mål"))
        try album.keep(try await browser.post(path, page.with(goal, "Ett annat mål")), as: "two-windows")
    }

    @Test func `the same in English, and all on one page`() async throws {
        try await withAlbum("questionnaire-english", today: SheetSetting.today) { web, album in
            try await web.putWaves("paging", "whole")
            try await web.putWaves("look_back", "beside")
            let browser = try await web.be(SheetSetting.teacher, .en)
            let sheet = try await web.openSheet(browser)
            try album.keep(try await browser.get(sheet), as: "before-question-one")
            try album.keep(try await browser.get(sheet + "/sections/1"), as: "whole")
            _ = try await browser.answer(sheet + "/sections/1", step: 4)
            _ = try await browser.post(sheet + "/handing-in")
            try album.keep(try await browser.get(sheet), as: "kept")
        }
    }
}
