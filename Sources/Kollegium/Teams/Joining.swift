/// What a teacher at a first meeting types to join their team. Fields: `code`, `name`, `email`.
struct Joining: Sendable, Equatable {
    var code = ""
    var name = ""
    var email = ""

    struct Values: Sendable, Equatable {
        /// nil where what was typed can be no code.
        let letters: String?
        let name: String
        let email: EmailAddress
    }

    func examined() -> Examined<Values> {
        var form = FormReading()
        if TypedText(code).isEmpty { form.report("code", .codeMissing) }
        let name = form.text("name", name, missing: .personNameMissing)
        if let name, PersonalNumber.isIn(name) { form.report("name", .personalNumber) }
        let email = form.email("email", email)
        if TypedText(self.email).isEmpty { form.report("email", .joiningEmailMissing) }
        return Examined(form) {
            guard let name, let email else { return nil }
            return Values(letters: TeamCode.letters(code), name: name, email: email)
        }
    }

    /// What came of it. Whoever joins is told the same in every case, so that nobody learns whose address is known:
    /// which team it is, and that a letter is on its way.
    struct Outcome: Sendable, Equatable {
        let team: String
        let school: String
        /// The letter to send, nil where one was sent a moment ago.
        let letter: Letter?
    }

    /// A letter with a link that proves the address.
    struct Letter: Sendable, Equatable {
        /// Names the letter, so that it is sent once.
        let key: Int64
        let address: EmailAddress
        /// Until when its link opens, in milliseconds since 1970, UTC.
        let endsAt: Int64
    }

    /// What a link that was opened has proven: that whoever opened it reads the person's mail.
    struct Proof: Sendable, Equatable {
        let person: Int64
        let address: EmailAddress
        let team: Int64
        let ending: Ending
    }

    /// What came of it for the person.
    enum Ending: Sendable, Equatable {
        /// They are in the team.
        case joined
        /// They were before.
        case alreadyMember
        /// They lead the team's school, and nobody who sets another's pay comes into a team's room.
        case leadsSchool
    }
}

extension Sentence {
    fileprivate static let codeMissing = Sentence(
        sv: "koden saknas; den står på skärmen eller pappret du fick, åtta bokstäver",
        en: "the code is missing; it is on the screen or the paper you got, eight letters")
    fileprivate static let joiningEmailMissing = Sentence(
        sv: "e-postadressen saknas; till den skickar vi länken som du loggar in med",
        en: "the e-mail address is missing; we send the link that you sign in with to it")
    /// The same for a code that never was, that is over, or that was closed.
    static let codeOpensNothing = Sentence(
        sv:
            "koden öppnar inget arbetslag just nu; kontrollera bokstäverna, eller be den som leder mötet om en ny",
        en:
            "the code opens no team at the moment; check the letters, or ask whoever leads the meeting for a new one"
    )
    static let codeUsedUp = Sentence(
        sv: "koden har använts så många gånger som den får; be den som leder mötet att öppna en ny",
        en: "the code has been used as often as it may; ask whoever leads the meeting to open a new one")
    static let linkOpensNothing = Sentence(
        sv: "länken är för gammal eller redan använd; gå med igen med koden, eller be om en inloggningslänk",
        en: "the link is too old or used already; join again by the code, or ask for a sign-in link")
}
