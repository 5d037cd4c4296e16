import Foundation
import Support
import Testing

/// `study import --replace`.
@Suite struct ReplaceTests {
    private static let changed = TestBundle.small.changed { bundle in
        bundle.replace("Small study", with: "Changed study", in: "study.yaml")
        bundle.replace("fatima,Fatima", with: "frida,Frida", in: "people.csv")
        bundle.replace("fatima", with: "frida", in: "memberships.csv")
        bundle.add("teacher,end,bo,t1,q3,2,2014-06-05", to: "responses.csv")
        bundle["people.csv"] = bundle["people.csv"].replacing(
            "id,name,email,school", with: "id,name,email,school,hue"
        )
        .replacing("s1\n", with: "s1,green\n")
    }

    @Test(arguments: [
        (TestEngine.sqlite, []), (.postgres, []), (.sqlite, ["--while-serving"]),
        (.postgres, ["--while-serving"]),
    ])
    func `the bundle takes the place of the study, and nothing of the old one stays`(
        _ engine: TestEngine, _ options: [String]
    ) async throws {
        try await withPlace(engine) { place in
            try await place.holding(.small)
            let bundle = try Self.changed.write(to: place.folder + "/changed")
            let ending = try await place.kollegium(["study", "import", bundle, "--replace"] + options)
            #expect(ending.status == 0)
            #expect(ending.output.hasPrefix("“small” is replaced:\n"))
            var counts = try await place.counts()
            // The log remembers both imports.
            #expect(counts["activity"] == 2)
            counts["activity"] = 1
            let fresh = try await withPlace(engine) { other in
                try await other.holding(Self.changed)
                return try await other.counts()
            }
            #expect(counts == fresh)
            #expect(try await place.witness("SELECT count(*) FROM people WHERE name = 'Fatima'") == ["0"])
            let list = try await place.kollegium("study", "list")
            #expect(list.output.contains("Changed study"))
            #expect(try await place.exported("small")["people.csv"].contains("frida,Frida,,s1,green\n"))
            let check = try await place.kollegium("check")
            #expect(check.output == "All is well.\n")
        }
    }

    /// Notes in the log that a person did something in the programme, as the web application will.
    private func work(in place: Place) async throws {
        try await place.witness(
            """
            INSERT INTO activity (organisation_id, programme_id, actor, person_id, verb, thing, thing_id, at)
            SELECT organisation_id, id, 'person', (SELECT min(id) FROM people), 'answered', 'sheet', 1, 0
            FROM programmes
            """)
    }

    @Test(arguments: [
        (TestEngine.sqlite, ["--replace"]), (.postgres, ["--replace"]), (.sqlite, []), (.postgres, []),
        (.sqlite, ["--replace", "--while-serving"]),
    ])
    func `a study that people have worked in is not replaced`(
        _ engine: TestEngine, _ options: [String]
    ) async throws {
        try await withPlace(engine) { place in
            try await place.holding(.small)
            try await work(in: place)
            let before = try await place.dump()
            let bundle = try Self.changed.write(to: place.folder + "/changed")
            let ending = try await place.kollegium(["study", "import", bundle] + options)
            #expect(ending.status == 1)
            #expect(ending.output == "")
            #expect(
                ending.errors
                    == "People have worked in “small” since it was imported; it is not replaced.\n")
            #expect(try await place.dump() == before)
        }
    }

    @Test func `a study that was taken over is not replaced either`() async throws {
        try await withPlace(.sqlite) { place in
            try await place.holding(.small)
            try await place.witness("UPDATE programmes SET taken_over_at = 1")
            let ending = try await place.import(Self.changed, "--replace", "--language", "sv")
            #expect(ending.status == 1)
            #expect(
                ending.errors == "Människor har arbetat i ”small” sedan den lästes in; den ersätts inte.\n")
        }
    }

    @Test func `what people do in one study keeps no other from being replaced`() async throws {
        try await withPlace(.sqlite) { place in
            try await place.holding(.small)
            try await work(in: place)
            let other = TestBundle.small.changed {
                $0.replace("id: small", with: "id: other", in: "study.yaml")
            }
            try await place.holding(other)
            let ending = try await place.import(
                other.changed { $0.replace("Small study", with: "Changed", in: "study.yaml") }, "--replace")
            #expect(ending.status == 0)
            let list = try await place.kollegium("study", "list")
            #expect(list.output.contains("other  Changed"))
            #expect(list.output.contains("small  Small study"))
        }
    }

    @Test func `replacing what is not there imports it`() async throws {
        try await withPlace(.sqlite) { place in
            let ending = try await place.import(.small, "--replace")
            #expect(ending.status == 0)
            #expect(ending.output.hasPrefix("“small” is imported:\n"))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a faulty bundle replaces nothing`(_ engine: TestEngine) async throws {
        try await withPlace(engine) { place in
            try await place.holding(.small)
            let before = try await place.dump()
            let faulty = Self.changed.changed { $0.add("teacher,start,bo,t1,q2,6,", to: "responses.csv") }
            let ending = try await place.import(faulty, "--replace")
            #expect(ending.status == 1)
            // What is worth knowing comes first: it often explains what is wrong.
            #expect(
                ending.errorLines == [
                    "people.csv:1: the column “hue” is not known; it is kept as an extra attribute",
                    "responses.csv:15: “value” is “6”; the scale goes from 1 to 5",
                ])
            #expect(try await place.dump() == before)
        }
    }
}
