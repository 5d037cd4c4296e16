import Support
import Testing

@testable import Kollegium

@Suite struct TrustMapPageTests {
    @Test(arguments: TestEngine.allCases)
    func `each form and term is a door with the level's word, and the running term is marked`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine, today: "2014-06-10") { web in
            let page = try await web.at("s1-t01@example.org").get(try await web.trust("t1"))
            let stops = paths(in: page.body, "class=\"stop\" href", containing: "/trust/")
            #expect(
                stops.map { $0.split(separator: "/").suffix(2).joined(separator: " ") } == [
                    "process HT2013", "collegial HT2013", "collective HT2013", "process VT2014",
                    "collegial VT2014", "collective VT2014",
                ])
            let text = readable(page.body)
            #expect(text.contains("VT 2014 nu"))
            #expect(!text.contains("HT 2013 nu"))
            #expect(text.contains("HT 2014från 1 juli"))
            #expect(text.contains("låg") && text.contains("preliminär"))
            #expect(page.body.components(separatedBy: "inte än").count == 4)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the levels are those of the rules, day by day`(_ engine: TestEngine) async throws {
        for (day, expected) in [
            ("2014-06-10", ["tillräckligt hög", "tillräckligt hög", "tillräckligt hög"]),
            ("2015-06-12", ["hög", "hög", "hög"]),
        ] {
            try await withDemo(engine, today: day) { web in
                let page = try await web.at("s2-t02@example.org").get(try await web.trust("t2"))
                let row = try #require(page.body.between("<tr class=\"now\">", "</tr>"))
                let words = row.split(separator: "</svg><span>").dropFirst().map {
                    String($0.prefix { $0 != "<" })
                }
                #expect(words == expected, "\(day)")
            }
        }
    }

    @Test func `the headings of the columns break where their words are joined`() async throws {
        try await withDemo(.sqlite) { web in
            let page = try await web.at("s1-t01@example.org").get(try await web.trust("t1")).body
            #expect(page.contains("Process\u{AD}tillit<small>"))
            #expect(page.contains("Kollegial tillit<small>") && page.contains("Kollektiv tillit<small>"))
        }
    }

    @Test func `conditions are told as there or missing, and nothing is foretold`() async throws {
        try await withDemo(.sqlite) { web in
            let page = readable(try await web.step("s4-t01@example.org").get(try await web.trust("t4")).body)
            #expect(page.contains("Villkoren som de lag som fullföljde hade"))
            #expect(page.contains("Kollegial tillit, hög, för att lärandet ska fördjupas: saknas"))
            #expect(page.contains("Processtillit, minst tillräckligt hög: finns"))
            #expect(page.contains("ingen prövning av dem"))
            let english = try await web.step("s4-t01@example.org", .en)
            let told = readable(try await english.get(try await web.trust("t4")).body)
            #expect(told.contains("does not validate them"))
            for word in ["will fail", "risk", "predict", "forecast"] { #expect(!told.contains(word)) }
        }
    }

    @Test func `the ladder stands beside the map, and before the third term says nothing of anybody`()
        async throws
    {
        for (day, isSeen) in [("2014-06-10", false), ("2015-06-12", true)] {
            try await withDemo(.sqlite, today: day) { web in
                let page = try await web.at("s1-t01@example.org").get(try await web.trust("t1"))
                #expect(page.body.contains("class=\"ladder\"") == isSeen)
                #expect(page.body.contains("Synlighetstrappan"))
                #expect(page.body.contains("person har visat") == isSeen)
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a team of fewer than three rests, and what it wrote can be read and taken back`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine, today: "2014-09-10") { web in
            try await web.say(
                "Vi hann inte.", "s3-t01@example.org", "t3", .process, "VT2014", on: "2014-05-02")
            let browser = try await web.step("s3-t01@example.org")
            let map = try await browser.get(try await web.trust("t3"))
            #expect(map.status == .ok)
            #expect(map.body.contains("Kartan vilar"))
            #expect(!map.body.contains("class=\"stop\"") && !map.body.contains("class=\"trust\""))
            let level = try await web.trust("t3", "/process/VT2014")
            #expect(map.body.contains("href=\"\(level)\""))
            let page = try await browser.get(level)
            #expect(page.body.contains("Vi hann inte."))
            #expect(!page.body.contains("class=\"verdict\"") && !page.body.contains("<textarea"))
            #expect(try await browser.get(try await web.trust("t3", "/collegial/VT2014")).status == .notFound)
            let refused = try await browser.post(level + "/comments", ["text": "Hej"])
            #expect(refused.status == .forbidden)
            #expect(refused.body.contains("färre än tre medlemmar"))
            let withdrawal = try #require(paths(in: page.body, "action", containing: "/withdraw").first)
            let after = try await browser.submit(withdrawal)
            #expect(after.status == .ok)
            #expect(!after.body.contains("Vi hann inte."))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `who is new reads from the day of joining on`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            try await web.say(
                "Före din tid.", "s1-t01@example.org", "t1", .collegial, "HT2014", on: "2014-08-25")
            try await web.say(
                "I din tid.", "s1-t01@example.org", "t1", .collegial, "HT2014", on: "2014-09-01")
            let new = try await web.step("s1-t09@example.org")
            let map = try await new.get(try await web.trust("t1"))
            #expect(paths(in: map.body, "href", containing: "/trust/").count == 6)
            #expect(map.body.contains("då du kom med i laget"))
            #expect(try await new.get(try await web.trust("t1", "/collegial/VT2014")).status == .notFound)
            let level = try await web.trust("t1", "/collegial/HT2014")
            let page = try await new.get(level)
            #expect(!page.body.contains("Före din tid.") && page.body.contains("I din tid."))
            // The evidence of June stands, without the free words of those who were there.
            #expect(page.body.contains("e003") && !page.body.contains("Anteckning: Välvilja"))
            let old = try await web.at("s1-t01@example.org").get(level)
            #expect(old.body.contains("Före din tid.") && old.body.contains("I din tid."))
            #expect(old.body.contains("Anteckning: Välvilja"))
        }
    }
}
