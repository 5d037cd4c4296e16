import Foundation
import Support
import Testing

@testable import Kollegium

@Suite struct SettingsTests {
    private func refused(_ environment: [String: String]) -> [String] {
        do {
            _ = try Settings(environment)
            return []
        } catch let error as SettingsError {
            return error.lines(.en)
        } catch {
            return ["\(error)"]
        }
    }

    /// Settings of a file by that name and with that text.
    private func inFile<T: Sendable>(
        _ text: String, name: String = "kollegium.yaml", _ body: @Sendable (_ path: String) async throws -> T
    ) async throws -> T {
        try await withFolder { folder in
            let path = folder + "/" + name
            try text.write(toFile: path, atomically: true, encoding: .utf8)
            return try await body(path)
        }
    }

    @Test func `nothing has to be set`() throws {
        let settings = try Settings([:])
        #expect(settings.address == "127.0.0.1" && settings.port == 8_080)
        #expect(settings.publicURL == "http://127.0.0.1:8080" && !settings.isSecure)
        #expect(settings.database == nil && settings.data == nil)
        #expect(settings.trustedProxies.ranges.isEmpty)
        #expect(settings.logLevel == .info && settings.mail == .outbox)
        #expect(settings.largestForm == 256_000 && settings.largestUpload == 200_000_000)
        #expect(settings.requestTime == .seconds(30) && settings.connections == 2_000)
        #expect(settings.passwordHashes >= 1)
        #expect(settings.sessionIdle == .seconds(43_200) && settings.sessionLength == .seconds(2_592_000))
        guard case .loopback = settings.metrics else {
            Issue.record("the metrics are open to others")
            return
        }
    }

    private let everything = [
        "database": "postgres://k:hemligt@db/k", "data": "/var/lib/kollegium", "address": "::1", "port": "80",
        "public-url": "https://kollegium.example.se/", "trusted-proxies": "127.0.0.1, 10.0.0.0/8",
        "log-level": "debug",
        "metrics-token": "abcdefghijklmnop", "mail-command": "/usr/sbin/sendmail -i -t",
        "mail-sender": "kollegium@example.se", "largest-form": "100", "largest-upload": "4",
        "request-seconds": "5", "connections": "50", "password-hashes": "2", "session-idle-hours": "1",
        "session-days": "7",
    ]

