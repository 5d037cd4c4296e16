import Foundation
import Support
import Testing

/// Files that are not there, or cannot be read as they should.
@Suite struct FileMistakesTests {
    static let missing = [
        Mistake("no study.yaml", "study.yaml: the file is missing; put it into the study's folder") {
            $0.files["study.yaml"] = nil
        },
        Mistake("no schools.csv", "schools.csv: the file is missing; put it into the study's folder") {
            $0.files["schools.csv"] = nil
        },
        Mistake("no teams.csv", "teams.csv: the file is missing; put it into the study's folder") {
            $0.files["teams.csv"] = nil
        },
    ]

    @Test(arguments: missing)
    func `a required file that is missing has no line`(_ mistake: Mistake) async throws {
        try await mistake.expectRefusal()
    }

    /// The bold columns of the contract.
    static let required = [
        "schools.csv": ["id", "name"], "teams.csv": ["id", "school", "name"], "people.csv": ["id", "name"],
        "memberships.csv": ["team", "person", "role", "from"],
        "meetings.csv": ["id", "team", "kind", "starts", "planned_minutes", "status"],
        "attendance.csv": ["meeting", "person", "status"],
        "evidence.csv": ["id", "team", "form", "indicator", "value", "date"],
        "events.csv": ["team", "date", "kind"],
        "responses.csv": ["instrument", "part", "person", "team", "item", "value"],
    ]

    @Test(arguments: required.keys.sorted())
    func `a required column that is missing is told at line 1`(_ file: String) async throws {
        for column in Self.required[file] ?? [] {
            let mistake = Mistake(
                column, "\(file):1: the column “\(column)” is missing; add it to the header"
            ) { bundle in
                let parsed = ParsedCSV(bundle.files[file] ?? [])
                let columns = parsed.columns.filter { $0 != column }
                bundle[file] = csvText(
                    columns, parsed.records.map { record in columns.map { record[$0] ?? "" } })
            }
            try await mistake.expectRefusal()
        }
    }

    @Test(arguments: required.keys.sorted())
    func `a column that need not be there may be missing`(_ file: String) async throws {
        try await withPlace(.sqlite) { place in
            let bundle = TestBundle.small.changed { bundle in
                let parsed = ParsedCSV(bundle.files[file] ?? [])
                let columns = (Self.required[file] ?? []) + (file == "events.csv" ? ["detail"] : [])
                bundle[file] = csvText(
                    columns, parsed.records.map { record in columns.map { record[$0] ?? "" } })
            }
            try await place.holding(bundle)
        }
    }

