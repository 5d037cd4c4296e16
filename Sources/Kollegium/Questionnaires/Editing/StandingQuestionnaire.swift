import Storage

/// A questionnaire with what has become of its parts here: what can be changed in it, and what stays as it was asked.
struct StandingQuestionnaire: Sendable {
    let key: Int64
    let publicID: String
    let programme: Int64
    /// nil while it has no version: then it is only a draft.
    let whole: Questionnaire?
    /// By the part's code.
    let parts: [String: Part]

    struct Part: Sendable {
        let key: Int64
        let stage: Stage
        let opens: Day?
        let closes: Day?
    }

    enum Stage: Sendable {
        /// Nobody is asked it yet; `planned` where it is decided when.
        case waiting, planned
        case open, closed
        /// Answered before the study came here.
        case answered

        /// Whether somebody has been asked it. Then it stays as it is.
        var isLocked: Bool {
            switch self {
            case .waiting, .planned: false
            case .open, .closed, .answered: true
            }
        }
    }

    /// The codes of the parts that stay as they are.
    var locked: Set<String> { Set(parts.filter(\.value.stage.isLocked).keys) }

    /// The parts that stay as they are.
    var lockedParts: [Questionnaire.Part] { (whole?.parts ?? []).filter { locked.contains($0.code) } }
}

extension QuestionnaireStore {
    /// - Returns: nil for an id that there is not.
    func standing(_ publicID: String) throws -> StandingQuestionnaire? {
        let head = try db.one(
            "SELECT id, programme_id FROM questionnaires WHERE public_id = ?", publicID
        ) { (key: try $0.key(0), programme: try $0.key(1)) }
        guard let head else { return nil }
        return StandingQuestionnaire(
            key: head.key, publicID: publicID, programme: head.programme, whole: try whole(head.key),
            parts: try standingParts(of: head.key))
    }

    private func standingParts(of questionnaire: Int64) throws -> [String: StandingQuestionnaire.Part] {
        let parts = try db.all(
            """
            SELECT p.code, p.id, p.opens, p.closes, w.part_id, w.opened_at, w.closed_at,
                CASE WHEN EXISTS (SELECT 1 FROM sheets s WHERE s.part_id = p.id) THEN 1 ELSE 0 END
            FROM questionnaire_versions v
            JOIN parts p ON p.version_id = v.id
            LEFT JOIN waves w ON w.part_id = p.id
            WHERE v.questionnaire_id = ?
            """, questionnaire
        ) { row in
            let stage: StandingQuestionnaire.Stage =
                if row.keyIfAny(6) != nil {
                    .closed
                } else if row.keyIfAny(5) != nil {
                    .open
                } else if try row.integer(7) == 1 {
                    .answered
                } else {
                    row.keyIfAny(4) == nil ? .waiting : .planned
                }
            return (
                try row.text(0),
                StandingQuestionnaire.Part(
                    key: try row.key(1), stage: stage, opens: row.textIfAny(2).flatMap { Day($0) },
                    closes: row.textIfAny(3).flatMap { Day($0) })
            )
        }
        return Dictionary(parts) { one, _ in one }
    }
}
