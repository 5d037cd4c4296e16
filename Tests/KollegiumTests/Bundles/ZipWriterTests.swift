import Foundation
import Testing

@testable import Kollegium

@Suite struct ZipWriterTests {
    private func write(_ path: String, pieceSize: Int) throws {
        let writer = try ZipWriter(path: path)
        for (name, text) in [
            ("study.yaml", "format: x\n"), ("instruments/lärare.yaml", "id: ö\n"), ("e.csv", ""),
        ] {
            try writer.begin(name)
            let bytes = Array(String(repeating: text, count: 1_000).utf8)
            for start in stride(from: 0, to: bytes.count, by: pieceSize) {
                try bytes[start..<min(bytes.count, start + pieceSize)].withUnsafeBytes(writer.write)
            }
            try writer.end()
        }
        try writer.close()
    }

    @Test func `what is written is read back in the order given`() throws {
        let folder = try BundleTestFolder()
        let path = folder.path + "/a.zip"
        try write(path, pieceSize: 100)
        let bundle = try openBundle(at: path)
        #expect(bundle.files == ["e.csv", "instruments/lärare.yaml", "study.yaml"])
        let text = String(repeating: "id: ö\n", count: 1_000)
        #expect(try bundle.open("instruments/lärare.yaml").drain() == Array(text.utf8))
        #expect(try bundle.open("e.csv").drain().isEmpty)
        let reader = try ArchiveReader(path: path)
        var names: [String] = []
        while let entry = try reader.next() { names.append(String(decoding: entry.name, as: UTF8.self)) }
        #expect(names == ["study.yaml", "instruments/lärare.yaml", "e.csv"])
    }

    @Test func `the same contents give the same bytes, however they are handed over`() throws {
        let folder = try BundleTestFolder()
        var results: Set<Data> = []
        for (index, pieceSize) in [1, 1_000, 100_000].enumerated() {
            let path = folder.path + "/\(index).zip"
            try write(path, pieceSize: pieceSize)
            results.insert(try Data(contentsOf: URL(fileURLWithPath: path)))
        }
        #expect(results.count == 1)
        // The first entry's time and date as the header has them, midnight of 1 January 1980, which libarchive
        // gives in every time zone where no time is set; its field for other times says that there are none.
        let bytes = Array(try #require(results.first))
        #expect(bytes[10..<14] == [0, 0, 0x21, 0])
        #expect(bytes[40..<45] == [0x55, 0x54, 1, 0, 0])
    }

    @Test func `a file that is there is not written over`() throws {
        let folder = try BundleTestFolder()
        let path = try folder.write("a.zip", "precious".utf8)
        #expect(
            try refusal { _ = try ZipWriter(path: path) } == [
                "\(path): is there already and is not written over; give a new name"
            ])
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data("precious".utf8))
        let nowhere = folder.path + "/none/a.zip"
        #expect(
            try refusal { _ = try ZipWriter(path: nowhere) } == [
                "\(nowhere): cannot be written, its folder does not exist; make it first"
            ])
    }

    @Test func `a zip that is given up leaves nothing behind`() throws {
        let folder = try BundleTestFolder()
        let path = folder.path + "/a.zip"
        do {
            let writer = try ZipWriter(path: path)
            try writer.begin("study.yaml")
            #expect(FileManager.default.fileExists(atPath: path))
        }
        #expect(!FileManager.default.fileExists(atPath: path))
    }
}
