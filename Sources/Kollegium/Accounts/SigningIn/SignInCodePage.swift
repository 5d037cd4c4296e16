/// The second step of signing in.
struct SignInCodePage: Page {
    static let template = "sign-in-code"
    let heading: PageHeading
    let mistakes: Mistakes?
    let code: TextField
    let recovery: TextField
    let then: String

    init(then path: String, _ language: Language, _ problems: FormProblems? = nil) {
        heading = .form(Sentence(sv: "Engångskod", en: "One-time code"), problems, language)
        mistakes = Mistakes(problems, language)
        code = TextField(
            OneTimeCode.field, Sentence(sv: "Kod", en: "Code"), language, kind: .code,
            hint: Sentence(
                sv: "Sex siffror. Den byts var trettionde sekund.",
                en: "Six digits. It changes every thirty seconds."
            ), flaw: problems?[OneTimeCode.field], autocomplete: "one-time-code")
        recovery = TextField(
            OneTimeCode.field, Sentence(sv: "Återställningskod", en: "Recovery code"), language,
            hint: Sentence(
                sv: "Sexton tecken, som ”H3KD-4PPW-2CXA-7TRM”.",
                en: "Sixteen characters, as “H3KD-4PPW-2CXA-7TRM”."),
            id: "recovery-code")
        then = path
    }
}
