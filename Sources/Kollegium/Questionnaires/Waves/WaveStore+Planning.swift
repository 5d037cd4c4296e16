import Storage

/// Waves before they open.
extension WaveStore {
    /// A part of the newest version of a questionnaire that has no wave yet.
    struct PartWithoutWave: Sendable {
        let key: Int64
        /// As a form names it.
        let value: String
        let name: PartName
        let wave: Int
        let asks: Wave.Asked
        let opens: Day?
        /// It was answered before this programme was worked in here, and takes no wave any more.
        let isAnswered: Bool
    }

    func withoutWave(of programme: Int64) throws -> [PartWithoutWave] {
        try db.all(
            """
            SELECT p.id, q.public_id, \(PartName.columns), p.wave, q.asks, p.opens,
                CASE WHEN EXISTS (SELECT 1 FROM sheets s WHERE s.part_id = p.id) THEN 1 ELSE 0 END
            FROM questionnaires q
            JOIN questionnaire_versions v ON v.questionnaire_id = q.id
            JOIN parts p ON p.version_id = v.id
            WHERE q.programme_id = ? AND v.version = (
                    SELECT max(n.version) FROM questionnaire_versions n WHERE n.questionnaire_id = q.id)
                AND NOT EXISTS (SELECT 1 FROM waves w WHERE w.part_id = p.id)
            ORDER BY q.code, p.wave, p.position
            """, programme
        ) { row in
            let name = try PartName(row, from: 2)
            return PartWithoutWave(
                key: try row.key(0), value: "\(try row.text(1))/\(name.code)", name: name,
                wave: try row.integer(9), asks: Wave.Asked(rawValue: try row.text(10)) ?? .members,
                opens: try row.dayIfAny(11), isAnswered: try row.integer(12) == 1)
        }
    }

    /// Plans a wave of a part that has none.
    /// - Parameter part: a `PartWithoutWave.value`.
    /// - Returns: the wave's public id.
    /// - Throws: `FormRefusal` with all that is wrong.
    func plan(_ part: String, _ days: WaveDays, in programme: Int64, by act: Act) throws -> String {
        let organisation = try ProgrammeStore(db: db).requireOpen(programme)
        guard let study = try StudyStore(db: db).study(ofProgramme: programme) else {
            throw FormRefusal("", .notHere)
        }
        let examined = days.examined(today: act.today)
        var problems = examined.problems
        let found = try withoutWave(of: programme).first { $0.value == part && !$0.isAnswered }
        if found == nil { problems.report("part", .noSuchPart) }
        guard let found, problems.isEmpty, let values = examined.values else { throw FormRefusal(problems) }
        let (form, id) = (try form(ofStudy: study.key), PublicID.make())
        try db.execute(
            """
            INSERT INTO waves (part_id, public_id, trust_items, look_back, paging, made_at)
            VALUES (?, ?, ?, ?, ?, ?)
            """, found.key, id, form.trustItems.rawValue, form.lookBack.rawValue, form.paging.rawValue,
            act.now)
        try set(values, of: found.key)
        try ActivityLog(db: db).note(
            act, "planned", "wave", found.key, programme: programme, organisation: organisation)
        return id
    }

    /// Moves the days of a wave: of one that is open only the last, of a closed one none.
    func move(_ wave: Wave, to days: WaveDays, by act: Act) throws {
        let organisation = try ProgrammeStore(db: db).requireOpen(wave.programme)
        try FormBasis.compare(days.basis, with: WaveDays(wave).basis)
        guard wave.state(on: act.today).takesNewDays else { throw FormRefusal("", .isClosed) }
        let opened = wave.openedAt == nil ? nil : wave.opens
        try set(try days.examined(today: act.today, opened: opened).sound(), of: wave.part)
        try ActivityLog(db: db).note(
            act, "moved", "wave", wave.part, programme: wave.programme, organisation: organisation)
    }

    /// Takes the plan of a wave away; its part can be planned anew.
    func unplan(_ wave: Wave, by act: Act) throws {
        let organisation = try ProgrammeStore(db: db).requireOpen(wave.programme)
        let gone = try db.execute("DELETE FROM waves WHERE part_id = ? AND opened_at IS NULL", wave.part)
        guard gone == 1 else { throw FormRefusal("", .hasOpened) }
        try set(WaveDays.Values(opens: nil, closes: nil), of: wave.part)
        try ActivityLog(db: db).note(
            act, "took away", "wave", wave.part, programme: wave.programme, organisation: organisation)
    }

    private func set(_ days: WaveDays.Values, of part: Int64) throws {
        try db.execute(
            "UPDATE parts SET opens = ?, closes = ? WHERE id = ?", days.opens?.description,
            days.closes?.description, part)
    }
}

extension Sentence {
    fileprivate static let noSuchPart = Sentence(
        sv: "välj en del som inte har någon omgång än", en: "choose a part that has no wave yet")
    fileprivate static let isClosed = Sentence(
        sv: "omgången är stängd, och dess dagar ändras inte mer",
        en: "the wave is closed, and its days do not change any more")
    fileprivate static let hasOpened = Sentence(
        sv: "omgången har öppnat, så planen kan inte tas bort; stäng den i stället",
        en: "the wave has opened, so the plan cannot be taken away; close it instead")
}
