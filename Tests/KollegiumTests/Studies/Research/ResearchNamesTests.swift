import Testing

@testable import Kollegium

@Suite struct ResearchNamesTests {
    @Test(arguments: [
        ("goal-1", "goal_1"), ("trust-p01", "trust_p01"), ("Mål och Önskan", "mal_och_onskan"), ("å", "a"),
        ("1:a frågan", "q_1_a_fragan"), ("–", "q"), ("if", "if_q"), ("with", "with_q"), ("str12", "str12_q"),
        ("team", "team_q"), ("reflection", "reflection_q"), ("all", "all_q"), ("a.b.", "a_b"),
        ("en-mycket-lång-kod-som-aldrig-tar-slut", "en_mycket_lang_kod_som_a"), ("日本", "q"), ("É", "e"),
    ]) func `a code becomes a name that SPSS and Stata take`(_ code: String, _ name: String) {
        #expect(ResearchNames.name(of: code) == name)
    }

    @Test func `names are unlike, with all that hangs on them, and later codes change no earlier name`() {
        var random = RepeatableRandom(seed: 32)
        let letters = Array("aåäbéÖ-_. 1")
        var codes: [String] = ["a-back", "a", "a_first", "a_state", "a-", "a_", "Å"]
        for _ in 0..<400 {
            codes.append(
                String(
                    (0..<Int.random(in: 1...30, using: &random)).map { _ in
                        letters.randomElement(using: &random)!
                    }))
        }
        var seen = Set<String>()
        codes = codes.filter { seen.insert($0.precomposedStringWithCanonicalMapping).inserted }
        let items = codes.enumerated().map { (key: Int64($0), code: $1) }
        let all = ResearchNames(items)
        let family = items.flatMap { item in
            [all[item.key]] + ResearchNames.Ending.allCases.map { all[item.key] + $0.rawValue }
        }
        #expect(Set(family.map { $0.lowercased() }).count == family.count)
        #expect(family.allSatisfy { $0.utf8.count <= 32 && $0.wholeMatch(of: /[a-z][a-z0-9_]*/) != nil })
        for count in stride(from: 1, to: items.count, by: 37) {
            let fewer = ResearchNames(Array(items.prefix(count)))
            #expect(items.prefix(count).allSatisfy { fewer[$0.key] == all[$0.key] })
        }
    }
}
