import Storage

extension WaveStore {
    /// What was answered before a programme was taken over are waves that are over: people meet their earlier answers in
    /// them. Parts that nobody has answered are for the programme's leader to plan.
    func adopt(_ programme: Int64, by act: Act) throws {
        let form = WaveForm()
        let parts = try db.all(
            """
            SELECT p.id FROM questionnaires q
            JOIN questionnaire_versions v ON v.questionnaire_id = q.id
            JOIN parts p ON p.version_id = v.id
            WHERE q.programme_id = ? AND (p.opens IS NULL OR p.opens <= ?) AND EXISTS (SELECT 1 FROM sheets s WHERE s.part_id = p.id)
                AND NOT EXISTS (SELECT 1 FROM waves w WHERE w.part_id = p.id)
            """, programme, act.today.description
        ) { try $0.key(0) }
        for part in parts {
            try db.execute(
                """
                INSERT INTO waves
                    (part_id, public_id, trust_items, look_back, paging, made_at, opened_at, closed_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """, part, PublicID.make(), form.trustItems.rawValue, form.lookBack.rawValue,
                form.paging.rawValue, act.now, act.now, act.now)
        }
    }
}
