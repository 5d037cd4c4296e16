import Hummingbird

/// All addresses of the site. What each page shows and who may see it stands in its slice.
func addRoutes(to all: RouterGroup<WebContext>, site: Site) {
    // Those that take in more than a form say so themselves.
    PasteRoutes(site: site).add(to: all)
    UploadRoutes(site: site).add(to: all)
    QuestionnaireFileRoutes(site: site).add(to: all)

    let pages = all.forms(of: site)
    if let demo = site.demo { DemoRoutes(site: site, demo: demo).add(to: pages) }
    PublicRoutes(site: site).add(to: pages)
    SignInRoutes(site: site).add(to: pages)
    SignInLinkRoutes(site: site).add(to: pages)
    InvitationRoutes(site: site).add(to: pages)
    JoiningRoutes(site: site).add(to: pages)
    ExitRoutes(site: site).add(to: pages)

    // Of an account, whatever roles it has.
    let own = pages.group(context: AccountContext.self)
    AccountRoutes(site: site).add(to: own)
    OneTimeCodeRoutes(site: site).add(to: own)
    AddressRoutes(site: site).add(to: pages, own: own)

    let signedIn = pages.group(context: PersonContext.self)
    StartRoutes(site: site).add(to: signedIn)
    SheetRoutes(site: site).add(to: signedIn)
    TeamRoutes(site: site).add(to: signedIn)
    ReportRoutes(site: site).add(to: signedIn)
    HatRoutes(site: site).add(to: signedIn)
    AccountListRoutes(site: site).add(to: signedIn)
    AccountEntryRoutes(site: site).add(to: signedIn)
    ProgrammeRoutes(site: site).add(to: signedIn)
    SchoolRoutes(site: site).add(to: signedIn)
    PurposeRoutes(site: site).add(to: signedIn)
    GoalRoutes(site: site).add(to: signedIn)
    TeamRegisterRoutes(site: site).add(to: signedIn)
    MembershipRoutes(site: site).add(to: signedIn)
    TeamCodeRoutes(site: site).add(to: signedIn)
    PersonRoutes(site: site).add(to: signedIn)
    InvitationsRoutes(site: site).add(to: signedIn)
    TrustRoutes(site: site).add(to: signedIn)
    ConditionsRoutes(site: site).add(to: signedIn)
    InformationRoutes(site: site).add(to: signedIn)
    ParticipationRoutes(site: site).add(to: signedIn)
    WavePlanRoutes(site: site).add(to: signedIn)
    WaveRoutes(site: site).add(to: signedIn)
    PaperRoutes(site: site).add(to: signedIn)
    ExitResultsRoutes(site: site).add(to: signedIn)
    ResearchRoutes(site: site).add(to: signedIn)
    QuestionnaireRoutes(site: site).add(to: signedIn)
    DraftRoutes(site: site).add(to: signedIn)
    DraftQuestionRoutes(site: site).add(to: signedIn)
    DraftScaleRoutes(site: site).add(to: signedIn)
}
