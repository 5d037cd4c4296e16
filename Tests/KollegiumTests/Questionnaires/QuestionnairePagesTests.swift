import Foundation
import NIOCore
import Support
import Testing

@testable import Kollegium

/// A programme's questionnaires in the browser: who may read and write them, and writing one from the first question to
/// its publication.
@Suite struct QuestionnairePagesTests {
    static let leader = "programledare@example.org"

    @Test(arguments: TestEngine.allCases)
    func `a programme leader writes a new questionnaire and publishes it`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            let browser = try await web.be(Self.leader)
            let list = try await web.questionnairesPath()
            #expect(try await browser.get(list).body.contains("Pedagogenkät"))
            let begun = try await browser.post(list, ["ready": "empty"])
            #expect(begun.status == .seeOther)
            let draft = try #require(begun.location?.prefix { $0 != "?" }).description
            #expect(try await browser.get(draft).body.contains("En del är det som besvaras på en gång"))

            _ = try await browser.submit(
                draft + "/heading",
                ["sv": "Höstens enkät", "en": "", "audience": "teacher", "asks": "members"])
            let heading = try await browser.get(draft + "/heading")
            _ = try await browser.submit(
                draft + "/heading",
                [
                    "sv": "Höstens enkät", "en": "", "audience": "teacher", "asks": "members",
                    "basis": heading.basis,
                ])
            let part = try await browser.submit(
                draft + "/part/heading", ["sv": "Vid start", "en": "", "wave": "1"])
            #expect(part.body.contains("Inga frågor än"))
            // There is nothing to publish before there is a question.
            let bare = try await browser.get(draft)
            #expect(bare.body.contains("Lägg till frågor i ”Vid start”</a>"))
            #expect(!bare.body.contains("Se vad som ändras, och publicera"))
            let added = try await browser.submit(
                draft + "/question?part=vid-start&type=rating",
                [
                    "sv": "Vi hinner prata färdigt.", "en": "", "scale": "agreement", "area": "",
                    "form": "process",
                    "facet": "benevolence", "looksBack": "yes", "code": "",
                ])
            #expect(added.status == .ok && added.body.contains("Vi hinner prata färdigt."))
            _ = try await browser.submit(
                draft + "/question?part=vid-start&type=text",
                ["sv": "Vad väntar du dig?", "en": "What do you expect?", "looksBack": "", "code": "expect"])
            let moved = try await browser.submit(
                draft + "/order?part=vid-start&item=expect",
                [
                    "way": "up",
                    "basis": try await browser.get(draft + "/part?part=vid-start").basis,
                ])
            let places = ["Vad väntar du dig?", "Vi hinner prata färdigt."].map {
                moved.body.firstRange(of: $0)?.lowerBound
            }
            #expect(places[0] ?? moved.body.endIndex < places[1] ?? moved.body.startIndex)

