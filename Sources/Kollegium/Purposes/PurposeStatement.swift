/// Why a leader wants the work, in their own words and by name.
struct PurposeStatement: Sendable, Equatable {
    let publicID: String
    let programme: Int64
    /// The school that it is said for; nil for the whole programme.
    let school: Int64?
    /// The key of the person.
    let author: Int64
    let name: String?
    /// Empty where it was taken back.
    let text: String
    /// In milliseconds since 1970, UTC.
    let at: Int64
    /// When it was taken back.
    let withdrawnAt: Int64?

    var isWithdrawn: Bool { withdrawnAt != nil }
}

/// What one person has said for a school or the programme: what stands, and what they said before.
struct StatedPurpose: Sendable, Equatable {
    let newest: PurposeStatement
    /// The latest first.
    let earlier: [PurposeStatement]

    /// - Parameter statements: in the order in which they were made.
    /// - Returns: those for the whole programme first, then by who spoke first.
    static func all(_ statements: [PurposeStatement]) -> [StatedPurpose] {
        var order: [[PurposeStatement]] = []
        for statement in statements {
            let place = order.firstIndex {
                $0[0].author == statement.author && $0[0].school == statement.school
            }
            if let place { order[place].append(statement) } else { order.append([statement]) }
        }
        let said = order.compactMap { own in
            own.last.map { StatedPurpose(newest: $0, earlier: own.dropLast().reversed()) }
        }
        return said.filter { $0.newest.school == nil } + said.filter { $0.newest.school != nil }
    }
}

/// A statement as it is typed. Field: `text`.
struct PurposeStatementDraft: Sendable, Equatable {
    var text = ""

    /// In characters.
    static let most = 1_500

    func examined() -> Examined<String> {
        var form = FormReading()
        let text = form.writing(
            "text", text, most: Self.most,
            missing: Sentence(
                sv: "skriv varför du vill arbetet, eller låt bli",
                en: "write why you want the work, or leave it"))
        return Examined(form) { text }
    }
}
