import Foundation
import Support
import Testing

@testable import Kollegium

@Suite struct MailFormatTests {
    private func mail(
        _ subject: String, _ body: String, sender: String = "Kollegium",
        recipient: String = "anna@skola.example"
    ) throws -> MailFormat {
        let message = Message(
            id: 1, key: "sign-in \(subject)", recipient: recipient, language: .sv, subject: subject,
            body: body,
            attempt: 1, madeAt: Door.morning)
        let settings = MailSettings(
            route: .outbox("/"), sender: try #require(EmailAddress("kollegium@kommun.example")),
            senderName: sender)
        return try #require(MailFormat(message, settings))
    }

    /// Python's e-mail package is the witness.
    private func read(_ mail: MailFormat) async throws -> [String: String] {
        let script = """
            import email, email.policy, json, sys
            message = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
            assert not message.defects, message.defects
            print(json.dumps({**{name: str(value) for name, value in message.items()},
                "body": message.get_content(), "names": ",".join(message.keys())}))
            """
        let ending = try await run(
            "python3", ["-c", script], input: String(decoding: mail.bytes(), as: UTF8.self))
        try #require(ending.status == 0, "\(ending.errors)")
        return try JSONDecoder().decode([String: String].self, from: Data(ending.output.utf8))
    }

    @Test
    func `another program reads what was written`() async throws {
        let body =
            "Hej,\n\n.\nFrom början =3D till slut \n\tå" + String(repeating: "räksmörgås ", count: 40)
            + "\n💚\n"
        let mail = try mail(
            "Välkommen till räksmörgåsens tid, och till allt som hör till den – 💚", body, sender: "Åsa \"B\"")
        let read = try await read(mail)
        #expect(read["Subject"] == "Välkommen till räksmörgåsens tid, och till allt som hör till den – 💚")
        #expect(read["From"]?.contains("<kollegium@kommun.example>") == true)
        #expect(read["From"]?.contains("Åsa") == true)
        #expect(read["To"] == "<anna@skola.example>" || read["To"] == "anna@skola.example")
        #expect(read["Date"] == "Tue, 03 Sep 2013 06:00:00 +0000")
        let text = read["body"]?.replacingOccurrences(of: "\r\n", with: "\n")
        #expect(text?.trimmingCharacters(in: .newlines) == body.trimmingCharacters(in: .newlines))
        for line in String(decoding: mail.bytes(), as: UTF8.self).components(separatedBy: "\r\n") {
            #expect(line.utf8.count <= 78)
            #expect(line.utf8.allSatisfy { (32...126).contains($0) }, "\(line)")
            #expect(line != "." && !line.hasPrefix("From "))
        }
    }

    @Test(arguments: [
        "Hej\r\nBcc: eve@evil.example", "Hej\nBcc: eve@evil.example", "Hej\u{2028}Bcc: x", "Hej\r\n\r\nbody",
        "=?utf-8?Q?x?=",
        "Hej\u{0}Bcc: x", "\u{85}Bcc: x",
    ])
    func `nobody begins a header of their own`(_ text: String) async throws {
        let read = try await read(try mail(text, "x", sender: text))
        #expect(
            read["names"]
                == "From,To,Subject,Date,Message-ID,MIME-Version,Content-Type,Content-Transfer-Encoding,"
                + "Content-Language,Auto-Submitted,X-Auto-Response-Suppress")
        #expect(read["Subject"]?.contains("\n") == false)
    }

    @Test
    func `the same key has the same Message-ID, another has another`() throws {
        #expect(try mail("a", "x").id == mail("a", "y").id)
        #expect(try mail("a", "x").id != mail("b", "x").id)
    }

    @Test(arguments: [
        "a@b", "anna@skola.example\r\nBcc: eve@evil.example", "å@skola.example", "-t", "", "a@b.c,d@e.f",
    ])
    func `to what is no address nothing is written`(_ address: String) throws {
        let message = Message(
            id: 1, key: "k", recipient: address, language: .sv, subject: "s", body: "b", attempt: 1, madeAt: 0
        )
        let settings = MailSettings(
            route: .outbox("/"), sender: try #require(EmailAddress("kollegium@kommun.example")))
        #expect(MailFormat(message, settings) == nil)
    }

    @Test
    func `quoted-printable comes back as it was`() {
        var random = RepeatableRandom(seed: 2013)
        let letters = Array("abc =.F\tåäö💚From.")
        for _ in 0..<500 {
            let text = String(
                (0..<Int.random(in: 0...200, using: &random)).map { _ in
                    letters.randomElement(using: &random) ?? "x"
                })
            let lines = QuotedPrintable.lines(text)
            #expect(lines.allSatisfy { $0.utf8.count <= 76 })
            #expect(QuotedPrintable.text(lines) == text + "\n")
        }
    }

    @Test(arguments: Language.allCases)
    func `every letter says what happened in plain lines, and ends with nothing to shout`(
        _ language: Language
    ) {
        let zone = TimeZone(identifier: "Europe/Stockholm") ?? .gmt
        let letters: [Letter] = [
            .signInLink(link: "https://x.example/in/abc", minutes: 30),
            .invitation(
                InvitationWords(recipient: "Anna", inviter: "Bo"), link: "https://x.example/in/abc", days: 14),
            .passwordChanged(isFirst: false, at: Door.morning, zone: zone),
            .oneTimeCodesChanged(on: true, at: Door.morning, zone: zone),
            .oneTimeCodesChanged(on: false, at: Door.morning, zone: zone),
            .addressProof(link: "https://x.example/in/abc", minutes: 60),
            .addressChanged(to: "ny@example.org", at: Door.morning, zone: zone),
            .newDevice(device: "Firefox, Linux", at: Door.morning, zone: zone),
        ]
        for letter in letters {
            let (subject, body) = (letter.subject(language), letter.body(language))
            #expect(!subject.isEmpty && !subject.contains("!") && !body.contains("!"))
            #expect(!body.contains("\u{A0}"))
            #expect(
                body.contains("https://x.example/in/abc")
                    || body.contains(language == .sv ? "3 sep 2013 kl. 08.00" : "3 Sep 2013 at 08:00"),
                "\(body)")
        }
    }
}
