import Foundation
import Testing

@testable import Kollegium

/// Zips that somebody made to do harm.
@Suite struct ArchiveGuardTests {
    private func refusing(_ entries: [HandmadeZip.Entry]) throws -> [String] {
        let folder = try BundleTestFolder()
        let path = try folder.write("study.zip", HandmadeZip(entries).bytes)
        return try refusal { _ = try openBundle(at: path) }.map {
            $0.replacingOccurrences(of: path, with: "study.zip")
        }
    }

    @Test(arguments: [
        "../study.yaml", "a/../../study.yaml", "/etc/passwd", "..", "instruments/../../x.yaml",
        "C:study.yaml",
        "c:/study.yaml", "a\\b/study.yaml", "..\\study.yaml/x", "..\\study.yaml", "\\study.yaml",
        "__MACOSX/../../x",
    ])
    func `a name that leads out is refused`(name: String) throws {
        let lines = try refusing([HandmadeZip.Entry("study.yaml"), HandmadeZip.Entry(name)])
        #expect(
            lines == [
                "study.zip: “\(name)” leads out of the study; a zip of a study has only relative names without "
                    + "“..”, backslashes and drive letters"
            ])
    }

    @Test func `a backslash that libarchive would make a slash of is refused`() throws {
        let lines = try refusing([HandmadeZip.Entry("instruments\\teacher.yaml")])
        try #require(lines.count == 1)
        #expect(lines[0].contains("leads out of the study"))
    }

    @Test(arguments: [0o120777, 0o020644, 0o060644, 0o140644] as [UInt32])
    func `links and devices are refused`(mode: UInt32) throws {
        var entry = HandmadeZip.Entry("teams.csv", "/etc/passwd")
        entry.mode = mode
        let lines = try refusing([HandmadeZip.Entry("study.yaml"), entry])
        #expect(
            lines == [
                "study.zip: “teams.csv” is a link or a device; a zip of a study has only plain files"
            ])
    }

    @Test func `a NUL in a name is refused`() throws {
        let lines = try refusing([HandmadeZip.Entry("study.yaml\u{0}.exe")])
        #expect(lines == ["study.zip: “study.yaml\\u{0}.exe” has a NUL byte in its name; make the zip again"])
    }

    @Test(arguments: [
        ("study.yaml", "study.yaml"), ("./study.yaml", "study.yaml"),
        ("instruments/l\u{E4}rare.yaml", "instruments/la\u{308}rare.yaml"),
    ])
    func `the same name twice is refused`(first: String, second: String) throws {
        let lines = try refusing([HandmadeZip.Entry(first, "1"), HandmadeZip.Entry(second, "2")])
        try #require(lines.count == 1)
        #expect(lines[0].hasSuffix("is there twice; each file may be there once"))
    }

    @Test func `names that differ by case are two`() throws {
        #expect(try refusing([HandmadeZip.Entry("study.yaml"), HandmadeZip.Entry("Study.yaml")]).isEmpty)
    }

    @Test func `an encrypted entry is refused`() throws {
        var entry = HandmadeZip.Entry("teams.csv", String(repeating: "x", count: 40))
        entry.flags = 1
        let lines = try refusing([HandmadeZip.Entry("study.yaml"), entry])
        #expect(lines == ["study.zip: “teams.csv” is encrypted; make the zip without a password"])
    }

    @Test func `every bad entry is told`() throws {
        var link = HandmadeZip.Entry("teams.csv", "x")
        link.mode = 0o120777
        let lines = try refusing([HandmadeZip.Entry("../a"), link, HandmadeZip.Entry("/b")])
        try #require(lines.count == 3)
    }

    @Test func `ten thousand entries are read and one more is refused`() throws {
        let entries = (0..<10_001).map { HandmadeZip.Entry("photos/\($0)") }
        #expect(try refusing(Array(entries.dropLast())).isEmpty)
        #expect(
            try refusing(entries) == [
                "study.zip: the zip has more than 10,000 entries; a study has a few dozen"
            ])
    }

    @Test func `a name cannot move the cursor`() throws {
        let lines = try refusing([HandmadeZip.Entry("../\u{1B}[2J")])
        try #require(lines.count == 1)
        #expect(lines[0].contains("“../\\u{1B}[2J”"))
    }
}
