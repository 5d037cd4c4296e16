import Foundation
import Support
import Testing

@testable import Kollegium
@testable import Storage

/// That a page about few teams does not go through the many others.
@Suite struct SelectionPlanTests {
    typealias Reading = @Sendable (Session, Study, Selection) throws -> Void

    private static let readings: [(name: String, read: Reading)] = [
        ("outcome", { _ = try OutcomeReading.read($0, $1, $2) }),
        ("change", { _ = try ChangeReading.read($0, $1, $2) }),
        ("continuity", { _ = try ContinuityReport.read($0, $1, $2, keepingCourses: true) }),
    ]

    /// The statements of a reading.
    private static func statements(_ db: Session, _ study: Study, _ teams: Selection.Teams, _ read: Reading)
        throws -> [String]
    {
        let noting = NotingSession(db)
        try read(noting, study, Selection(teams: teams, through: Day("2015-12-01")))
        return noting.statements
    }

    @Test func `a page of fifty teams takes as many statements as one team`() async throws {
        try await withExample(.sqlite) { db, study in
            let teams = try TeamStore(db: db).names(of: study.programme).map(\.key)
            for (name, read) in Self.readings {
                let one = try Self.statements(db, study, .one(teams[0]), read).count
                let five = try Self.statements(db, study, .page(teams), read)
                let three = try Self.statements(db, study, .page(Array(teams.prefix(3))), read)
                #expect(five.count == one && one < 15, "\(name)")
                #expect(three == five, "\(name): the text does not depend on how many teams there are")
            }
        }
    }

    /// SQLite's plans with nothing known of how large tables are; so it counts on large ones.
    @Test func `of the large tables only the rows of the teams are looked up, by an index`() async throws {
        let bundle = try TestBundle.fiveSchools()
        try await withPlace(.sqlite) { place in
            try await place.holding(bundle)
            try await place.witness("DELETE FROM sqlite_stat1")
            let database = try await Database(place.location)
            try await database.read { db in
                let study = try #require(try StudyStore(db: db).study("five-schools"))
                let teams = try TeamStore(db: db).names(of: study.programme).map(\.key)
                for (name, read) in Self.readings {
                    for chosen in [Selection.Teams.one(teams[0]), .page(teams)] {
                        for statement in try Self.statements(db, study, chosen, read) {
                            let marks = statement.count { $0 == "?" }
                            let plan = try db.all(
                                "EXPLAIN QUERY PLAN " + statement,
                                values: Array(repeating: .integer(1), count: marks)
                            ) { try $0.text(3) }
                            for step in plan {
                                #expect(!Self.goesThrough(step), "\(name): \(step) in \(statement)")
                            }
                        }
                    }
                }
            }
            try await database.close()
        }
    }

    @Test func `a plan that goes through a table is seen`() {
        for step in [
            "SCAN s", "SCAN m USING INDEX memberships_of_person",
            "SEARCH t USING INDEX teams_in_order (programme_id=?)",
        ] {
            #expect(Self.goesThrough(step))
        }
        for step in ["SEARCH s USING INDEX sheets_of_team (team_id=?)", "SCAN attended", "SCAN CONSTANT ROW"]
        {
            #expect(!Self.goesThrough(step))
        }
    }

    /// Aliases of the tables that grow with a programme, and whether a step reads more of them than some keys ask for.
    private static func goesThrough(_ step: String) -> Bool {
        let words = step.split(separator: " ").map(String.init)
        guard words.count > 1, ["s", "a", "m", "e", "t", "l", "o"].contains(words[1]) else { return false }
        return words[0] == "SCAN" || words[1] == "t" && step.contains("(programme_id=?)")
    }
}

/// Takes down each statement on its way to another session.
private final class NotingSession: Session {
    private let session: Session
    private(set) var statements: [String] = []

    init(_ session: Session) {
        self.session = session
        super.init()
    }

    override func query(_ sql: String, _ values: [Value], _ body: (Row) throws -> Void) throws {
        statements.append(sql)
        try session.query(sql, values, body)
    }

    override func queryAtOnce(_ sql: String, _ values: [Value], _ body: (Row) throws -> Void) throws {
        statements.append(sql)
        try session.queryAtOnce(sql, values, body)
    }
}
