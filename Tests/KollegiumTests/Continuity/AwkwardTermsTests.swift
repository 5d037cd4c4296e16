import Foundation
import Support
import Testing

/// Figures worked out by hand from the rows of `AwkwardTerms`.
@Suite struct AwkwardTermsTests {
    private static let entries = [
        entry("t10", "autumn", .init(members: [0, 0, 1, 1])),
        entry(
            "t2", "autumn",
            .init(
                meetings: [5, 3, 1], minutes: 180, gap: "122", attendance: [3, 1, 1], share: "0.7500",
                members: [3, 3, 2, 2], first: "\"2013-08-01\"", people: 2, feedback: 3)),
        entry(
            "t2", "spring",
            .init(
                meetings: [4, 4, 0], minutes: 180, gap: "112", attendance: [3, 2, 1], share: "0.6000",
                members: [3, 2, 0, 1], first: "\"2013-08-01\"", people: 3, feedback: 1)),
        entry(
            "t2", "late",
            .init(
                meetings: [3, 3, 0], minutes: 135, gap: "39", attendance: [1, 1, 1], share: "0.5000",
                members: [3, 2, 0, 1], first: "\"2013-08-01\"", people: 3, feedback: 1)),
        entry(
            "t2", "last day",
            .init(members: [2, 2, 0, 0], first: "\"2013-08-01\"", people: 2, feedback: 1)),
        entry(
            "å", "spring",
            .init(meetings: [1, 1, 0], minutes: 60, attendance: [0, 0, 1], members: [1, 1, 0, 0])),
        entry("å", "late", .init(members: [1, 1, 0, 0])),
        entry("å", "last day", .init(members: [1, 1, 0, 0])),
    ]

    private struct Figures {
        var meetings = [0, 0, 0]
        var minutes = 0
        var gap = "null"
        var attendance = [0, 0, 0]
        var share = "null"
        var members = [0, 0, 0, 0]
        var first = "null"
        var people = 0
        var feedback = 0
    }

    private static func entry(_ team: String, _ term: String, _ figures: Figures) -> String {
        let (meetings, attendance, members) = (figures.meetings, figures.attendance, figures.members)
        return """
            {"team": "\(team)", "term": "\(term)", "meetings": {"planned": \(meetings[0]), \
            "held": \(meetings[1]), "cancelled": \(meetings[2])}, "minutesHeld": \(figures.minutes), \
            "longestGapDays": \(figures.gap), "attendance": {"present": \(attendance[0]), \
            "absent": \(attendance[1]), "excused": \(attendance[2]), "share": \(figures.share)}, \
            "members": {"atStart": \(members[0]), "atEnd": \(members[1]), "joined": \(members[2]), \
            "left": \(members[3])}, "practiceShown": {"first": \(figures.first), \
            "people": \(figures.people)}, "leaderFeedback": \(figures.feedback)}
            """
    }

    @Test(arguments: TestEngine.allCases)
    func `terms, stays and meetings that meet at their edges are counted to the day`(
        _ engine: TestEngine
    ) async throws {
        try await withPlace(engine) { place in
            try await place.holding(AwkwardTerms.bundle)
            let ending = try await place.kollegium("report", "continuity", "awkward", "--format", "json")
            #expect(ending.status == 0)
            let head = #"{"format": "kollegium-report/1", "study": "awkward", "teams": ["# + "\n"
            #expect(ending.output == head + Self.entries.joined(separator: ",\n") + "]}\n")
        }
    }

