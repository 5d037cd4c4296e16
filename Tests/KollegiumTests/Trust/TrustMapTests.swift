import Measures
import Storage
import Support
import Testing

@testable import Kollegium

/// One team's map, as pages read it.
@Suite struct TrustMapTests {
    private static let day = Day("2015-07-01")

    @discardableResult
    private func withMaps<T: Sendable>(
        _ place: Place, _ study: String, _ body: @escaping @Sendable (Session, Study) throws -> T
    ) async throws -> T {
        let database = try await Database(place.location, options: Database.Options())
        let result = try await database.write { db in
            let study = try #require(try StudyStore(db: db).study(study))
            return try body(db, study)
        }
        try await database.close()
        return result
    }

    @Test(arguments: TestEngine.allCases)
    func `one team's map is what the whole study's report says of it`(_ engine: TestEngine) async throws {
        try await withPlace(engine) { place in
            try await place.holding(WorkedTeams.bundle)
            try await place.holding(try .fiveSchools())
            for code in ["worked", "five-schools"] {
                try await withMaps(place, code) { db, study in
                    let today = try #require(Self.day)
                    let report = try TrustMapReport.read(db, study, today: today)
                    for (team, expected) in report.teams {
                        let map = try TrustMap.read(db, team: team.key, today: today)
                        #expect(map.terms.map(\.state) == expected.terms.map(\.state))
                        #expect(map.terms.map(\.assessment) == expected.terms.map(\.assessment))
                        #expect(map.ladder == expected.ladder)
                        #expect(map.isFrozen == expected.isFrozen)
                    }
                }
            }
        }
    }

    @Test func `the ladder waits for the third term, and then tells people and no more`() async throws {
        try await withPlace(.sqlite) { place in
            try await place.holding(WorkedTeams.bundle)
            try await withMaps(place, "worked") { db, study in
                let team = try #require(try TeamStore(db: db).names(of: study.programme).first)
                func ladder(_ day: String) throws -> VisibilityLadder? {
                    try TrustMap.read(db, team: team.key, today: try #require(Day(day))).ladder
                }
                #expect(try ladder("2014-06-30") == .tooEarly)
                guard case .seen(let nothing)? = try ladder("2014-08-01") else {
                    Issue.record("no ladder in the third term")
                    return
                }
                #expect(nothing.shown == nil)
                guard case .seen(let seen)? = try ladder("2015-07-01") else {
                    Issue.record("no ladder")
                    return
                }
                #expect(seen.shown?.people == 2)
                #expect(seen.shown?.first == Day("2014-09-20")?.number)
            }
        }
    }

    @Test func `a frozen team has neither ladder nor levels`() async throws {
        try await withPlace(.sqlite) { place in
            try await place.holding(WorkedTeams.bundle)
            try await withMaps(place, "worked") { db, study in
                let team = try #require(try TeamStore(db: db).names(of: study.programme).last)
                let map = try TrustMap.read(db, team: team.key, today: try #require(Self.day))
                #expect(map.isFrozen)
                #expect(map.ladder == nil)
                #expect(map.terms.last?.assessment == nil)
                let conditions = try #require(map.terms.last.map(ProcessConditions.init))
                #expect(conditions.conditions == [TrustWords.frozen])
                #expect(conditions.needs == [])
            }
        }
    }

    @Test func `a part that says when it closes takes no later answer, and is closed that day`() async throws
    {
        try await withPlace(.sqlite) { place in
            try await place.holding(WorkedTeams.bundle)
            try await withMaps(place, "worked") { db, study in
                try db.execute("UPDATE parts SET closes = '2013-09-10' WHERE code = 'start'")
                let team = try #require(try TeamStore(db: db).names(of: study.programme).first)
                func reason(_ day: String) throws -> AnswersReading? {
                    let map = try TrustMap.read(db, team: team.key, today: try #require(Day(day)))
                    return map.terms.first?.assessment?.verdict(on: .process)?.answers
                }
                #expect(try reason("2013-09-09")?.reason == .open)
                #expect(try reason("2013-09-10")?.reason == .enough)
                try db.execute("UPDATE parts SET closes = '2013-09-02' WHERE code = 'start'")
                #expect(try reason("2013-09-10")?.reason == .tooFew)
            }
        }
    }

    @Test func `sheets that are not handed in are nobody's answers`() async throws {
        try await withPlace(.sqlite) { place in
            try await place.holding(WorkedTeams.bundle)
            try await withMaps(place, "worked") { db, study in
                let team = try #require(try TeamStore(db: db).names(of: study.programme).first)
                let open = """
                    UPDATE sheets SET state = 'open', counted = 0 WHERE team_id = ? AND person_id IN
                        (SELECT id FROM people WHERE name IN ('Person a1', 'Person a2'))
                    """
                try db.execute(open, team.key)
                let map = try TrustMap.read(db, team: team.key, today: try #require(Self.day))
                #expect(map.terms.first?.assessment?.verdict(on: .process)?.answers.reason == .tooFew)
            }
        }
    }

    @Test func `a study sets its own borders`() async throws {
        try await withPlace(.sqlite) { place in
            try await place.holding(WorkedTeams.bundle)
            try await withMaps(place, "worked") { db, study in
                try db.execute(
                    """
                    INSERT INTO trust_thresholds
                        (study_id, high_mean, high_facet, enough_mean, enough_facet, margin, answering_pct)
                    VALUES (?, 300, 300, 200, 200, 10, 80)
                    """, study.key)
                let team = try #require(try TeamStore(db: db).names(of: study.programme).first)
                let map = try TrustMap.read(db, team: team.key, today: try #require(Self.day))
                #expect(map.settings.thresholds.answeringPercent == 80)
                #expect(map.terms.first?.assessment?.verdict(on: .process)?.answers.level == .high)
            }
        }
    }

    @Test func `what leaders learn is the same whatever is known of colleagues`() async throws {
        try await withPlace(.sqlite) { place in
            try await place.holding(WorkedTeams.bundle)
            try await withMaps(place, "worked") { db, study in
                let today = try #require(Self.day)
                func conditions() throws -> [ProcessConditions] {
                    try TrustMapReport.read(db, study, today: today).teams.flatMap {
                        $0.map.terms.map(ProcessConditions.init)
                    }
                }
                let before = try conditions()
                #expect(before[5].needs.count == 5)
                #expect(before[5].conditions[0].sv == "3 av 4 planerade träffar har hållits.")
                try db.execute("UPDATE answers SET step = 1 WHERE step IS NOT NULL")
                try db.execute("DELETE FROM evidence WHERE form <> 'process'")
                try db.execute("UPDATE attendance SET status = 'absent'")
                try db.execute("DELETE FROM events WHERE kind IN ('practice-shown', 'filming-offered')")
                #expect(try conditions() == before)
            }
        }
    }

    @Test func `an unknown team is told, not made up`() async throws {
        try await withPlace(.sqlite) { place in
            try await place.holding(WorkedTeams.bundle)
            try await withMaps(place, "worked") { db, _ in
                #expect(throws: StorageError.self) {
                    try TrustMap.read(db, team: 4_711, today: try #require(Self.day))
                }
            }
        }
    }
}
