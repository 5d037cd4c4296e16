enum MailInvariants {
    static let all = [
        Invariant(
            broken: Sentence(
                sv: "meddelanden som kanske gick iväg, kanske inte (se kollegium account mail)",
                en: "messages that may or may not have gone out (see kollegium account mail)"),
            sql: "SELECT CAST(id AS text) FROM messages WHERE state = 'uncertain' ORDER BY id"),
        Invariant(
            broken: Sentence(
                sv: "skickade meddelanden som inte är tömda", en: "messages sent that are not emptied"),
            sql:
                "SELECT CAST(id AS text) FROM messages WHERE state IN ('sent', 'failed') AND body <> '' ORDER BY id"
        ),
    ]
}
