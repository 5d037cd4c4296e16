/// What one leader says, what they said before, and where they take it back.
struct PurposeStatementView: Sendable {
    let name: String
    let about: String
    let newest: Words
    let hasEarlier: Bool
    let earlier: [Words]

    struct Words: Sendable {
        /// By paragraph; nothing where they were taken back.
        let paragraphs: [String]
        let from: String
        /// Where they are taken back, for who may.
        let withdrawal: String?
    }

    init(_ stated: StatedPurpose, _ here: PurposeInHand, _ reach: Reach, _ setting: StartSetting) {
        let language = setting.language
        let newest = stated.newest
        let name =
            newest.name ?? Sentence(sv: "Någon som inte är kvar", en: "Somebody who has left")(language)
        self.name =
            newest.author == reach.hat.person
            ? Sentence(sv: "\(name) (du)", en: "\(name) (you)")(language) : name
        about =
            newest.school == nil
            ? Sentence(sv: "för hela programmet", en: "for the whole programme")(language)
            : Sentence(sv: "för \(here.school.name)", en: "for \(here.school.name)")(language)
        self.newest = Words(newest, here, reach, setting)
        earlier = stated.earlier.map { Words($0, here, reach, setting) }
        hasEarlier = !earlier.isEmpty
    }
}

extension PurposeStatementView.Words {
    fileprivate init(
        _ statement: PurposeStatement, _ here: PurposeInHand, _ reach: Reach, _ setting: StartSetting
    ) {
        let language = setting.language
        let day = language.weekdayAndDate(setting.day(of: statement.at))
        guard !statement.isWithdrawn else {
            paragraphs = []
            from = Sentence(
                sv: "Sagt \(day), och taget tillbaka.", en: "Said on \(day), and taken back.")(language)
            withdrawal = nil
            return
        }
        paragraphs = WrittenText.paragraphs(statement.text)
        from = Sentence(sv: "Sagt \(day).", en: "Said on \(day).")(language)
        let mayWithdraw = reach.may(
            .withdraw, Thing(.purposeStatement, here.place.owned(by: statement.author)))
        withdrawal =
            mayWithdraw
            ? SiteURL.schoolPart(here.schoolID, "purpose/statements/\(statement.publicID)/withdraw").path
            : nil
    }
}

/// Where a leader says why they want the work, or says it anew.
struct PurposeStatementForm: Sendable {
    let heading: String
    let path: String
    let hint: String
    let text: String
    let flaw: String?
    let style: String
    let describedBy: String
    let button: String

    init(
        _ stated: [StatedPurpose], _ here: PurposeInHand, _ reach: Reach, _ language: Language,
        _ typed: PurposeStatementDraft?, _ problems: FormProblems?
    ) {
        let school = reach.purposeSchool(here)
        let own = stated.first { $0.newest.author == reach.hat.person && $0.newest.school == school }
        let isNew = own?.newest.isWithdrawn ?? true
        heading =
            isNew
            ? Sentence(sv: "Varför vill du arbetet?", en: "Why do you want the work?")(language)
            : Sentence(sv: "Ändra det du har sagt", en: "Change what you have said")(language)
        path = SiteURL.schoolPart(here.schoolID, "purpose/statements").path
        let most = PurposeStatementDraft.most
        let place =
            school == nil
            ? Sentence(
                sv: "Det står på alla skolors sidor, med ditt namn.",
                en: "It stands on all schools’ pages, with your name.")
            : Sentence(
                sv: "Det står på skolans sida, med ditt namn.",
                en: "It stands on the school’s page, with your name.")
        let change = Sentence(
            sv: "Det du sade förut står kvar under det nya. Du kan ta tillbaka det.",
            en: "What you said before stays below the new. You can take it back.")
        hint = Sentence(
            sv: "\(place.sv) Högst \(Language.sv.grouped(most)) tecken. \(change.sv)",
            en: "\(place.en) At most \(Language.en.grouped(most)) characters. \(change.en)")(language)
        text = typed?.text ?? own?.newest.text ?? ""
        flaw = problems?["text"]?.asWhole(language)
        style = flaw == nil ? "field" : "field wrong"
        describedBy = flaw == nil ? "text-h" : "text-h text-e"
        button =
            isNew
            ? Sentence(sv: "Säg det", en: "Say it")(language)
            : Sentence(sv: "Säg det så här", en: "Say it like this")(language)
    }
}

extension Reach {
    /// The school that a leader states a purpose for; nil for who leads the whole programme.
    func purposeSchool(_ here: PurposeInHand) -> Int64? {
        hat.role == .programmeLeader ? nil : here.school.key
    }
}
