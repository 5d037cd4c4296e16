/// Turning one-time codes on: a secret for the app, and a first code from it.
struct OneTimeCodesPage: Page {
    static let template = "one-time-codes"
    let heading: PageHeading
    let mistakes: Mistakes?
    /// A picture that the app reads.
    let picture: String?
    let secret: String
    /// What the app opens by itself where it is on the same telephone.
    let address: String
    let code: TextField

    init(_ codes: OneTimeCode, of email: String, _ language: Language, _ problems: FormProblems? = nil) {
        var heading = PageHeading.form(
            Sentence(sv: "Slå på engångskoder", en: "Turn on one-time codes"), problems, language)
        heading.trail = [Link(Sentence(sv: "Ditt konto", en: "Your account")(language), .account)]
        heading.room = .secret(language)
        self.heading = heading
        mistakes = Mistakes(problems, language)
        address = codes.address(for: email)
        picture = QRCode.svg(
            text: address,
            label: Sentence(
                sv: "Hemligheten för din app, som också står här som text",
                en: "The secret for your app, which also stands here as text")(language))
        let letters = Array(codes.base32)
        secret = stride(from: 0, to: letters.count, by: 4).map { start in
            String(letters[start..<min(start + 4, letters.count)])
        }.joined(separator: " ")
        code = TextField(
            OneTimeCode.field, Sentence(sv: "Koden i appen", en: "The code in the app"), language,
            kind: .code,
            hint: Sentence(sv: "Sex siffror.", en: "Six digits."), flaw: problems?[OneTimeCode.field],
            autocomplete: "one-time-code")
    }
}

/// The recovery codes, seen this once.
struct RecoveryCodesPage: Page {
    static let template = "recovery-codes"
    let heading: PageHeading
    let codes: [String]

    init(_ codes: [String], _ language: Language) {
        heading = PageHeading(
            title: Sentence(sv: "Dina återställningskoder", en: "Your recovery codes")(language),
            trail: [Link(Sentence(sv: "Ditt konto", en: "Your account")(language), .account)],
            room: .secret(language))
        self.codes = codes
    }
}

extension RoomBanner {
    fileprivate static func secret(_ language: Language) -> RoomBanner {
        RoomBanner(
            .mine,
            Sentence(
                sv:
                    "Sidan visas bara för dig. Den som sköter servern kan tekniskt läsa hemligheten till din app, men inte återställningskoderna.",
                en:
                    "The page is shown to you only. Whoever runs the server can technically read the secret of your app, but not the recovery codes."
            )(language), language)
    }
}
