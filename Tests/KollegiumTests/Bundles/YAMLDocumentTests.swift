import Foundation
import Testing
import Yams

@testable import Kollegium

@Suite struct YAMLDocumentTests {
    private func parse(_ bytes: some Sequence<UInt8>) -> (node: Node?, errors: [String]) {
        let problems = Problems()
        let node = parseYAML(Array(bytes), file: "a.yaml", problems: problems)
        return (node, problems.lines(.en))
    }

    private func errors(_ text: String) -> [String] {
        let (node, errors) = parse(text.utf8)
        #expect((node == nil) == !errors.isEmpty)
        return errors
    }

    @Test func `nodes know their lines`() throws {
        let text = """
            # a comment
            id: teacher

            title: {sv: Enkät,
              en: Questionnaire}
            parts:
              - id: start
                items:
                - a
                - |
                  long
                  text
                - "quoted
                  text"
              - id: year1
                note:
            """
        let node = try #require(parse(text.utf8).node)
        #expect(node.line == 2)
        let pairs = try #require(node.mapping)
        #expect(pairs.map { $0.key.line } == [2, 4, 6])
        #expect(pairs.map { $0.value.line } == [2, 4, 7])
        #expect(node["title"]?.mapping?.map { $0.key.line } == [4, 5])
        let parts = try #require(node["parts"]?.sequence)
        #expect(parts.map(\.line) == [7, 15])
        #expect(parts[0]["items"]?.sequence?.map(\.line) == [9, 10, 13])
        #expect(parts[1].mapping?.map { $0.key.line } == [15, 16])
        #expect(parts[1]["note"]?.line == 16)
        #expect(Node("made").line == nil)
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func `lines are counted with any line break and a byte order mark`(lineBreak: String) throws {
        let text = "\u{FEFF}" + ["a: 1", "", "b:", "  - x", "  - y"].joined(separator: lineBreak)
        let node = try #require(parse(text.utf8).node)
        #expect(node.mapping?.map { $0.key.line } == [1, 3])
        #expect(node.mapping?.map { $0.key.string } == ["a", "b"])
        #expect(node["b"]?.sequence?.map(\.line) == [4, 5])
    }

    @Test func `the usual tags are accepted`() throws {
        let node = try #require(
            parse("a: !!str 12\nb: !!int 3\nc: ! x\nd: !!seq [1]\ne: !!map {f: 1}\n".utf8).node)
        #expect(node["a"]?.string == "12")
        #expect(node["b"]?.int == 3)
    }

