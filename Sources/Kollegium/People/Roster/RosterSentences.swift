extension Sentence {
    static func severalSchools(_ name: String) -> Sentence {
        Sentence(
            sv: "flera skolor heter ”\(name.excerpt)”; skriv skolans id i studien i stället för namnet",
            en:
                "several schools are called “\(name.excerpt)”; give the school's id in the study instead of the name"
        )
    }

    static func severalTeams(_ name: String) -> Sentence {
        Sentence(
            sv: "flera arbetslag heter ”\(name.excerpt)”; skriv skolan också, eller lagets id i studien",
            en:
                "several teams are called “\(name.excerpt)”; give the school too, or the team's id in the study"
        )
    }

    static func newTeamWithoutSchool(_ name: String) -> Sentence {
        Sentence(
            sv:
                "”\(name.excerpt)” är ett nytt arbetslag, så skolan behövs; skriv den i en kolumn som heter Skola",
            en: "“\(name.excerpt)” is a new team, so its school is needed; write it in a column called School"
        )
    }

    static let nameOfNewPerson = Sentence(
        sv: "ingen här har adressen, så namnet behövs; skriv för- och efternamn",
        en: "nobody here has the address, so the name is needed; write first and last name")
    static let severalAddressees = Sentence(
        sv: "flera personer här har den adressen; lägg till medlemskapet på rätt persons sida",
        en: "several people here have that address; add the membership on the page of the right one")

    static func severalNamesakes(_ name: String) -> Sentence {
        Sentence(
            sv: "flera här heter \(name.excerpt); skriv e-postadressen, så att rätt person får medlemskapet",
            en:
                "several people here are called \(name.excerpt); give the e-mail address, so that the right one is meant"
        )
    }

    static let pastesThemselves = Sentence(
        sv: "det är du själv; be någon annan som leder programmet ge dig en plats i laget",
        en: "this is yourself; ask somebody else who leads the programme to give you a place in the team")
    static let addressMissing = Sentence(
        sv: "e-postadress saknas; personen kan inte logga in förrän den finns",
        en: "there is no e-mail address; the person can't sign in until there is one")
    static let otherName = Sentence(
        sv: "adressen finns redan under ett annat namn; namnet ändras inte",
        en: "the address is here already under another name; the name is left as it is")

    static func nameTwice(_ name: String) -> Sentence {
        Sentence(
            sv:
                "\(name.excerpt) finns på flera rader och blir flera personer; är det en, ge dem samma e-postadress",
            en:
                "\(name.excerpt) is on several rows and becomes several people; if it is one, give the same e-mail address"
        )
    }

    static func sameNameIsOne(_ name: String) -> Sentence {
        Sentence(
            sv: "\(name.excerpt) på samma skola räknas som en person; är det två, skriv deras e-postadresser",
            en:
                "\(name.excerpt) at the same school counts as one person; if they are two, give their e-mail addresses"
        )
    }

    static func memberSince(_ from: Day) -> Sentence {
        Sentence(
            sv: "har redan den rollen i laget från \(Language.sv.date(from)); dagen ändras inte",
            en: "has that role in the team already from \(Language.en.date(from)); the day is left as it is")
    }

    static let nothingPasted = Sentence(
        sv:
            "klistra in rader från ett kalkylblad, gärna med rubriker: Namn, E-post, Skola, Arbetslag, Roll, Från",
        en: "paste rows from a spreadsheet, best with headings: Name, E-mail, School, Team, Role, From")
    static let tooMuchPasted = Sentence(
        sv: "det är fler rader än 5 000; klistra in dem i flera omgångar",
        en: "there are more rows than 5,000; paste them in several goes")
    static let noTeamChosen = Sentence(
        sv: "arbetslaget finns inte i programmet; välj ett i listan",
        en: "the team is not in the programme; choose one from the list")
    static let noHeading = Sentence(
        sv:
            "Första raden är ingen rubrikrad; kolumnerna har tolkats efter vad som står i dem. Kontrollera att det stämmer.",
        en:
            "The first row is no heading; the columns were made out by what stands in them. Check that it is right."
    )

    static func openQuote(_ line: Int) -> Sentence {
        Sentence(
            sv: "ett citattecken på rad \(line) avslutas aldrig; ta bort det eller lägg till det som fattas",
            en:
                "a quotation mark on line \(line) is never closed; take it away or add the one that is missing"
        )
    }

    static func unreadColumns(_ names: [String]) -> Sentence {
        let list = names.prefix(10).map(\.excerpt).joined(separator: ", ")
        return Sentence(
            sv: "Det här läses inte in: \(list).", en: "This is not taken in: \(list).")
    }
}
