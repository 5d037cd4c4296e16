import Foundation
import Support
import Testing

@Suite struct ContinuityCommandTests {
    @Test(arguments: TestEngine.allCases)
    func `the terms of the example as JSON, in the order of the contract`(_ engine: TestEngine) async throws {
        try await withPlace(engine) { place in
            try await place.holding(try .fiveSchools())
            let ending = try await place.kollegium("report", "continuity", "five-schools", "--format", "json")
            #expect(ending.status == 0)
            #expect(ending.errors == "")
            #expect(
                ending.lines.first
                    == #"{"format": "kollegium-report/1", "study": "five-schools", "teams": ["#)
            // The contract's own example, key by key.
            let spring = """
                {"team": "t1", "term": "VT2014", \
                "meetings": {"planned": 11, "held": 11, "cancelled": 0}, \
                "minutesHeld": 1320, "longestGapDays": 14, \
                "attendance": {"present": 80, "absent": 8, "excused": 0, "share": 0.9091}, \
                "members": {"atStart": 8, "atEnd": 6, "joined": 0, "left": 2}, \
                "practiceShown": {"first": null, "people": 0}, "leaderFeedback": 1},
                """
            #expect(ending.lines.contains(spring))
            #expect(try JSONSerialization.jsonObject(with: Data(ending.output.utf8)) is NSDictionary)
            try expectSnapshot(ending.output, "report-continuity.json")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `the terms of the example as CSV`(_ engine: TestEngine) async throws {
        try await withPlace(engine) { place in
            try await place.holding(try .fiveSchools())
            let ending = try await place.kollegium("report", "continuity", "five-schools", "--format", "csv")
            #expect(ending.status == 0)
            #expect(ending.errors == "")
            #expect(
                ending.lines.first
                    == "team,school,term,planned,held,cancelled,minutes_held,longest_gap_days,present,absent,"
                    + "excused,share,at_start,at_end,joined,left,practice_shown_first,practice_shown_people,"
                    + "leader_feedback")
            #expect(ending.lines.count == 19)
            #expect(ending.lines.contains("t1,s1,VT2014,11,11,0,1320,14,80,8,0,0.9091,8,6,0,2,,0,1"))
            #expect(ending.lines.contains("t2,s2,HT2014,8,8,0,960,14,69,3,0,0.9583,8,9,1,0,2014-02-04,8,1"))
            #expect(ending.lines.contains("t3,s3,HT2014,2,0,2,0,,0,0,0,,1,0,0,1,2014-03-11,1,0"))
        }
    }

    @Test(arguments: ["sv", "en"])
    func `the table for people`(_ language: String) async throws {
        try await withPlace(.sqlite) { place in
            try await place.holding(try .fiveSchools())
            let ending = try await place.kollegium(
                "report", "continuity", "five-schools", "--language", language)
            #expect(ending.status == 0)
            #expect(ending.errors == "")
            #expect(ending.lines.allSatisfy { $0.count <= 80 })
            try expectSnapshot(ending.output, "report-continuity.\(language)")
        }
    }

    @Test func `both engines say the same`() async throws {
        try await withPlace(.postgres) { place in
            try await place.holding(try .fiveSchools())
            let ending = try await place.kollegium(
                "report", "continuity", "five-schools", "--language", "sv")
            try expectSnapshot(ending.output, "report-continuity.sv")
        }
    }

    @Test func `another study in the same database changes nothing`() async throws {
        try await withPlace(.sqlite) { place in
            try await place.holding(AwkwardTerms.bundle)
            try await place.holding(try .fiveSchools())
            try await place.holding(.small)
            let ending = try await place.kollegium("report", "continuity", "five-schools", "--format", "json")
            try expectSnapshot(ending.output, "report-continuity.json")
        }
    }

    @Test func `a study that is not there is told`() async throws {
        try await withPlace(.sqlite) { place in
            try await place.holding(.small)
            let ending = try await place.kollegium("report", "continuity", "five-schools", "--format", "json")
            #expect(ending.status == 1)
            #expect(ending.output == "")
            #expect(
                ending.errors
                    == "No study is called “five-schools”; kollegium study list shows those there are\n")
        }
    }
}
