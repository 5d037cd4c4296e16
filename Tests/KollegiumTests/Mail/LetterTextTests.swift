import Foundation
import Testing

@testable import Kollegium

@Suite struct LetterTextTests {
    private static let letters: [Letter] = {
        let zone = TimeZone(identifier: "Europe/Stockholm") ?? .gmt
        return [
            .signInLink(link: "https://x/y", minutes: 30),
            .joining(link: "https://x/y", team: "4–6, Ek", hours: 72),
            .oneTimeCodesChanged(on: true, at: 0, zone: zone),
            .newDevice(device: "Firefox", at: 0, zone: zone),
        ]
    }()

    @Test func `no line of a letter ends in the middle of a sentence`() {
        for letter in Self.letters {
            for body in [letter.body.sv, letter.body.en] {
                for line in LetterText.unwrapped(body).split(separator: "\n") where !line.hasPrefix("http") {
                    #expect(line.last.map { ".:,?".contains($0) } == true, "\(line)")
                }
            }
        }
    }

    @Test func `an address and a point of a list stay on lines of their own`() {
        #expect(
            LetterText.unwrapped("Hej,\n\nöppna\nlänken:\nhttps://x\noch läs\n– ett\n– två\n\nHej")
                == "Hej,\n\nöppna länken:\nhttps://x\noch läs\n– ett\n– två\n\nHej")
    }
}
