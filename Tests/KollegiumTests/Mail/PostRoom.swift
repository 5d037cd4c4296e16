import Foundation
import Storage
import Support
import Synchronization
import Testing

@testable import Kollegium

/// A database with messages, and a folder.
struct PostRoom: Sendable {
    let database: Database
    let location: DatabaseLocation
    let folder: String
    let clock = TestClock()

    static let anna = EmailAddress("anna@skola.example")
    static let letter = Letter.signInLink(link: "https://kollegium.example/in/åäö", minutes: 30)

    func enqueue(_ key: String, to address: String = "anna@skola.example") async throws -> Bool {
        let recipient = try #require(EmailAddress(address))
        let now = clock.now
        return try await database.write { db in
            try MessageStore(db: db).enqueue(key: key, to: recipient, PostRoom.letter, in: .sv, now: now)
        }
    }

    func settings(_ route: MailRoute) throws -> MailSettings {
        MailSettings(
            route: route, sender: try #require(EmailAddress("kollegium@kommun.example")),
            senderName: "Kollegium i Ekköping")
    }

    func postman(_ route: MailRoute, database: Database? = nil) throws -> Postman {
        let clock = clock
        return Postman(database: database ?? self.database, settings: try settings(route)) { clock.now }
    }

    /// How many are in each state, by its name.
    func counts() async throws -> [String: Int] {
        let counts = try await database.read { db in try MessageStore(db: db).counts() }
        return Dictionary(uniqueKeysWithValues: counts.map { ($0.key.rawValue, $0.value) })
    }

    func text(_ sql: String) async throws -> [String] {
        try await database.read { db in try db.all(sql) { $0.textIfAny(0) ?? "null" } }
    }

    /// A program of a few lines, made for the test.
    func program(_ name: String, _ lines: String) throws -> String {
        let path = folder + "/" + name
        try Data(("#!/bin/sh\n" + lines + "\n").utf8).write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
        return path
    }

    func read(_ name: String) -> String {
        (try? String(contentsOfFile: folder + "/" + name, encoding: .utf8)) ?? ""
    }
}

final class TestClock: Sendable {
    private let milliseconds = Atomic(Door.morning)
    var now: Int64 { milliseconds.load(ordering: .relaxed) }
    func pass(_ time: Int64) { milliseconds.add(time, ordering: .relaxed) }
}

func withPostRoom<T: Sendable>(
    _ engine: TestEngine, _ body: @Sendable (PostRoom) async throws -> T
) async throws -> T {
    try await withPlace(engine) { place in
        let database = try await Database(place.location)
        try await database.migrate(Schema.migrations)
        let room = PostRoom(database: database, location: place.location, folder: place.folder)
        let result = try await body(room)
        try await database.close()
        return result
    }
}
