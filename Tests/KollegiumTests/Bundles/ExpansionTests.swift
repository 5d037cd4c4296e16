import Foundation
import Testing

@testable import Kollegium

/// Zips that become absurdly large when they are unpacked.
@Suite struct ExpansionTests {
    /// A zip with files of zeros, packed about 1 to 1,000 by the real writer.
    private func bomb(_ sizes: [String: Int], in folder: BundleTestFolder) throws -> String {
        let path = folder.path + "/bomb.zip"
        let writer = try ZipWriter(path: path)
        let zeros = [UInt8](repeating: 0, count: 100_000)
        for (name, size) in sizes.sorted(by: { $0.key < $1.key }) {
            try writer.begin(name)
            for _ in 0..<(size / zeros.count) { try zeros.withUnsafeBytes(writer.write) }
            try writer.end()
        }
        try writer.close()
        return path
    }

    @Test func `a file that expands beyond two hundred times the zip is refused while it is read`() throws {
        let folder = try BundleTestFolder()
        let path = try bomb(["teams.csv": 50_000_000], in: folder)
        let size = try #require(try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int)
        let stream = try openBundle(at: path).open("teams.csv")
        var count = 0
        var piece = [UInt8](repeating: 0, count: 10_000)
        let lines = try refusal {
            while true {
                let read = try piece.withUnsafeMutableBytes { try stream.read(into: $0) }
                if read == 0 { break }
                count += read
            }
        }
        #expect(
            lines == [
                "teams.csv: the zip expands to more than 200 times its size, which no answers do; if it is right, "
                    + "use a folder"
            ])
        #expect(((size * 200 - 20_000)...(size * 200)).contains(count))
    }

    @Test func `many small files count together`() throws {
        let folder = try BundleTestFolder()
        let names = (0..<30).map { "f\($0).csv" }
        let path = try bomb(Dictionary(uniqueKeysWithValues: names.map { ($0, 900_000) }), in: folder)
        let bundle = try openBundle(at: path)
        let lines = try refusal { for name in names { _ = try bundle.open(name).drain() } }
        try #require(lines.count == 1)
        #expect(lines.first?.contains("more than 200 times its size") == true)
    }

    @Test func `reading the same file again counts once`() throws {
        let folder = try BundleTestFolder()
        let path = try bomb(["teams.csv": 900_000], in: folder)
        let bundle = try openBundle(at: path)
        for _ in 0..<5 { #expect(try bundle.open("teams.csv").drain().count == 900_000) }
    }

    @Test func `a megabyte is never too much`() throws {
        let folder = try BundleTestFolder()
        let path = try bomb(["teams.csv": 1_000_000], in: folder)
        #expect(try openBundle(at: path).open("teams.csv").drain().count == 1_000_000)
    }

    @Test func `a bomb that lies about its size is refused all the same`() throws {
        let folder = try BundleTestFolder()
        var entry = HandmadeZip.Entry("teams.csv")
        entry.content = HandmadeZip.packedZeros(40_000)
        entry.method = 8
        entry.claimedSize = 10
        let path = try folder.write("study.zip", HandmadeZip([entry]).bytes)
        let bundle = try BundleArchive(path: path, limits: ExpansionLimits(ratio: 100))
        #expect(bundle.size(of: "teams.csv") == 10)
        let lines = try refusal { _ = try bundle.open("teams.csv").drain() }
        #expect(lines.first?.contains("more than 100 times its size") == true)
    }

    @Test func `a smaller lie about the size is damage`() throws {
        let folder = try BundleTestFolder()
        var entry = HandmadeZip.Entry("teams.csv")
        entry.content = HandmadeZip.packedZeros(100)
        entry.method = 8
        entry.checksum = HandmadeZip.checksum([UInt8](repeating: 0, count: 25_801))
        entry.claimedSize = 25_801
        let right = try folder.write("right.zip", HandmadeZip([entry]).bytes)
        #expect(try openBundle(at: right).open("teams.csv").drain().count == 25_801)
        entry.claimedSize = 25_800
        let wrong = try folder.write("wrong.zip", HandmadeZip([entry]).bytes)
        let lines = try refusal { _ = try openBundle(at: wrong).open("teams.csv").drain() }
        #expect(lines == ["teams.csv: the file is damaged in the zip; make the zip again or fetch it anew"])
    }

    @Test func `more than the gigabytes allowed are refused whatever the ratio`() {
        let expansion = ExpansionGuard(zipSize: 1 << 40, limits: ExpansionLimits())
        #expect(expansion.advance("a.csv", to: 3 << 30) == nil)
        #expect(expansion.advance("b.csv", to: 1 << 30) == nil)
        #expect(expansion.advance("b.csv", to: (1 << 30) - 5) == nil)
        let refused = expansion.advance("b.csv", to: (1 << 30) + 1)
        #expect(refused?.en == "the zip expands beyond 4 GB; use a folder for a study of that size")
        #expect(refused?.sv == "zip-filen blir större än 4 GB uppackad; använd en mapp för en så stor studie")
    }

    @Test func `two hundred times is allowed and one byte more is not`() {
        let expansion = ExpansionGuard(zipSize: 10_000, limits: ExpansionLimits())
        #expect(expansion.advance("a.csv", to: 2_000_000) == nil)
        #expect(expansion.advance("a.csv", to: 2_000_001) != nil)
    }
}
