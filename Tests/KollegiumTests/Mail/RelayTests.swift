import Foundation
import Support
import Testing

@testable import Kollegium

/// curl against a relay of a few lines, which notes what it is told.
@Suite struct RelayTests {
    @Test
    func `a message goes over an encrypted line, with name and password`() async throws {
        try await withRelay("ok") { room, relay in
            _ = try await room.enqueue("a")
            try await room.postman(.relay(relay)).deliverDue()
            let failure = try await room.text("SELECT failure FROM messages")
            #expect(try await room.counts() == ["sent": 1], "\(failure)")
            let told = room.read("told").split(separator: "\n").map(String.init)
            #expect(told.contains("TLS"))
            #expect(told.contains("AUTH kollegium:hem\"lig\\t"))
            #expect(told.contains("MAIL FROM:<kollegium@kommun.example>"))
            #expect(told.contains("RCPT TO:<anna@skola.example>"))
            #expect(told.contains("To: <anna@skola.example>"))
            #expect(told.filter { $0.hasPrefix("RCPT") }.count == 1)
        }
    }

    @Test(arguments: [
        ("rcpt-550", "failed"), ("rcpt-450", "waiting"), ("auth-535", "waiting"), ("data-554", "failed"),
        ("data-451", "waiting"), ("hang-up-after-data", "uncertain"), ("hang-up-at-once", "waiting"),
        ("no-starttls", "waiting"),
    ])
    func `what the relay says decides what becomes of the message`(_ behaviour: String, _ state: String)
        async throws
    {
        try await withRelay(behaviour) { room, relay in
            _ = try await room.enqueue("a")
            try await room.postman(.relay(relay)).deliverDue()
            let failure = try await room.text("SELECT failure FROM messages")
            #expect(try await room.counts() == [state: 1], "\(failure)")
            #expect(!failure.joined().contains("hem"))
            #expect(behaviour != "no-starttls" || !room.read("told").contains("anna"))
        }
    }

    @Test
    func `a relay that is not there, or not trusted, keeps the message waiting`() async throws {
        try await withRelay("ok") { room, relay in
            _ = try await room.enqueue("a")
            var stranger = relay
            stranger.certificates = nil
            try await room.postman(.relay(stranger)).deliverDue()
            #expect(try await room.counts() == ["waiting": 1])
            #expect(!room.read("told").contains("AUTH"))
            room.clock.pass(Door.hour)
            try await room.postman(.relay(SMTPRelay(url: "smtp://127.0.0.1:1"))).deliverDue()
            #expect(try await room.counts() == ["waiting": 1])
        }
    }

