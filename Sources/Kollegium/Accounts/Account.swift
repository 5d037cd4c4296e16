import Storage

/// One human's sign-in. Who they are in an organisation, and what they may see there, is told by the people that
/// belong to it.
struct Account: Sendable, Equatable {
    let id: Int64
    let publicID: String
    let email: String
    let language: Language
    let hasPassword: Bool
    /// Milliseconds since 1970: when one-time codes were turned on; nil where they are not.
    let oneTimeSince: Int64?
    let madeAt: Int64
    /// When its owner first signed in; nil for one that is only invited.
    let joinedAt: Int64?
    let disabledAt: Int64?

    static let columns = """
        a.id, a.public_id, a.email, a.language, CASE WHEN a.password IS NULL THEN 0 ELSE 1 END, a.one_time_since,
        a.made_at, a.joined_at, a.disabled_at
        """

    init(_ row: Row) throws {
        id = try row.key(0)
        publicID = try row.text(1)
        email = try row.text(2)
        language = Language(rawValue: try row.text(3)) ?? .sv
        hasPassword = try row.integer(4) == 1
        oneTimeSince = row.keyIfAny(5)
        madeAt = try row.key(6)
        joinedAt = row.keyIfAny(7)
        disabledAt = row.keyIfAny(8)
    }
}

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
                sv:
                    "Rollen \(role.rawValue) gäller någonstans; ange var med \(role.isOfSchool ? "--school" : "--programme").",
                en:
                    "The role \(role.rawValue) is held somewhere; say where by \(role.isOfSchool ? "--school" : "--programme")."
            )
        case .noAssignment(let role):
            Sentence(
                sv: "\(role.excerpt) är ingen roll som ges till en person; den följer av ett lag.",
                en: "\(role.excerpt) is no role that a person is given; it follows from a team.")
        case .lastAdministrator:
            Sentence(
                sv: "Det är den sista administratören; ge först någon annan rollen.",
                en: "This is the last administrator; give somebody else the role first.")
        }
    }
}
