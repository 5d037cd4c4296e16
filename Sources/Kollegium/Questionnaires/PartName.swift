import Storage

/// A part of a questionnaire as reports name it.
struct PartName: Sendable, Hashable {
    /// The questionnaire's id in the study.
    let questionnaire: String
    let questionnaireTitle: Title
    /// The part's id in the questionnaire.
    let code: String
    let title: Title
    /// Who is asked: `teacher` or `school-leader`.
    let audience: String

    /// For a statement that calls questionnaires `q`, their versions `v` and parts `p`.
    static let columns = "q.code, v.title_sv, v.title_en, p.code, p.title_sv, p.title_en, q.audience"

    /// - Parameter first: where `columns` begin.
    init(_ row: Row, from first: Int) throws {
        questionnaire = try row.text(first)
        questionnaireTitle = Title(sv: row.textIfAny(first + 1), en: row.textIfAny(first + 2))
        code = try row.text(first + 3)
        title = Title(sv: row.textIfAny(first + 4), en: row.textIfAny(first + 5))
        audience = try row.text(first + 6)
    }

    var asksLeaders: Bool { audience == "school-leader" }

    /// What people call the part.
    func heading(_ language: Language) -> String {
        title(language).isEmpty ? code : title(language)
    }

    func questionnaireHeading(_ language: Language) -> String {
        questionnaireTitle(language).isEmpty ? questionnaire : questionnaireTitle(language)
    }
}
