extension WaveWords {
    /// To somebody who has left.
    func leaving(_ link: String) -> Sentence {
        Sentence(
            sv: paragraphs([
                recipient.map { "Hej \($0)," } ?? "Hej,",
                """
                du är inte med i ditt arbetslag längre. Vi vill gärna veta hur arbetet var för dig, så att det kan bli
                bättre för dem som är kvar. Det tar omkring \(minutes) \(minutes == 1 ? "minut" : "minuter").
                """, "Länken är din egen och behöver ingen inloggning:", link,
                """
                Den fungerar i 60 dagar, och du svarar en gång. Skicka den inte vidare: den som har länken svarar som du.
                """,
                """
                Dina svar visas bara i sammanställningar av minst \(minimumGroup) personers svar, aldrig för sig.
                Forskare ser enskilda svar bara av den som har sagt ja till det, och utan namn.
                """, "Vill du inte svara behöver du inte göra något. Vi påminner inte.",
            ]),
            en: paragraphs([
                recipient.map { "Hello \($0)," } ?? "Hello,",
                """
                you are not in your team any more. We would like to know how the work was for you, so that it can become
                better for those who stay. It takes about \(minutes) \(minutes == 1 ? "minute" : "minutes").
                """, "The link is your own and needs no signing in:", link,
                """
                It works for 60 days, and you answer once. Do not pass it on: whoever has the link answers as you.
                """,
                """
                Your answers are shown only in summaries of the answers of at least \(minimumGroup) people, never by
                themselves. Researchers see single answers only of those who have said yes to that, and without names.
                """, "If you do not want to answer, you need not do anything. We do not remind you.",
            ]))
    }
}
