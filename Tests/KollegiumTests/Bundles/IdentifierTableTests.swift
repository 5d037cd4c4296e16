import Testing

@testable import Kollegium

@Suite struct IdentifierTableTests {
    @Test func `identifiers are numbered in the order they are met`() {
        let table = IdentifierTable()
        #expect(table.insert("t2") == (0, true))
        #expect(table.insert("t1") == (1, true))
        #expect(table.insert("t2") == (0, false))
        #expect(table.count == 2)
        #expect(table.find("t1") == 1)
        #expect(table.find("t3") == nil)
        #expect(table[0] == "t2")
        #expect(table[1] == "t1")
    }

    @Test func `an empty table knows nothing, not even the empty identifier`() {
        let table = IdentifierTable()
        #expect(table.find("") == nil)
        #expect(table.find("a") == nil)
        #expect(table.insert("") == (0, true))
        #expect(table.find("") == 0)
        #expect(table[0] == "")
    }

    @Test func `the same letters in one or two code points are the same`() {
        let table = IdentifierTable()
        #expect(table.insert("Bjo\u{308}rn") == (0, true))
        #expect(table.find("Bj\u{F6}rn") == 0)
        #expect(table.insert("\u{212B}") == (1, true))
        #expect(table.insert("\u{C5}") == (1, false))
        #expect(table.insert("A\u{30A}") == (1, false))
        #expect(Array(table[0].unicodeScalars) == Array("Bj\u{F6}rn".unicodeScalars))
    }

    @Test func `case and spaces tell identifiers apart`() {
        let table = IdentifierTable()
        #expect(["a", "A", " a", "a ", "å", "ä"].map { table.insert($0).index } == [0, 1, 2, 3, 4, 5])
    }

    @Test func `a hundred thousand identifiers are found as a dictionary finds them`() {
        var random = RepeatableRandom(seed: 3)
        let table = IdentifierTable()
        var expected: [String: Int] = [:]
        for _ in 0..<100_000 {
            let length = Int.random(in: 0...20, using: &random)
            let text = String((0..<length).map { _ in "abå-01日".randomElement(using: &random) ?? "x" })
            let (index, isNew) = table.insert(text)
            #expect(isNew == (expected[text] == nil))
            #expect(index == expected[text, default: expected.count])
            expected[text] = index
        }
        for (text, index) in expected {
            #expect(table.find(text) == index)
            #expect(table[index] == text)
        }
    }

    @Test func `a field and a text name the same`() throws {
        let table = IdentifierTable()
        var text = "s1-t01"
        text.withUTF8 { bytes in
            #expect(table.insert(CSVField(bytes: bytes)) == (0, true))
            #expect(table.find(CSVField(bytes: bytes)) == 0)
            #expect(table.find(bytes) == 0)
        }
        #expect(table.find("s1-t01") == 0)
    }
}
