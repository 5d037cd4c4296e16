import Storage

/// The questionnaires that wait for a person, and those that they have answered.
extension SheetStore {
    /// A wave that a person is asked in, and how far they have come.
    struct Asked: Sendable {
        let wave: Wave
        let state: State
        let minutes: Int

        enum State: Sendable {
            case untouched, begun, handedIn
        }
    }

    func asked(_ person: Int64, on day: Day, _ forms: SheetForms) throws -> [Asked] {
        let asking = try WaveStore(db: db).asking(person, on: day)
        guard !asking.isEmpty else { return [] }
        let states = Dictionary(
            uniqueKeysWithValues: try db.all(
                "SELECT part_id, state FROM sheets WHERE person_id = ?", person
            ) { (try $0.key(0), try $0.text(1)) })
        return try asking.map { asking in
            let part = try forms.part(asking.wave) {
                try QuestionnaireStore(db: db).asked(asking.wave.part)
            }
            let state: Asked.State =
                switch states[asking.wave.part] {
                case nil: .untouched
                case "handed-in": .handedIn
                default: .begun
                }
            return Asked(wave: asking.wave, state: state, minutes: part.asked(in: asking.wave).minutes)
        }
    }

    struct Past: Sendable {
        let wave: Wave
        let submitted: Day?
    }

    /// The waves in which a person has a sheet, the latest first.
    func past(_ person: Int64, by day: Day) throws -> [Past] {
        try db.all(
            """
            SELECT \(WaveStore.columns), s.submitted FROM \(WaveStore.tables)
            JOIN sheets s ON s.part_id = p.id
            WHERE s.person_id = ? AND (s.submitted IS NULL OR s.submitted <= ?)
            ORDER BY s.submitted DESC, p.wave DESC, p.id
            """, person, day.description
        ) { row in
            Past(wave: try Wave(row), submitted: row.textIfAny(Wave.columns).flatMap { Day($0) })
        }
    }
}
