import Testing

@testable import Kollegium

@Suite struct ReturnPathTests {
    static let elsewhere = [
        "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example", "https://evil.example",
        "https:evil.example", "HTTP://evil.example", "javascript:alert(1)", "evil.example", "", " /teams",
        "/\t/evil.example", "/\n/evil.example", "/\r\nSet-Cookie: a=b", "/\u{0}", "/teams\u{7F}",
        "%2f%2fevil.example",
        "%5c%5cevil.example", "/å", "/teams name", "@evil.example", ".evil.example", "?then=//evil.example",
    ]

    @Test(arguments: elsewhere) func `nothing leads to another site`(_ text: String) {
        #expect(ReturnPath.checked(text) == "/")
    }

    @Test(arguments: ["/sign-in", "/sign-out", "/sign-in-links/x"])
    func `nothing leads back to the door`(_ text: String) {
        #expect(ReturnPath.checked(text) == "/")
    }

    @Test(arguments: ["/", "/teams/abc", "/accounts?q=%C3%A5&page=2", "/a//b", "/%2f%2fevil.example"])
    func `pages of ours stay`(_ path: String) {
        #expect(ReturnPath.checked(path) == path)
        #expect(ReturnPath.isOurs(path))
    }

    @Test func `the door leads nowhere else, whatever its address or its form says`() async throws {
        try await withDemo(.sqlite) { web in
            try await web.setPassword(of: Web.teacher)
            for text in Self.elsewhere.filter({ !$0.isEmpty }) {
                let browser = web.browser()
                let encoded = text.utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
                let page = try await browser.get("/sign-in?then=" + encoded)
                #expect(page.text(after: "name=\"then\" value=\"") == "/", "\(text)")
                let answer = try await browser.post(
                    "/sign-in", ["email": Web.teacher, "password": Door.password, "then": text])
                #expect(answer.location == "/", "\(text)")
            }
        }
    }
}
