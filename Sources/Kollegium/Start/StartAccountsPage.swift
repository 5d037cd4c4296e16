import Storage

/// The administrator's start page: accounts and letters in numbers, and none of the content.
struct StartAccountsPage: Page {
    static let template = "start-accounts"
    let heading: PageHeading
    let joined: String
    let invited: String
    let disabled: String
    let failed: String
    let hasFailed: Bool
    /// Nobody leads a programme yet.
    let needsLeader: Bool

    static func read(_ db: Session, _ reach: Reach, _ setting: StartSetting) throws -> StartAccountsPage {
        let leaders = try AssignmentStore(db: db).holders(
            of: .programmeLeader, in: reach.organisation, on: setting.today)
        let letters = try MessageStore(db: db).counts()
        return StartAccountsPage(
            try AccountStore(db: db).standing(reach), failed: letters[.failed] ?? 0,
            needsLeader: leaders.isEmpty,
            setting.language)
    }

    init(_ accounts: AccountStore.Standing, failed: Int, needsLeader: Bool, _ language: Language) {
        heading = PageHeading(
            title: Sentence(sv: "Start", en: "Start")(language),
            room: RoomBanner(
                .accounts,
                Sentence(
                    sv: "Du sköter konton och roller. Det människor skriver når du inte.",
                    en: "You look after accounts and roles. What people write you do not reach.")(language),
                language))
        joined = language.grouped(accounts.joined)
        invited = language.grouped(accounts.invited)
        disabled = language.grouped(accounts.disabled)
        self.failed = language.grouped(failed)
        hasFailed = failed > 0
        self.needsLeader = needsLeader
    }
}