    @Test func `the order of the bundle's rows does not matter`() async throws {
        let reversed = AwkwardTerms.bundle.changed { bundle in
            for file in ["teams", "people", "memberships", "meetings", "attendance", "events"] {
                let lines = bundle.lines(of: file + ".csv").filter { !$0.isEmpty }
                let rows = [lines[0]] + lines.dropFirst().reversed()
                bundle[file + ".csv"] = rows.map { $0 + "\n" }.joined()
            }
        }
        for engine in TestEngine.allCases {
            try await withPlace(engine) { place in
                try await place.holding(reversed)
                let ending = try await place.kollegium("report", "continuity", "awkward", "--format", "json")
                #expect(
                    ending.lines.dropFirst().joined(separator: "\n") + "\n"
                        == Self.entries.joined(separator: ",\n") + "]}\n")
            }
        }
    }

    @Test func `the table opens with the teams that ended and those that are not in it`() async throws {
        try await withPlace(.sqlite) { place in
            try await place.holding(AwkwardTerms.bundle)
            let swedish = try await place.kollegium("report", "continuity", "awkward", "--language", "sv")
            #expect(
                swedish.lines[1...3] == [
                    "1 av 4 lag har avslutat programmet: Ekskolan, Lag t10 (30\u{A0}nov\u{A0}2013).",
                    "1 av 4 lag saknar medlemmar under alla terminer och visas inte: Ekskolan, Lag", "T1.",
                ])
            let english = try await place.kollegium("report", "continuity", "awkward", "--language", "en")
            #expect(
                english.lines[1...2] == [
                    "1 of 4 teams ended the programme: Ekskolan, Lag t10 (30\u{A0}Nov\u{A0}2013).",
                    "1 of 4 teams had no members in any term and are not shown: Ekskolan, Lag T1.",
                ])
        }
    }

    @Test func `a team that lost its members without ending is told with its last term`() async throws {
        let bundle = AwkwardTerms.bundle.changed { bundle in
            bundle["events.csv"] = "team,date,kind\n"
            bundle.replace(
                "T1,ivar,teacher,2014-06-01", with: "T1,ivar,teacher,2014-04-01", in: "memberships.csv")
        }
        try await withPlace(.sqlite) { place in
            try await place.holding(bundle)
            let ending = try await place.kollegium("report", "continuity", "awkward")
            #expect(
                ending.lines[1]
                    == "1 of 4 teams had no members in the last term: Ekskolan, Lag t10 (until autumn).")
        }
    }

    @Test func `where all are there to the end the table says so`() async throws {
        try await withPlace(.sqlite) { place in
            try await place.holding(.small)
            let ending = try await place.kollegium("report", "continuity", "small", "--language", "sv")
            #expect(ending.lines[1] == "Alla lag har medlemmar till och med den sista terminen, VT2014.")
        }
    }

    @Test(arguments: ["[]", "[{id: later, from: 2014-06-01, to: 2014-06-30}]"])
    func `a study without terms of its own days has nothing to tell`(_ terms: String) async throws {
        let bundle = TestBundle.small.changed {
            $0["study.yaml"] = $0["study.yaml"].replacing("ends: 2014-06-13", with: "ends: 2014-05-31")
            $0["study.yaml"] += "terms: \(terms)\n"
        }
        try await withPlace(.sqlite) { place in
            try await place.holding(bundle)
            let json = try await place.kollegium("report", "continuity", "small", "--format", "json")
            #expect(json.output == #"{"format": "kollegium-report/1", "study": "small", "teams": []}"# + "\n")
            let csv = try await place.kollegium("report", "continuity", "small", "--format", "csv")
            #expect(csv.lines.count == 1)
            let table = try await place.kollegium("report", "continuity", "small", "--language", "en")
            #expect(
                table.lines == [
                    "Continuity in the teams · Small study", "No team has a member in any of the terms.",
                ])
        }
    }

    @Test func `long names and large numbers keep the table within 80 columns`() async throws {
        let long = String(repeating: "mycket ", count: 9) + "lång"
        let bundle = AwkwardTerms.bundle.changed { bundle in
            bundle.replace("Ekskolan", with: long, in: "schools.csv")
            bundle.replace("id: spring", with: "id: våren med ett långt namn", in: "study.yaml")
            bundle.replace("T14:30,60,held", with: "T14:30,999999999,held", in: "meetings.csv")
        }
        try await withPlace(.sqlite) { place in
            try await place.holding(bundle)
            for language in ["sv", "en"] {
                let ending = try await place.kollegium(
                    "report", "continuity", "awkward", "--language", language)
                #expect(ending.status == 0)
                #expect(ending.lines.allSatisfy { $0.count <= 80 }, "\(ending.output)")
                #expect(ending.output.contains("999"))
            }
        }
    }
}
