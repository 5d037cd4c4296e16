import Foundation
import Hummingbird
import Support
import Testing

@testable import Kollegium

/// Pages with what people have done on them, letter by letter.
@Suite struct DoneSnapshotTests {
    @Test func `a level that the team has spoken about and the supervisor has changed`() async throws {
        try await withAlbum("done-trust") { web, album in
            let level = "/teams/\(try await web.register().team("t1"))/trust/collegial/VT2014"
            let teacher = try await web.be("s1-t01@example.org")
            let supervisor = try await web.be("handledare-1@example.org")
            try album.keep(
                try await teacher.submit(level + "/comments", ["text": "Våren var tyngre än så."]),
                as: "commented")
            try album.keep(
                try await supervisor.submit(
                    level + "/level", ["level": "H", "reason": "Samtalen öppnar sig."]),
                as: "changed")
            try album.keep(try await teacher.get(level), as: "read-by-the-team")
            let map = String(level.prefix { $0 != "?" }.dropLast("/collegial/VT2014".count))
            try album.keep(try await teacher.get(map), as: "map")
        }
    }

    @Test func `people and teams pasted in, members who come and go`() async throws {
        try await withAlbum("done-register") { web, album in
            let here = try await web.register()
            let browser = try await web.be("programledare@example.org")
            let paste = "/programmes/\(here.programme)/paste"
            let text =
                "Namn\tE-post\tSkola\tArbetslag\tRoll\n"
                + "Sara Holm\tsara@example.org\tNya skolan\tLag A\tlärare\n"
                + "Ali Berg\tali@example.org\tSkola 2\tArbetslag 4–9\tlärare\n"
            let preview = try await browser.post(paste, ["text": text, "step": "preview"])
            try album.keep(preview, as: "preview")
            let digest = try #require(preview.hidden("digest"))
            try album.keep(
                try await browser.submit(paste, ["text": text, "digest": digest, "step": "apply"]),
                as: "pasted")
            let members = "/teams/\(here.team("t2"))/members"
            let member = members + "/\(here.person("s2-t05@example.org"))/teacher"
            let page = try await browser.get(members)
            let address = try #require(page.body.firstRange(of: member)).lowerBound
            let time = String(page.body[address...].prefix { $0 != "\"" })
            try album.keep(
                try await browser.post(time, ["lastDay": "2010-01-01", "reason": "", "ownWords": ""]),
                as: "ending-wrong")
            try album.keep(
                try await browser.submit(
                    time, ["lastDay": "2015-06-10", "reason": "other", "ownWords": "Flyttade till Umeå."]),
                as: "ended")
            let person = try #require(
                try await browser.get("/programmes/\(here.programme)/people?q=sara%40").body
                    .firstMatch(of: #/\/people\/[a-z2-7]{26}/#)
            ).output
            try album.keep(try await browser.submit(person + "/invitation"), as: "invited")
        }
    }

    @Test func `a programme that somebody takes over`() async throws {
        try await withAlbum("done-takeover") { web, album in
            try await web.site.database.write { db in
                try db.execute("UPDATE programmes SET taken_over_at = NULL")
            }
            let browser = try await web.be("programledare@example.org")
            let path = "/programmes/\(try await web.register().programme)"
            try album.keep(try await browser.get(path), as: "read-only")
            try album.keep(try await browser.get(path + "/takeover"), as: "asked")
            try album.keep(try await browser.submit(path + "/takeover"), as: "taken-over")
        }
    }

    @Test func `a bundle waits, is read, or has mistakes`() async throws {
        try await withAlbum("done-upload") { web, album in
            let browser = try await web.be("programledare@example.org")
            let again = try TestBundle.fiveSchools().changed {
                $0.replace("five-schools", with: "five-again", in: "study.yaml")
            }
            let wrong = again.changed { $0.set(3, of: "teams.csv", to: "t2,nowhere,Lag,,,") }
            try album.keep(try await send([UInt8]("Hej".utf8), by: browser), as: "no-zip")
            for (name, bundle) in [("read", again), ("mistakes", wrong)] {
                let file = try await bundle.zip(to: web.place.folder + "/\(name).zip")
                let sent = try await send(
                    Array(try Data(contentsOf: URL(fileURLWithPath: file))), by: browser)
                let address = try #require(sent.location)
                if name == "read" { try album.keep(try await browser.get(address), as: "waiting") }
                #expect(try await UploadReading(site: web.site).takeNext())
                try album.keep(try await browser.get(address), as: name)
            }
            try album.keep(try await browser.get("/uploads"), as: "all")
            let programmes = try await browser.get("/programmes")
            try album.keep(programmes, as: "programmes")
        }
    }

    @Test func `a yes and a no, and their receipt`() async throws {
        try await withAlbum("done-consent") { web, album in
            let browser = try await web.be("s1-t01@example.org")
            let path = "/participation"
            let page = try await browser.get(path)
            let study = try await web.site.database.read { db in
                try db.one("SELECT public_id FROM studies") { try $0.text(0) }
            }
            let form = path + "/" + (study ?? "")
            try album.keep(
                try await browser.post(form, ["basis": page.hidden("basis") ?? ""]), as: "nothing-chosen")
            let receipt = try await browser.submit(
                form, ["basis": page.hidden("basis") ?? "", "research": "no", "evaluation": "yes"])
            try album.keep(receipt, as: "receipt")
            try album.keep(try await browser.get(path), as: "after")
            let leader = try await web.be("programledare@example.org")
            let information = "/programmes/\(try await web.register().programme)/information"
            _ = try await leader.get(information)
            try album.keep(try await leader.post(information, ["kept": "igår"]), as: "information-mistakes")
            try album.keep(try await web.be("s2-t02@example.org", .en).get(path), as: "english")
        }
    }

    @Test func `a research file waits, is written, and is no longer good`() async throws {
        try await withAlbum("done-research") { web, album in
            let browser = try await web.be(Web.researcher)
            let address = try await web.ask(.sav, by: browser)
            try album.keep(try await browser.get(address), as: "waiting")
            #expect(try await ResearchWriting(site: web.site, rest: 0).takeNext())
            try album.keep(try await browser.get(address), as: "ready")
            try await web.say(.no, to: .research, Web.teacher)
            try album.keep(try await browser.get(address), as: "outdated")
            let page = try await web.research()
            try album.keep(try await browser.get(page), as: "all")
            try album.keep(try await browser.post(page, ["format": "xls"]), as: "mistakes")
            try album.keep(try await web.be(Web.researcher, .en).get(page), as: "english")
        }
    }

    private func send(_ bytes: [UInt8], by browser: Browser) async throws -> Browser.Answer {
        _ = try await browser.get("/uploads")
        let token = try await browser.formToken()
        let field = "--abc\r\nContent-Disposition: form-data; name="
        var body = ByteBuffer(string: field + "\"form-token\"\r\n\r\n\(token)\r\n")
        body.writeString(field + "\"bundle\"; filename=\"fem.zip\"\r\nContent-Type: application/zip\r\n\r\n")
        body.writeBytes(bytes)
        body.writeString("\r\n--abc--\r\n")
        return try await browser.send(body, of: "multipart/form-data; boundary=abc", to: "/uploads")
    }
}
