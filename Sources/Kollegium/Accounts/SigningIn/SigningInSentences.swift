import Foundation

/// What the pages of signing in say when it did not go well. None of it tells whether there is such an account.
extension Sentence {
    static let signInWrong = Sentence(
        sv: "E-postadressen och lösenordet hör inte ihop. Försök igen, eller be om en länk i stället.",
        en:
            "The e-mail address and the password do not belong together. Try again, or ask for a link instead."
    )
    static let signInPasswordMissing = Sentence(
        sv: "Lösenordet saknas. Skriv det, eller be om en länk i stället.",
        en: "The password is missing. Type it, or ask for a link instead.")
    static let signInEmailMissing = Sentence(
        sv: "Skriv din e-postadress, som namn@skola.se.",
        en: "Type your e-mail address, as name@school.se.")
    static let codeWrong = Sentence(
        sv: "Koden stämmer inte, eller är redan använd. Vänta på nästa kod i appen och skriv den.",
        en: "The code is not right, or has been used. Wait for the next code in the app and type it.")
    static let codeTooLate = Sentence(
        sv: "Det gick mer än tio minuter innan koden kom. Logga in en gång till.",
        en: "More than ten minutes passed before the code came. Sign in once more.")

    /// - Parameter end: when one may try again, in milliseconds since 1970, UTC.
    static func tooManyTries(until end: Int64, now: Int64, in zone: TimeZone, besides: Sentence) -> Sentence {
        let seconds = max(1, (end - now + 999) / 1000)
        if seconds <= 90 {
            return Sentence(
                sv: "Det har blivit många försök. Vänta \(seconds)\u{A0}sekunder\(besides.sv).",
                en: "There have been many attempts. Wait \(seconds)\u{A0}seconds\(besides.en).")
        }
        // To the next whole minute, so that nobody comes a few seconds early.
        let minute = (end + 59_999) / 60_000 * 60_000
        return Sentence(
            sv:
                "Det har blivit många försök. Vänta till kl.\u{A0}\(Language.sv.clock(minute, in: zone))\(besides.sv).",
            en:
                "There have been many attempts. Wait until \(Language.en.clock(minute, in: zone))\(besides.en)."
        )
    }

    static let orALink = Sentence(sv: ", eller be om en länk i stället", en: ", or ask for a link instead")
    static let nothingElse = Sentence(sv: "", en: "")
}
