import Foundation
import Storage
import Support
import Testing

@testable import Kollegium

@Suite struct PostmanTests {
    @Test(arguments: TestEngine.allCases)
    func `the same key twice is one message`(_ engine: TestEngine) async throws {
        try await withPostRoom(engine) { room in
            let isNew = [
                try await room.enqueue("a"), try await room.enqueue("a"), try await room.enqueue("b"),
            ]
            #expect(isNew == [true, false, true])
            #expect(try await room.counts() == ["waiting": 2])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `what is sent is emptied, and not sent again`(_ engine: TestEngine) async throws {
        try await withPostRoom(engine) { room in
            _ = try await room.enqueue("a")
            let postman = try room.postman(.outbox(room.folder + "/outbox"))
            #expect(try await postman.deliverDue() == 1)
            #expect(try await postman.deliverDue() == 0)
            #expect(try await room.counts() == ["sent": 1])
            #expect(try await room.text("SELECT body FROM messages") == [""])
            let letters = try Outbox(folder: room.folder + "/outbox").letters()
            #expect(letters.map(\.recipient) == ["anna@skola.example"])
            #expect(letters.first?.subject == "Din länk för att logga in i Kollegium")
            #expect(letters.first?.body == LetterText.unwrapped(PostRoom.letter.body.sv))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `several postmen hand over each message once`(_ engine: TestEngine) async throws {
        try await withPostRoom(engine) { room in
            let count = 60
            for number in 0..<count { _ = try await room.enqueue("message \(number)") }
            let command = try room.program("sendmail", "cat >/dev/null; echo x >> \(room.folder)/sent")
            // Each with connections of its own, as other processes would have.
            let sent = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<3 {
                    group.addTask {
                        let own = try await Database(room.location)
                        let sent = try await room.postman(.sendmail([command]), database: own).deliverDue()
                        try await own.close()
                        return sent
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(sent.reduce(0, +) == count)
            #expect(room.read("sent").split(separator: "\n").count == count)
            #expect(try await room.counts() == ["sent": count])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `what a killed process was sending is uncertain, and stays until somebody decides`(
        _ engine: TestEngine
    )
        async throws
    {
        try await withPostRoom(engine) { room in
            _ = try await room.enqueue("a")
            let now = room.clock.now
            // As a process does that is then killed.
            let claimed = try await room.database.write { db in try MessageStore(db: db).claim(now: now) }
            let message = try #require(claimed)
            let command = try room.program("sendmail", "cat >/dev/null; echo x >> \(room.folder)/sent")
            let postman = try room.postman(.sendmail([command]))
            room.clock.pass(MessageStore.lease - 1)
            #expect(try await postman.deliverDue() == 0)
            #expect(try await room.counts() == ["leaving": 1])
            room.clock.pass(1)
            #expect(try await postman.deliverDue() == 0)
            #expect(try await room.counts() == ["uncertain": 1])
            room.clock.pass(Door.day)
            #expect(try await postman.deliverDue() == 0)
            #expect(room.read("sent") == "")
            let later = room.clock.now
            let troubled = try await room.database.read { db in try MessageStore(db: db).troubled().map(\.id)
            }
            #expect(troubled == [message.id])
            let again = try await room.database.write { db in
                try MessageStore(db: db).sendAgain(message.id, now: later)
            }
            #expect(again)
            #expect(try await postman.deliverDue() == 1)
            #expect(room.read("sent") == "x\n")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a killed process's message lands in the outbox after all, once`(_ engine: TestEngine) async throws {
        try await withPostRoom(engine) { room in
            _ = try await room.enqueue("a")
            let now = room.clock.now
            let outbox = Outbox(folder: room.folder + "/outbox")
            let settings = try room.settings(.outbox(outbox.folder))
            let claimed = try await room.database.write { db in try MessageStore(db: db).claim(now: now) }
            let message = try #require(claimed)
            let mail = try #require(MailFormat(message, settings))
            // It was killed between handing over and noting it.
            #expect(outbox.send(mail) == .sent)
            room.clock.pass(MessageStore.lease)
            #expect(try await room.postman(settings.route).deliverDue() == 1)
            #expect(try outbox.letters().count == 1)
            #expect(try FileManager.default.contentsOfDirectory(atPath: outbox.folder).count == 1)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `who was slower than the lease still says that it was sent`(_ engine: TestEngine) async throws {
        try await withPostRoom(engine) { room in
            _ = try await room.enqueue("a")
            let now = room.clock.now
            let message = try #require(
                try await room.database.write { db in try MessageStore(db: db).claim(now: now) })
            try await room.database.write { db in
                let store = MessageStore(db: db)
                try store.expire(now: now + MessageStore.lease, isRepeatable: false)
                try store.settle(message, .sent, now: now + MessageStore.lease + 1)
            }
            #expect(try await room.counts() == ["sent": 1])
            #expect(try await room.text("SELECT body FROM messages") == [""])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `what is not taken is tried again, ever more rarely, and has failed at last`(_ engine: TestEngine)
        async throws
    {
        try await withPostRoom(engine) { room in
            _ = try await room.enqueue("a")
            let command = try room.program(
                "sendmail", "cat >/dev/null; echo x >> \(room.folder)/tried; exit 75")
            let postman = try room.postman(.sendmail([command]))
            var tries: [Int64] = []
            for minute in 0..<(48 * 60) {
                try await postman.deliverDue()
                if room.read("tried").split(separator: "\n").count > tries.count {
                    tries.append(Int64(minute))
                }
                room.clock.pass(Door.minute)
                if try await room.counts() == ["failed": 1] { break }
            }
            #expect(tries == [0, 1, 6, 21, 81, 321, 1041, 2481])
            #expect(try await room.text("SELECT body FROM messages") == [""])
        }
    }

    @Test
    func `a sendmail command gets the message and no shell`() async throws {
        try await withPostRoom(.sqlite) { room in
            _ = try await room.enqueue("a")
            let command = try room.program(
                "send mail", "printf '%s|' \"$@\" > \(room.folder)/arguments; cat > \(room.folder)/input")
            try await room.postman(.sendmail([command, "-i", "-t", "$(touch \(room.folder)/shell)"]))
                .deliverDue()
            #expect(room.read("arguments") == "-i|-t|$(touch \(room.folder)/shell)|")
            #expect(!FileManager.default.fileExists(atPath: room.folder + "/shell"))
            #expect(room.read("input").contains("To: <anna@skola.example>\n"))
            #expect(!room.read("input").contains("\r"))
        }
    }

    @Test(arguments: [
        ("exit 67", "failed"), ("exit 75", "waiting"), ("exit 1", "waiting"), ("kill -9 $$", "uncertain"),
    ])
    func `how the command ends decides what becomes of the message`(_ line: String, _ state: String)
        async throws
    {
        try await withPostRoom(.sqlite) { room in
            _ = try await room.enqueue("a")
            let command = try room.program("sendmail", "cat >/dev/null; \(line)")
            try await room.postman(.sendmail([command])).deliverDue()
            #expect(try await room.counts() == [state: 1])
        }
    }

    @Test
    func `a command that is not there, or reads nothing, keeps the message waiting`() async throws {
        try await withPostRoom(.sqlite) { room in
            _ = try await room.enqueue("a")
            try await room.postman(.sendmail([room.folder + "/nothing"])).deliverDue()
            #expect(try await room.counts() == ["waiting": 1])
            room.clock.pass(Door.hour)
            try await room.postman(.sendmail([try room.program("deaf", "exec <&-; sleep 0.1; exit 75")]))
                .deliverDue()
            #expect(try await room.counts() == ["waiting": 1])
            #expect(try await room.text("SELECT failure FROM messages").joined().contains("ended with 75"))
        }
    }

    @Test
    func `a command that hangs is ended, and the message is uncertain`() async throws {
        let ending = await MailProgram.run("sleep", ["60"], input: [], patience: .milliseconds(200))
        #expect(ending == .tookTooLong)
    }

    @Test
    func `a postman who is asked to stop hands over what is in his hand`() async throws {
        try await withPostRoom(.sqlite) { room in
            _ = try await room.enqueue("a")
            _ = try await room.enqueue("b")
            let command = try room.program(
                "sendmail",
                "cat >/dev/null; echo x >> \(room.folder)/begun; sleep 0.5; echo x >> \(room.folder)/sent")
            let postman = try room.postman(.sendmail([command]))
            let work = Task { try await postman.deliverDue() }
            while room.read("begun").isEmpty { try await Task.sleep(for: .milliseconds(10)) }
            work.cancel()
            _ = await work.result
            #expect(room.read("sent") == "x\n")
            #expect(try await room.counts() == ["sent": 1, "waiting": 1])
        }
    }
}
