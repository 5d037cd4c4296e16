import Foundation
import Support
import Testing

/// Export gives identical files wherever a study is imported, and loses nothing of it.
@Suite struct RoundTripTests {
    private func study(_ bundle: TestBundle) -> String {
        bundle["study.yaml"].contains("five-schools") ? "five-schools" : "small"
    }

    /// Imports into an empty database and exports again.
    private func passed(_ bundle: TestBundle, through engine: TestEngine) async throws -> TestBundle {
        try await withPlace(engine) { place in
            try await place.holding(bundle)
            let exported = try await place.exported(study(bundle))
            let check = try await place.kollegium("check")
            #expect(check.output == "All is well.\n")
            return exported
        }
    }

    @Test(arguments: ["example", "small", "peculiar"])
    func `both engines export identical files, also of what the other exported`(_ name: String) async throws {
        let bundle = try name == "example" ? .fiveSchools() : name == "small" ? .small : TestBundle.peculiar
        let fromSQLite = try await passed(bundle, through: .sqlite)
        let fromPostgres = try await passed(bundle, through: .postgres)
        expectSame(fromSQLite, fromPostgres)
        expectSame(try await passed(fromSQLite, through: .sqlite), fromSQLite)
        expectSame(try await passed(fromSQLite, through: .postgres), fromSQLite)
    }

