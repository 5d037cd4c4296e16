import Storage

/// The questionnaires that the study of the demonstration lacks: it asked teachers only.
struct DemoQuestionnaires {
    let db: Session
    let programme: Int64

    func enter() throws {
        _ = try QuestionnaireStore(db: db).insert(
            ReadyMade.leader.questionnaire(), programme: programme, importing: nil)
    }
}
