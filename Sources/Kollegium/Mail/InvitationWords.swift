/// Whom an invitation is for, who sends it and to what: without that a letter with a link in it looks like any that one
/// should not open. Names are as people wrote them, on one line each.
struct InvitationWords: Sendable, Equatable {
    /// What the invited person is called; nil where that is not known.
    var recipient: String?
    /// Who invites; nil where nobody here does.
    var inviter: String?
    /// `Lärare i Arbetslag 4–9, Skola 2`, each with its programme.
    var places: [Sentence] = []

    /// What a letter has room for.
    static let mostPlaces = 5

    func body(link: String, days: Int) -> Sentence {
        Sentence(
            sv: paragraphs([
                recipient.map { "Hej \($0)," } ?? "Hej,",
                (inviter.map { "\($0) bjuder in dig" } ?? "du är inbjuden")
                    + " till Kollegium, där arbetslag följer hur de lär tillsammans.",
                list("Du är inbjuden som:", places.map(\.sv)),
                "Öppna länken och välj hur du vill logga in:", link,
                "Den fungerar en gång, inom \(days) dagar. Där står också vem som ser vad.",
                inviter.map {
                    "Undrar du om brevet är äkta, fråga \($0) på annat sätt än genom att svara på det."
                },
            ]),
            en: paragraphs([
                recipient.map { "Hello \($0)," } ?? "Hello,",
                (inviter.map { "\($0) invites you" } ?? "you are invited")
                    + " to Kollegium, where teachers’ teams follow how they learn together.",
                list("You are invited as:", places.map(\.en)),
                "Open the link and choose how you want to sign in:", link,
                "It works once, within \(days) days. It also says who sees what.",
                inviter.map {
                    "If you wonder whether this letter is genuine, ask \($0) in another way than by answering it."
                },
            ]))
    }

    private func list(_ lead: String, _ lines: [String]) -> String? {
        lines.isEmpty
            ? nil : lead + "\n" + lines.prefix(Self.mostPlaces).map { "– \($0)" }.joined(separator: "\n")
    }

    private func paragraphs(_ paragraphs: [String?]) -> String {
        paragraphs.compactMap(\.self).joined(separator: "\n\n")
    }
}
