/// A person as somebody types them. Fields: `name`, `email`, `school`.
struct PersonDraft: Sendable, Equatable {
    var name = ""
    /// May be left out; without it nobody can sign in as the person.
    var email = ""
    /// The public id of a school of the programme, or empty for somebody from outside the schools.
    var school = ""
    /// What the form was made from (`FormBasis`); nil for a new person.
    var basis: String?

    struct Values: Sendable, Equatable {
        let name: String
        let email: EmailAddress?
        let school: Int64?
    }

    /// - Parameter schools: the schools to choose from, by public id.
    func examined(schools: [String: Int64]) -> Examined<Values> {
        var form = FormReading()
        let name = form.text("name", name, missing: .personNameMissing)
        if let name, PersonalNumber.isIn(name) { form.report("name", .personalNumber) }
        let email = form.email("email", email)
        let school = TypedText(school).isEmpty ? nil : schools[TypedText(school).text]
        if school == nil, !TypedText(self.school).isEmpty { form.report("school", .schoolNotChosen) }
        return Examined(form) { name.map { Values(name: $0, email: email, school: school) } }
    }

    var fields: [String] { [name, email, school] }
}

extension FormReading {
    /// An e-mail address; nil where nothing was typed.
    mutating func email(_ field: String, _ typed: String) -> EmailAddress? {
        if TypedText(typed).isEmpty { return nil }
        guard !PersonalNumber.isIn(typed) else {
            report(field, .personalNumber)
            return nil
        }
        guard let email = EmailAddress(typed) else {
            report(field, .noEmail(typed))
            return nil
        }
        return email
    }
}

extension Sentence {
    static let personNameMissing = Sentence(
        sv: "namnet saknas; skriv för- och efternamn", en: "the name is missing; write first and last name")
    static let schoolNotChosen = Sentence(
        sv: "skolan finns inte i programmet; välj en i listan",
        en: "the school is not in the programme; choose one from the list")
    static let personalNumber = Sentence(
        sv: "det ser ut som ett personnummer; sådana ska inte stå här. Skriv bara namnet",
        en: "this looks like a personal identity number; none should stand here. Write the name only")

    static func noEmail(_ typed: String) -> Sentence {
        Sentence(
            sv: "”\(typed.excerpt)” är ingen e-postadress; skriv som anna.berg@example.org",
            en: "“\(typed.excerpt)” is no e-mail address; write it as anna.berg@example.org")
    }
}
