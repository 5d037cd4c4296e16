import Foundation
import Support
import Testing

@testable import Kollegium

@Suite struct QRCodeTests {
    /// What a reader sees in the picture.
    private func seen(_ svg: String) async throws -> String {
        try await withFolder { folder in
            try svg.write(toFile: folder + "/code.svg", atomically: true, encoding: .utf8)
            let drawn = try await run(
                "rsvg-convert",
                [
                    "--width", "600", "--background-color", "white", "-o", folder + "/code.png",
                    folder + "/code.svg",
                ])
            try #require(drawn.status == 0, "\(drawn.errors)")
            let read = try await run(
                "zbarimg", ["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", folder + "/code.png"])
            try #require(read.status == 0, "\(read.errors)")
            return String(read.output.dropLast())
        }
    }

    @Test(arguments: [
        "https://kollegium.example.se/join/abcd-efgh", "A",
        "otpauth://totp/Kollegium:anna%40example.se?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Kollegium",
        "12345678901234567890", "Arbetslag 7–9, åäö", String(repeating: "https://example.se/", count: 60),
    ])
    func `a camera reads what was written`(text: String) async throws {
        let svg = try #require(QRCode.svg(text: text, label: "Gå med"))
        #expect(try await seen(svg) == text)
    }

    @Test func `it says what it is, in one path with a margin of four`() throws {
        let svg = try #require(QRCode.svg(text: "A", label: "Gå med i <laget> & \"vi\""))
        #expect(svg.contains("role=\"img\""))
        #expect(svg.contains("<title>Gå med i &lt;laget&gt; &amp; &quot;vi&quot;</title>"))
        #expect(svg.components(separatedBy: "<path ").count == 2)
        #expect(!svg.contains("style"))
        // The smallest pattern is 21 modules wide, and begins with the seven of a corner's mark.
        #expect(svg.contains("viewBox=\"0 0 29 29\""))
        #expect(svg.contains("d=\"M4 4h7v1h-7z"))
    }

    @Test func `nothing, and what no pattern holds, has none`() {
        #expect(QRCode.svg(text: "", label: "x") == nil)
        #expect(QRCode.svg(text: "a\0b", label: "x") == nil)
        #expect(QRCode.svg(text: String(repeating: "a", count: 3_000), label: "x") == nil)
        #expect(QRCode.svg(text: String(repeating: "a", count: 2_000), label: "x") != nil)
    }
}
