import Foundation
import Testing

@testable import Kollegium

@Suite struct BundleFolderTests {
    @Test func `the files are those at the top and the questionnaires`() throws {
        let folder = try BundleTestFolder()
        for name in [
            "study.yaml", "teams.csv", "responses.csv", "instruments/teacher.yaml", "instruments/lärare.yaml",
            "instruments/notes.txt", "photos/a.jpg", ".DS_Store", "._teams.csv", "instruments/.x.yaml",
            "readme.txt",
        ] {
            try folder.write(name, name.utf8)
        }
        let bundle = try openBundle(at: folder.path)
        #expect(
            bundle.files == [
                "instruments/lärare.yaml", "instruments/teacher.yaml", "readme.txt", "responses.csv",
                "study.yaml",
                "teams.csv",
            ])
        #expect(bundle.passedOver == ["instruments/notes.txt", "photos"])
        #expect(bundle.size(of: "teams.csv") == 9)
        #expect(bundle.size(of: "none.csv") == nil)
        for file in bundle.files { #expect(try bundle.open(file).drain() == Array(file.utf8)) }
    }

    @Test func `a file can be read again and in small pieces`() throws {
        let folder = try BundleTestFolder()
        let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
        try folder.write("teams.csv", bytes)
        let bundle = try openBundle(at: folder.path + "/")
        #expect(try bundle.open("teams.csv").drain(pieceSize: 7) == bytes)
        #expect(try bundle.open("teams.csv").drain() == bytes)
    }

    @Test func `a name in two code points is found by its one`() throws {
        let folder = try BundleTestFolder()
        try folder.write("instruments/la\u{308}rare.yaml", "x".utf8)
        let bundle = try openBundle(at: folder.path)
        #expect(bundle.files.map { Array($0.utf8) } == [Array("instruments/l\u{E4}rare.yaml".utf8)])
        #expect(try bundle.open("instruments/l\u{E4}rare.yaml").drain() == Array("x".utf8))
    }

    @Test func `a file that is not there is said to be missing`() throws {
        let folder = try BundleTestFolder()
        let bundle = try openBundle(at: folder.path)
        let lines = try refusal { _ = try bundle.open("teams.csv") }
        #expect(lines == ["teams.csv: the file is missing; put it into the study's folder"])
    }

    @Test func `a folder, a pipe or a broken link in a file's place is told`() throws {
        let folder = try BundleTestFolder()
        try folder.write("teams.csv/x", "".utf8)
        try folder.write("instruments/a.yaml/x", "".utf8)
        try #require(mkfifo(folder.path + "/people.csv", 0o600) == 0)
        try #require(mkfifo(folder.path + "/unrelated", 0o600) == 0)
        try #require(symlink("nowhere", folder.path + "/events.csv") == 0)
        let lines = try refusal { _ = try openBundle(at: folder.path) }
        #expect(
            Set(lines) == [
                "teams.csv: is a folder; a plain file should be here",
                "instruments/a.yaml: is a folder; a plain file should be here",
                "people.csv: is no plain file (but a device, a pipe or a broken link); a plain file should be here",
                "events.csv: is no plain file (but a device, a pipe or a broken link); a plain file should be here",
            ])
    }

    @Test func `a pipe that comes later does not make the program wait`() throws {
        let folder = try BundleTestFolder()
        let file = try folder.write("teams.csv", "".utf8)
        let bundle = try openBundle(at: folder.path)
        try #require(unlink(file) == 0 && mkfifo(file, 0o600) == 0)
        let lines = try refusal { _ = try bundle.open("teams.csv") }
        try #require(lines.count == 1)
        #expect(lines[0].hasPrefix("teams.csv: is no plain file"))
    }

    @Test func `a link to a plain file is followed`() throws {
        let folder = try BundleTestFolder()
        let elsewhere = try BundleTestFolder()
        let file = try elsewhere.write("large.csv", "abc".utf8)
        try #require(symlink(file, folder.path + "/responses.csv") == 0)
        #expect(try openBundle(at: folder.path).open("responses.csv").drain() == Array("abc".utf8))
    }

    @Test func `a file in the place of the questionnaires is told`() throws {
        let folder = try BundleTestFolder()
        try folder.write("instruments", "".utf8)
        let lines = try refusal { _ = try openBundle(at: folder.path) }
        #expect(lines == ["instruments: is no folder; the questionnaires lie in a folder of that name"])
    }

    @Test func `what is not there or is neither folder nor zip is told`() throws {
        let folder = try BundleTestFolder()
        let text = try folder.write("study.yaml", "format: kollegium-study/1\n".utf8)
        let empty = try folder.write("empty.zip", [])
        let pipe = folder.path + "/pipe"
        try #require(mkfifo(pipe, 0o600) == 0)
        let nowhere = folder.path + "/nowhere"
        #expect(
            try refusal { _ = try openBundle(at: nowhere) } == [
                "\(nowhere): does not exist; give a folder or a zip with a study"
            ])
        for path in [text, empty, pipe] {
            #expect(
                try refusal { _ = try openBundle(at: path) } == [
                    "\(path): is neither a folder nor a zip; a study is a folder, or a zip of one"
                ])
        }
    }
}
