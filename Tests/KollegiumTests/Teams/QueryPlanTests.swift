import Support
import Testing

@testable import Kollegium
@testable import Storage

/// What the pages of programmes, schools, teams and people ask for stays a fixed number of statements, each along an
/// index, however many teams and people there are.
@Suite struct QueryPlanTests {
    /// Passes statements on, and keeps what SQLite says of how it would find their rows.
    private final class PlanReader: Session {
        private let inner: Session
        private(set) var statements = 0
        private(set) var scans: [String] = []

        init(_ inner: Session) {
            self.inner = inner
            super.init()
        }

        override func query(_ sql: String, _ values: [Value], _ body: (Row) throws -> Void) throws {
            statements += 1
            var plan: [String] = []
            try inner.query("EXPLAIN QUERY PLAN " + sql, values) { plan.append(try $0.text(3)) }
            // A scan is a walk through a whole table or a whole index.
            scans += plan.filter { $0.hasPrefix("SCAN") && $0 != "SCAN CONSTANT ROW" }.map {
                "\($0) in \(sql)"
            }
            try inner.query(sql, values, body)
        }
    }

    /// 5,000 teams at 1,000 schools, 40 people each.
    private func fill(_ work: Workplace, _ programme: Int64) async throws {
        try await work.write { db in
            let organisation = try ProgrammeStore(db: db).organisation()
            let study = try #require(try StudyStore(db: db).study("larande-samtal")).key
            let schools = try db.load(
                into: "schools", ["id", "public_id", "organisation_id", "name", "sort_key", "search_key"])
            let profiles = try db.load(into: "school_profiles", ["programme_id", "school_id", "code"])
            let teams = try db.load(
                into: "teams",
                ["id", "public_id", "programme_id", "school_id", "code", "name", "sort_key", "search_key"])
            let people = try db.load(
                into: "people",
                [
                    "id", "public_id", "organisation_id", "name", "email", "school_id", "sort_key",
                    "search_key",
                ])
            let members = try db.load(into: "study_people", ["study_id", "person_id", "pseudonym"])
            let stays = try db.load(
                into: "memberships", ["id", "team_id", "person_id", "role", "starts", "ends"])
            for number in 1...5000 {
                let school = Int64(100 + (number - 1) / 5)
                if number % 5 == 1 {
                    let name = "Skola \(school)"
                    try schools.row(
                        school, "s\(school)", organisation, name, SwedishOrder.sortKey(name),
                        SwedishOrder.searchKey(name))
                    try profiles.row(programme, school, "s\(school)")
                }
                let team = Int64(100 + number)
                let name = "Arbetslag \(number)"
                try teams.row(
                    team, "t\(team)", programme, school, "t\(team)", name, SwedishOrder.sortKey(name),
                    SwedishOrder.searchKey(name))
                for place in 0..<40 {
                    let person = team * 40 + Int64(place)
                    let name = "Person\(person % 977) Efternamn\(person)"
                    try people.row(
                        person, "p\(person)", organisation, name, "p\(person)@example.org", school,
                        SwedishOrder.sortKey(name), SwedishOrder.searchKey(name))
                    try members.row(study, person, "x\(person)")
                    try stays.row(
                        person, team, person, place == 0 ? "supervisor" : "teacher", "2013-08-19",
                        place == 1 ? "2013-09-01" : nil)
                }
            }
            for load in [schools, profiles, teams, people, members, stays] { try load.flush() }
            try db.analyze()
        }
    }

    private struct Reading: Sendable {
        let name: String
        let statements: Int
        let body: @Sendable (Session, Int64, Day) throws -> Bool
    }

