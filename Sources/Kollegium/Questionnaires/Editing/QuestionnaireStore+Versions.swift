import Storage

extension QuestionnaireStore {
    /// Writes a new version. Parts that have been opened stay as they are, and so does all they refer to; those that
    /// wait are taken along in their new wording, with what is planned of them; those that are not in it any more go.
    /// - Returns: the version's number.
    /// - Throws: `FormRefusal` with all that stands in its way.
    @discardableResult
    func write(_ questionnaire: Questionnaire, as next: StandingQuestionnaire, by act: Act) throws -> Int {
        let organisation = try ProgrammeStore(db: db).requireOpen(next.programme)
        let change = QuestionnaireChange(next, to: questionnaire)
        var problems = FormProblems()
        for obstacle in change.obstacles { problems.report("", obstacle) }
        guard problems.isEmpty else { throw FormRefusal(problems) }
        var version = questionnaire
        version.code = next.whole?.code ?? questionnaire.code
        version.version = next.whole.map { max($0.version + 1, questionnaire.version) } ?? 1
        // When a part is asked is decided where waves are planned, and not by a text that was begun before.
        for index in version.parts.indices {
            guard let part = next.parts[version.parts[index].code], part.stage == .planned else { continue }
            version.parts[index].opens = part.opens
        }
        try db.execute(
            "UPDATE questionnaires SET audience = ?, asks = ? WHERE id = ?", version.audience,
            version.asks.rawValue, next.key)
        _ = try insertVersion(
            version, of: next.key, importing: nil,
            opened: next.parts.filter(\.value.stage.isLocked).mapValues(\.key),
            waiting: next.parts.filter { !$0.value.stage.isLocked }.mapValues(\.key))
        try ActivityLog(db: db).note(
            act, "published", "questionnaire", next.key, programme: next.programme,
            organisation: organisation)
        return version.version
    }
}
