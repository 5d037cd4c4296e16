/// One row of a pasted sheet, read: what it says, and what in it makes no sense.
struct RosterLine: Sendable, Equatable {
    /// Where it stands in what was pasted, from 1.
    let number: Int
    /// Empty in a row that is about a team alone.
    let name: String
    let email: EmailAddress?
    let school: String
    let team: String
    let role: TeamRole
    /// The first day in the team, where the row says it.
    let from: Day?
    let grades: String?
    let pupils: Int?
    let mistakes: [Sentence]
    /// Whether the row speaks of a single pupil; nothing of the sheet is kept then.
    let isPupil: Bool

    init(_ record: RosterSheet.Record, _ columns: RosterColumns) {
        func cell(_ column: RosterColumns.Column) -> String { columns[column, record] }
        var form = FormReading()
        number = record.line
        let whole = [cell(.firstName), cell(.lastName)].filter { !TypedText($0).isEmpty }.joined(
            separator: " ")
        name = form.text("name", columns.places[.name] == nil ? whole : cell(.name)) ?? ""
        email = form.email("email", cell(.email))
        school = form.text("school", cell(.school)) ?? ""
        team = form.text("team", cell(.team)) ?? ""
        grades = form.text("grades", cell(.grades), most: 40)
        pupils = form.count("pupils", cell(.pupils), within: 0...10_000)
        from = form.day("from", cell(.from))
        let word = RosterWords.key(cell(.role))
        role = RosterWords.roles[word] ?? .teacher
        isPupil = RosterWords.pupils.contains(word)
        if !word.isEmpty, RosterWords.roles[word] == nil { form.report("role", .unknownRole(cell(.role))) }
        // An address that has slipped into another column, or a cell that is missing before it.
        for (field, text) in [("name", name), ("school", school), ("team", team)] where text.contains("@") {
            form.report(field, .addressOutOfPlace(text))
        }
        if form.problems.isEmpty {
            if name.isEmpty, email == nil, team.isEmpty, school.isEmpty { form.report("name", .nothingInRow) }
        }
        mistakes = form.problems.all.map(\.sentence)
    }

    var isPerson: Bool { !name.isEmpty || email != nil }
}

extension Sentence {
    fileprivate static func unknownRole(_ word: String) -> Sentence {
        Sentence(
            sv:
                "rollen ”\(word.excerpt)” går inte att tolka; skriv lärare, samtalsledare, arbetslagsledare, handledare eller rektor",
            en:
                "the role “\(word.excerpt)” can't be made out; write teacher, conversation leader, team leader, supervisor or principal"
        )
    }

    fileprivate static func addressOutOfPlace(_ text: String) -> Sentence {
        Sentence(
            sv:
                "”\(text.excerpt)” är en e-postadress men står i en annan kolumn; flytta den till kolumnen för e-post",
            en:
                "“\(text.excerpt)” is an e-mail address but stands in another column; move it to the column for e-mail"
        )
    }

    fileprivate static let nothingInRow = Sentence(
        sv: "raden har varken namn, e-postadress, skola eller arbetslag",
        en: "the row has no name, e-mail address, school or team")
}