    @Test(arguments: [
        SMTPRelay(url: "http://127.0.0.1:1"), SMTPRelay(url: "smtp://relay.example:25", isPlain: true),
        SMTPRelay(url: "smtp://127.0.0.1:1\nurl = \"file:///etc/passwd\""),
        SMTPRelay(url: "smtp://127.0.0.1:1", user: "a\nb", password: "x"),
    ])
    func `settings that would send mail in the clear, or begin others, are not used`(_ relay: SMTPRelay)
        async throws
    {
        try await withPostRoom(.sqlite) { room in
            _ = try await room.enqueue("a")
            try await room.postman(.relay(relay)).deliverDue()
            #expect(
                try await room.text("SELECT failure FROM messages") == ["the relay's settings cannot be used"]
            )
        }
    }

    @Test
    func `a relay is set by one URL, and its password is taken out of it`() throws {
        let relay = try #require(SMTPRelay(setting: "smtp://post%40x:hem%22lig@relay.example:587"))
        #expect(relay.url == "smtp://relay.example:587")
        #expect(relay.user == "post@x")
        #expect(relay.password == "hem\"lig")
        #expect(!relay.isPlain)
        #expect(try #require(SMTPRelay(setting: "smtp://localhost:25")).isPlain)
        #expect(try !#require(SMTPRelay(setting: "smtps://localhost:465")).isPlain)
        #expect(try !#require(SMTPRelay(setting: "smtp://a:b@localhost:25")).isPlain)
        for wrong in ["", "http://x", "smtp://", "relay.example"] {
            #expect(SMTPRelay(setting: wrong)?.url == nil)
        }
    }

    /// Looks at the list of processes as another account of the machine could, while curl runs.
    @Test
    func `neither the password nor the message is in the arguments`() async throws {
        try await withRelay("slow") { room, relay in
            _ = try await room.enqueue("a")
            let postman = try room.postman(.relay(relay))
            let seen = Confined("")
            _ = try await meanwhile({ try await postman.deliverDue() }) {
                for id in (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
                where Int(id) != nil {
                    let line = FileManager.default.contents(atPath: "/proc/\(id)/cmdline") ?? Data()
                    let words = String(decoding: line, as: UTF8.self).split(separator: "\0")
                    if words.first?.hasSuffix("curl") == true {
                        seen.value += words.joined(separator: " ") + "\n"
                    }
                }
                try await Task.sleep(for: .milliseconds(20))
            }
            #expect(seen.value.contains("curl --disable --config -\n"))
            #expect(!seen.value.contains("hem"))
            #expect(!seen.value.contains("anna"))
        }
    }

    private func withRelay(
        _ behaviour: String, _ body: @Sendable (PostRoom, SMTPRelay) async throws -> Void
    ) async throws {
        try await withPostRoom(.sqlite) { room in
            let folder = room.folder
            let made = try await run(
                "openssl",
                [
                    "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
                    "-addext",
                    "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", folder + "/key", "-out",
                    folder + "/cert",
                ])
            try #require(made.status == 0, "\(made.errors)")
            try Data(relayScript.utf8).write(to: URL(fileURLWithPath: folder + "/relay.py"))
            let work = Task { try await run("python3", [folder + "/relay.py", folder, behaviour]) }
            defer { work.cancel() }
            while room.read("port").isEmpty { try await Task.sleep(for: .milliseconds(10)) }
            let relay = SMTPRelay(
                url: "smtp://localhost:" + room.read("port"), user: "kollegium", password: "hem\"lig\\t",
                certificates: folder + "/cert")
            try await body(room, relay)
        }
    }
}

/// Takes one connection after the other, and behaves as its second argument says.
private let relayScript = """
    import base64, os, socket, ssl, sys, time
    folder, behaviour = sys.argv[1:]
    listener = socket.create_server(("127.0.0.1", 0))
    open(folder + "/port.new", "w").write(str(listener.getsockname()[1]))
    os.rename(folder + "/port.new", folder + "/port")
    told = open(folder + "/told", "a", buffering=1)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder + "/cert", folder + "/key")

    def serve(connection):
        encrypted = False
        lines = connection.makefile("rb")
        say = lambda text: connection.sendall((text + "\\r\\n").encode())
        if behaviour == "hang-up-at-once":
            return
        say("220 relay")
        while line := lines.readline().decode().rstrip("\\r\\n"):
            word = line.split()[0].upper()
            if word == "EHLO":
                say("250-relay")
                if encrypted:
                    say("250 AUTH PLAIN")
                elif behaviour == "no-starttls":
                    say("250 HELP")
                else:
                    say("250 STARTTLS")
            elif word == "STARTTLS":
                say("220 go")
                connection = context.wrap_socket(connection, server_side=True)
                lines = connection.makefile("rb")
                say = lambda text: connection.sendall((text + "\\r\\n").encode())
                encrypted = True
                print("TLS", file=told)
            elif word == "AUTH":
                response = line.split()[2] if len(line.split()) > 2 else None
                if response is None:
                    say("334 ")
                    response = lines.readline().decode().strip()
                print("AUTH", ":".join(base64.b64decode(response).decode().split("\\0")[1:]), file=told)
                if behaviour == "slow":
                    time.sleep(1)
                say("535 no" if behaviour == "auth-535" else "235 yes")
            elif word == "RCPT":
                print(line, file=told)
                say({"rcpt-550": "550 nobody", "rcpt-450": "450 later"}.get(behaviour, "250 yes"))
            elif word == "DATA":
                say("354 go")
                while (line := lines.readline().decode().rstrip("\\r\\n")) != ".":
                    print(line, file=told)
                if behaviour == "hang-up-after-data":
                    return
                say({"data-554": "554 spam", "data-451": "451 later"}.get(behaviour, "250 taken"))
            elif word == "QUIT":
                say("221 bye")
                return
            else:
                print(line, file=told)
                say("250 yes")

    while True:
        connection, _ = listener.accept()
        try:
            serve(connection)
        except OSError:
            pass
        connection.close()
    """
