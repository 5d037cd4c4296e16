import Support
import Testing

/// Whatever a sound bundle says comes back, on either engine and across them.
@Suite struct RoundTripPropertyTests {
    private func passed(_ bundle: TestBundle, through engine: TestEngine) async throws -> TestBundle {
        try await withPlace(engine) { place in
            try await place.holding(bundle)
            return try await place.exported("random")
        }
    }

    private static let seeds: ClosedRange<UInt64> = 1...(isLongRun ? 100 : 6)

    @Test(arguments: seeds)
    func `a random study comes back as it was`(_ seed: UInt64) async throws {
        let bundle = RandomBundle.make(seed: seed)
        let exported = try await passed(bundle, through: .sqlite)
        expectSame(try await passed(bundle, through: .postgres), exported)
        expectSame(try await passed(exported, through: .postgres), exported)
        expectSame(try await passed(exported, through: .sqlite), exported)

        for file in bundle.files.keys where file.hasSuffix(".csv") {
            let told = ParsedCSV(bundle.files[file] ?? [])
            let kept = ParsedCSV(exported.files[file] ?? [])
            #expect(told.sorted == kept.sorted, "\(file)")
        }
        let gone = try missing(of: bundle["study.yaml"], in: exported["study.yaml"])
        #expect(gone == [])
        let questionnaires = bundle.files.keys.filter { $0.hasPrefix("instruments/") }.sorted()
        for (index, file) in questionnaires.enumerated() {
            let gone = try missing(of: bundle[file], in: exported["instruments/q\(index).yaml"])
            #expect(gone == [])
        }
    }

    @Test func `ids are the same however their accents are written`() async throws {
        let composed = TestBundle.small.changed { bundle in
            for file in ["people.csv", "memberships.csv", "responses.csv"] {
                bundle.replace("bo,", with: "\u{E5}ke,", in: file)
            }
            bundle.replace("m1,bo", with: "m1,a\u{30A}ke", in: "attendance.csv")
        }
        let mixed = composed.changed { bundle in
            bundle.replace("\u{E5}ke,", with: "a\u{30A}ke,", in: "responses.csv")
            bundle.replace("id: small", with: "id: \"random\"", in: "study.yaml")
        }
        let exported = try await passed(mixed, through: .sqlite)
        #expect(exported["responses.csv"].unicodeScalars.contains("\u{E5}"))
        #expect(!exported["responses.csv"].unicodeScalars.contains("\u{30A}"))
        #expect(exported["attendance.csv"].contains("m1,\u{E5}ke,absent\n"))
        expectSame(try await passed(mixed, through: .postgres), exported)
    }
}
