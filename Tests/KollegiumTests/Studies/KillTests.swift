import Foundation
import Storage
import Support
import Testing

/// `kill -9` at any moment of an import leaves all of the study or nothing.
@Suite(.serialized) struct KillTests {
    /// A study that takes long enough to be killed in the middle: the five teams with their answers many times over.
    private static let large: TestBundle = {
        var bundle = TestBundle.small
        var people = bundle["people.csv"]
        var memberships = bundle["memberships.csv"]
        var responses = bundle["responses.csv"]
        for number in 0..<12_000 {
            people += "p\(number),Person \(number),,s1\n"
            memberships += "t1,p\(number),teacher,2013-08-19,,\n"
            responses += "teacher,start,p\(number),t1,q1,\(number % 5 + 1),2013-08-28\n"
            responses += "teacher,start,p\(number),t1,q2,\(number % 4 + 1),2013-08-28\n"
            responses += "teacher,end,p\(number),t1,q3,\(number % 3 + 1),2014-06-05\n"
        }
        bundle["people.csv"] = people
        bundle["memberships.csv"] = memberships
        bundle["responses.csv"] = responses
        return bundle
    }()

    private static let ways: [(TestEngine, [String])] = [
        (.sqlite, []), (.sqlite, ["--while-serving"]), (.postgres, []),
    ]

    @Test(arguments: ways)
    func `a killed import leaves all or nothing`(_ engine: TestEngine, _ options: [String]) async throws {
        let moments = isLongRun ? 50 : 10
        try await withPlace(engine) { place in
            let bundle = try Self.large.write(to: place.folder + "/large")
            let started = ContinuousClock.now
            try await place.holding(Self.large)
            let whole = try await place.counts()
            let duration = ContinuousClock.now - started
            let report = try await place.kollegium("report", "outcome", "small", "--format", "json").output
            var random = SplitMix(seed: 2013)
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

/// A small seeded generator, so that a run can be repeated.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
