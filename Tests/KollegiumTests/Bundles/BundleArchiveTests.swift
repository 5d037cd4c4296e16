import Foundation
import Testing

@testable import Kollegium

@Suite struct BundleArchiveTests {
    private func open(_ zip: HandmadeZip, in folder: BundleTestFolder) throws -> any BundleSource {
        try openBundle(at: folder.write("study.zip", zip.bytes))
    }

    @Test func `a zip is read as the folder is`() throws {
        let folder = try BundleTestFolder()
        let bundle = try open(
            HandmadeZip([
                "study.yaml": "format", "instruments/teacher.yaml": "id", "teams.csv": "a,b\n",
                "instruments/notes.txt": "", "photos/a.jpg": "", "readme.txt": "",
            ]), in: folder)
        #expect(bundle.files == ["instruments/teacher.yaml", "readme.txt", "study.yaml", "teams.csv"])
        #expect(bundle.passedOver == ["instruments/notes.txt", "photos/a.jpg"])
        #expect(bundle.size(of: "teams.csv") == 4)
        #expect(try bundle.open("teams.csv").drain() == Array("a,b\n".utf8))
        #expect(try bundle.open("study.yaml").drain(pieceSize: 1) == Array("format".utf8))
        #expect(try bundle.open("teams.csv").drain() == Array("a,b\n".utf8))
        let lines = try refusal { _ = try bundle.open("people.csv") }
        #expect(lines == ["people.csv: the file is missing; put it into the study's folder"])
    }

    @Test func `everything may lie in one folder, and what macOS adds is ignored`() throws {
        let folder = try BundleTestFolder()
        var top = HandmadeZip.Entry("My study/")
        top.mode = 0o040755
        var zip = HandmadeZip([
            "__MACOSX/._My study": "x", "My study/.DS_Store": "x", "My study/study.yaml": "format",
            "My study/instruments/a.yaml": "id", "__MACOSX/My study/._study.yaml": "x",
        ])
        zip.entries.insert(top, at: 0)
        let bundle = try open(zip, in: folder)
        #expect(bundle.files == ["instruments/a.yaml", "study.yaml"])
        #expect(bundle.passedOver.isEmpty)
        #expect(try bundle.open("study.yaml").drain() == Array("format".utf8))
    }

    @Test func `the questionnaires alone are no folder around everything`() throws {
        let folder = try BundleTestFolder()
        #expect(try open(HandmadeZip(["instruments/a.yaml": ""]), in: folder).files == ["instruments/a.yaml"])
    }

    @Test func `a dot before a name means nothing`() throws {
        let folder = try BundleTestFolder()
        let bundle = try open(HandmadeZip(["./study.yaml": "x", "./instruments//a.yaml": "y"]), in: folder)
        #expect(bundle.files == ["instruments/a.yaml", "study.yaml"])
        #expect(try bundle.open("instruments/a.yaml").drain() == Array("y".utf8))
    }

    @Test func `an empty zip has no files`() throws {
        let folder = try BundleTestFolder()
        #expect(try open(HandmadeZip([HandmadeZip.Entry]()), in: folder).files.isEmpty)
    }

    @Test func `a comment at the end does no harm`() throws {
        let folder = try BundleTestFolder()
        var zip = HandmadeZip(["study.yaml": "x"])
        zip.comment = Array("made by hand PK".utf8)
        #expect(try open(zip, in: folder).files == ["study.yaml"])
    }

    /// With the mark of UTF-8, without it, in two code points, and as older Windows writes it.
    @Test(
        arguments: [
            (Array("instruments/lärare.yaml".utf8), 0x800), (Array("instruments/lärare.yaml".utf8), 0),
            (Array("instruments/la\u{308}rare.yaml".utf8), 0x800),
            (Array("instruments/la\u{308}rare.yaml".utf8), 0),
            (Array("instruments/l".utf8) + [0x84] + Array("rare.yaml".utf8), 0),
        ] as [([UInt8], UInt16)])
    func `names beyond ASCII are read whatever the locale`(name: [UInt8], flags: UInt16) throws {
        let folder = try BundleTestFolder()
        var entry = HandmadeZip.Entry("", "id: x")
        entry.name = name
        entry.flags = flags
        let bundle = try open(HandmadeZip([HandmadeZip.Entry("study.yaml"), entry]), in: folder)
        #expect(bundle.files.map { Array($0.utf8) }.first == Array("instruments/l\u{E4}rare.yaml".utf8))
        #expect(try bundle.open("instruments/lärare.yaml").drain() == Array("id: x".utf8))
    }

    @Test func `a zip cut short is told, wherever it was cut`() throws {
        let folder = try BundleTestFolder()
        let bytes = HandmadeZip(["study.yaml": "format: x", "teams.csv": "a,b\n1,2\n"]).bytes
        for length in 4..<bytes.count {
            let path = try folder.write("study.zip", bytes[..<length])
            #expect(
                try refusal { _ = try openBundle(at: path) } == [
                    "\(path): the zip is damaged or cut short; make it again or fetch it anew"
                ], "\(length) of \(bytes.count) bytes")
        }
    }

    @Test func `a wrong checksum is told with the name of the file`() throws {
        let folder = try BundleTestFolder()
        var zip = HandmadeZip(["study.yaml": "format: x", "teams.csv": "a,b\n1,2\n"])
        zip.entries[1].checksum = 1
        let bundle = try open(zip, in: folder)
        #expect(try bundle.open("study.yaml").drain() == Array("format: x".utf8))
        let lines = try refusal { _ = try bundle.open("teams.csv").drain() }
        #expect(lines == ["teams.csv: the file is damaged in the zip; make the zip again or fetch it anew"])
    }

    @Test func `packed data that is no such thing is told`() throws {
        let folder = try BundleTestFolder()
        var zip = HandmadeZip(["teams.csv": String(repeating: "x", count: 100)])
        zip.entries[0].method = 8
        let lines = try refusal { _ = try open(zip, in: folder).open("teams.csv").drain() }
        #expect(lines == ["teams.csv: the file is damaged in the zip; make the zip again or fetch it anew"])
    }

    @Test func `an unknown way of packing is told`() throws {
        let folder = try BundleTestFolder()
        var zip = HandmadeZip(["teams.csv": "xxxx"])
        zip.entries[0].method = 77
        let lines = try refusal { _ = try open(zip, in: folder).open("teams.csv").drain() }
        #expect(
            lines == [
                "teams.csv: the file is packed in a way that cannot be read; make an ordinary zip (deflate)"
            ])
    }

    /// Any single byte changed anywhere: the zip is refused with sentences, or read, and never stops the program.
    @Test func `a changed byte never stops the program`() throws {
        let folder = try BundleTestFolder()
        let path = folder.path + "/packed.zip"
        let writer = try ZipWriter(path: path)
        for name in ["study.yaml", "teams.csv"] {
            try writer.begin(name)
            try Array(String(repeating: "id,name\n", count: 20).utf8).withUnsafeBytes(writer.write)
            try writer.end()
        }
        try writer.close()
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        var random = RepeatableRandom(seed: 5)
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= UInt8.random(in: 1...255, using: &random)
            let path = try folder.write("study.zip", changed)
            let lines = try refusal {
                let bundle = try openBundle(at: path)
                for file in bundle.files { _ = try bundle.open(file).drain() }
            }
            #expect(lines.count <= 4)
        }
    }
}
