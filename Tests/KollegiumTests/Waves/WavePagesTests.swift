import Storage
import Support
import Testing

@testable import Kollegium

@Suite struct WavePagesTests {
    private let leader = "programledare@example.org"

    @Test(arguments: TestEngine.allCases)
    func `a programme leader plans a wave, opens it and closes it`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            try await web.addQuestionnaire()
            let browser = try await web.be(leader)
            let waves = "/programmes/\(try await web.register().programme)/waves"
            let list = try await browser.get(waves)
            #expect(list.status == .ok && list.body.contains("Planera ”Del 1”"))
            #expect(list.body.contains("Besvarat före Kollegium"))
            let link = try #require(list.body.firstMatch(of: #/waves\/new\?part=([^"]+)"/#)).output.0
                .dropLast()
            let form = try await browser.get("\(waves.dropLast("waves".count))\(link)")
            let value = try #require(form.body.firstMatch(of: #/option value="([^"]+)" selected/#)).output.1
            let page = try await browser.submit(
                waves + "/new", ["part": String(value), "opens": "2015-06-15", "lastDay": "26 juni 2015"])
            #expect(page.status == .ok && page.body.contains("<h1>Del 1</h1>"))
            #expect(page.body.contains("öppnar av sig själv mån\u{A0}15\u{A0}juni\u{A0}2015"))
            let path = try #require(page.body.firstMatch(of: #/\/waves\/[a-z2-7]{26}/#)).output
            let asked = try await browser.get(path + "/opening")
            #expect(asked.body.contains("30 av 30 frågor om tillit"))
            #expect(asked.body.contains("Det går inte att ångra"))
            // Looking opens nothing.
            #expect(try await web.number("SELECT count(*) FROM waves WHERE opened_at IS NOT NULL") == 0)
            let opened = try await browser.submit(path + "/opening")
            #expect(
                opened.body.contains("Omgången är öppen.")
                    && opened.body.contains("Öppen för svar till och med"))
            #expect(opened.body.contains("från dagen efter den första"))
            // Friday noon: the letters leave.
            try await WaveClock(site: web.site).turn()
            #expect(try await web.number("SELECT count(*) FROM messages WHERE by_day = 1") > 0)
            #expect(try await browser.get(path + "/closing").body.contains("öppnas inte igen"))
            #expect(try await browser.submit(path + "/opening").status == .ok)
            let closed = try await browser.submit(path + "/closing")
            #expect(closed.body.contains("siffrorna är avgjorda") && !closed.body.contains("/closing"))
            #expect(try await browser.submit(path + "/closing").status == .ok)
            #expect(try await browser.get(waves).body.contains(">stängd</span>"))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `mistakes are told at their fields, and what was typed is still there`(_ engine: TestEngine)
        async throws
    {
        try await withDemo(engine) { web in
            try await web.addQuestionnaire()
            let browser = try await web.be(leader)
            let waves = "/programmes/\(try await web.register().programme)/waves"
            let wrong = try await browser.post(
                waves + "/new", ["part": "nowhere/\"><script>", "opens": "i höst", "lastDay": "2015-06-01"])
            #expect(wrong.status == .unprocessableContent && wrong.body.contains("<title>Fel: "))
            for field in ["part", "opens", "lastDay"] { #expect(wrong.body.contains("id=\"\(field)-e\"")) }
            #expect(wrong.body.contains("value=\"i höst\"") && wrong.body.contains("value=\"2015-06-01\""))
            #expect(!wrong.body.contains("<script>"))
            let old = try #require(try await browser.get(waves + "/settings").hidden("basis"))
            let settings = try await browser.post(
                waves + "/settings",
                ["trustItems": "some", "lookBack": "after", "paging": "", "basis": old])
            #expect(settings.status == .unprocessableContent && settings.body.contains("id=\"paging-e\""))
            let wave = try await web.openWave()
            let moved = try await browser.post(wave + "/days", ["lastDay": "2015-06-30", "basis": "old"])
            #expect(moved.status == .unprocessableContent && moved.body.contains("value=\"2015-06-30\""))
            let basis = try #require(try await browser.get(wave + "/days").hidden("basis"))
            let past = try await browser.post(wave + "/days", ["lastDay": "2015-06-11", "basis": basis])
            #expect(past.status == .unprocessableContent && past.body.contains("id=\"lastDay-e\""))
            let well = try await browser.submit(wave + "/days", ["lastDay": "2015-06-12", "basis": basis])
            #expect(well.body.contains("till och med fre\u{A0}12\u{A0}juni"))
            // An open one cannot be planned away, and none can be found by a made-up name.
            #expect(try await browser.post(wave + "/removal").status == .forbidden)
            #expect(try await browser.get("/waves/" + String(repeating: "a", count: 26)).status == .notFound)
        }
    }

    @Test func `settings are kept, and an older form does not overwrite them`() async throws {
        try await withDemo(.sqlite) { web in
            let browser = try await web.be(leader)
            let waves = "/programmes/\(try await web.register().programme)/waves"
            let basis = try #require(try await browser.get(waves + "/settings").hidden("basis"))
            let fields: KeyValuePairs = [
                "trustItems": "in-turn", "lookBack": "beside", "paging": "whole", "basis": basis,
            ]
            let saved = try await browser.submit(waves + "/settings", fields)
            #expect(saved.body.contains("i tur och ordning") && saved.body.contains("allt på en sida"))
            #expect(try await browser.post(waves + "/settings", fields).status == .unprocessableContent)
        }
    }

    @Test(arguments: TestEngine.allCases) func `a plan can be taken away`(_ engine: TestEngine) async throws {
        try await withDemo(engine) { web in
            try await web.addQuestionnaire()
            let browser = try await web.be(leader)
            let waves = "/programmes/\(try await web.register().programme)/waves"
            let form = try await browser.get(waves + "/new")
            let value = try #require(form.body.firstMatch(of: #/option value="([a-z2-7]+\/start)"/#)).output.1
            let page = try await browser.submit(waves + "/new", ["part": String(value)])
            let path = try #require(page.body.firstMatch(of: #/\/waves\/[a-z2-7]{26}/#)).output
            #expect(page.body.contains("Den öppnar när någon öppnar den"))
            let after = try await browser.submit(path + "/removal")
            #expect(after.status == .ok && after.body.contains("Inte planerat än"))
            #expect(try await browser.get(String(path)).status == .notFound)
        }
    }

    // MARK: Counts

    @Test(arguments: TestEngine.allCases)
    func `head counts stand for teams that are large enough, and move once a day`(_ engine: TestEngine)
        async throws
    {
        try await withDemo(engine) { web in
            try await web.addQuestionnaire()
            let wave = try await web.openWave()
            let browser = try await web.be(leader)
            #expect(!(try await browser.get(wave).body.contains("<dl class=\"facts\">")))
            try await web.handedIn(wave, ["t1": 3, "t2": 1])
            let today = try await Self.counts(browser.get(wave))
            #expect(today.total == "minst 3 av 21")
            #expect(today.teams.values.contains { $0.hasPrefix("3 av ") })
            // What comes in today is not seen today.
            try await web.handedIn(wave, ["t4": 2], on: "2015-06-12")
            #expect(try await Self.counts(browser.get(wave)) == today)
            // Nobody is named.
            let page = try await browser.get(wave)
            for name in try await web.memberNames("t1") { #expect(!page.body.contains(name), "\(name)") }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a team below the smallest group has no count, and who leaves stays in both numbers`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine) { web in
            try await web.addQuestionnaire()
            let wave = try await web.openWave()
            try await web.handedIn(wave, ["t1": 3])
            let browser = try await web.be(leader)
            let before = try await Self.counts(browser.get(wave))
            // Somebody of those who have handed in leaves: nothing of it can be seen.
            try await web.site.database.write { db in
                try db.execute(
                    """
                    UPDATE memberships SET ends = '2015-06-12' WHERE person_id IN (
                        SELECT person_id FROM sheets WHERE entry = 'web' ORDER BY person_id LIMIT 1)
                    """)
            }
            #expect(try await Self.counts(browser.get(wave)) == before)
            // Four of a team left from the start on.
            try await web.site.database.write { db in
                let team = try #require(
                    try db.one("SELECT id FROM teams WHERE code = 't4'") { try $0.key(0) })
                try db.execute(
                    """
                    UPDATE memberships SET ends = '2015-06-01' WHERE team_id = ? AND person_id NOT IN (
                        SELECT m.person_id FROM memberships m WHERE m.team_id = ? AND m.role = 'teacher'
                            AND m.ends IS NULL ORDER BY m.person_id LIMIT 4) AND ends IS NULL
                    """, team, team)
            }
            let page = try await browser.get(wave)
            let after = Self.counts(page)
            #expect(after.teams.count == before.teams.count - 1)
            #expect(
                page.body.contains(
                    "1 lag har färre än 5 tillfrågade och räknas inte här, inte heller i summan."))
        }
    }

    private struct Counts: Equatable {
        let total: String
        let teams: [String: String]
    }

    private static func counts(_ page: Browser.Answer) -> Counts {
        let total =
            page.body.firstMatch(of: #/<dd>([^<]*\d+ av \d+)<\/dd>/#).map { String($0.output.1) } ?? "none"
        let rows = page.body.matches(of: #/row">([^<]+)<\/th><td>([^<]+)<\/td><td class="figure">([^<]+)</#)
        return Counts(
            total: total,
            teams: Dictionary(
                rows.map { ("\($0.output.1), \($0.output.2)", String($0.output.3)) }
            ) { one, _ in one })
    }

    // MARK: Who

    @Test(arguments: TestEngine.allCases) func `nobody else finds the way to waves`(_ engine: TestEngine)
        async throws
    {
        try await withDemo(engine) { web in
            try await web.addQuestionnaire()
            let wave = try await web.openWave()
            let waves = "/programmes/\(try await web.register().programme)/waves"
            let pages = [
                waves, waves + "/new", waves + "/settings", wave, wave + "/days", wave + "/opening",
                wave + "/closing",
            ]
            let verbs = [
                waves + "/new", waves + "/settings", wave + "/days", wave + "/opening", wave + "/closing",
                wave + "/removal",
            ]
            for other in [
                "s1-t01@example.org", "s2-t03@example.org", "handledare-1@example.org", "s1-l1@example.org",
                "utvecklingsledare@example.org", "forskare@example.org", "administrator@example.org",
            ] {
                let browser = try await web.be(other)
                for page in pages {
                    #expect(try await browser.get(page).status == .notFound, "\(other) \(page)")
                }
                for verb in verbs {
                    #expect(try await browser.post(verb).status == .notFound, "\(other) \(verb)")
                }
            }
            for page in pages {
                let answer = try await web.browser().get(page)
                #expect(answer.status == .seeOther && answer.location?.hasPrefix("/sign-in") == true)
            }
            #expect(try await web.number("SELECT count(*) FROM waves WHERE closed_at IS NOT NULL") == 0)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a principal sees the counts of the own school's teams, and no other's`(_ engine: TestEngine)
        async throws
    {
        try await withDemo(engine) { web in
            try await web.addQuestionnaire()
            let here = try await web.register()
            let (own, other) = ("/schools/\(here.school("s1"))/waves", "/schools/\(here.school("s2"))/waves")
            let principal = try await web.be("s1-l1@example.org")
            #expect(try await principal.get(own).body.contains("Ingen omgång än"))
            let wave = try await web.openWave()
            try await web.handedIn(wave, ["t1": 3, "t2": 1])
            let page = try await principal.get(own)
            let counts = Self.counts(page)
            #expect(counts.teams.count == 1 && counts.total.hasPrefix("3 av "))
            #expect(counts.teams.values.first == counts.total)
            #expect(try await principal.get(other).status == .notFound)
            #expect(try await principal.get("/schools/\(here.school("s1"))").body.contains(own))
            let developer = try await web.be("utvecklingsledare@example.org")
            #expect(Self.counts(try await developer.get(other)).total.hasPrefix("högst 1 av "))
            let everything = try await web.be(leader).get(own)
            #expect(Self.counts(everything) == counts)
            for nobody in ["s1-t01@example.org", "handledare-1@example.org", "forskare@example.org"] {
                #expect(try await web.be(nobody).get(own).status == .notFound)
            }
            #expect(try await web.browser().get(own).status == .seeOther)
        }
    }

    @Test(arguments: TestEngine.allCases) func `an imported programme's waves are read only`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine) { web in
            try await web.addQuestionnaire()
            let wave = try await web.openWave()
            let waves = "/programmes/\(try await web.register().programme)/waves"
            try await web.site.database.write { try $0.execute("UPDATE programmes SET taken_over_at = NULL") }
            let browser = try await web.be(leader)
            let list = try await browser.get(waves)
            #expect(list.status == .ok && !list.body.contains("/new") && !list.body.contains("/settings"))
            #expect(!(try await browser.get(wave).body.contains("/closing")))
            for path in [waves + "/new", wave + "/closing"] {
                #expect(try await browser.get(path).status == .forbidden)
                #expect(try await browser.post(path).status == .forbidden)
            }
        }
    }
}