    @Test func `each anchor and each alias is refused at its line`() {
        #expect(
            errors("a: &x 1\nb: *x\nc:\n  - &y [1, 2]\n  - {d: &z {e: 1}}\n  - *y\n") == [
                "a.yaml:1: anchors are not accepted (“&x”); write the value where it is needed",
                "a.yaml:2: aliases are not accepted (“*x”); write the value itself, and put text that begins with * "
                    + "in quotes",
                "a.yaml:4: anchors are not accepted (“&y”); write the value where it is needed",
                "a.yaml:5: anchors are not accepted (“&z”); write the value where it is needed",
                "a.yaml:6: aliases are not accepted (“*y”); write the value itself, and put text that begins with * "
                    + "in quotes",
            ])
    }

    @Test func `aliases that multiply never do`() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1...20 {
            let before = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(before)]\n"
        }
        #expect(errors(text).count == 101)
    }

    @Test func `other tags are refused at their line`() throws {
        let found = errors("a: 1\nb: !secret x\nc: !!binary aGVq\nd: !<tag:example.org,2000:x> {e: 1}\n")
        try #require(found.count == 3)
        #expect(found[0].hasPrefix("a.yaml:2: the tag “!secret” is not accepted"))
        #expect(found[1].hasPrefix("a.yaml:3: the tag “tag:yaml.org,2002:binary” is not accepted"))
        #expect(found[2].hasPrefix("a.yaml:4: the tag “tag:example.org,2000:x” is not accepted"))
        #expect(
            errors("%TAG !e! tag:example.org:\n---\na: 1\n") == [
                "a.yaml:1: %TAG is not accepted; take the line away"
            ])
    }

    @Test func `a second document is refused at its line`() {
        #expect(
            errors("---\na: 1\n---\nb: 2\n") == [
                "a.yaml:3: a second document begins here; write one document in each file"
            ])
        #expect(errors("---\na: 1\n...\n").isEmpty)
    }

    @Test func `a name used twice is refused at the second line`() {
        #expect(
            errors("a: 1\nb:\n  c: 1\n  d: 2\n  c: 3\na: 4\n\"a\": 5\n") == [
                "a.yaml:5: “c” is there already on line 3; each name may stand once",
                "a.yaml:6: “a” is there already on line 1; each name may stand once",
                "a.yaml:7: “a” is there already on line 1; each name may stand once",
            ])
        #expect(errors("a: {b: 1}\nc: {b: 1}\nb: [{b: 1}, {b: 1}]\n").isEmpty)
        #expect(errors("l\u{E4}: 1\nla\u{308}: 2\n").count == 1)
    }

    @Test func `a name that is a list is refused`() {
        #expect(
            errors("a: 1\n[b, c]: 2\n? {d: 1}\n: 3\n") == [
                "a.yaml:2: a name is a list or has names of its own; a name should be a text",
                "a.yaml:3: a name is a list or has names of its own; a name should be a text",
            ])
    }

    @Test func `sixty-four levels are allowed and one more is refused at its line`() {
        func nested(_ levels: Int) -> String {
            "a:\n" + String(repeating: "[\n", count: levels - 1) + String(repeating: "]\n", count: levels - 1)
        }
        #expect(
            errors(
                nested(64).replacingOccurrences(of: "\n[", with: "\n [").replacingOccurrences(
                    of: "\n]", with: "\n ]")
            ).isEmpty)
        let found = errors(
            nested(65).replacingOccurrences(of: "\n[", with: "\n [").replacingOccurrences(
                of: "\n]", with: "\n ]"))
        #expect(
            found == ["a.yaml:65: lists and names are nested more than 64 levels deep; nothing in a study is"]
        )
    }

    @Test(arguments: ["[", "{", "- ", "[{", "{a: ", "? ", "a: [\n", "'", "&a ", "%TAG ! a\n"])
    func `eight megabytes of the same neither stop the program nor take long`(piece: String) {
        let text = String(repeating: piece, count: 8_388_600 / piece.utf8.count)
        let clock = ContinuousClock()
        let time = clock.measure { _ = parse(text.utf8) }
        #expect(time < .seconds(60))
    }

    @Test func `eight megabytes of brackets are said to be too deep`() {
        #expect(
            parse([UInt8](repeating: UInt8(ascii: "["), count: 8_388_608)).errors == [
                "a.yaml:1: lists and names are nested more than 64 levels deep; nothing in a study is"
            ])
    }

    @Test func `a file over eight megabytes is refused`() {
        #expect(
            parse([UInt8](repeating: UInt8(ascii: " "), count: 8_388_609)).errors == [
                "a.yaml: the file is over 8 MB; a questionnaire or the description of a study is a few kilobytes"
            ])
    }

    @Test(arguments: ["", "\u{FEFF}", "# only a comment\n", "\n\n"])
    func `a file with nothing in it is told`(text: String) {
        #expect(
            errors(text) == [
                "a.yaml: the file is empty; it should be made of names and values, like “id: …”"
            ])
    }

    @Test func `wrong encodings are told`() {
        #expect(parse([0xFF, 0xFE, 0x61, 0]).errors == ["a.yaml:1: the file is UTF-16; save it as UTF-8"])
        #expect(parse([0, 0, 0xFE, 0xFF, 0]).errors == ["a.yaml:1: the file is UTF-32; save it as UTF-8"])
        let latin = Array("a: 1\nb: ".utf8) + [0xE5, 0xE4, 0x0A] + Array("c: ".utf8) + [0xF6]
        let sentence = "the line is not UTF-8 (perhaps Windows-1252 or Latin-1); save the file as UTF-8"
        #expect(parse(latin).errors == ["a.yaml:2: \(sentence)", "a.yaml:3: \(sentence)"])
        #expect(
            parse("a: 1\nb: \u{0}\n".utf8).errors.first?.hasPrefix("a.yaml:2: the line has a NUL byte")
                == true)
    }

    @Test(arguments: [
        ("a: 1\nb: x: y\n", 2, "a colon stands where none can"),
        ("a: 1\nb: @x\n", 2, "a character that text cannot"),
        ("a:\n\t- x\n", 2, "a character that text cannot"), ("a: 1\nb\nc: 2\n", 2, "a colon is missing"),
        ("a: 1\nb: \"x\nc: 2\n", 2, "what begins here is never closed"),
        ("a: 1\nb: 'x\n\n\n", 2, "what begins here is never closed"),
        ("a: 1\nb: [x, y\nc: 2\n", 3, "the list in [ ] that begins on line 2 breaks here"),
        ("a: 1\nb: {x: 1\nc: 2\n", 3, "what begins with { on line 2 breaks here"),
        ("a: 1\n  b: 2\n", 2, "a colon stands where none can"),
        ("a: 1\n- b\n", 2, "the line cannot be read as YAML"),
        ("a: 1\nb: \u{7}x\n", 2, "the line has a control character"),
        ("a: \"\\q\"\n", 1, "the line cannot be read"),
        ("a: [1, 2", 1, "the list in [ ] that begins on line 1 breaks here"),
    ])
    func `what is no YAML is told at its line`(text: String, line: Int, sentence: String) {
        let found = errors(text)
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("a.yaml:\(line): \(sentence)") == true, "\(found)")
    }

    @Test func `an invisible line break is told at its line`() {
        let sentence =
            "the line has an invisible line break (NEL, LS or PS); take it away or write an ordinary one"
        #expect(
            errors("a: x\u{2028}y\nb: å “é”\nc: \u{2029}\nd: \u{85}\n")
                == [1, 3, 4].map { "a.yaml:\($0): \(sentence)" })
    }

    /// Damaged text of all kinds is read or told, and never stops the program.
    @Test func `random text never stops the program`() {
        var random = RepeatableRandom(seed: 21)
        let pieces = [
            "a", "b: ", "- ", "[", "]", "{", "}", "\n", "\n  ", "&x ", "*x", "!t ", "'", "\"", "|\n", ">",
            ",", "? ", "%", "---\n", "é", "#", "\t", "<<: ",
        ]
        for _ in 0..<5_000 {
            let text = (0..<Int.random(in: 0...25, using: &random))
                .map { _ in pieces.randomElement(using: &random) ?? "" }
                .joined()
            let (node, errors) = parse(text.utf8)
            #expect((node == nil) == !errors.isEmpty, "\(text.debugDescription)")
        }
    }
}
