import Foundation
import Storage
import Support
import Testing

/// `kill -9` at any moment of an import leaves all of the study or nothing.
@Suite struct KillTests {
    private static let ways: [(TestEngine, [String])] = [
        (.sqlite, []), (.sqlite, ["--while-serving"]), (.postgres, []),
    ]

    @Test(arguments: ways)
    func `a killed import leaves all or nothing`(_ engine: TestEngine, _ options: [String]) async throws {
        let moments = isLongRun ? 50 : 10
        try await withPlace(engine) { place in
            let bundle = try TestBundle.large.write(to: place.folder + "/large")
            let started = ContinuousClock.now
            try await place.holding(.large)
            let whole = try await place.counts()
            let duration = ContinuousClock.now - started
            let report = try await place.kollegium("report", "outcome", "small", "--format", "json").output
            var random = RepeatableRandom(seed: 2013)
            let delays = (0..<moments).map { _ in duration * Double.random(in: 0...1.1, using: &random) }
            var kept = 0
            for delay in delays {
                let isThere = try await withPlace(engine) { victim in
                    try await kill(victim, bundle, options, after: delay)
                    let list = try await victim.kollegium("study", "list")
                    let isThere = list.output.contains("small")
                    if isThere {
                        #expect(try await victim.counts() == whole)
                        let check = try await victim.kollegium("check")
                        #expect(check.output == "All is well.\n", "\(check.output) \(check.errors)")
                    }
                    // Whatever was left behind is in nobody's way.
                    let again = try await victim.kollegium(["study", "import", bundle] + options)
                    #expect(again.status == 0, "\(again.errors)")
                    #expect(try await victim.counts() == whole)
                    let now = try await victim.kollegium("report", "outcome", "small", "--format", "json")
                        .output
                    #expect(now == report)
                    return isThere
                }
                if isThere { kept += 1 }
            }
            // Were all killed after their work, the test would have shown nothing.
            #expect(kept < moments)
        }
    }

    private func kill(
        _ place: Place, _ bundle: String, _ options: [String], after moment: Duration
    ) async throws {
        let seconds = Double(moment.components.seconds) + Double(moment.components.attoseconds) / 1e18
        let arguments = ["study", "import", bundle, "--database", place.database] + options
        let ending = try await run(
            "timeout", ["--signal=KILL", String(seconds + 0.01), kollegiumPath] + arguments)
        #expect([0, 137, -9].contains(ending.status), "\(ending.status): \(ending.errors)")
    }
}
