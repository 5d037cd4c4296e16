import Support
import Testing

@testable import Kollegium

@Suite struct FreePortTests {
    @Test func `a demonstration at port 0 tells the port that it listens at`() async throws {
        try await withFolder { folder in
            // Ends it as soon as it has said where it is, or after a minute.
            let script = """
                "$1" demo --port 0 --data "$2/demo" --language en > "$2/said" 2>&1 &
                for _ in $(seq 300); do grep -q http "$2/said" && break; sleep .2; done
                kill $!; wait $!; cat "$2/said"
                """
            let ending = try await run("bash", ["-c", script, "bash", kollegiumPath, folder])
            let said = ending.output.firstMatch(of: #/http://127\.0\.0\.1:([0-9]+)/#)
            let port = try #require(said.flatMap { Int($0.1) }, "\(ending.output)")
            #expect((1_024...65_535).contains(port))
        }
    }

    @Test func `a free port is one that can be listened at`() throws {
        #expect((1...65_535).contains(try FreePort.find()))
    }
}
