/// What was just done, said once at the top of the page that follows. It goes by the address of that page, so it can
/// only be one of these.
enum Notice: String, Sendable, CaseIterable {
    case saved, signedOut = "signed-out", linkSent = "link-sent", passwordChanged = "password-changed"
    case passwordSet = "password-set", addressAsked = "address-asked", addressChanged = "address-changed"
    case codesOn = "codes-on", codesOff = "codes-off", sessionEnded = "session-ended"
    case invited, allInvited = "all-invited", hasAccount = "has-account", joined, joinedSignIn =
        "joined-sign-in"
    case alreadyMember = "already-member", staysOut = "stays-out"
    case membershipEnded = "membership-ended", membershipReopened = "membership-reopened"
    case membershipRemoved = "membership-removed", codeOpened = "code-opened", codeClosed = "code-closed"
    case takenOver = "taken-over", commented, withdrawn
    case waveOpened = "wave-opened", waveClosed = "wave-closed"
    case levelSet = "level-set", roleGiven = "role-given"
    case draftBegun = "draft-begun", draftDiscarded = "draft-discarded", published
    case roleEnded = "role-ended", accountDisabled = "account-disabled", accountEnabled = "account-enabled"

    var sentence: Sentence {
        switch self {
        case .saved: Sentence(sv: "Sparat.", en: "Saved.")
        case .signedOut: Sentence(sv: "Du är utloggad.", en: "You are signed out.")
        case .linkSent:
            Sentence(
                sv: "Om adressen har ett konto är en länk på väg dit. Den gäller i 30 minuter.",
                en: "If the address has an account, a link is on its way. It is good for 30 minutes.")
        case .passwordChanged:
            Sentence(
                sv: "Lösenordet är bytt, och andra enheter är utloggade.",
                en: "Your password is changed, and other devices are signed out.")
        case .passwordSet:
            Sentence(
                sv: "Lösenordet är satt, och andra enheter är utloggade.",
                en: "Your password is set, and other devices are signed out.")
        case .addressAsked:
            Sentence(
                sv: "Ett brev är på väg till den nya adressen. Adressen byts när du har öppnat länken i det.",
                en:
                    "A letter is on its way to the new address. The address changes when you have opened its link."
            )
        case .addressChanged:
            Sentence(
                sv: "Adressen är bytt. Logga in med den nya hädanefter.",
                en: "The address is changed. Sign in by the new one from now on.")
        case .codesOn: Sentence(sv: "Engångskoder är på.", en: "One-time codes are on.")
        case .codesOff: Sentence(sv: "Engångskoder är av.", en: "One-time codes are off.")
        case .sessionEnded: Sentence(sv: "Enheten är utloggad.", en: "The device is signed out.")
        case .invited: Sentence(sv: "Inbjudan är på väg.", en: "The invitation is on its way.")
        case .allInvited: Sentence(sv: "Inbjudningarna är på väg.", en: "The invitations are on their way.")
        case .joined: Sentence(sv: "Välkommen i laget.", en: "Welcome to the team.")
        case .joinedSignIn:
            Sentence(
                sv: "Du är med i laget. Logga in som du brukar, så kommer du dit.",
                en: "You are in the team. Sign in as you usually do, and you get there.")
        case .alreadyMember:
            Sentence(
                sv: "Du var redan med i laget, så inget är ändrat. Du kommer dit när du är inloggad.",
                en:
                    "You were in the team already, so nothing was changed. You get there when you are signed in."
            )
        case .staysOut:
            Sentence(
                sv:
                    "Du är inte med i laget: den som leder skolan kommer inte in i ett lags rum. Inget är ändrat.",
                en:
                    "You are not in the team: whoever leads the school does not come into a team’s room. Nothing was changed."
            )
        case .membershipEnded: Sentence(sv: "Medlemskapet är avslutat.", en: "The membership has ended.")
        case .membershipReopened: Sentence(sv: "Avslutet är taget tillbaka.", en: "The ending is taken back.")
        case .membershipRemoved: Sentence(sv: "Medlemskapet är borttaget.", en: "The membership is removed.")
        case .hasAccount:
            Sentence(
                sv: "Personen har redan ett konto, så inget brev behövdes.",
                en: "The person has an account already, so no letter was needed.")
        case .codeOpened: Sentence(sv: "Lagkoden är öppen.", en: "The team code is open.")
        case .codeClosed: Sentence(sv: "Lagkoden är stängd.", en: "The team code is closed.")
        case .takenOver:
            Sentence(
                sv: "Programmet är ert att arbeta vidare i.",
                en: "The programme is yours to go on working in.")
        case .commented: Sentence(sv: "Kommentaren är tillagd.", en: "Your comment is added.")
        case .withdrawn: Sentence(sv: "Det är taget tillbaka.", en: "It is taken back.")
        case .waveOpened:
            Sentence(
                sv: "Omgången är öppen. Breven går ut på arbetstid.",
                en: "The wave is open. The letters go out in working hours.")
        case .waveClosed:
            Sentence(
                sv: "Omgången är stängd, och siffrorna är avgjorda.",
                en: "The wave is closed, and its figures are settled.")
        case .levelSet:
            Sentence(
                sv: "Din bedömning står nu bredvid reglernas.",
                en: "Your level now stands beside that of the rules.")
        case .draftBegun:
            Sentence(sv: "Utkastet är ditt att skriva på.", en: "The draft is yours to write on.")
        case .draftDiscarded: Sentence(sv: "Utkastet är borta.", en: "The draft is gone.")
        case .published: Sentence(sv: "Den nya versionen gäller nu.", en: "The new version stands now.")
        case .roleGiven: Sentence(sv: "Rollen är given.", en: "The role is given.")
        case .roleEnded: Sentence(sv: "Rollen är avslutad.", en: "The role has ended.")
        case .accountDisabled: Sentence(sv: "Kontot är avstängt.", en: "The account is disabled.")
        case .accountEnabled: Sentence(sv: "Kontot är öppnat igen.", en: "The account is enabled again.")
        }
    }
}
