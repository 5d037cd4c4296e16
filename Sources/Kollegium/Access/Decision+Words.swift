extension Decision.Reason {
    /// The reason as a person reads it.
    var sentence: Sentence {
        switch self {
        case .yourOwn: Sentence(sv: "Det är ditt eget.", en: "It is your own.")
        case .named:
            Sentence(sv: "Du är en av dem som det delas med.", en: "You are one of those it is shared with.")
        case .member: Sentence(sv: "Du är med i laget i dag.", en: "You are in the team today.")
        case .supervisor: Sentence(sv: "Du är lagets handledare.", en: "You are the team’s supervisor.")
        case .guest: Sentence(sv: "Du är gäst på mötet.", en: "You are a guest at the meeting.")
        case .superviseSupervisors:
            Sentence(
                sv: "Du handleder programmets handledare.", en: "You supervise the programme’s supervisors.")
        case .leadsSchool: Sentence(sv: "Du leder skolan.", en: "You lead the school.")
        case .worksAtSchool: Sentence(sv: "Du arbetar på skolan.", en: "You work at the school.")
        case .leadsProgramme: Sentence(sv: "Du leder programmet.", en: "You lead the programme.")
        case .developsSchool:
            Sentence(
                sv: "Du är utvecklingsledare för skolan.", en: "You are the school’s development leader.")
        case .research: Sentence(sv: "Du forskar i studien.", en: "You are a researcher of the study.")
        case .released:
            Sentence(
                sv: "Det har lämnats ut till dig och andra i din roll.",
                en: "It has been released to you and others in your role.")
        case .unplaced:
            Sentence(
                sv: "Det hör ännu inte till något program.", en: "It belongs to no programme yet.")
        case .administers: Sentence(sv: "Du sköter konton.", en: "You administer accounts.")
        case .founds:
            Sentence(
                sv: "Du får starta ett program och utse vem som leder det.",
                en: "You may begin a programme and appoint who leads it.")
        case .keepsServer: Sentence(sv: "Du driver servern.", en: "You run the server.")
        case .notSignedIn: Sentence(sv: "Logga in först.", en: "Sign in first.")
        case .notTheClock:
            Sentence(
                sv: "Det som sker av sig självt läser och ändrar inget här.",
                en: "What happens by itself reads and changes nothing here.")
        case .notTheOperator:
            Sentence(
                sv: "Den som driver servern importerar, kopierar och lägger upp konton, och inget mer.",
                en: "Whoever runs the server imports, copies and makes accounts, and nothing more.")
        case .notThisRole:
            Sentence(sv: "Din roll leder inte hit.", en: "Your role does not lead here.")
        case .notYours:
            Sentence(
                sv: "Det hör till andra än dem du arbetar med.",
                en: "It belongs to others than those you work with.")
        case .nothingToDo: Sentence(sv: "Det går inte att göra.", en: "This cannot be done.")
        case .setsPay:
            Sentence(
                sv:
                    "Du är chef på en skola där någon här arbetar. Den som sätter någons lön går inte in där kollegor prövar sig fram.",
                en:
                    "You lead a school where somebody here works. Whoever sets a person’s pay does not enter where colleagues try things out."
            )
        case .frozen:
            Sentence(
                sv:
                    "Laget har färre än tre medlemmar. Då visas inga nivåer eller antal, och inget lämnas ut.",
                en:
                    "The team has fewer than three members. Then no levels or counts are shown, and nothing is released."
            )
        case .imported:
            Sentence(
                sv:
                    "Programmet är importerat och går bara att läsa, tills någon som leder det tar över det.",
                en:
                    "The programme is imported and can only be read, until somebody who leads it takes it over."
            )
        case .publicRecord:
            Sentence(
                sv: "Det är en allmän handling och kan inte tas tillbaka.",
                en: "It is a public record and cannot be taken back.")
        case .ownAppointment:
            Sentence(
                sv: "Du kan varken ge eller avsluta egna uppdrag. Be någon annan som sköter konton.",
                en:
                    "You can neither give nor end appointments of your own. Ask somebody else who administers accounts."
            )
        case .ownMembership:
            Sentence(
                sv:
                    "Den som leder programmet ger inte sig själv en plats i ett lag: det laget skriver är lagets. Be någon annan som leder programmet.",
                en:
                    "Whoever leads the programme does not give themselves a place in a team: what a team writes is its own. Ask somebody else who leads the programme."
            )
        }
    }
}
