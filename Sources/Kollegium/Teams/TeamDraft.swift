/// A team as somebody types it. Fields: `school`, `name`, `grades`, `pupils`, `kind`.
struct TeamDraft: Sendable, Equatable {
    /// The public id of a school of the programme.
    var school = ""
    var name = ""
    /// The years that it teaches, as `4–6`.
    var grades = ""
    /// How many pupils it has.
    var pupils = ""
    /// What holds it together, as `ämnesövergripande`.
    var kind = ""
    /// What the form was made from (`FormBasis`); nil for a new team.
    var basis: String?

    struct Values: Sendable, Equatable {
        let school: Int64
        let name: String
        let grades: String?
        let pupils: Int?
        let kind: String?
    }

    /// - Parameter schools: the schools to choose from, by public id.
    func examined(schools: [String: Int64]) -> Examined<Values> {
        var form = FormReading()
        let school = schools[TypedText(school).text]
        if school == nil { form.report("school", .teamSchoolMissing) }
        let name = form.text("name", name, missing: .teamNameMissing)
        let grades = form.text("grades", grades, most: 40)
        let pupils = form.count("pupils", pupils, within: 0...10_000)
        let kind = form.text("kind", kind, most: 100)
        return Examined(form) {
            guard let school, let name else { return nil }
            return Values(school: school, name: name, grades: grades, pupils: pupils, kind: kind)
        }
    }

    var fields: [String] { [school, name, grades, pupils, kind] }
}

extension Sentence {
    fileprivate static let teamSchoolMissing = Sentence(
        sv: "skolan saknas; välj den skola som arbetslaget hör till",
        en: "the school is missing; choose the one that the team belongs to")
    static let teamNameMissing = Sentence(
        sv: "arbetslagets namn saknas; skriv till exempel Arbetslag 4–6",
        en: "the team's name is missing; write, say, Team 4–6")
}
