import Support
import Testing

@testable import Kollegium

/// The pages by which people come in, letter by letter, and what they are told where one leads nowhere.
@Suite struct WaysInSnapshotTests {
    @Test func `passwords, links and invitations`() async throws {
        try await withAlbum("ways-in") { web, album in
            try await web.setPassword(of: Web.teacher)
            let browser = web.browser()
            let wrong: KeyValuePairs = ["email": Web.teacher, "password": "inte det rätta lösenordet"]
            try album.keep(try await browser.post("/sign-in", wrong), as: "wrong-password")
            try album.keep(
                try await browser.post("/sign-in", ["email": "", "password": ""]), as: "nothing-typed")
            try album.keep(try await browser.post("/sign-in-links", ["email": "s2-t02"]), as: "no-address")
            try album.keep(
                try await browser.submit("/sign-in-links", ["email": Web.teacher]), as: "link-sent")
            let link = try #require(try await web.letters(to: Web.teacher).last).path
            try album.keep(try await browser.get(link), as: "link")
            try album.keep(try await browser.get("/sign-in-links/\(Secret().text)"), as: "link-that-is-over")

            let owner = try await web.signedIn(Web.teacher)
            _ = try await owner.get("/account")
            let moved: KeyValuePairs = [
                "new-email": "ny@example.org", "address-password": Door.password,
            ]
            try album.keep(try await owner.submit("/account/address", moved), as: "address-asked")
            let proof = try #require(try await web.letters(to: "ny@example.org").last).path
            try album.keep(try await owner.get(proof), as: "address")

            let administrator = try await web.be(Web.administrator)
            let email = "nils@example.org"
            _ = try await administrator.post(
                "/accounts/new", ["email": email, "name": "Nils Ny", "role": ""])
            let invitation = try #require(try await web.letters(to: email).last).path
            try album.keep(try await browser.get(invitation), as: "invitation")
            try album.keep(
                try await browser.post(invitation, ["password": "lösenord123456", "language": "en"]),
                as: "invitation-easy-password")
            try album.keep(
                try await browser.get("/invitations/\(Secret().text)"), as: "invitation-that-is-over")
            _ = try await browser.post(invitation, ["password": Door.password, "language": "sv"])
            try album.keep(try await browser.get("/"), as: "no-role-yet")
            try album.keep(try await browser.get("/account"), as: "account-of-no-role")
        }
    }

    @Test func `the team's code at a first meeting`() async throws {
        try await withAlbum("joining", today: "2014-06-10") { web, album in
            let leader = try await web.be("s2-t03@example.org")
            let path = "/teams/\(try await web.register().team("t2"))/code"
            try album.keep(try await leader.post(path, ["do": "open", "hours": "900"]), as: "hours-wrong")
            try album.keep(try await leader.submit(path, ["do": "open", "hours": "2"]), as: "code-open")
            let letters = try await web.site.database.read { db in
                try db.one("SELECT code FROM team_codes ORDER BY id DESC") { try $0.text(0) } ?? ""
            }
            let browser = web.browser()
            try album.keep(try await browser.get("/join/\(letters)"), as: "join")
            try album.keep(
                try await browser.post("/join", ["code": "AAAA", "name": "", "email": "nora"]),
                as: "join-wrong")
            let email = "nora@example.org"
            try album.keep(
                try await browser.post("/join", ["code": letters, "name": "Nora Ny", "email": email]),
                as: "join-sent")
            let joining = try #require(try await web.letters(to: email).last).path
            try album.keep(try await browser.get(joining), as: "joining")
            try album.keep(try await browser.get("/joinings/\(Secret().text)"), as: "joining-that-is-over")
            try album.keep(try await browser.submit(joining), as: "joined")
            try album.keep(try await leader.submit(path, ["do": "close"]), as: "code-closed")
            _ = try await Postman(
                database: web.site.database, settings: try web.site.mail, clock: web.site.clock.now
            ).deliverDue()
            try album.keep(try await browser.get("/outbox"), as: "letters")
        }
    }

    @Test func `one-time codes`() async throws {
        try await withAlbum("one-time-codes") { web, album in
            try await web.setPassword(of: Web.teacher)
            let owner = try await web.signedIn(Web.teacher)
            _ = try await owner.get("/account")
            let page = try await owner.submit("/account/codes/secret")
            try album.keep(page, as: "turning-on")
            let secret = try #require(page.text(after: "<code>", before: "</code>"))
            let app = try #require(OneTimeCode(base32: secret))
            let code = app.code(at: OneTimeCode.step(at: web.site.now))
            try album.keep(
                try await owner.post("/account/codes", ["one-time-code": "000 000"]), as: "turning-on-wrong")
            try album.keep(
                try await owner.post("/account/codes", ["one-time-code": code]), as: "recovery-codes")
            try album.keep(try await owner.get("/account"), as: "account")
            try album.keep(
                try await owner.post("/account/codes/off", ["codes-password": "", "one-time-code": ""]),
                as: "turning-off-wrong")
            let browser = web.browser()
            try album.keep(
                try await browser.submit("/sign-in", ["email": Web.teacher, "password": Door.password]),
                as: "asked-for")
            try album.keep(
                try await browser.post("/sign-in/code", ["one-time-code": "000 000"]), as: "asked-for-wrong")
        }
    }
}
