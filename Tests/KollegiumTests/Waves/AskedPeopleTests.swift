import Storage
import Support
import Testing

@testable import Kollegium

/// Who is written to must be who finds the wave among their questionnaires, and nobody else.
@Suite struct AskedPeopleTests {
    @Test(arguments: TestEngine.allCases, ["teacher", "school-leader"])
    func `who is asked by letter is who is asked on their own page`(_ engine: TestEngine, _ audience: String)
        async throws
    {
        try await withWaves(engine) { here in
            try await here.work.write { try $0.execute("UPDATE questionnaires SET audience = ?", audience) }
            let people = try await here.teachers(24, in: 0)
            let places = try await Self.scatter(people, here)
            #expect(places > 5)
            let id = try await here.plan("start")
            try await here.open(id)
            let wave = try await here.wave(id)
            for days in 0..<12 {
                if days > 0 { here.clock.pass(days: 5) }
                let today = here.clock.today
                let (letters, counted, pages) = try await here.work.read { db in
                    let asked = AskedPeople(db: db, wave: wave)
                    let pages = try people.filter { person in
                        try WaveStore(db: db).asking(person, on: today).contains { $0.wave.publicID == id }
                    }
                    return (try asked.uninvited(on: today), try asked.count(on: today), pages)
                }
                #expect(letters == pages.sorted())
                #expect(counted == AskedPeople.Count(people: pages.count, reached: pages.count))
                // Counted for a team is each of them once.
                let teams = try await here.work.read {
                    try AskedPeople(db: $0, wave: wave).handedIn(before: today).map(\.count.asked)
                }
                #expect(teams.reduce(0, +) >= pages.count && teams.reduce(0, +) <= people.count)
            }
        }
    }

    /// Gives people places in teams and at schools at random, that begin, end and overlap.
    private static func scatter(_ people: [Int64], _ here: WavePlace) async throws -> Int {
        let small = here.small
        return try await here.work.database.write { db in
            try db.execute("DELETE FROM memberships")
            var random = SystemRandomNumberGenerator()
            let first = try #require(Day("2013-08-19")).number
            var places = 0
            for person in people {
                for _ in 0..<Int.random(in: 0...4, using: &random) {
                    let from = first + Int.random(in: 0...60, using: &random)
                    let starts = Day(number: from)?.description
                    let ends =
                        Bool.random(using: &random)
                        ? Day(number: from + Int.random(in: 1...50, using: &random))?.description : nil
                    if Int.random(in: 0..<4, using: &random) == 0 {
                        try db.execute(
                            """
                            INSERT INTO assignments (public_id, person_id, role, school_id, starts, ends)
                            VALUES (?, ?, 'school-leader', ?, ?, ?)
                            """, PublicID.make(), person, small.schools.randomElement(using: &random), starts,
                            ends)
                    } else {
                        let role = TeamRole.allCases.randomElement(using: &random) ?? .teacher
                        places += try db.execute(
                            """
                            INSERT INTO memberships (team_id, person_id, role, starts, ends) VALUES (?, ?, ?, ?, ?)
                            ON CONFLICT DO NOTHING
                            """, small.teams.randomElement(using: &random), person, role.rawValue, starts,
                            ends)
                    }
                }
            }
            return places
        }
    }
}
