import Support
import Testing

@testable import Kollegium

/// Pages about waves, letter by letter.
@Suite struct WaveSnapshotTests {
    @Test func `waves from the plan to the closing`() async throws {
        try await withAlbum("waves") { web, album in
            try await web.addQuestionnaire()
            let browser = try await web.be("programledare@example.org")
            let here = try await web.register()
            let waves = "/programmes/\(here.programme)/waves"
            try album.keep(try await browser.get(waves), as: "unplanned")
            try album.keep(
                try await browser.post(waves + "/new", ["part": "", "opens": "2015-06-01", "lastDay": ""]),
                as: "plan-wrong")
            let form = try await browser.get(waves + "/new")
            let value = try #require(form.body.firstMatch(of: #/option value="([a-z2-7]+\/middle)"/#)).output
                .1
            let planned = try await browser.submit(
                waves + "/new",
                ["part": String(value), "opens": "2015-08-24", "lastDay": "2015-09-11"])
            try album.keep(planned, as: "planned")
            let path = try #require(planned.body.firstMatch(of: #/\/waves\/[a-z2-7]{26}/#)).output
            try album.keep(try await browser.get(path + "/opening"), as: "opening")
            try album.keep(try await browser.get(path + "/days"), as: "days")
            try album.keep(try await browser.get(waves + "/settings"), as: "settings")
            let wave = try await web.openWave()
            try album.keep(try await browser.get(wave), as: "first-day")
            try await web.handedIn(wave, ["t1": 3, "t2": 1, "t4": 4])
            try album.keep(try await browser.get(wave), as: "open")
            try album.keep(try await browser.get(waves), as: "list")
            try album.keep(try await browser.get(wave + "/closing"), as: "closing")
            try album.keep(
                try await web.be("s1-l1@example.org").get("/schools/\(here.school("s1"))/waves"), as: "school"
            )
            try album.keep(try await browser.submit(wave + "/closing"), as: "closed")
            let english = try await web.be("programledare@example.org", .en)
            try album.keep(try await english.get(String(path)), as: "planned-en")
            try album.keep(try await english.get(path + "/opening"), as: "opening-en")
        }
    }
}
