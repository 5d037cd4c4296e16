import Measures
import Storage

extension WaveStore {
    /// Opens a wave: what is asked is settled from now on, and those who are asked are written to. Open already is open.
    /// - Returns: whether it was opened now.
    /// - Throws: `FormRefusal` where it cannot be opened.
    @discardableResult
    func open(_ wave: Wave, by actor: ActivityLog.Actor, now: Int64, today: Day) throws -> Bool {
        let organisation = try ProgrammeStore(db: db).requireOpen(wave.programme)
        guard wave.openedAt == nil else { return false }
        if let closes = wave.closes, closes <= today { throw FormRefusal("", .lastDayIsOver(wave)) }
        guard let study = try StudyStore(db: db).study(ofProgramme: wave.programme) else {
            throw FormRefusal("", .notHere)
        }
        let form = try form(ofStudy: study.key)
        let changed = try db.execute(
            """
            UPDATE waves SET opened_at = ?, trust_items = ?, look_back = ?, paging = ?
            WHERE part_id = ? AND opened_at IS NULL
            """, now, form.trustItems.rawValue, form.lookBack.rawValue, form.paging.rawValue, wave.part)
        guard changed == 1 else { return false }
        try keep(form.trustItems, in: wave)
        let asks = try db.one("SELECT 1 FROM part_items WHERE part_id = ? LIMIT 1", wave.part) { _ in true }
        guard asks == true else { throw FormRefusal("", .asksNothing) }
        try db.execute("UPDATE parts SET opens = ? WHERE id = ?", today.description, wave.part)
        try ActivityLog(db: db).note(
            actor, "opened", "wave", wave.part, programme: wave.programme, organisation: organisation,
            at: now)
        return true
    }

    /// Takes out the questions about trust that this wave does not ask. Nobody has answered them: that they are not
    /// there is what “not asked” means.
    private func keep(_ choice: WaveForm.TrustItems, in wave: Wave) throws {
        let items = try trustItems(of: wave.part)
        let asked = TrustItemChoice(items: items).asked(choice, wave: wave.number)
        for item in items where !asked.contains(item.key) {
            try db.execute("DELETE FROM part_items WHERE part_id = ? AND item_id = ?", wave.part, item.key)
        }
    }

    /// The questions about trust that a part has.
    func trustItems(of part: Int64) throws -> [TrustItemChoice.Item] {
        try db.all(
            """
            SELECT i.id, i.code, x.form, x.facet, x.position FROM part_items x JOIN items i ON i.id = x.item_id
            WHERE x.part_id = ? AND x.form IS NOT NULL AND x.type = 'rating'
            """, part
        ) { row -> TrustItemChoice.Item? in
            guard let form = TrustForm(rawValue: try row.text(2)) else { return nil }
            return TrustItemChoice.Item(
                key: try row.key(0), code: try row.text(1), form: form, facet: row.textIfAny(3),
                position: try row.integer(4))
        }.compactMap(\.self)
    }
}

extension Sentence {
    fileprivate static func lastDayIsOver(_ wave: Wave) -> Sentence {
        let last = wave.lastDay
        return Sentence(
            sv:
                "sista svarsdagen, \(last.map(Language.sv.date) ?? "–"), har redan varit; flytta den först",
            en:
                "the last day for answers, \(last.map(Language.en.date) ?? "–"), has been already; move it first"
        )
    }

    fileprivate static let asksNothing = Sentence(
        sv: "delen har inga frågor, så det finns inget att svara på; skriv frågor i den först",
        en: "the part has no questions, so there is nothing to answer; write some into it first")
}
