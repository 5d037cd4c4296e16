import Support
import Testing

@testable import Kollegium

@Suite struct TrustLevelPageTests {
    /// The ids of the evidence that stands on each side of a page.
    private func sides(_ body: String) -> (for: [String], against: [String]) {
        func ids(_ heading: String) -> [String] {
            (body.text(after: "<p>Belägg \(heading): <code>", before: "</code>") ?? "").split(separator: ", ")
                .map(String.init)
        }
        return (ids("för"), ids("emot"))
    }

    @Test(arguments: TestEngine.allCases)
    func `what speaks for and against is what was coded by then`(_ engine: TestEngine) async throws {
        let expected:
            [(day: String, who: String, team: String, level: String, for: [String], against: [String])] = [
                ("2014-06-10", "s1-t01@example.org", "t1", "/collegial/VT2014", [], ["e003"]),
                ("2014-06-10", "s1-t01@example.org", "t1", "/process/VT2014", [], []),
                ("2014-06-10", "s1-t01@example.org", "t1", "/collective/VT2014", [], []),
                ("2014-06-10", "s2-t02@example.org", "t2", "/collegial/VT2014", ["e008"], []),
                ("2014-06-10", "s2-t02@example.org", "t2", "/process/VT2014", ["e005"], []),
                ("2014-06-10", "s5-t02@example.org", "t5", "/collegial/VT2014", ["e020"], []),
                ("2014-06-10", "s3-t01@example.org", "t3", "/process/VT2014", [], ["e010"]),
                ("2015-06-12", "s1-t01@example.org", "t1", "/process/VT2015", ["e001"], []),
                ("2015-06-12", "s1-t01@example.org", "t1", "/collegial/VT2015", [], ["e003"]),
                ("2015-06-12", "s1-t01@example.org", "t1", "/collective/VT2015", ["e002", "e004"], []),
                ("2015-06-12", "s2-t02@example.org", "t2", "/process/VT2015", ["e006", "e005"], []),
                ("2015-06-12", "s4-t01@example.org", "t4", "/process/VT2015", ["e014"], ["e015"]),
                ("2015-06-12", "s4-t01@example.org", "t4", "/collegial/VT2015", [], ["e017", "e018"]),
                ("2015-06-12", "s4-t01@example.org", "t4", "/collective/VT2015", [], ["e016"]),
                // Of an earlier term only what was coded in it or before.
                ("2015-06-12", "s1-t01@example.org", "t1", "/process/VT2014", [], []),
            ]
        for day in ["2014-06-10", "2015-06-12"] {
            try await withDemo(engine, today: day) { web in
                for one in expected where one.day == day {
                    let page = try await web.step(one.who).get(try await web.trust(one.team, one.level))
                    guard page.status == .ok else {
                        // Teams 3 and 5 had too few left in June 2014 to have a level at all.
                        #expect(page.status == .notFound && ["t3", "t5"].contains(one.team), "\(one)")
                        continue
                    }
                    let found = sides(page.body)
                    #expect(found.for == one.for && found.against == one.against, "\(one): \(found)")
                }
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `each source says its level, why, and its figures; names of rules stand apart`(_ engine: TestEngine)
        async throws
    {
        try await withDemo(engine) { web in
            let browser = try await web.at("s1-t01@example.org")
            let collegial = readable(
                try await browser.get(try await web.trust("t1", "/collegial/VT2014")).body)
            for text in [
                "Kollegial tillit, VT 2014", "Låg, preliminär", "tillfrågade räknas.",
                "pedagogenkät, tors 5 juni 2014",
            ] { #expect(collegial.contains(text), "\(text)") }
            let parts = collegial.components(separatedBy: "För forskaren: vad reglerna heter")
            #expect(parts.count == 2)
            for name in ["answers-low", "low-from-one-source", "one-alone", "three-sources/1", "e003"] {
                #expect(!parts[0].contains(name) && parts.last?.contains(name) == true, "\(name)")
            }
            let process = readable(try await browser.get(try await web.trust("t1", "/process/VT2015")).body)
            // Of the five who answered in the last round fewer than five had answered before.
            let last = readable(try await browser.get(try await web.trust("t1", "/collegial/VT2015")).body)
            #expect(last.contains("Otillräckligt underlag") && last.contains("För få svar"))
            for text in [
                "Terminen pågår", "10 av 11 planerade träffar är hållna.",
                "Återkoppling från ledningen: en gång.", "avgör",
            ] {
                #expect(process.contains(text), "\(text)")
            }
            let collective = readable(
                try await browser.get(try await web.trust("t1", "/collective/VT2015")).body)
            for text in [
                "exemption-not-agreed-jointly", "19 aug 2013", "Närvaro på de hållna träffarna:",
                "Vad som skulle ändra nivån",
            ] { #expect(collective.contains(text), "\(text)") }
        }
    }

    @Test func `no page of the map tells a mean of answers`() async throws {
        try await withDemo(.sqlite) { web in
            let browser = try await web.at("s1-t01@example.org")
            var pages = [try await web.trust("t1")]
            for form in ["process", "collegial", "collective"] {
                for term in ["HT2013", "VT2014", "HT2014", "VT2015"] {
                    pages.append(try await web.trust("t1", "/\(form)/\(term)"))
                }
            }
            // The borders of the rules are the only numbers with decimals.
            let borders: Set = ["4,00", "3,50", "3,00", "2,50", "0,25"]
            var told = 0
            for page in pages {
                let words = readable(try await browser.get(page).body)
                told += words.contains("tillfrågade räknas") ? 1 : 0
                let numbers = Set(words.matches(of: /[0-9]+,[0-9]+/).map { String($0.0) })
                #expect(numbers.isSubset(of: borders), "\(page): \(numbers.subtracting(borders))")
            }
            #expect(told > 2)
        }
    }

    @Test func `one source alone says which, and why the level is not another`() async throws {
        try await withDemo(.sqlite) { web in
            let browser = try await web.at("s1-t01@example.org")
            let low = readable(try await browser.get(try await web.trust("t1", "/collegial/VT2014")).body)
            #expect(low.contains("Preliminär: bara svaren säger något, så nivån vilar på en enda källa."))
            // It is low, so neither sentence would be true.
            #expect(!low.contains("ger aldrig hög nivå") && !low.contains("räcker inte för låg nivå"))
        }
    }

    @Test func `what would change is said of the term that runs, in whole sentences`() async throws {
        try await withDemo(.sqlite, today: "2014-06-13") { web in
            let browser = try await web.at("s1-t01@example.org")
            let past = try await browser.get(try await web.trust("t1", "/process/HT2013"))
            #expect(past.status == .ok && !past.body.contains("Vad som skulle ändra"))
            #expect(past.body.contains("<summary>Vad som hade ändrat nivån</summary>"))
            #expect(readable(past.body).contains("Inget kodat."))
            let running = readable(
                try await browser.get(try await web.trust("t1", "/collegial/VT2014")).body)
            #expect(running.contains("Vad som skulle ändra nivån"))
            #expect(
                running.contains(
                    /Medelvärdet når [0-9,]+, medelvärdet för [^.]* och medelvärdet för [^.]*\. Det ska ske/))
            #expect(running.contains(/Då ger svaren nivån ”[a-zåäö ]+”, och alla källor tillsammans nivån ”/))
            for word in ["Formen blir", "säger källan", ", Facetten", ", Medelvärdet"] {
                #expect(!running.contains(word), "\(word)")
            }
        }
    }

    @Test func `attendance is the same figure as on the page of continuity`() async throws {
        try await withDemo(.sqlite) { web in
            for (email, team) in [("s1-t01@example.org", "t1"), ("s2-t02@example.org", "t2")] {
                let browser = try await web.at(email)
                let table = try await browser.get("\(try await web.team(team))/continuity").body
                for term in ["HT2013", "VT2014", "HT2014", "VT2015"] {
                    let page = readable(
                        try await browser.get(try await web.trust(team, "/collective/\(term)")).body)
                    let told = try #require(
                        page.firstMatch(of: /hållna träffarna: (?:knappt )?([0-9]+) %/), "\(team) \(term)"
                    ).1
                    let row = try #require(table.between("<th scope=\"row\">\(term)</th>", "</tr>"))
                    let share = try #require(
                        row.replacing("\u{A0}", with: " ").firstMatch(of: />([0-9]+) %</))
                    #expect(share.1 == told, "\(team) \(term)")
                }
            }
        }
    }

    @Test func `notes of evidence are text, whatever stands in them`() async throws {
        try await withDemo(.sqlite) { web in
            try await web.site.database.write { db in
                _ = try db.execute(
                    "UPDATE evidence SET note = ? WHERE code = 'e003'",
                    "<img src=x onerror=alert(1)> & \"ord\"")
            }
            let page = try await web.at("s1-t01@example.org").get(
                try await web.trust("t1", "/collegial/VT2015"))
            #expect(page.body.contains("&lt;img src=x onerror=alert(1)&gt; &amp; &quot;ord&quot;"))
            #expect(!page.body.contains("<img"))
        }
    }

    @Test func `a term whose end found too few members has no level, while the team has`() async throws {
        try await withDemo(.sqlite) { web in
            try await web.site.database.write { db in try web.precede("s2-t02@example.org", db) }
            let browser = try await web.at("s2-t02@example.org")
            let page = try await browser.get(try await web.trust("t2", "/process/VT2013"))
            #expect(page.status == .ok)
            #expect(page.body.contains("Nivån vilar"))
            #expect(!page.body.contains("Källa för källa"))
        }
    }
}