            #expect(try await browser.get(draft).body.contains("Se vad som ändras, och publicera"))
            let preview = try await browser.get(draft + "/publication")
            #expect(preview.body.contains("Ny del med 2 frågor"))
            let published = try await browser.submit(draft + "/publication", ["basis": preview.basis])
            #expect(published.body.contains("Den nya versionen gäller nu"))
            #expect(published.body.contains("För lärare, version 1"))
            let next = try #require(published.body.firstMatch(of: #/href="([^"]+)">Planera en omgång</#))
            let planning = try await browser.get(String(next.output.1))
            #expect(planning.status == .ok && planning.body.contains("Vid start"))
            let options = planning.body.matches(of: #/<option value="([^"]+)"([^>]*)>/#)
            #expect(
                options.contains { $0.output.1.hasSuffix("/vid-start") && $0.output.2.contains("selected") })
            #expect(try await browser.get(draft).status == .notFound)
            #expect(
                try await web.place.witness(
                    "SELECT i.code, x.type, x.form, x.looks_back FROM part_items x JOIN items i ON i.id = x.item_id JOIN parts p ON p.id = x.part_id WHERE p.code = 'vid-start' ORDER BY x.position"
                ) == ["expect|text||0", "vi-hinner-prata-fardigt|rating|process|1"])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `what has been opened cannot be changed, and a part behind it can`(_ engine: TestEngine) async throws
    {
        try await withDemo(engine) { web in
            let browser = try await web.be(Self.leader)
            let teacher = try await web.questionnaire("teacher")
            let shown = try await browser.get(teacher)
            #expect(shown.body.contains("står kvar som den är") && shown.body.contains("Viktigt mål 1"))
            let draft = try await browser.submit(teacher + "/draft")
            #expect(draft.status == .ok && draft.body.contains("Utkast"))
            #expect(
                try await browser.get(teacher + "/draft/question?part=start&item=goal-1").status == .notFound)
            let refused = try await browser.post(
                teacher + "/draft/question?part=start&type=text", ["sv": "Ny", "code": ""])
            #expect(refused.status == .unprocessableContent && refused.body.contains("har öppnats"))
            #expect(try await browser.get(teacher + "/draft/scale?item=agreement").status == .notFound)
            let part = try await browser.submit(
                teacher + "/draft/part/heading", ["sv": "År 3", "en": "Year 3", "wave": "4"])
            #expect(part.status == .ok)
            let trust = try await browser.submit(teacher + "/draft/trust-items?part=ar-3")
            #expect(trust.body.components(separatedBy: "Flytta upp<").count == 30)
            let preview = try await browser.get(teacher + "/draft/publication")
            #expect(preview.body.contains("Ny del med 30 frågor"))
            let done = try await browser.submit(teacher + "/draft/publication", ["basis": preview.basis])
            #expect(done.body.contains("version 2") && done.body.contains("År 3"))
            #expect(try await web.place.kollegium("check").status == 0)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `two windows do not take away each other's words`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            let browser = try await web.be(Self.leader)
            let draft = try await web.beginDraft(browser)
            let question = draft + "/question?part=start&item=goal-1"
            let form = try await browser.get(question)
            let saved = try await browser.post(
                question, ["sv": "Första fönstret", "en": "", "looksBack": "yes", "basis": form.basis])
            #expect(saved.status == .seeOther)
            let late = try await browser.post(
                question, ["sv": "Andra fönstret", "en": "", "looksBack": "yes", "basis": form.basis])
            #expect(late.status == .unprocessableContent)
            #expect(late.body.contains("Någon har ändrat det här") && late.body.contains("Andra fönstret"))
            #expect(try await browser.get(question).body.contains("Första fönstret"))
            let preview = try await browser.get(draft + "/publication")
            _ = try await browser.post(
                question,
                ["sv": "Igen", "en": "", "looksBack": "yes", "basis": try await browser.get(question).basis])
            let stale = try await browser.post(draft + "/publication", ["basis": preview.basis])
            #expect(stale.status == .unprocessableContent && stale.body.contains("Igen") == false)
            #expect(stale.body.contains("Någon har ändrat det här"))
            let removed = try await browser.post(
                draft + "/removal?part=start&item=goal-2", ["basis": "annan"])
            #expect(removed.status == .unprocessableContent)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `mistakes are told at their fields, and nothing typed is lost`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            let browser = try await web.be(Self.leader)
            let draft = try await web.beginDraft(browser)
            let mistakes:
                [(path: String, fields: KeyValuePairs<String, String>, told: String, kept: String)] = [
                    (
                        "/question?part=start&type=rating",
                        ["sv": "", "en": "", "scale": "", "facet": "honesty", "code": "kvar"], "skriv frågan",
                        "kvar"
                    ),
                    (
                        "/question?part=start&type=rating",
                        ["sv": "Ny fråga", "scale": "borta", "code": ""], "Välj något i listan", "Ny fråga"
                    ),
                    (
                        "/question?part=start&type=choice",
                        ["sv": "Ett val", "scale": "agreement", "code": ""], "varje steg har ett värde",
                        "Ett val"
                    ),
                    (
                        "/question?part=start&type=text", ["sv": "Igen", "code": "goal-1"],
                        "redan en fråga med det kortnamnet", "Igen"
                    ),
                    ("/part/heading", ["sv": "", "en": "", "wave": "noll"], "Skriv ett namn", "noll"),
                    ("/scale", ["code": "agreement", "steps.0.sv": "ja"], "redan en skala", "ja"),
                    (
                        "/scale",
                        ["code": "ny", "steps.0.sv": "ja", "steps.0.en": "yes", "steps.1.sv": "nej"],
                        "fyll i det här för alla steg", "nej"
                    ),
                    ("/scale", ["code": "ny"], "skriv stegen", "ny"),
                    (
                        "/question?part=start&type=choice",
                        ["sv": "Ett val", "alternativesSV": "bara ett", "code": ""], "minst två alternativ",
                        "bara ett"
                    ),
                    (
                        "/question?part=start&type=choice",
                        ["sv": "Ett val", "alternativesSV": "ja\nnej", "alternativesEN": "yes", "code": ""],
                        "lika många alternativ", "ja\nnej"
                    ),
                    (
                        "/question?part=start&type=ranking",
                        ["sv": "Ordna", "alternativesSV": "tid\nTid", "code": ""], "står två gånger", "tid"
                    ),
                    (
                        "/question?part=start&type=choice",
                        ["sv": "Ett val", "scale": "element", "alternativesSV": "ja\nnej", "code": ""],
                        "inte båda", "ja\nnej"
                    ),
                    ("/area", ["sv": "", "en": ""], "Skriv ett namn", "Lägg till ett område"),
                ]
            for mistake in mistakes {
                let answer = try await browser.post(draft + mistake.path, mistake.fields)
                #expect(answer.status == .unprocessableContent, "\(mistake.path)")
                let body = answer.body.lowercased()
                #expect(body.contains(mistake.told.lowercased()), "\(mistake.path): \(mistake.told)")
                #expect(body.contains(mistake.kept.lowercased()), "\(mistake.path): \(mistake.kept)")
            }
            for path in [
                "/question?part=nowhere&type=text", "/question?part=start&type=annan",
                "/question?part=start&item=nowhere", "/part?part=nowhere", "/scale?item=nowhere",
                "/area?item=nowhere", "/part/heading?part=nowhere", "/preview?part=nowhere",
                "/removal?part=nowhere", "/removal?part=start&item=nowhere",
                "/removal?item=nowhere&type=scale", "/removal?item=agreement&type=scale", "/removal",
            ] {
                #expect(try await browser.get(draft + path).status == .notFound, "\(path)")
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a scale goes when no question uses it`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            let browser = try await web.be(Self.leader)
            let draft = try await web.beginDraft(browser)
            let made = try await browser.submit(
                draft + "/scale",
                [
                    "code": "ja-nej", "steps.0.sv": "ja", "steps.1.sv": "nej", "steps.0.value": "y",
                    "steps.1.value": "n",
                ])
            #expect(made.body.contains("ja-nej"))
            let basis = try await browser.get(draft + "/scale?item=ja-nej").basis
            let used = try await browser.get(draft + "/scale?item=agreement").basis
            let refused = try await browser.post(
                draft + "/removal?item=agreement&type=scale", ["basis": used])
            #expect(refused.status == .unprocessableContent && refused.body.contains("En fråga använder"))
            let late = try await browser.post(
                draft + "/removal?item=ja-nej&type=scale", ["basis": used])
            #expect(late.status == .unprocessableContent)
            let gone = try await browser.submit(
                draft + "/removal?item=ja-nej&type=scale", ["basis": basis])
            #expect(gone.status == .ok && !gone.body.contains("ja-nej"))
            let area = try await browser.submit(draft + "/area", ["sv": "Nytt område", "en": ""])
            #expect(area.body.contains("Nytt område"))
            let areaBasis = try await browser.get(draft + "/area?item=nytt-omrade").basis
            let without = try await browser.submit(
                draft + "/removal?item=nytt-omrade&type=area", ["basis": areaBasis])
            #expect(without.status == .ok && !without.body.contains("Nytt område"))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a draft that is thrown away leaves what stands, and nothing of what never stood`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine) { web in
            let browser = try await web.be(Self.leader)
            let teacher = try await web.questionnaire("teacher")
            _ = try await browser.submit(teacher + "/draft")
            let back = try await browser.discard(teacher + "/draft")
            #expect(back.body.contains("Utkastet är borta") && back.body.contains("version 1"))
            let draft = try await web.beginDraft(browser)
            let list = try await browser.discard(draft)
            #expect(list.status == .ok && list.body.contains("Utkastet är borta"))
            #expect(
                try await web.place.witness("SELECT code FROM questionnaires ORDER BY code") == [
                    "leader", "teacher",
                ])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `others do not get in`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            let leader = try await web.be(Self.leader)
            let (list, teacher) = (try await web.questionnairesPath(), try await web.questionnaire("teacher"))
            let draft = try await web.beginDraft(leader)
            let drafts = [
                "", "/heading", "/part?part=start", "/part/heading", "/question?part=start&type=text",
                "/scale",
                "/area", "/publication", "/file", "/preview?part=start", "/removal?part=start", "/discarding",
            ].map { draft + $0 }
            let posts =
                [
                    "", "/heading", "/part/heading", "/question?part=start&type=text", "/scale", "/area",
                    "/order",
                    "/removal", "/trust-items?part=start", "/publication", "/discarding",
                ].map { draft + $0 } + [list, teacher + "/draft"]
            for email in [
                "s2-t02@example.org", "s2-t03@example.org", "handledare-1@example.org", "s1-l1@example.org",
                "utvecklingsledare@example.org", "administrator@example.org",
            ] {
                let browser = try await web.be(email)
                for path in drafts + [
                    list, list + "/file", teacher, teacher + "/yaml", teacher + "/xlsx",
                ] {
                    #expect(try await browser.get(path).status == .notFound, "\(email) \(path)")
                }
                for path in posts {
                    #expect(try await browser.post(path).status == .notFound, "\(email) \(path)")
                }
            }
            let researcher = try await web.be("forskare@example.org")
            for path in [list, teacher, teacher + "/yaml", teacher + "/xlsx"] {
                #expect(try await researcher.get(path).status == .ok, "\(path)")
            }
            for path in drafts + [list + "/file"] {
                #expect(try await researcher.get(path).status == .notFound, "\(path)")
            }
            for path in posts { #expect(try await researcher.post(path).status == .notFound, "\(path)") }
            for path in drafts + [list, teacher] {
                let answer = try await web.browser().get(path)
                #expect(answer.status == .seeOther && answer.location?.hasPrefix("/sign-in") == true)
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a file becomes a draft, and what is wrong with it is told at its line`(_ engine: TestEngine)
        async throws
    {
        try await withDemo(engine) { web in
            let browser = try await web.be(Self.leader)
            let list = try await web.questionnairesPath()
            let yaml = try await browser.get(try await web.questionnaire("teacher") + "/yaml")
            #expect(yaml.headers[.contentDisposition] == "attachment; filename=\"pedagogenkat-v1.yaml\"")
            let begun = try await browser.send(file: Array(yaml.body.utf8), to: list + "/file")
            #expect(begun.status == .seeOther && begun.location?.contains("/draft") == true)
            let broken = yaml.body.replacing("type: rating", with: "type: raking", maxReplacements: 1)
            let refused = try await browser.send(file: Array(broken.utf8), to: list + "/file")
            #expect(refused.status == .unprocessableContent && refused.body.contains("raking"))
            #expect(refused.body.contains(#/yaml:\d+: /#))
            let others = yaml.body.replacing("audience: teacher", with: "audience: teacher\nasks: nobody")
            let nobody = try await browser.send(file: Array(others.utf8), to: list + "/file")
            #expect(nobody.status == .unprocessableContent && nobody.body.contains("yaml:7: "))
            let hidden = yaml.body.replacing("sv: Pedagogenkät", with: "sv: \"Pedagog\\0enkät\"")
            let nul = try await browser.send(file: Array(hidden.utf8), to: list + "/file")
            #expect(nul.status == .unprocessableContent)
            let long = "\ntiteln: " + String(repeating: "å", count: 600_000)
            let tooLong = try await browser.send(file: Array((yaml.body + long).utf8), to: list + "/file")
            #expect(
                tooLong.status == .unprocessableContent && tooLong.body.contains("längre än någon kan svara"))
            let nothing = try await browser.send(file: [], to: list + "/file")
            #expect(nothing.status == .unprocessableContent && nothing.body.contains("Välj en fil först"))
            let noise = try await browser.send(file: [0x50, 0x4B, 3, 4, 1, 2, 3], to: list + "/file")
            #expect(noise.status == .unprocessableContent && noise.body.contains("Excelfil"))
        }
    }
}

extension Web {
    func questionnairesPath() async throws -> String {
        "/programmes/\(try await register().programme)/questionnaires"
    }

    /// The address of a questionnaire by its code in the study.
    func questionnaire(_ code: String) async throws -> String {
        let id = try await site.database.read { db in
            try db.one("SELECT public_id FROM questionnaires WHERE code = ?", code) { try $0.text(0) }
        }
        return "/questionnaires/\(try #require(id))"
    }

    /// A draft of a new teacher questionnaire, of which nothing has been opened.
    func beginDraft(_ browser: Browser) async throws -> String {
        let begun = try await browser.post(try await questionnairesPath(), ["ready": "teacher"])
        return try #require(begun.location?.prefix { $0 != "?" }).description
    }
}

extension Browser.Answer {
    /// What the first form on the page was made from.
    var basis: String {
        guard let field = body.firstRange(of: "name=\"basis\" value=\"") else { return "" }
        return String(body[field.upperBound...].prefix { $0 != "\"" })
    }
}

extension Browser {
    func send(file: [UInt8], to path: String) async throws -> Answer {
        let token = try await formToken()
        let head =
            "--abc\r\nContent-Disposition: form-data; name=\"form-token\"\r\n\r\n\(token)\r\n--abc\r\n"
            + "Content-Disposition: form-data; name=\"file\"; filename=\"a\"\r\nContent-Type: application/octet-stream\r\n\r\n"
        var body = ByteBuffer(string: head)
        body.writeBytes(file)
        body.writeString("\r\n--abc--\r\n")
        return try await send(body, of: "multipart/form-data; boundary=abc", to: path)
    }
}
