import Foundation
import Support
import Testing

/// What goes to which stream, and what a terminal gets that a pipe does not.
@Suite struct TerminalTests {
    private let escape = "\u{1B}"

    /// Runs the program on a terminal that `script` makes, and gives all that is shown there.
    private func onTerminal(
        _ arguments: [String], in place: Place, environment: [String: String]
    ) async throws -> Ending {
        let command = ([kollegiumPath] + arguments + ["--database", place.database])
            .map { "'\($0)'" }.joined(separator: " ")
        return try await run(
            "script", ["-qec", command, "/dev/null"],
            environment: ["TERM": "xterm", "KOLLEGIUM_DATA": place.folder].merging(environment) { _, own in
                own
            })
    }

    @Test(arguments: [["report", "outcome"], ["report", "trust"]])
    func `headings are bold on a terminal and plain elsewhere`(_ command: [String]) async throws {
        try await withPlace(.sqlite) { place in
            try await place.holding(try .fiveSchools())
            let arguments = command + ["five-schools"]
            let plain = try await place.kollegium(arguments, environment: ["NO_COLOR": ""])
            #expect(plain.status == 0)
            #expect(!plain.output.contains(escape))

            let shown = try await onTerminal(arguments, in: place, environment: ["NO_COLOR": ""])
            #expect(shown.status == 0)
            #expect(shown.output.hasPrefix("\(escape)[1m"))
            let bare = shown.output.replacing("\(escape)[1m", with: "").replacing("\(escape)[0m", with: "")
            #expect(bare.replacing("\r\n", with: "\n") == plain.output)
        }
    }

    @Test(arguments: [["NO_COLOR": "1"], ["NO_COLOR": "", "TERM": "dumb"]])
    func `a terminal that wants no colour gets none`(_ environment: [String: String]) async throws {
        try await withPlace(.sqlite) { place in
            try await place.holding(.small)
            let shown = try await onTerminal(
                ["report", "outcome", "small"], in: place, environment: environment)
            #expect(shown.status == 0)
            #expect(!shown.output.contains(escape))
        }
    }

    @Test(arguments: [["report", "outcome", "small"], ["report", "trust", "small"], ["study", "list"]])
    func `a name inside a bundle cannot move the cursor`(_ command: [String]) async throws {
        try await withPlace(.sqlite) { place in
            let tricky = TestBundle.small.changed {
                $0.replace("Ekskolan", with: "Ek\u{1B}[2Jskolan", in: "schools.csv")
                $0.replace("Arbetslag", with: "\u{202E}Lag", in: "teams.csv")
                $0.replace("en: Small study", with: #"en: "Small\e[2J study""#, in: "study.yaml")
                $0.replace(
                    "en: In the team", with: #"en: "In the\e[2J team""#, in: "instruments/teacher.yaml")
            }
            try await place.holding(tricky)
            let ending = try await place.kollegium(command)
            #expect(ending.status == 0)
            #expect(!ending.output.contains(escape))
            #expect(!ending.output.contains("\u{202E}"))
            #expect(ending.output.contains("Small\\u{1B}[2J study"))
            #expect(ending.lines.allSatisfy { $0.count <= 80 })
        }
    }

    @Test func `progress is shown on a terminal only, and JSON stands alone`() async throws {
        try await withPlace(.sqlite) { place in
            let bundle = try TestBundle.small.write(to: place.folder + "/small")
            let ending = try await place.kollegium("study", "import", bundle)
            #expect(!ending.errors.contains("\r"))
            for report in ["outcome", "trust"] {
                let json = try await place.kollegium("report", report, "small", "--format", "json")
                #expect(json.errors == "")
                #expect(throws: Never.self) {
                    try JSONSerialization.jsonObject(with: Data(json.output.utf8))
                }
            }
        }
    }

    @Test func `results go to standard output, notices and errors to standard error`() async throws {
        try await withPlace(.sqlite) { place in
            let strange = TestBundle.small.changed { $0.add("t1,2013-12-01,snow,", to: "events.csv") }
            let imported = try await place.import(strange)
            #expect(imported.status == 0)
            #expect(imported.output.hasPrefix("“small” is imported:\n"))
            #expect(
                imported.errors == "events.csv:4: the kind “snow” is not known; it is kept as it is\n")
            let failed = try await place.kollegium("report", "outcome", "large", "--format", "json")
            #expect(failed.status == 1)
            #expect(failed.output == "")
            #expect(
                failed.errors == "No study is called “large”; kollegium study list shows those there are\n")
        }
    }

    @Test(arguments: [["outcome"], ["trust"]], ["sv", "en"])
    func `no line of a table is wider than 80 columns`(_ report: [String], _ language: String) async throws {
        try await withPlace(.sqlite) { place in
            let long = String(repeating: "Ett mycket långt namn på en skola ", count: 4)
            let wide = try TestBundle.fiveSchools().changed {
                $0.replace("Skola 2", with: long, in: "schools.csv")
                $0.replace("sv: På övriga skolan", with: "sv: Överallt på den övriga skolan", in: teacher)
            }
            try await place.holding(wide)
            let ending = try await place.kollegium(
                ["report"] + report + ["five-schools", "--language", language])
            #expect(ending.status == 0)
            #expect(ending.lines.filter { $0.count > 80 } == [])
        }
    }

    private let teacher = "instruments/teacher.yaml"

    @Test(arguments: [
        ("sv_SE.UTF-8", "Ingen studie heter ”x”; kollegium study list visar dem som finns\n"),
        ("sv", "Ingen studie heter ”x”; kollegium study list visar dem som finns\n"),
        ("en_GB.UTF-8", "No study is called “x”; kollegium study list shows those there are\n"),
        ("C", "No study is called “x”; kollegium study list shows those there are\n"),
    ])
    func `the language is the environment's, else English`(_ locale: String, _ sentence: String) async throws
    {
        try await withPlace(.sqlite) { place in
            try await place.holding(.small)
            let ending = try await place.kollegium(
                "report", "outcome", "x", environment: ["LC_ALL": locale])
            #expect(ending.status == 1)
            #expect(ending.errors == sentence)
            let chosen = try await place.kollegium(
                "report", "outcome", "x", "--language", "en", environment: ["LC_ALL": locale])
            #expect(chosen.errors.hasPrefix("No study is called"))
        }
    }
}
