import Support
import Testing

/// What the commands say of themselves, letter by letter.
@Suite struct HelpTests {
    private static let commands = [
        [], ["study"], ["study", "import"], ["study", "export"], ["study", "list"], ["report"],
        ["report", "outcome"], ["report", "trust"], ["report", "continuity"], ["report", "change"], ["check"],
        ["backup"],
        ["restore"], ["account"], ["account", "add"], ["account", "list"], ["account", "assign"],
        ["account", "disable"], ["account", "enable"], ["account", "reset"], ["account", "mail"],
    ]

    @Test(arguments: commands)
    func `every command has help with a worked example`(_ command: [String]) async throws {
        let ending = try await kollegium(command + ["--help"], environment: ["COLUMNS": "80"])
        #expect(ending.status == 0)
        #expect(ending.output.contains("Example: kollegium"))
        try expectSnapshot(ending.output, (["help"] + command).joined(separator: "-"))
    }

    @Test
    func `the version is one line`() async throws {
        let ending = try await kollegium("--version")
        #expect(ending.status == 0)
        #expect(ending.lines.count == 1)
    }

    @Test(arguments: [
        ["nonsense"], ["study", "import"], ["report", "outcome", "x", "--format", "xml"],
        ["report", "outcome", "x", "--language", "de"], ["study", "list", "--nonsense"],
    ])
    func `a wrong command line ends in 64 and shows how it is done`(_ arguments: [String]) async throws {
        let ending = try await kollegium(arguments)
        #expect(ending.status == 64)
        #expect(ending.output.isEmpty)
        #expect(ending.errors.contains("Usage: kollegium"))
    }
}