    static let broken = [
        Mistake(
            "too many fields",
            "people.csv:3: the row has 6 fields, but the header has 4; put a field that holds a comma in quotes"
        ) { $0.set(3, of: "people.csv", to: "bo,Bosson, Bo, jr,,s1") },
        Mistake(
            "too few fields",
            "people.csv:3: the row has 2 fields, but the header has 4; write a comma for each empty field too"
        ) { $0.set(3, of: "people.csv", to: "bo,Bo") },
        Mistake(
            "a quote that never closes",
            "people.csv:3: the quote that opens here is never closed; put a quote where the field ends "
                + "(the rest of the file is not read)"
        ) { $0.set(3, of: "people.csv", to: "bo,\"Bo,,s1") },
        Mistake(
            "text after a quote",
            "people.csv:3: there is text after the closing quote of a field; a comma or the end of the line "
                + "follows it, and a quote inside the field is written twice (\"\")"
        ) { $0.set(3, of: "people.csv", to: "bo,\"Bo\" B,,s1") },
        Mistake(
            "a quote inside",
            "people.csv:3: a quote stands inside a field without quotes; put the whole field in quotes, "
                + "and write each quote in it twice (\"\")"
        ) { $0.set(3, of: "people.csv", to: "bo,Bo \"B\",,s1") },
        Mistake(
            "Latin-1",
            "people.csv:3: the line is not UTF-8 (perhaps Windows-1252 or Latin-1); save the file as UTF-8"
        ) {
            $0.set(3, of: "people.csv", to: "bo,Bo Ek,,s1")
            $0.files["people.csv"] = $0.files["people.csv"]?.map { $0 == UInt8(ascii: "k") ? 0xE5 : $0 }
        },
        Mistake("UTF-16", "people.csv:1: the file is UTF-16; save it as UTF-8") {
            $0.files["people.csv"] = [0xFF, 0xFE] + "id,name\nbo,Bo\n".utf8.flatMap { [$0, 0] }
        },
        Mistake(
            "a NUL byte",
            "people.csv:3: the line has a NUL byte, which text never has; if the file is UTF-16, save it as UTF-8"
        ) { $0.set(3, of: "people.csv", to: "bo,B\u{0}o,,s1") },
        Mistake(
            "an empty file",
            "people.csv:1: the file is empty; its first line names the columns: id,name,email,school"
        ) {
            $0.files["people.csv"] = []
        },
        Mistake("semicolons", "people.csv:1: the columns seem to be separated by \";\"; use \",\"") {
            $0["people.csv"] = $0["people.csv"].replacing(",", with: ";")
        },
        Mistake(
            "a column twice",
            "people.csv:1: the column “name” is there more than once; each name may stand once"
        ) {
            $0["people.csv"] = "id,name,name\nbo,Bo,Bo\n"
        },
        Mistake(
            "a field over 1 MB",
            "events.csv:4: a field is over 1 MB (1,048,576 bytes); divide the text or shorten it "
                + "(the rest of the file is not read)"
        ) { $0.add("t1,2013-11-02,note," + String(repeating: "x", count: 1_048_577), to: "events.csv") },
        Mistake(
            "a quoted field over 1 MB",
            "events.csv:4: the field that begins here is over 1 MB (1,048,576 bytes); shorten it, or put the "
                + "closing quote that is missing (the rest of the file is not read)"
        ) {
            $0.add(
                "t1,2013-11-02,note,\"" + String(repeating: "å\n", count: 400_000) + "\"", to: "events.csv")
        },
    ]

    @Test(arguments: broken)
    func `a file that is not as CSV should be is told at its line`(_ mistake: Mistake) async throws {
        try await mistake.expectRefusal()
    }

    @Test func `a field of 1 MB is kept whole`() async throws {
        try await withPlace(.sqlite) { place in
            let text = String(repeating: "x", count: 1_048_576)
            try await place.holding(
                TestBundle.small.changed { $0.add("t1,2013-11-02,note,\(text)", to: "events.csv") })
            let exported = try await place.exported("small")
            #expect(exported["events.csv"].contains("t1,2013-11-02,note,\(text)\n"))
        }
    }

    @Test func `lines are those of the file, also below a text of several lines`() async throws {
        let mistake = Mistake("lines", "events.csv:6: “team” is “t9”, which is not in teams.csv") {
            $0.add("t1,2013-11-02,note,\"one\ntwo\"", "t9,2013-11-02,note,", to: "events.csv")
        }
        try await mistake.expectRefusal()
    }

    @Test func `what is no bundle at all is told by its path`() async throws {
        try await withPlace(.sqlite) { place in
            let nowhere = place.folder + "/nowhere"
            let missing = try await place.kollegium("study", "import", nowhere)
            #expect(missing.status == 1)
            #expect(missing.errors == "\(nowhere): does not exist; give a folder or a zip with a study\n")
            let text = place.folder + "/study.txt"
            try Data("hello".utf8).write(to: URL(fileURLWithPath: text))
            let wrong = try await place.kollegium("study", "import", text)
            #expect(wrong.status == 1)
            #expect(
                wrong.errors
                    == "\(text): is neither a folder nor a zip; a study is a folder, or a zip of one\n")
            let empty = place.folder + "/empty"
            try FileManager.default.createDirectory(atPath: empty, withIntermediateDirectories: false)
            let nothing = try await place.kollegium("study", "import", empty)
            #expect(nothing.status == 1)
            #expect(
                nothing.errorLines
                    == ["study.yaml", "schools.csv", "teams.csv"].map {
                        "\($0): the file is missing; put it into the study's folder"
                    })
            #expect(try await place.filled() == [])
        }
    }
}
