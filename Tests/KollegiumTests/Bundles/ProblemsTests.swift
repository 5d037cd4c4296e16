import Testing

@testable import Kollegium

@Suite struct ProblemsTests {
    private func said(_ text: String) -> Sentence { Sentence(sv: "sv " + text, en: "en " + text) }

    @Test func `files come in the order first met and lines in theirs`() {
        let problems = Problems()
        #expect(problems.isEmpty)
        problems.report(said("b9"), file: "b.csv", line: 9)
        problems.report(said("a2"), file: "a.csv", line: 2)
        problems.report(said("b3"), file: "b.csv", line: 3)
        problems.report(said("b3 again"), file: "b.csv", line: 3)
        problems.report(said("b whole"), file: "b.csv")
        #expect(!problems.isEmpty)
        #expect(
            problems.lines(.en) == [
                "b.csv: en b whole", "b.csv:3: en b3", "b.csv:3: en b3 again", "b.csv:9: en b9",
                "a.csv:2: en a2",
            ])
        #expect(problems.lines(.sv).first == "b.csv: sv b whole")
    }

    @Test func `of each file a hundred are kept and the rest counted`() throws {
        let problems = Problems()
        var made = 0
        func sentence(_ line: Int) -> Sentence {
            made += 1
            return said("\(line)")
        }
        for line in 1...4_311 { problems.report(sentence(line), file: "a.csv", line: line) }
        problems.report(said("one"), file: "b.csv")
        #expect(made == 100)
        #expect(problems.count(in: "a.csv") == 4_311)
        #expect(problems.count(in: "b.csv") == 1)
        #expect(problems.count(in: "c.csv") == 0)
        let lines = problems.lines(.en)
        try #require(lines.count == 102)
        #expect(lines[99] == "a.csv:100: en 100")
        #expect(lines[100] == "a.csv: and 4,211 more")
        #expect(lines[101] == "b.csv: en one")
        #expect(problems.lines(.sv)[100] == "a.csv: och 4\u{A0}211 till")
    }

    @Test func `exactly a hundred leave no rest`() {
        let problems = Problems()
        for line in 1...100 { problems.report(said(""), file: "a.csv", line: line) }
        #expect(problems.lines(.en).count == 100)
    }

    @Test func `notices are no problems and twenty of a file are kept`() {
        let problems = Problems()
        for line in 1...22 { problems.notice(said("\(line)"), file: "a.csv", line: line) }
        #expect(problems.isEmpty)
        #expect(problems.lines(.en).isEmpty)
        #expect(problems.noticeLines(.en).count == 21)
        #expect(problems.noticeLines(.en).last == "a.csv: and 2 more")
    }

    @Test func `an error that was thrown can be taken in among the others`() {
        let thrown = Problems()
        for line in 1...150 { thrown.report(said("\(line)"), file: "a.csv", line: line) }
        let problems = Problems()
        problems.report(said("first"), file: "b.csv")
        problems.report(said("own"), file: "a.csv", line: 7)
        problems.report(BundleError(thrown))
        #expect(problems.count(in: "a.csv") == 151)
        #expect(problems.lines(.en).last == "a.csv: and 51 more")
        #expect(BundleError(said("x"), file: "z.zip").lines(.sv) == ["z.zip: sv x"])
    }

    @Test func `a file name cannot move the cursor`() {
        let problems = Problems()
        problems.report(said("x"), file: "a\u{1B}[2J.csv", line: 1)
        #expect(problems.lines(.en) == ["a\\u{1B}[2J.csv:1: en x"])
    }
}
