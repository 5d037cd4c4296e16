/// What somebody asked of accounts cannot be done, for a reason that they can mend.
enum AccountRefusal: Error, Equatable {
    case notAnAddress(String)
    /// A relay could not carry mail there.
    case notMailable(String)
    case taken(String)
    case unknown(String)
    case badPassword(Sentence)
    case unknownPlace(String)
    case placeMissing(Role)
    case noAssignment(String)
    case lastAdministrator
    case nameMissing
    /// The account is no person of the organisation.
    case nobody(String)
    case noSuchMessage(Int64)

    var sentence: Sentence {
        switch self {
        case .notAnAddress(let text):
            Sentence(
                sv: "”\(text.excerpt)” är ingen e-postadress; skriv den som namn@skola.se.",
                en: "“\(text.excerpt)” is no e-mail address; write it as name@school.se.")
        case .notMailable(let text):
            Sentence(
                sv: "Till ”\(text.excerpt)” går det inte att skicka post: en adress har bara a–z. "
                    + "En domän med å, ä eller ö har också en form som börjar med xn--.",
                en: "No mail can be sent to “\(text.excerpt)”: an address has only a–z. "
                    + "A domain with å, ä or ö also has a form that begins with xn--.")
        case .taken(let email):
            Sentence(
                sv: "Det finns redan ett konto för \(email.excerpt).",
                en: "There is an account for \(email.excerpt) already.")
        case .unknown(let email):
            Sentence(
                sv: "Det finns inget konto för \(email.excerpt). Lägg till det med kollegium account add.",
                en: "There is no account for \(email.excerpt). Add it by kollegium account add.")
        case .badPassword(let sentence): sentence
        case .unknownPlace(let code):
            Sentence(
                sv: "Det finns inget sådant program eller ingen sådan skola: ”\(code.excerpt)”.",
                en: "There is no such programme or school: “\(code.excerpt)”.")
        case .placeMissing(let role):
            Sentence(
                sv: "Rollen \(role.rawValue) gäller på ett ställe; ange var med "
                    + (role.isOfSchool ? "--school." : "--programme."),
                en: "The role \(role.rawValue) is held in one place; say where by "
                    + (role.isOfSchool ? "--school." : "--programme."))
        case .noAssignment(let role):
            Sentence(
                sv: "\(role.excerpt) är ingen roll som ges till en person; den följer av ett lag.",
                en: "\(role.excerpt) is no role that a person is given; it follows from a team.")
        case .lastAdministrator:
            Sentence(
                sv: "Det är den sista administratören; ge först någon annan rollen.",
                en: "This is the last administrator; give somebody else the role first.")
        case .nameMissing:
            Sentence(
                sv: "Ingen har den adressen än; ange vad personen heter med --name.",
                en: "Nobody has this address yet; give the person's name by --name.")
        case .nobody(let email):
            Sentence(
                sv: "Kontot \(email.excerpt) hör inte till någon person; lägg till det igen med --name.",
                en: "The account \(email.excerpt) belongs to no person; add it again with --name.")
        case .noSuchMessage(let number):
            Sentence(
                sv: "Inget osäkert meddelande har nummer \(number); se kollegium account mail.",
                en: "No uncertain message has number \(number); see kollegium account mail.")
        }
    }
}
