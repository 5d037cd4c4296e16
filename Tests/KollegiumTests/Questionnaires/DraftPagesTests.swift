import Support
import Testing

@testable import Kollegium

/// What makes writing a questionnaire safe: looking at it before it is asked, and being asked before something goes.
@Suite struct DraftPagesTests {
    private static let leader = QuestionnairePagesTests.leader

    @Test(arguments: TestEngine.allCases)
    func `nothing of a draft goes before one is asked`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            let browser = try await web.be(Self.leader)
            let draft = try await web.beginDraft(browser)
            let part = try await browser.get(draft + "/part?part=start")
            #expect(!part.body.contains("formaction"))
            let question = draft + "/removal?part=start&item=goal-2"
            #expect(part.body.contains("removal?part=start&amp;item=goal%2D2\""))
            var asked = try await browser.get(question)
            #expect(asked.status == .ok && asked.body.contains("Ta bort frågan?"))
            #expect(try await browser.get(draft + "/part?part=start").body.contains("item=goal%2D2"))
            var after = try await browser.submit(question, ["basis": asked.basis])
            #expect(after.status == .ok && !after.body.contains("item=goal%2D2"))
            // What was read is of no use any more.
            let late = try await browser.post(draft + "/removal?part=start", ["basis": asked.basis])
            #expect(late.status == .unprocessableContent)
            asked = try await browser.get(draft + "/removal?part=start")
            #expect(asked.body.contains("med sina "))
            after = try await browser.submit(draft + "/removal?part=start", ["basis": asked.basis])
            #expect(after.status == .ok && !after.body.contains("part=start"))
            for (path, fields): (String, KeyValuePairs<String, String>) in [
                ("/scale", ["code": "ja-nej", "steps.0.sv": "nej", "steps.1.sv": "ja"]),
                ("/area", ["sv": "Nytt", "en": ""]),
            ] { _ = try await browser.submit(draft + path, fields) }
            for path in ["/removal?item=ja-nej&type=scale", "/removal?item=nytt&type=area"] {
                asked = try await browser.get(draft + path)
                #expect(asked.status == .ok, "\(path)")
                #expect(try await browser.submit(draft + path, ["basis": asked.basis]).status == .ok)
                #expect(try await browser.get(draft + path).status == .notFound)
            }
            asked = try await browser.get(draft + "/discarding")
            #expect(asked.body.contains("Enkäten har aldrig publicerats"))
            #expect(try await browser.get(draft).status == .ok)
            #expect(try await browser.discard(draft).body.contains("Utkastet är borta"))
        }
    }

    @Test func `whoever asks for people's own words is told who reads them`() async throws {
        try await withDemo(.sqlite) { web in
            let browser = try await web.be(Self.leader)
            let draft = try await web.beginDraft(browser)
            let told = "läses inte av programledningen"
            for (type, isTold) in [("text", true), ("ranking", true), ("rating", false), ("choice", false)] {
                let page = try await browser.get(draft + "/question?part=start&type=\(type)")
                #expect(page.body.contains(told) == isTold, "\(type)")
            }
            // The third part has things to rank in one's own words; a single rating has none.
            #expect(try await browser.get(draft + "/preview?part=year2").body.contains(told))
            _ = try await browser.submit(draft + "/part/heading", ["sv": "Kort", "en": "", "wave": "9"])
            _ = try await browser.submit(
                draft + "/question?part=kort&type=goal", ["sv": "Mål", "en": "", "looksBack": "", "code": ""])
            #expect(try await !browser.get(draft + "/preview?part=kort").body.contains(told))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `what somebody else has just changed is not taken away`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            let browser = try await web.be(Self.leader)
            let draft = try await web.beginDraft(browser)
            let paths = ["/removal?part=start&item=goal-2", "/removal?part=start", "/discarding"]
            var bases: [String] = []
            for path in paths { bases.append(try await browser.get(draft + path).basis) }
            let other = try await browser.get(draft + "/removal?part=start&item=goal-1").basis
            let question = draft + "/question?part=start&item=goal-2"
            let changed = try await browser.submit(
                question,
                [
                    "sv": "Ett helt annat mål", "en": "", "looksBack": "yes",
                    "basis": try await browser.get(question).basis,
                ])
            #expect(changed.body.contains("Ett helt annat mål"))
            for (path, basis) in zip(paths, bases) {
                let late = try await browser.post(draft + path, ["basis": basis])
                #expect(late.status == .unprocessableContent, "\(path)")
                #expect(late.body.contains("Någon har ändrat det här"), "\(path)")
            }
            #expect(try await browser.get(draft + "/part?part=start").body.contains("Ett helt annat mål"))
            // The question beside it is as it was.
            let gone = try await browser.submit(draft + "/removal?part=start&item=goal-1", ["basis": other])
            #expect(gone.status == .ok && !gone.body.contains("item=goal%2D1"))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a part is seen as whoever answers sees it, and nothing can be sent from it`(_ engine: TestEngine)
        async throws
    {
        try await withDemo(engine) { web in
            let browser = try await web.be(Self.leader)
            let draft = try await web.beginDraft(browser)
            let path = draft + "/preview?part=year1"
            #expect(
                try await browser.get(draft + "/part?part=year1").body.contains("href=\"\(path)\""))
            let sheets = try await web.place.witness("SELECT count(*) FROM sheets")
            let page = try await browser.get(path)
            let content = try #require(
                page.body.components(separatedBy: "<main").last?.components(separatedBy: "</main>").first)
            #expect(page.status == .ok && !content.contains("<form") && !content.contains("<button"))
            for words in [
                "41 frågor, ungefär 5 minuter", "Mellan dig och kollegorna", "stämmer ganska bra",
                "Mål 1: ”målet som personen skrev”", "möter också sina egna tidigare svar",
            ] { #expect(content.contains(words), "\(words)") }
            #expect(try await web.place.witness("SELECT count(*) FROM sheets") == sheets)
            // Without goals before there is nothing to review, and who writes it is told.
            _ = try await browser.submit(
                draft + "/removal?part=start",
                ["basis": try await browser.get(draft + "/removal?part=start").basis])
            let alone = try await browser.get(path)
            #expect(alone.body.contains("Ingen tidigare del frågar efter mål"))
            #expect(alone.body.contains("38 frågor"))
            let english = try await web.be(Self.leader, .en).get(path)
            #expect(english.body.contains("mostly true") && english.body.contains("38 questions"))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a choice brings its alternatives along, and a scale its numbers`(_ engine: TestEngine) async throws
    {
        try await withDemo(engine) { web in
            let browser = try await web.be(Self.leader)
            let list = try await web.questionnairesPath()
            let begun = try await browser.post(list, ["ready": "empty"])
            let draft = try #require(begun.location?.prefix { $0 != "?" }).description
            _ = try await browser.submit(draft + "/part/heading", ["sv": "Vid start", "wave": "1"])
            let form = try await browser.get(draft + "/question?part=vid-start&type=choice")
            #expect(form.body.contains("name=\"alternativesSV\""))
            let made = try await browser.submit(
                draft + "/question?part=vid-start&type=choice",
                [
                    "sv": "Vad behövs mest?", "en": "What is needed most?",
                    "alternativesSV": "Mer tid\r\n\r\nHandledning\r\n",
                    "alternativesEN": "More time\nSupervision",
                    "looksBack": "", "code": "",
                ])
            #expect(made.status == .ok && made.body.contains("Mer tid · Handledning"))
            let scale = try await browser.get(draft + "/scale?item=vad-behovs-mest")
            #expect(scale.body.contains("value=\"mer-tid\"") && scale.body.contains("value=\"Supervision\""))
            _ = try await browser.submit(
                draft + "/scale",
                ["code": "ofta", "steps.0.sv": "aldrig", "steps.1.sv": "ofta", "steps.2.sv": ""])
            let numbered = try await browser.get(draft + "/scale?item=ofta")
            #expect(numbered.body.contains("name=\"steps.1.value\" type=\"text\" value=\"2\""))
            let question = try await browser.get(draft + "/question?part=vid-start&type=choice")
            #expect(question.body.contains("aldrig … ofta"))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a translation that is missing is seen, and told before publishing`(_ engine: TestEngine)
        async throws
    {
        try await withDemo(engine) { web in
            let browser = try await web.be(Self.leader)
            let draft = try await web.beginDraft(browser)
            #expect(try await !browser.get(draft + "/publication").body.contains("Engelska saknas"))
            let question = draft + "/question?part=start&item=goal-1"
            _ = try await browser.submit(
                question,
                [
                    "sv": "Bara svenska", "en": "", "looksBack": "yes",
                    "basis": try await browser.get(question).basis,
                ])
            let part = try await browser.get(draft + "/part?part=start")
            #expect(part.body.components(separatedBy: "engelska saknas").count == 2)
            #expect(
                try await browser.get(question).body.contains(
                    "Den som läser på engelska får frågan på svenska"))
            let publication = try await browser.get(draft + "/publication")
            #expect(publication.body.contains("Engelska saknas") && publication.body.contains("1 fråga i ”"))
            #expect(publication.body.contains(">Publicera</button>"))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `what lies ahead of the demonstration's day is not told as answered`(_ engine: TestEngine)
        async throws
    {
        try await withDemo(engine, today: "2014-06-10") { web in
            let browser = try await web.be(Self.leader)
            let teacher = try await web.questionnaire("teacher")
            let page = try await browser.get(teacher)
            #expect(!page.body.contains(">besvarad<") && page.body.contains(">inte planerad<"))
            let draft = try await browser.submit(teacher + "/draft")
            #expect(!draft.body.contains(">besvarad<"))
        }
    }
}

extension Browser {
    /// Throws a draft away as it stands.
    func discard(_ draft: String) async throws -> Answer {
        let path = draft + "/discarding"
        return try await submit(path, ["basis": try await get(path).basis])
    }
}
