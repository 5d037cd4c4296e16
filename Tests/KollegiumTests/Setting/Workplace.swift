import Storage
import Support
import Testing

@testable import Kollegium

/// A database where people work: one organisation, and Eva, who leads its programmes.
struct Workplace: Sendable {
    let place: Place
    let database: Database
    /// Eva's key.
    let eva: Int64
    var today = Day(year: 2013, month: 9, day: 3)!
    /// In milliseconds since 1970, UTC.
    var now: Int64 = 1_378_200_000_000

    var act: Act { Act(person: eva, now: now, today: today) }

    func read<T: Sendable>(_ body: @escaping @Sendable (Session) throws -> T) async throws -> T {
        try await database.read(body)
    }

    @discardableResult
    func write<T: Sendable>(_ body: @escaping @Sendable (Session) throws -> T) async throws -> T {
        try await database.write(body)
    }

    /// What a verb refuses a form for, field by field, in Swedish; empty where it went through.
    func refusals(
        _ body: @escaping @Sendable (Session, Act) throws -> Void
    ) async throws -> [String: String] {
        let act = act
        do {
            try await write { db in try body(db, act) }
            return [:]
        } catch let refusal as FormRefusal {
            return Dictionary(refusal.problems.all.map { ($0.field, $0.sentence.sv) }) { one, _ in one }
        }
    }

    /// A programme of two school years with two schools of one team each: Björkskolan and Ekskolan.
    func programme(_ title: String = "Lärande samtal") async throws -> Small {
        let act = act
        return try await write { db in
            var draft = ProgrammeDraft.twoYears
            draft.titleSV = title
            let founded = try ProgrammeStore(db: db).found(draft, by: act)
            let schools = try ["Björkskolan", "Ekskolan"].map { name in
                try SchoolStore(db: db).add(SchoolDraft(name: name), to: founded.programme, by: act)
            }
            let ids = try SchoolStore(db: db).choices(of: founded.programme)
            let teams = try schools.map { school in
                let id = ids.first { $0.key == school }?.publicID ?? ""
                return try TeamStore(db: db).add(
                    TeamDraft(school: id, name: "Arbetslag 4–6", grades: "4–6", pupils: "55"),
                    to: founded.programme, by: act)
            }
            return Small(
                key: founded.programme, code: founded.code, schools: schools, schoolIDs: ids.map(\.publicID),
                teams: teams)
        }
    }

    struct Small: Sendable {
        let key: Int64
        let code: String
        let schools: [Int64]
        let schoolIDs: [String]
        let teams: [Int64]
    }

    /// Adds a person to a programme, and gives their key and public id.
    func person(_ name: String, _ email: String = "", in programme: Int64) async throws -> (
        key: Int64, id: String
    ) {
        let act = act
        return try await write { db in
            let key = try PersonStore(db: db).add(
                PersonDraft(name: name, email: email), to: programme, by: act)
            return (key, try PersonStore(db: db).publicID(of: key))
        }
    }
}

extension ProgrammeDraft {
    static var twoYears: ProgrammeDraft {
        ProgrammeDraft(
            titleSV: "Lärande samtal", titleEN: "Learning conversations", starts: "19 aug 2013",
            ends: "12/6 2015",
            phases: [
                Period(name: "År 1", from: "2013-08-19", to: "2014-06-13"),
                Period(name: "År 2", from: "2014-08-18", to: "2015-06-12"), Period(),
            ])
    }
}

func withWorkplace<T: Sendable>(
    _ engine: TestEngine, _ body: @Sendable (Workplace) async throws -> T
) async throws -> T {
    try await withPlace(engine) { place in
        let database = try await Database(place.location)
        try await database.migrate(Schema.migrations)
        let eva = try await database.write { db in
            let organisation = try ProgrammeStore(db: db).organisation()
            let key = try db.nextKey(in: "people")
            try db.execute(
                """
                INSERT INTO people (id, public_id, organisation_id, name, email, sort_key, search_key)
                VALUES (?, ?, ?, 'Eva', 'eva@example.org', 'eva', 'eva')
                """, key, PublicID.make(), organisation)
            return key
        }
        let result: T
        do {
            result = try await body(Workplace(place: place, database: database, eva: eva))
        } catch {
            try? await database.close()
            throw error
        }
        try await database.close()
        return result
    }
}
