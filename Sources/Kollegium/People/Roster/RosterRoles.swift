/// How the words of a pasted column of roles were read, for who looks at the preview.
struct RoleReading: Sendable, Equatable {
    /// As the first such row has it; empty where rows name no role.
    let word: String
    let role: TeamRole
    let rows: Int

    /// One for each word that is not the role's own name, in the order in which they come; rows about no person, and those
    /// whose role makes no sense, are passed over.
    static func of(_ records: [RosterSheet.Record], _ columns: RosterColumns) -> [RoleReading] {
        var found: [(key: String, word: String, role: TeamRole, rows: Int)] = []
        for record in records where RosterLine(record, columns).isPerson {
            let cell = TypedText(columns[.role, record]).text
            let key = RosterWords.key(cell)
            guard let role = key.isEmpty ? .teacher : RosterWords.roles[key], !role.isCalled(key) else {
                continue
            }
            if let place = found.firstIndex(where: { $0.key == key }) {
                found[place].rows += 1
            } else {
                found.append((key, cell, role, 1))
            }
        }
        return found.map { RoleReading(word: $0.word, role: $0.role, rows: $0.rows) }
    }

    /// `Förstelärare läses som samtalsledare (3 rader)`.
    var words: Sentence {
        let sv = "\(role.name(.sv)) (\(Language.sv.grouped(rows)) \(rows == 1 ? "rad" : "rader"))"
        let en = "\(role.name(.en)) (\(Language.en.grouped(rows)) \(rows == 1 ? "row" : "rows"))"
        return word.isEmpty
            ? Sentence(sv: "utan roll: \(sv)", en: "without a role: \(en)")
            : Sentence(sv: "”\(word.excerpt)”: \(sv)", en: "“\(word.excerpt)”: \(en)")
    }
}

extension TeamRole {
    fileprivate func isCalled(_ key: String) -> Bool {
        [rawValue, name(.sv), name(.en)].contains { RosterWords.key($0) == key }
    }
}
