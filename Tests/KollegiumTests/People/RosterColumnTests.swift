import Support
import Testing

@testable import Kollegium

/// A paste without headings: which column is which, when something in it is mistyped.
@Suite struct RosterColumnTests {
    private func columns(_ text: String) -> RosterColumns { RosterColumns(RosterSheet(text).records) }

    @Test(arguments: [
        "Anna Berg\tanna@example.org\nBo Ek\tbo.example.org",
        "Anna Berg\tanna.example.org\nBo Ek\tbo@example.org\nCia Al\tcia.example.org",
        "Anna Berg\tanna.example.org",
    ])
    func `a column of addresses is one even where most of them are mistyped`(_ text: String) {
        let columns = columns(text)
        #expect(!columns.hasHeader && columns.places == [.name: 0, .email: 1])
    }

    @Test func `a teacher first in the list is not taken for a heading`() {
        let columns = columns("Anna Berg\tanna.example.org\tLärare\nBo Ek\tbo@example.org\tLärare")
        #expect(!columns.hasHeader && columns.places == [.name: 0, .email: 1, .role: 2])
        #expect(self.columns("Lärare\nAnna Berg").hasHeader)
    }

    @Test func `somebody's second address is nobody's team`() {
        let columns = columns("Anna\ta@example.org\ta@home.example\nBo\tb@example.org\tb@home.example")
        #expect(columns.places == [.name: 0, .email: 1] && columns.unread == ["3"])
    }

    @Test func `one bad address is a mistake on its line, and no new team`() async throws {
        try await withWorkplace(.sqlite) { work in
            let small = try await work.programme()
            let act = work.act
            func preview(_ text: String) async throws -> RosterPreview {
                try await work.read {
                    try RosterStore(db: $0).preview(RosterPaste(text: text), in: small.key, by: act)
                }
            }
            let two = try await preview("Anna Berg\tanna@example.org\nBo Ek\tbo.example.org")
            #expect(two.totals == .init(people: 1, mistaken: 1))
            #expect(two.rows.map(\.line) == [1, 2] && two.rows[1].mistakes.count == 1)
            #expect(two.rows[1].mistakes.first?.sv.contains("bo.example.org") == true)
            // A cell is missing, and the address has slipped to where the team should be.
            let slipped = try await preview(
                "Namn\tSkola\tArbetslag\nAnna\tBjörkskolan\tArbetslag 4–6\nBo\tBjörkskolan\tbo@example.org")
            #expect(slipped.totals.teams == 0 && slipped.rows[1].mistakes.count == 1)
        }
    }
}
