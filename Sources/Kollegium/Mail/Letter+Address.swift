/// The two letters about another address: to the new one, and to the old.
extension Letter {
    static func addressProof(_ link: String, _ minutes: Int) -> Sentence {
        Sentence(
            sv: """
                Hej,

                någon, förmodligen du, vill logga in i Kollegium med den här adressen. Öppna länken och tryck på
                Byt adress:

                \(link)

                Den fungerar en gång, inom \(minutes) minuter.

                Var det inte du behöver du inte göra något.
                """,
            en: """
                Hello,

                somebody, probably you, wants to sign in to Kollegium by this address. Open the link and press
                Change address:

                \(link)

                It works once, within \(minutes) minutes.

                If it was not you, you need not do anything.
                """)
    }

    /// - Parameter when: the moment, in a language.
    static func addressChanged(_ new: String, when: (Language) -> String) -> Sentence {
        Sentence(
            sv: """
                Hej,

                adressen för ditt konto byttes \(when(.sv)) till \(new). Den här adressen går inte att logga in
                med längre, och alla andra inloggningar är avslutade.

                Var det inte du: säg genast till den som sköter Kollegium hos er.
                """,
            en: """
                Hello,

                the address of your account was changed on \(when(.en)) to \(new). One can no longer sign in by
                this address, and all other sessions have ended.

                If it was not you: tell whoever runs Kollegium where you are at once.
                """)
    }
}
