/// What somebody in the team's room said of a level.
struct TrustComment: Sendable, Equatable {
    let publicID: String
    let spot: TrustSpot
    /// The key of the person.
    let author: Int64
    /// Empty where it was taken back.
    let text: String
    /// In milliseconds since 1970, UTC.
    let at: Int64
    let isWithdrawn: Bool
}

/// A comment as it is typed. Field: `text`.
struct TrustCommentDraft: Sendable, Equatable {
    var text = ""

    /// In characters.
    static let most = 2_000

    func examined() -> Examined<String> {
        var form = FormReading()
        let text = form.writing(
            "text", text, most: Self.most,
            missing: Sentence(
                sv: "kommentaren är tom; skriv något, eller låt bli",
                en: "the comment is empty; write something, or leave it"))
        return Examined(form) { text }
    }
}
