import Foundation
import Support
import Testing

/// Importing what is there already.
@Suite struct RepeatedImportTests {
    private let nothingToChange = "“small” is imported already; nothing to change.\n"

    /// Imports what `prepare` makes of the small study, and expects that nothing comes of it.
    private func expectUnchanged(
        _ engine: TestEngine, _ options: [String] = [], sourceLocation: SourceLocation = #_sourceLocation,
        _ prepare: @Sendable (Place) async throws -> String
    ) async throws {
        try await withPlace(engine) { place in
            try await place.holding(.small)
            let before = try await place.dump()
            let path = try await prepare(place)
            let ending = try await place.kollegium(["study", "import", path] + options)
            #expect(ending.status == 0, sourceLocation: sourceLocation)
            #expect(ending.output == nothingToChange, sourceLocation: sourceLocation)
            #expect(ending.errors == "", sourceLocation: sourceLocation)
            #expect(try await place.dump() == before, sourceLocation: sourceLocation)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the example twice changes nothing the second time`(_ engine: TestEngine) async throws {
        try await withPlace(engine) { place in
            let first = try await place.kollegium("study", "import", TestBundle.fiveSchoolsPath)
            #expect(first.status == 0)
            #expect(
                first.output == """
                    “five-schools” is imported:
                          1  instruments/
                          5  schools.csv
                         56  people.csv
                          5  teams.csv
                         57  memberships.csv
                        139  meetings.csv
                        964  attendance.csv
                         21  evidence.csv
                         34  events.csv
                      3,550  responses.csv

                    """)
            let before = try await place.dump()
            let second = try await place.kollegium("study", "import", TestBundle.fiveSchoolsPath)
            #expect(second.status == 0)
            #expect(second.output == "“five-schools” is imported already; nothing to change.\n")
            #expect(try await place.dump() == before)
            let swedish = try await place.kollegium(
                "study", "import", TestBundle.fiveSchoolsPath, "--language", "sv")
            #expect(swedish.output == "”five-schools” är redan inläst; inget att ändra.\n")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the same bundle in another folder`(_ engine: TestEngine) async throws {
        try await expectUnchanged(engine) { try TestBundle.small.write(to: $0.folder + "/again") }
    }

    @Test(arguments: TestEngine.allCases, [nil, "small-study"])
    func `the same bundle in a zip`(_ engine: TestEngine, _ top: String?) async throws {
        try await expectUnchanged(engine) {
            try await TestBundle.small.zip(to: $0.folder + "/small.zip", inFolder: top)
        }
    }

    @Test(arguments: TestEngine.allCases, ["export", "export.zip"])
    func `the study as it was exported`(_ engine: TestEngine, _ name: String) async throws {
        try await expectUnchanged(engine) { place in
            let path = place.folder + "/" + name
            let ending = try await place.kollegium("study", "export", "small", path)
            #expect(ending.status == 0)
            #expect(ending.output == "“small” is written to \(path).\n")
            return path
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the same study said in other bytes`(_ engine: TestEngine) async throws {
        let other = TestBundle.small.changed { bundle in
            for file in bundle.files.keys where file.hasSuffix(".csv") {
                let lines = bundle.lines(of: file).filter { !$0.isEmpty }
                // The rows from the last to the first, Windows line ends, a byte order mark.
                let turned = lines.prefix(1) + lines.dropFirst().reversed()
                bundle[file] = "\u{FEFF}" + turned.map { $0 + "\r\n" }.joined()
            }
            bundle.replace(",,", with: ",\"\",", in: "schools.csv")
            bundle["teams.csv"] = """
                pupils,"name",kind,id,grades,school
                60,Arbetslag 7–9,,t2,7-9,s1
                55,"Arbetslag 4–6","",t1,4-6,s1
                """
            bundle["study.yaml"] = """
                # The same, in another order and style.
                ends: '2014-06-13'
                starts: "2013-08-19"
                title:
                  sv: Liten studie
                  en: Small study
                id: small
                format: kollegium-study/1
                privacy: {minimumGroup: 5}
                """
        }
        try await expectUnchanged(engine) { try other.write(to: $0.folder + "/other") }
    }

    @Test func `while serving, in other bytes`() async throws {
        try await expectUnchanged(.sqlite, ["--while-serving"]) { place in
            let path = place.folder + "/export"
            _ = try await place.kollegium("study", "export", "small", path)
            return path
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `replacing a study by itself changes nothing`(_ engine: TestEngine) async throws {
        try await expectUnchanged(engine, ["--replace"]) {
            try TestBundle.small.write(to: $0.folder + "/again")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `studies are held side by side, and their ids are their own`(_ engine: TestEngine) async throws {
        try await withPlace(engine) { place in
            try await place.holding(.small)
            let other = TestBundle.small.changed {
                $0.replace("id: small", with: "id: other", in: "study.yaml")
                $0.replace("Small study", with: "Another study", in: "study.yaml")
                $0.replace("q1,2,2013", with: "q1,5,2013", in: "responses.csv")
            }
            try await place.holding(other)
            let list = try await place.kollegium("study", "list")
            #expect(
                list.output == """
                    Study  Title          Teams  People
                    ─────  ─────────────  ─────  ──────
                    other  Another study      2       6
                    small  Small study        2       6

                    """)
            let small = try await place.kollegium("report", "outcome", "small", "--format", "json")
            #expect(small.output.contains(#""top": 3, "of": 5, "percent": 60"#))
            let others = try await place.kollegium("report", "outcome", "other", "--format", "json")
            #expect(others.output.contains(#""top": 4, "of": 5, "percent": 80"#))
            let check = try await place.kollegium("check")
            #expect(check.output == "All is well.\n")
        }
    }
}
