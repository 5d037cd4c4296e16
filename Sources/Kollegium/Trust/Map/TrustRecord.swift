import Measures
import Storage

/// Everything about one team that its trust is judged by, as it is stored.
struct TrustRecord: Sendable {
    var memberships: [TeamStore.Membership] = []
    var events: [EventStore.Event] = []
    var meetings: [MeetingStore.Meeting] = []
    var statements: [CodedStatement] = []
    /// By part.
    var sheets: [Int64: TrustAnswerStore.Sheets] = [:]

    /// Hands over the record of each team that has anything at all, in as many statements for one team as for a whole
    /// programme. Answers, by far the most, are in memory one team at a time.
    static func each(
        _ db: Session, of programme: Int64, _ selection: Selection = .everything,
        body: (Int64, TrustRecord) throws -> Void
    ) throws {
        var records = try withoutAnswers(db, of: programme, selection)
        try TrustAnswerStore(db: db).sheets(of: programme, selection) { team, sheets in
            var record = records.removeValue(forKey: team) ?? TrustRecord()
            record.sheets = sheets
            try body(team, record)
        }
        for (team, record) in records { try body(team, record) }
    }

    /// All but the answers, by team: what leaders may learn of rests on nothing else.
    static func withoutAnswers(
        _ db: Session, of programme: Int64, _ selection: Selection = .everything
    ) throws -> [Int64: TrustRecord] {
        var records: [Int64: TrustRecord] = [:]
        try TeamStore(db: db).memberships(of: programme, selection) {
            records[$0, default: .init()].memberships.append($1)
        }
        try EventStore(db: db).events(of: programme, selection) {
            records[$0, default: .init()].events.append($1)
        }
        try MeetingStore(db: db).meetings(of: programme, selection) {
            records[$0, default: .init()].meetings = $1
        }
        try EvidenceStore(db: db).statements(of: programme, selection) {
            records[$0, default: .init()].statements.append($1)
        }
        return records
    }

    /// The people who are members on a day, or on any of some days.
    func members(on days: ClosedRange<Day>) -> Set<Int64> {
        Set(
            memberships.filter { one in
                one.from <= days.upperBound && (one.to.map { $0 > days.lowerBound } ?? true)
            }.map(\.person))
    }

    func members(on day: Day) -> Set<Int64> { members(on: day...day) }
}

extension EvidenceStore {
    /// All evidence of the teams, each with its team, in no order.
    func statements(
        of programme: Int64, _ selection: Selection, body: (Int64, CodedStatement) throws -> Void
    ) throws {
        let chosen = selection.teams(of: programme)
        try db.each(
            """
            SELECT e.team_id, e.code, e.indicator, e.value, e.source, e.date
            FROM evidence e
            WHERE e.team_id IN (SELECT t.id FROM teams t WHERE \(chosen.sql))
            """, values: chosen.values, atOnce: true
        ) { row in
            let source = row.textIfAny(4).flatMap { $0.isEmpty ? nil : $0 }
            try body(
                try row.key(0),
                CodedStatement(
                    evidence: TrustEvidence(
                        id: try row.text(1), indicator: try row.text(2), value: try row.text(3)),
                    date: try row.day(5).description, source: source,
                    voice: EvidenceSource.voice(source)))
        }
    }
}
