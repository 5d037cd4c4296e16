import Foundation
import Support
import Testing

/// Importing a study with an id that is there already, but not the same.
@Suite struct ChangedImportTests {
    private static let head =
        "The study “small” is there already and differs from the bundle; nothing was changed. "
        + "--replace lets the bundle take its place."

    static let changes = [
        Altered("an answer", "responses.csv: teacher, start, bo, t1, q1: value is another") {
            $0.replace("bo,t1,q1,4", with: "bo,t1,q1,5", in: "responses.csv")
        },
        Altered(
            "the day of an answer", "responses.csv: teacher, start, bo, t1, q1: submitted “2013-08-28” → “”"
        ) {
            $0.replace("bo,t1,q1,4,2013-08-28", with: "bo,t1,q1,4,", in: "responses.csv")
        },
        Altered(
            "an opt-out in the place of an answer",
            "responses.csv: teacher, start, bo, t1, q1: value is another"
        ) {
            $0.replace("bo,t1,q1,4", with: "bo,t1,q1,", in: "responses.csv")
        },
        Altered("an answer taken away", "responses.csv: teacher, start, elin, t1, q2: is not in the bundle") {
            $0.replace("teacher,start,elin,t1,q2,5,2013-08-28\n", with: "", in: "responses.csv")
        },
        Altered("a person more", "people.csv: gustav: is new in the bundle") {
            $0.add("gustav,Gustav,,", to: "people.csv")
        },
        Altered("a title", "study.yaml: −   en: Small study", "study.yaml: +   en: Little study") {
            $0.replace("Small study", with: "Little study", in: "study.yaml")
        },
        Altered(
            "a group that must be larger", "study.yaml: −   minimumGroup: 5",
            "study.yaml: +   minimumGroup: 6"
        ) {
            $0["study.yaml"] += "privacy: {minimumGroup: 6}\n"
        },
        Altered(
            "a question", "instruments/teacher.yaml: −     sv: Vi lyssnar",
            "instruments/teacher.yaml: +     sv: Vi hör"
        ) {
            $0.replace("Vi lyssnar", with: "Vi hör", in: "instruments/teacher.yaml")
        },
        Altered("a questionnaire more", "instruments/leader.yaml: the file is new in the bundle") {
            $0["instruments/leader.yaml"] = """
                {id: leader, title: Ledarenkät, audience: school-leader, scales: {}, parts: []}
                """
        },
        Altered("an unknown column", "schools.csv: s1: … “” → “{\"colour\":\"blue\"}”") {
            $0["schools.csv"] = """
                id,name,municipality,municipality_type,pupils,foreign_background_pct,merit_value,colour
                s1,Ekskolan,,,120,12.5,211,blue
                """
        },
        Altered(
            "an event told twice", "events.csv: t1, 2013-11-01, note, Första terminen: is new in the bundle"
        ) {
            $0.add("t1,2013-11-01,note,Första terminen", to: "events.csv")
        },
        Altered(
            "several files", "schools.csv: s1: name “Ekskolan” → “Björkskolan”",
            "teams.csv: t2: pupils “60” → “61”",
            "memberships.csv: t1, bo, teacher, 2013-08-19: to “” → “2014-01-01”",
            "meetings.csv: m2: status “planned” → “held”",
            "attendance.csv: m1, bo: status “absent” → “excused”",
            "evidence.csv: e1: value “high” → “low”",
            "events.csv: t1, 2013-11-01, note, Första terminen: is not in the bundle",
            "events.csv: t1, 2013-11-01, note, Andra terminen: is new in the bundle"
        ) {
            $0.replace("Ekskolan", with: "Björkskolan", in: "schools.csv")
            $0.replace(",60,", with: ",61,", in: "teams.csv")
            $0.replace(
                "bo,teacher,2013-08-19,,", with: "bo,teacher,2013-08-19,2014-01-01,", in: "memberships.csv")
            $0.replace("planned\n", with: "held\n", in: "meetings.csv")
            $0.replace("bo,absent", with: "bo,excused", in: "attendance.csv")
            $0.replace("high", with: "low", in: "evidence.csv")
            $0.replace("Första terminen", with: "Andra terminen", in: "events.csv")
        },
    ]

    @Test(arguments: changes)
    func `a changed bundle is refused with what differs`(_ change: Altered) async throws {
        try await withPlace(.sqlite) { place in
            try await place.holding(.small)
            let before = try await place.dump()
            let ending = try await place.import(TestBundle.small.changed(change.make))
            #expect(ending.status == 1)
            #expect(ending.output == "")
            #expect(ending.errorLines == [Self.head] + change.lines)
            #expect(try await place.dump() == before)
        }
    }

    @Test(arguments: [(TestEngine.postgres, []), (.sqlite, ["--while-serving"])])
    func `the differences are the same on either engine and while serving`(
        _ engine: TestEngine, _ options: [String]
    ) async throws {
        try await withPlace(engine) { place in
            try await place.holding(.small)
            let before = try await place.dump()
            let change = try #require(Self.changes.last)
            let bundle = try TestBundle.small.changed(change.make).write(to: place.folder + "/changed")
            let ending = try await place.kollegium(["study", "import", bundle] + options)
            #expect(ending.status == 1)
            #expect(ending.errorLines == [Self.head] + change.lines)
            #expect(try await place.dump() == before)
        }
    }

    @Test func `of many differences twenty a file are told and the rest counted`() async throws {
        try await withPlace(.sqlite) { place in
            try await place.holding(try .fiveSchools())
            let changed = try TestBundle.fiveSchools().changed { bundle in
                for number in 2...41 {
                    let line = bundle.lines(of: "attendance.csv")[number - 1]
                    let status = line.hasSuffix("excused") ? "present" : "excused"
                    let kept = line.split(separator: ",").dropLast().joined(separator: ",")
                    bundle.set(number, of: "attendance.csv", to: kept + "," + status)
                }
            }
            let ending = try await place.import(changed, "--language", "sv")
            #expect(ending.status == 1)
            #expect(ending.errorLines.count == 22)
            #expect(
                ending.errorLines.first
                    == "Studien ”five-schools” finns redan och skiljer sig från paketet; inget är ändrat. "
                    + "--replace låter paketet ta dess plats.")
            #expect(
                ending.errorLines.dropFirst().first
                    == "attendance.csv: m1-01, s1-t01: status ”present” → ”excused”")
            #expect(ending.errorLines.last == "attendance.csv: och 20 till")
        }
    }
}
