/// The words that people head columns with, and those for roles, in Swedish and English.
enum RosterWords {
    /// A cell as these tables have it: lower case without accents, and without what people put around a heading.
    static func key(_ cell: String) -> String {
        var key = SwedishOrder.searchKey(TypedText(cell).text)
        while let last = key.last, ":*.".contains(last) { key.removeLast() }
        return key
    }

    static let headers: [String: RosterColumns.Column] = {
        let words: [RosterColumns.Column: [String]] = [
            .name: [
                "namn", "name", "person", "lärare", "teacher", "för- och efternamn", "fullständigt namn",
                "full name",
            ],
            .firstName: ["förnamn", "first name", "given name"],
            .lastName: ["efternamn", "last name", "surname", "family name"],
            .email: [
                "e-post", "epost", "e-postadress", "epostadress", "mejl", "mejladress", "mail", "mailadress",
                "e-mail", "email", "e-mail address", "email address", "address", "adress",
            ],
            .school: ["skola", "skolans namn", "skolenhet", "enhet", "school", "school name"],
            .team: ["lag", "arbetslag", "lagets namn", "team", "grupp", "group"],
            .role: ["roll", "role", "uppdrag", "funktion", "befattning"],
            .from: [
                "från", "från och med", "fr.o.m", "fr o m", "from", "startdatum", "start", "start date",
                "börjar", "since", "first day", "första dagen",
            ],
            .grades: ["årskurser", "årskurs", "åk", "grades", "grade", "years"],
            .pupils: ["antal elever", "elevantal", "elever", "pupils", "number of pupils"],
        ]
        return Dictionary(words.flatMap { column, words in words.map { (key($0), column) } }) { one, _ in one
        }
    }()

    static let roles: [String: TeamRole] = {
        let words: [TeamRole: [String]] = [
            .teacher: [
                "lärare", "pedagog", "ämneslärare", "klasslärare", "förskollärare", "speciallärare",
                "specialpedagog", "fritidspedagog", "lärare i fritidshem", "medlem", "teacher", "member",
            ],
            .conversationLeader: [
                "samtalsledare", "förstelärare", "förste lärare", "conversation leader",
                "conversation-leader",
                "first teacher",
            ],
            .teamLeader: ["arbetslagsledare", "arbetslagledare", "lagledare", "team leader", "team-leader"],
            .supervisor: ["handledare", "extern handledare", "supervisor"],
            .schoolLeader: [
                "rektor", "biträdande rektor", "bitr. rektor", "bitr rektor", "skolledare", "principal",
                "deputy principal", "head teacher", "deputy head", "school leader", "school-leader",
            ],
        ]
        return Dictionary(words.flatMap { role, words in words.map { (key($0), role) } }) { one, _ in one }
    }()

    /// Headings over what must never be pasted here: pupils one by one, their parents, identity numbers.
    static func isForbidden(_ key: String) -> Bool {
        forbidden.contains(key) || key.hasPrefix("vårdnadshavare") || key.hasPrefix("personnummer")
    }

    static let forbidden: Set<String> = [
        "elev", "elevnamn", "elevens namn", "elev-id", "elevid", "elevens förnamn", "elevens efternamn",
        "målsman",
        "personnr", "person nr", "pnr", "födelsedatum", "född", "pupil", "pupil name", "pupil's name",
        "student",
        "student name", "guardian", "parent", "date of birth", "personal identity number", "ssn",
    ]

    /// Words that make a row a pupil's.
    static let pupils: Set<String> = ["elev", "pupil", "student"]

    /// Whether a cell is an e-mail address or was meant to be one: `anna@example.org`, `anna.berg.example.org`.
    static func isLikeAddress(_ cell: String) -> Bool {
        let text = TypedText(cell).text
        if text.contains("@") { return true }
        guard !text.contains(where: \.isWhitespace), Day(typed: text) == nil else { return false }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count > 1 && parts.allSatisfy { $0.count > 1 }
            && parts.last.map { $0.allSatisfy(\.isLetter) } == true
    }
}