    private static let readings: [Reading] = [
        Reading(name: "programme", statements: 3) { db, programme, _ in
            return try ProgrammeStore(db: db).summary(of: programme)?.teams == 5002
        },
        Reading(name: "first teams", statements: 2) { db, programme, today in
            let page = try TeamStore(db: db).entries(of: programme, today: today)
            return page.rows.count == 50 && page.hasMore && page.rows.last?.members == 38
        },
        Reading(name: "last teams", statements: 2) { db, programme, today in
            let page = try TeamStore(db: db).entries(of: programme, today: today, page: 101)
            return page.rows.count == 2 && !page.hasMore
        },
        Reading(name: "teams by part of the name", statements: 2) { db, programme, today in
            let page = try TeamStore(db: db).entries(of: programme, search: "LAG 4711", today: today)
            return page.rows.map(\.name) == ["Arbetslag 4711"]
        },
        Reading(name: "teams of a school", statements: 2) { db, programme, today in
            return try TeamStore(db: db).entries(of: programme, school: 500, today: today).rows.count == 5
        },
        Reading(name: "schools", statements: 1) { db, programme, _ in
            let page = try SchoolStore(db: db).schools(of: programme, page: 3)
            return page.rows.count == 50 && page.rows[0].teams == 5
        },
        Reading(name: "first people", statements: 1) { db, programme, today in
            let page = try PersonStore(db: db).people(of: programme, today: today)
            return page.rows.count == 50 && page.hasMore && page.rows[0].teams == 1
        },
        Reading(name: "people far in", statements: 1) { db, programme, today in
            return try PersonStore(db: db).people(of: programme, today: today, page: 1000).rows.count == 50
        },
        Reading(name: "people by last name", statements: 1) { db, programme, today in
            return try PersonStore(db: db).people(of: programme, search: "efternamn150007", today: today).rows
                .count == 1
        },
        // Where no name has it, addresses are looked through.
        Reading(name: "people by nobody's name", statements: 2) { db, programme, today in
            return try PersonStore(db: db).people(of: programme, search: "zzz", today: today).rows.isEmpty
        },
        Reading(name: "people by address", statements: 1) { db, programme, today in
            return try PersonStore(db: db).people(of: programme, search: "p150007@", today: today).rows.count
                == 1
        },
        Reading(name: "people by part of the address", statements: 2) { db, programme, today in
            return try PersonStore(db: db).people(of: programme, search: "150007@ex", today: today).rows.count
                == 1
        },
        Reading(name: "team", statements: 2) { db, _, today in
            let members = try TeamStore(db: db).members(of: 2000, today: today)
            let isWhole = members.today.count == 39 && members.former.count == 1
            return try TeamStore(db: db).entry(of: 2000, today: today)?.members == 38 && isWhole
        },
        Reading(name: "person", statements: 3) { db, _, _ in
            let (places, assignments) = (
                try TeamStore(db: db).places(of: 80_000), try AssignmentStore(db: db).named(of: 80_000)
            )
            return try PersonStore(db: db).draft(of: 80_000) != nil && places.count == 1
                && assignments.isEmpty
        },
        Reading(name: "code", statements: 1) { db, _, _ in
            return try TeamStore(db: db).code(of: 2000, at: 1) == nil
        },
        Reading(name: "members of all", statements: 1) { db, programme, today in
            return try TeamStore(db: db).membersToday(of: programme, today: today) == 190_000
        },
    ]

    @Test func `no page walks through a table, or asks more the more there is`() async throws {
        try await withWorkplace(.sqlite) { work in
            let small = try await work.programme()
            for number in 1...20 { _ = try await work.programme("Annat \(number)") }
            try await fill(work, small.key)
            try await work.read { db in
                for reading in Self.readings {
                    let plans = PlanReader(db)
                    #expect(try reading.body(plans, small.key, work.today), "\(reading.name)")
                    #expect(plans.scans == [], "\(reading.name)")
                    #expect(plans.statements == reading.statements, "\(reading.name)")
                    let clock = ContinuousClock.now
                    _ = try reading.body(db, small.key, work.today)
                    let time = ContinuousClock.now - clock
                    if isLongRun { print(reading.name, time) }
                    // Far above what it takes; a walk through everything, person by person, takes longer.
                    #expect(time < .seconds(20), "\(reading.name)")
                }
            }
        }
    }
}
