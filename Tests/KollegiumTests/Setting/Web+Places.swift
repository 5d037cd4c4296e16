import Support

@testable import Kollegium

extension Web {
    /// The address of a team of the example, by its code in the study.
    func team(_ code: String) async throws -> String {
        let id = try await site.database.read { db in
            try db.one("SELECT public_id FROM teams WHERE code = ?", code) { try $0.text(0) }
        }
        guard let id else { throw Failed(program: "web", message: "there is no team \(code)") }
        return SiteURL.team(id).path
    }

    /// The names of all who are or were members of a team.
    func memberNames(_ code: String) async throws -> [String] {
        try await site.database.read { db in
            try db.all(
                """
                SELECT DISTINCT p.name FROM people p JOIN memberships m ON m.person_id = p.id
                JOIN teams t ON t.id = m.team_id
                WHERE t.code = ? AND m.role IN ('teacher', 'conversation-leader') ORDER BY p.name
                """, code
            ) { try $0.text(0) }
        }
    }
}

extension Browser.Answer {
    /// The words on the page, without its tags: to see whether somebody is named.
    var words: Set<String> {
        var text = ""
        var isInTag = false
        for character in body {
            if character == "<" { isInTag = true }
            if !isInTag { text.append(character) }
            if character == ">" {
                isInTag = false
                text.append(" ")
            }
        }
        return Set(text.split { !$0.isLetter && !$0.isNumber }.map(String.init))
    }
}
