import Hummingbird
import Support
import Testing

@testable import Kollegium

/// What people are told where something is wrong, letter by letter: at its field, summed up on top, and nothing lost.
@Suite struct MistakeSnapshotTests {
    private typealias Fields = KeyValuePairs<String, String>
    private typealias Mistake = (name: String, path: String, fields: Fields)

    @Test func `mistakes in the register`() async throws {
        try await withAlbum("mistakes-register") { web, album in
            let here = try await web.register()
            let (programme, team) = ("/programmes/\(here.programme)", "/teams/\(here.team("t2"))")
            let (school, person) = (here.school("s2"), here.person("s2-t02@example.org"))
            let mistakes: [Mistake] = [
                (
                    "programme-new", "/programmes/new",
                    [
                        "titleSV": "", "starts": "i höstas", "ends": "2016-06-10", "zone": "Mars/Basen",
                        "phases.0.name": "År 1", "phases.0.from": "2015-08-17", "phases.0.to": "2014-01-01",
                        "minimumGroup": "2", "minimumForSingleItems": "8",
                    ]
                ),
                ("programme-edit", programme + "/edit", ["titleSV": "", "basis": "annan"]),
                (
                    "school-new", programme + "/schools/new",
                    ["name": "", "municipality": "Ö-vik", "pupils": "många"]
                ),
                ("school-edit", "/schools/\(school)/edit", ["name": "Askskolan", "basis": "annan"]),
                (
                    "team-new", programme + "/teams/new",
                    ["school": "nowhere", "name": "Lag 7", "pupils": "-1"]
                ),
                ("team-edit", team + "/edit", ["school": school, "name": "Vargarna", "basis": "annan"]),
                (
                    "person-new", programme + "/people/new",
                    ["name": "Eva 19121212-1212", "email": "eva", "school": "nowhere"]
                ),
                (
                    "person-edit", "/people/\(person)/edit",
                    ["name": "", "email": "", "school": "", "basis": "annan"]
                ),
                ("member-new", team + "/members", ["person": person, "role": "teacher", "from": "snart"]),
                ("paste-nothing", programme + "/paste", ["text": "", "step": "preview"]),
                (
                    "paste-wrong-row", programme + "/paste",
                    [
                        "text":
                            "Namn\tE-post\tSkola\tArbetslag\tRoll\nRut Rad\trut@example.org\tSkola 2\tLag A\tlärare\n"
                            + "Roy Rad\tinte en adress\tSkola 2\tLag A\tvaktmästare\n",
                        "step": "preview",
                    ]
                ),
            ]
            try await keep(mistakes, in: album, by: try await web.be("programledare@example.org"))
        }
    }

    @Test func `mistakes of a team, of accounts and of one's own`() async throws {
        try await withAlbum("mistakes") { web, album in
            let level = "/teams/\(try await web.register().team("t1"))/trust/collegial/VT2014"
            try await keep(
                [
                    ("comment", level + "/comments", ["text": " "]),
                    ("password", "/account/password", ["old-password": "", "new-password": "lösenord"]),
                ], in: album, by: try await web.be("s1-t01@example.org"))
            try await keep(
                [("level", level + "/level", ["level": "H", "reason": ""])], in: album,
                by: try await web.be("handledare-1@example.org"))
            let account = "/accounts/\(try await web.account(Web.teacher).publicID)"
            try await keep(
                [
                    (
                        "invitation", "/accounts/new",
                        [
                            "email": "inte en adress", "name": "Åsa", "language": "en",
                            "role": "school-leader", "school": "Zzz & Co",
                        ]
                    ),
                    ("appointment", account + "/roles", ["role": "researcher", "programme": ""]),
                ], in: album, by: try await web.be(Web.administrator))
        }
    }

    private func keep(_ mistakes: [Mistake], in album: Album, by browser: Browser) async throws {
        for (name, path, fields) in mistakes {
            _ = try await browser.get("/account")
            let answer = try await browser.post(path, fields)
            let wanted: HTTPResponse.Status = name == "paste-wrong-row" ? .ok : .unprocessableContent
            #expect(answer.status == wanted, "\(name)")
            try album.keep(answer, as: name)
        }
    }
}