    @Test(arguments: TestEngine.allCases)
    func `a zip holds the same files, and is the same zip each time`(_ engine: TestEngine) async throws {
        try await withPlace(engine) { place in
            try await place.holding(.peculiar)
            let folder = try await place.exported("small")
            for name in ["a.zip", "b.zip"] {
                let ending = try await place.kollegium("study", "export", "small", place.folder + "/" + name)
                #expect(ending.status == 0)
                let unpacked = place.folder + "/unpacked-" + name
                _ = try await run("unzip", ["-q", place.folder + "/" + name, "-d", unpacked])
                expectSame(try TestBundle(folder: unpacked), folder)
            }
            let (one, two) = (place.folder + "/a.zip", place.folder + "/b.zip")
            #expect(
                try Data(contentsOf: URL(fileURLWithPath: one)) == Data(contentsOf: URL(fileURLWithPath: two))
            )
            let again = try await place.kollegium("study", "import", one)
            #expect(again.output == "“small” is imported already; nothing to change.\n")
        }
    }

    @Test(arguments: ["example", "small", "peculiar"])
    func `nothing is lost on the way`(_ name: String) async throws {
        let bundle = try name == "example" ? .fiveSchools() : name == "small" ? .small : TestBundle.peculiar
        let exported = try await passed(bundle, through: .sqlite)
        for file in bundle.files.keys where file.hasSuffix(".csv") {
            let told = ParsedCSV(bundle.files[file] ?? [])
            let kept = ParsedCSV(exported.files[file] ?? [])
            #expect(Set(told.columns).isSubset(of: kept.columns), "\(file)")
            guard name != "peculiar" || !Self.normalised.contains(file) else { continue }
            #expect(told.sorted == kept.sorted, "\(file)")
        }
        let gone = try missing(of: bundle["study.yaml"], in: exported["study.yaml"])
        #expect(gone == [])
        let questionnaires = exported.files.keys.filter { $0.hasPrefix("instruments/") }
        try #require(questionnaires.count == 1)
        let given = bundle["instruments/teacher.yaml"]
            // One text for a title is both languages.
            .replacing("title: Vid start", with: "title: {sv: Vid start, en: Vid start}")
        let goneToo = try missing(of: given, in: exported[questionnaires[0]])
        #expect(goneToo == [])
    }

    /// Files of the peculiar bundle that say the same in a simpler way when they come back.
    private static let normalised = ["schools.csv", "meetings.csv"]

    @Test(arguments: TestEngine.allCases)
    func `numbers and times come back in one form`(_ engine: TestEngine) async throws {
        let exported = try await passed(.peculiar, through: engine)
        let schools = ParsedCSV(exported.files["schools.csv"] ?? []).records
        #expect(schools.map { $0["foreign_background_pct"] } == ["46.5", "0", nil])
        #expect(schools.map { $0["parents_post_secondary_pct"] } == ["0.125", nil, nil])
        #expect(schools.map { $0["grade9_passed_all_pct"] } == ["100", "33.3333333333", nil])
        #expect(schools.map { $0["merit_value"] } == ["0.00001", "226.7", nil])
        #expect(schools.map { $0["pupils"] } == ["120", "0", nil])
        #expect(schools.map { $0["name"] } == ["Ek\"skolan\"", "A\u{30A}skolan", "Åskolan"])
        #expect(schools.map { Array(($0["name"] ?? "").utf8.prefix(3)) }.last == [0xC3, 0x85, 0x73])
        // In Helsinki: summer time is three hours before Greenwich, winter time two.
        let meetings = ParsedCSV(exported.files["meetings.csv"] ?? []).records
        #expect(
            meetings.map { $0["starts"] } == [
                "2013-09-03T15:30", "2013-12-04T15:30:15", "2013-10-04T04:30", "2013-11-03T08:00",
                "2013-11-04",
            ])
    }

    @Test func `the files are in canonical form`() async throws {
        let exported = try await passed(.peculiar, through: .sqlite)
        #expect(
            exported.files.keys.sorted() == [
                "attendance.csv", "events.csv", "evidence.csv", "instruments/l%C3%A4rare.yaml",
                "meetings.csv",
                "memberships.csv", "people.csv", "responses.csv", "schools.csv", "study.yaml", "teams.csv",
            ])
        for (file, bytes) in exported.files {
            #expect(bytes.last == 10, "\(file)")
            #expect(!bytes.starts(with: [0xEF, 0xBB, 0xBF]), "\(file)")
        }
        #expect(
            exported.lines(of: "events.csv") == [
                "team,date,kind,detail,mood", "t1,2013-10-01,practice-shown,anna,",
                "t1,2013-11-01,note,2014-06-05,",
                "t1,2013-11-01,note,2014-06-05,", "t1,2013-11-01,note,2014-06-05,good",
                "t2,2013-11-01,snow,,1", "",
            ])
        #expect(exported.lines(of: "people.csv").first == "id,name,email,school,hue,hue ")
        #expect(exported.lines(of: "teams.csv").last(where: { !$0.isEmpty }) == "å,s3,=1+1,,,")
    }

    @Test func `what was not there is written as a file with a header`() async throws {
        let bare = TestBundle.small.changed { bundle in
            for file in bundle.files.keys where !["study.yaml", "schools.csv", "teams.csv"].contains(file) {
                bundle.files[file] = nil
            }
        }
        let exported = try await passed(bare, through: .sqlite)
        #expect(exported["responses.csv"] == "instrument,part,person,team,item,value,submitted\n")
        #expect(exported["people.csv"] == "id,name,email,school\n")
        expectSame(try await passed(exported, through: .postgres), exported)
    }

    @Test(arguments: ["there", "there.zip"])
    func `what is there already is not written over`(_ name: String) async throws {
        try await withPlace(.sqlite) { place in
            try await place.holding(.small)
            let path = place.folder + "/" + name
            try Data("mine".utf8).write(to: URL(fileURLWithPath: path))
            let ending = try await place.kollegium("study", "export", "small", path)
            #expect(ending.status == 1)
            #expect(ending.output == "")
            #expect(
                ending.errors == "\(path) is there already; choose another name, nothing is overwritten\n")
            #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
        }
    }

    @Test func `an export that cannot be written leaves nothing behind`() async throws {
        try await withPlace(.sqlite) { place in
            try await place.holding(.small)
            for name in ["no/such/folder", "no/such/folder.zip"] {
                let ending = try await place.kollegium("study", "export", "small", place.folder + "/" + name)
                #expect(ending.status == 1)
                #expect(ending.errorLines.count == 1)
                #expect(ending.errors.contains("no/such/folder"))
            }
            let unknown = try await place.kollegium("study", "export", "large", place.folder + "/large")
            #expect(unknown.status == 1)
            #expect(
                unknown.errors == "No study is called “large”; kollegium study list shows those there are\n")
            let files = try FileManager.default.contentsOfDirectory(atPath: place.folder)
            #expect(files.filter { $0.contains("unfinished") || $0.contains("large") } == [])
        }
    }
}

/// Two bundles are the same, file by file and byte by byte; otherwise the first line that is not.
func expectSame(
    _ one: TestBundle, _ two: TestBundle, sourceLocation: SourceLocation = #_sourceLocation
) {
    #expect(one.files.keys.sorted() == two.files.keys.sorted(), sourceLocation: sourceLocation)
    for file in one.files.keys.sorted() where one.files[file] != two.files[file] {
        let pair = zip(one.lines(of: file), two.lines(of: file)).enumerated().first {
            $0.element.0 != $0.element.1
        }
        Issue.record(
            "\(file): line \((pair?.offset ?? -2) + 1): “\(pair?.element.0 ?? "")” and “\(pair?.element.1 ?? "")”",
            sourceLocation: sourceLocation)
    }
}
