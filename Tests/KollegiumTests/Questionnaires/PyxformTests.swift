import Foundation
import Support
import Testing

@testable import Kollegium

/// The reference reader of XLSForm accepts what we write: `script/bootstrap --test` installs it.
@Suite struct PyxformTests {
    @Test func `pyxform accepts ready-made and random questionnaires`() async throws {
        try await withFolder { folder in
            var paths: [String] = []
            func write(_ questionnaire: Questionnaire, _ name: String) throws {
                let path = folder + "/\(name).xlsx"
                try Data(XLSFormWriting(questionnaire).bytes()).write(to: URL(fileURLWithPath: path))
                paths.append(path)
            }
            for ready in [ReadyMade.teacher, .leader, .exit] {
                try write(ready.questionnaire(), ready.rawValue)
            }
            for seed in 1...40 { try write(RandomQuestionnaire.make(seed: UInt64(seed)), "\(seed)") }
            let told = try await Self.pyxform(paths)
            #expect(told.count == paths.count)
            #expect(told.filter { !$0.hasPrefix("accepted") } == [])
            #expect(told.first?.contains("trust-p01") == true)
        }
    }

    @Test func `and refuses what is none`() async throws {
        try await withFolder { folder in
            let tables = XLSXTables(sheets: [
                .init(name: "survey", rows: [["type", "name", "label"], ["select_one nowhere", "a", "A"]])
            ])
            let path = folder + "/broken.xlsx"
            try Data(tables.xlsx()).write(to: URL(fileURLWithPath: path))
            let told = try await Self.pyxform([path])
            #expect(told.count == 1 && told.first?.hasPrefix("accepted") == false)
        }
    }

    /// A line for each file: `accepted` and the names of its questions, or why not.
    private static func pyxform(_ paths: [String]) async throws -> [String] {
        let root = Snapshots.folder.appending(path: "../../..").standardizedFileURL.path(
            percentEncoded: false)
        let python = root + "/.build/browser/bin/python"
        try #require(FileManager.default.isExecutableFile(atPath: python), "script/bootstrap --test makes it")
        let ending = try await run(python, ["-c", script] + paths)
        try #require(ending.status == 0, "\(ending.errors)")
        return ending.lines
    }

    private static let script = """
        import re, sys
        from pyxform.xls2xform import convert
        for path in sys.argv[1:]:
            try:
                form = convert(path, validate=False).xform
                print("accepted", *re.findall(r'<bind nodeset="[^"]*/([^"/]+)"', form))
            except Exception as error:
                print(path, type(error).__name__, str(error).replace("\\n", " "))
        """
}