    private func checkEverything(_ settings: Settings) {
        #expect(settings.database == "postgres://k:hemligt@db/k" && settings.data == "/var/lib/kollegium")
        #expect(settings.address == "::1" && settings.port == 80)
        #expect(settings.publicURL == "https://kollegium.example.se" && settings.isSecure)
        #expect(settings.trustedProxies.ranges == ["127.0.0.1", "10.0.0.0/8"].compactMap(AddressRange.init))
        #expect(settings.logLevel == .debug)
        #expect(
            settings.mail == .command(["/usr/sbin/sendmail", "-i", "-t"], sender: "kollegium@example.se"))
        #expect(settings.largestForm == 100_000 && settings.largestUpload == 4_000_000)
        #expect(
            settings.requestTime == .seconds(5) && settings.connections == 50 && settings.passwordHashes == 2)
        #expect(settings.sessionIdle == .seconds(3_600) && settings.sessionLength == .seconds(604_800))
        #expect(settings.metrics.opens(to: nil, headers: [.authorization: "Bearer abcdefghijklmnop"]))
    }

    @Test func `the environment sets everything`() throws {
        var environment: [String: String] = [:]
        for (name, value) in everything {
            environment["KOLLEGIUM_" + name.uppercased().replacing("-", with: "_")] = value
        }
        checkEverything(try Settings(environment))
    }

    @Test func `a file sets everything, in YAML and in JSON`() async throws {
        let yaml = everything.map { "\($0): '\($1)'\n" }.joined()
        let json = String(decoding: try JSONSerialization.data(withJSONObject: everything), as: UTF8.self)
        for (name, text) in [("kollegium.yaml", yaml), ("kollegium.json", json)] {
            try await inFile(text, name: name) { path in
                checkEverything(try Settings(["KOLLEGIUM_SETTINGS": path]))
            }
        }
    }

    @Test func `the environment goes before the file, unless it is empty`() async throws {
        try await inFile("port: 81\nconnections: 60\nlog-level:\ntrusted-proxies: [127.0.0.1, '::1']\n") {
            path in
            let settings = try Settings([
                "KOLLEGIUM_SETTINGS": path, "KOLLEGIUM_PORT": "82", "KOLLEGIUM_CONNECTIONS": "",
            ])
            #expect(settings.port == 82 && settings.connections == 60 && settings.logLevel == .info)
            #expect(settings.trustedProxies.ranges == ["127.0.0.1", "::1"].compactMap(AddressRange.init))
        }
    }

    @Test(arguments: [
        ("KOLLEGIUM_PORT", "0", "KOLLEGIUM_PORT: port should be a whole number from 1 to 65535, not “0”"),
        ("KOLLEGIUM_PORT", "80 ", "KOLLEGIUM_PORT: port should be a whole number from 1 to 65535, not “80 ”"),
        (
            "KOLLEGIUM_LOG_LEVEL", "loud",
            "KOLLEGIUM_LOG_LEVEL: log-level should be one of trace, debug, info, notice, warning, error, critical, not “loud”"
        ),
        (
            "KOLLEGIUM_ADDRESS", "example.se",
            "KOLLEGIUM_ADDRESS: address should be an IP address, like 127.0.0.1 or ::1, not “example.se”"
        ),
        (
            "KOLLEGIUM_TRUSTED_PROXIES", "10.0.0.1/8",
            "KOLLEGIUM_TRUSTED_PROXIES: trusted-proxies should be IP addresses or networks with commas between, like 127.0.0.1, 10.0.0.0/8, not “10.0.0.1/8”"
        ),
    ])
    func `a bad value is told with its name`(name: String, value: String, line: String) {
        #expect(refused([name: value]) == [line])
    }

    @Test(arguments: [
        "kollegium.example.se", "http://kollegium.example.se", "https://", "https://a/b", "https://a b",
        "https://A.se",
        "ftp://a.se", "https://a@b.se", "https://a.se?x", "http://localhost.example.se",
        "http://127.0.0.1.example.se",
        "https://a.se:443",
    ])
    func `an address that people cannot use, or that others can listen in on, is refused`(url: String) {
        #expect(
            refused(["KOLLEGIUM_PUBLIC_URL": url]).first?.hasPrefix(
                "KOLLEGIUM_PUBLIC_URL: public-url should be") == true)
    }

    @Test(arguments: ["http://localhost:8080", "http://[::1]:8080", "http://127.0.0.1", "https://a.se:8443"])
    func `this machine may do without https`(url: String) throws {
        #expect(try Settings(["KOLLEGIUM_PUBLIC_URL": url]).publicURL == url)
    }

    @Test func `every mistake is told at once, with the line of the file`() async throws {
        try await inFile("port: many\nprot: 8080\nmail-relay: 7\nlog-level: {a: b}\n") { path in
            let lines = refused(["KOLLEGIUM_SETTINGS": path, "KOLLEGIUM_CONNECTONS": "5"])
            #expect(lines.count == 6)
            #expect(lines.contains("\(path):1: port should be a whole number from 1 to 65535, not “many”"))
            #expect(
                lines.contains {
                    $0.hasPrefix("\(path):2: “prot” is no setting; those there are: database, data, ")
                })
            #expect(lines.contains { $0.hasPrefix("\(path):3: mail-relay should be a URL") })
            #expect(lines.contains("\(path):4: “log-level” should have one value, or a list"))
            #expect(lines.contains { $0.hasPrefix("KOLLEGIUM_CONNECTONS: “connectons” is no setting; ") })
            #expect(
                lines.contains {
                    $0.hasPrefix("\(path): mail-sender should be the e-mail address")
                })
        }
    }

    @Test func `a file that is not there, or is none, is told`() async throws {
        #expect(
            refused(["KOLLEGIUM_SETTINGS": "/nowhere.yaml"]) == [
                "/nowhere.yaml: the file is not there or may not be read; KOLLEGIUM_SETTINGS should name a file of settings"
            ])
        try await inFile("- a\n- b\n") { path in #expect(refused(["KOLLEGIUM_SETTINGS": path]).count == 1) }
        try await inFile("a: [\n") { path in #expect(!refused(["KOLLEGIUM_SETTINGS": path]).isEmpty) }
    }

    @Test func `mail leaves in one way`() throws {
        let sender = ["KOLLEGIUM_MAIL_SENDER": "k@example.se"]
        let relay = try Settings(sender.merging(["KOLLEGIUM_MAIL_RELAY": "smtps://a:b@c"]) { $1 })
        #expect(relay.mail == .relay("smtps://a:b@c", sender: "k@example.se"))
        for wrong in [
            ["KOLLEGIUM_MAIL_RELAY": "smtp://"], ["KOLLEGIUM_MAIL_COMMAND": "sendmail -t"],
            ["KOLLEGIUM_MAIL_RELAY": "smtp://a", "KOLLEGIUM_MAIL_COMMAND": "/sendmail"],
        ] {
            #expect(refused(sender.merging(wrong) { $1 }).count == 1)
        }
        for sender in ["", "k", "@", "a@", "a b@c", "<a@b>", "a@b@c"] {
            #expect(
                refused(["KOLLEGIUM_MAIL_COMMAND": "/sendmail", "KOLLEGIUM_MAIL_SENDER": sender]).count == 1)
        }
    }

    @Test func `no secret is ever told`() throws {
        let secrets = [
            "KOLLEGIUM_DATABASE": "postgres://k:hemligt@db/k",
            "KOLLEGIUM_METRICS_TOKEN": "hemligthemligthemligt",
            "KOLLEGIUM_MAIL_RELAY": "smtps://a:hemligt@c", "KOLLEGIUM_MAIL_SENDER": "k@example.se",
        ]
        let settings = try Settings(secrets)
        var dumped = ""
        dump(settings, to: &dumped)
        for text in ["\(settings)", String(reflecting: settings), dumped] {
            #expect(!text.contains("hemligt"))
        }
        let wrong = refused(["KOLLEGIUM_METRICS_TOKEN": "hemligt", "KOLLEGIUM_MAIL_RELAY": "x://a:hemligt@c"])
        #expect(wrong.count == 3)
        for line in wrong { #expect(!line.contains("hemligt")) }
    }
}

