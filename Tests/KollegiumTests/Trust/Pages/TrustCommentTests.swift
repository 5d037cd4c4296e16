import Support
import Testing

@testable import Kollegium

@Suite struct TrustCommentTests {
    @Test(arguments: TestEngine.allCases)
    func `what is said is read in the room, and taken back by who said it alone`(_ engine: TestEngine)
        async throws
    {
        try await withDemo(engine) { web in
            let level = try await web.trust("t1", "/collegial/VT2015")
            let teacher = try await web.at("s1-t01@example.org")
            let said = try await teacher.submit(
                level + "/comments",
                ["text": " Vi vågar  mer nu.\r\n\r\n\r\nMen <script>alert(1)</script> & \"så\" "])
            #expect(said.status == .ok)
            #expect(said.body.contains("Kommentaren är tillagd."))
            #expect(said.body.contains("<p>Vi vågar mer nu.</p>"))
            #expect(said.body.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;så&quot;"))
            #expect(!said.body.contains("<script"))
            #expect(said.body.contains("Du, fre\u{A0}12\u{A0}juni\u{A0}2015"))
            let withdrawal = try #require(paths(in: said.body, "action", containing: "/withdraw").first)

            let supervisor = try await web.at("handledare-1@example.org")
            let read = try await supervisor.get(level)
            #expect(read.body.contains("Vi vågar mer nu."))
            #expect(!read.body.contains(withdrawal))
            #expect(try await supervisor.post(withdrawal).status == .notFound)
            #expect(try await web.at("s2-t02@example.org").post(withdrawal).status == .notFound)
            _ = try await supervisor.submit(level + "/comments", ["text": "Jag hör er."])

            let after = try await teacher.submit(withdrawal)
            #expect(after.status == .ok)
            #expect(!after.body.contains("Vi vågar mer nu."))
            #expect(after.body.contains("En kommentar har tagits tillbaka."))
            #expect(after.body.contains("Jag hör er."))
            // Nothing is left of the words, and twice is once.
            #expect(try await teacher.post(withdrawal).status == .seeOther)
            #expect(
                try await web.place.witness(
                    "SELECT text, withdrawn_at IS NULL FROM trust_comments ORDER BY id"
                )
                .map { $0.replacing("|t", with: "|1").replacing("|f", with: "|0") } == [
                    "|0", "Jag hör er.|1",
                ])
            #expect(
                try await web.place.witness("SELECT count(*) FROM activity WHERE verb = 'withdrew'") == ["1"])
        }
    }

    @Test func `a comment that nobody has gone on after leaves no stub`() async throws {
        try await withDemo(.sqlite) { web in
            let level = try await web.trust("t1", "/collegial/VT2015")
            let teacher = try await web.at("s1-t01@example.org")
            let said = try await teacher.submit(level + "/comments", ["text": "Ett ord"])
            let after = try await teacher.submit(
                try #require(paths(in: said.body, "action", containing: "/withdraw").first))
            #expect(!after.body.contains("tagits tillbaka."))
            #expect(after.body.contains("Ingen har sagt något"))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `what can't be kept comes back with what was typed`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            let level = try await web.trust("t1", "/collegial/VT2015")
            let teacher = try await web.at("s1-t01@example.org")
            let long = String(repeating: "å", count: 4_999) + "x"
            let wrong: [(text: String, sentence: String)] = [
                ("", "Kommentaren är tom"), (" \n\u{200B} ", "Kommentaren är tom"),
                (long, "Texten har 5\u{A0}000 tecken; högst 2\u{A0}000 får plats"),
                ("Hej\u{0}då", "styrtecken"), ("Hej\u{7}", "styrtecken"), ("Vänd \u{202E}om", "styrtecken"),
                ("Elev 20010203-1234 vågade", "personnummer"),
            ]
            for (text, sentence) in wrong {
                let page = try await teacher.post(level + "/comments", ["text": text])
                #expect(page.status == .unprocessableContent, "\(sentence)")
                #expect(page.body.contains(sentence), "\(sentence)")
                #expect(page.body.contains("href=\"#text\""), "\(sentence)")
                #expect(page.body.contains("aria-invalid=\"true\""))
                #expect(page.body.contains("<title>Fel: Kollegial tillit"))
            }
            let kept = try await teacher.post(level + "/comments", ["text": long])
            #expect(kept.body.contains("\n" + long + "</textarea>"))
            #expect(try await web.place.witness("SELECT count(*) FROM trust_comments") == ["0"])
            // The address of a form that came back can be asked for.
            #expect(try await teacher.get(level + "/comments").location == level)
            // Just as many as there is room for.
            let most = String(repeating: "å", count: 2_000)
            #expect(try await teacher.post(level + "/comments", ["text": most]).status == .seeOther)
        }
    }

    @Test func `who has left takes back what they said, and reads no more`() async throws {
        try await withDemo(.sqlite, today: "2014-09-10") { web in
            try await web.say("Ord", "s1-t07@example.org", "t1", .process, "VT2014", on: "2014-05-02")
            let id = try await web.id("SELECT public_id FROM trust_comments WHERE text = ?", "Ord")
            let level = try await web.trust("t1", "/process/VT2014")
            let gone = try await web.step("s1-t07@example.org")
            #expect(try await gone.get(level).status == .notFound)
            // Another address than its own has no such comment.
            let elsewhere = try await web.trust("t1", "/collegial/VT2014")
            #expect(try await gone.post("\(elsewhere)/comments/\(id)/withdraw").status == .notFound)
            let answer = try await gone.post("\(level)/comments/\(id)/withdraw")
            #expect(answer.status == .seeOther)
            #expect(answer.location?.hasPrefix("/?") == true)
            #expect(
                try await web.place.witness("SELECT term FROM trust_comments WHERE text = ''") == ["VT2014"])
        }
    }
}
