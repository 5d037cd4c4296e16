import Support
import Testing

@testable import Kollegium

/// One page of each kind that somebody in a role comes to, letter by letter.
@Suite struct RolePagesSnapshotTests {
    struct Part: Sendable, CustomTestStringConvertible {
        let name: String
        let email: String
        var testDescription: String { name }
    }

    static let parts = [
        Part(name: "teacher", email: "s2-t02@example.org"),
        Part(name: "teacher-in-a-hard-place", email: "s1-t01@example.org"),
        Part(name: "conversation-leader", email: "s2-t03@example.org"),
        Part(name: "supervisor", email: "handledare-1@example.org"),
        Part(name: "principal", email: "s1-l1@example.org"),
        Part(name: "development-leader", email: "utvecklingsledare@example.org"),
        Part(name: "programme-leader", email: "programledare@example.org"),
        Part(name: "researcher", email: "forskare@example.org"),
        Part(name: "administrator", email: "administrator@example.org"),
    ]
    /// What is the same for everybody is kept once, as nobody sees it.
    private static let open = ["/demo", "/outbox", "/who-sees-what", "/accessibility", "/sign-in", "/join"]

    @Test(arguments: parts) func `pages of a role`(_ part: Part) async throws {
        try await withAlbum(part.name) { web, album in
            let browser = try await web.be(part.email)
            try await browser.crawlKinds(passing: Set(Self.open)) { kind, page in
                try album.keep(page, as: Self.name(of: kind))
            }
            try album.keep(try await browser.get("/?done=saved"), as: "around", isWhole: true)
        }
    }

    @Test func `pages of nobody`() async throws {
        try await withAlbum("nobody") { web, album in
            let browser = web.browser()
            try await browser.crawlKinds(from: Self.open) { kind, page in
                try album.keep(page, as: Self.name(of: kind))
            }
            try album.keep(try await browser.get("/sign-in?done=signed-out"), as: "around", isWhole: true)
        }
    }

    /// A handful, where much is said in words.
    @Test func `pages in English`() async throws {
        try await withAlbum("english") { web, album in
            let nobody = web.browser(.en)
            for path in ["/sign-in", "/who-sees-what", "/accessibility", "/demo"] {
                try album.keep(try await nobody.get(path), as: Self.name(of: path))
            }
            let kinds: [(email: String, kinds: Set<String>)] = [
                (
                    "s2-t02@example.org",
                    ["/", "/teams/:id", "/teams/:id/trust", "/teams/:id/trust/:form/:term", "/account"]
                ),
                ("s1-l1@example.org", ["/"]),
                ("programledare@example.org", ["/", "/programmes/:id", "/programmes/:id/outcome"]),
                ("forskare@example.org", ["/programmes/:id/statistics"]),
                ("administrator@example.org", ["/", "/accounts/:id"]),
            ]
            for (email, wanted) in kinds {
                let browser = try await web.be(email, .en)
                var met: Set<String> = []
                try await browser.crawlKinds(passing: Set(Self.open)) { kind, page in
                    guard wanted.contains(kind) else { return }
                    met.insert(kind)
                    let part = Self.parts.first { $0.email == email }?.name ?? ""
                    try album.keep(page, as: "\(part)-\(Self.name(of: kind))")
                }
                #expect(met == wanted)
            }
        }
    }

    static func name(of kind: String) -> String {
        let parts = kind.split(separator: "/").filter { !$0.hasPrefix(":id") }
        let name = parts.map { $0.filter { $0 != ":" } }.joined(separator: "-")
        return name.isEmpty ? "start" : kind.hasSuffix("/:id") ? name + "-one" : name
    }
}