/// The commands read the settings file too, for the place of the data.
@Suite struct SettingsCommandTests {
    @Test func `a settings file names the database, and options and the environment go before it`()
        async throws
    {
        try await withPlace(.sqlite) { place in
            try await place.holding(.small)
            let path = place.folder + "/kollegium.yaml"
            try "database: '\(place.database)'\n".write(toFile: path, atomically: true, encoding: .utf8)
            let settings = ["KOLLEGIUM_SETTINGS": path]
            let list = try await kollegium("study", "list", environment: settings)
            #expect(list.output.contains("Small study"))
            let nowhere = place.folder + "/nowhere"
            let optioned = try await kollegium("study", "list", "--data", nowhere, environment: settings)
            #expect(optioned.status == 1 && optioned.errors.contains(nowhere))
            let told = try await kollegium(
                "study", "list",
                environment: settings.merging(["KOLLEGIUM_DATABASE": nowhere]) { $1 })
            #expect(told.status == 1 && told.errors.contains(nowhere))
        }
    }

    @Test func `with a settings file that is wrong nothing is done`() async throws {
        try await withPlace(.sqlite) { place in
            let path = place.folder + "/kollegium.yaml"
            try "databas: x\n".write(toFile: path, atomically: true, encoding: .utf8)
            let ending = try await kollegium(
                "study", "list",
                environment: ["KOLLEGIUM_SETTINGS": path, "KOLLEGIUM_DATABASE": place.database])
            #expect(ending.status == 1)
            #expect(
                ending.errors.hasPrefix(
                    "\(path):1: “databas” is no setting; those there are: database, data, "))
        }
    }
}
