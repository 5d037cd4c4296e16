import Measures
import Storage

/// What is the same for all teams of a programme when their trust is judged.
struct TrustProgramme: Sendable {
    let key: Int64
    let days: ClosedRange<Day>
    /// Those that have begun, by their first day.
    let terms: [StudyDocument.Period]
    let settings: TrustSettings
    let parts: [TrustAnswerStore.Part]
    let today: Day

    static func read(_ db: Session, _ programme: Int64, today: Day) throws -> TrustProgramme {
        let store = ProgrammeStore(db: db)
        let days = try store.days(of: programme)
        let begun = try store.terms(of: programme).filter { $0.from <= today && $0.from <= days.upperBound }
        return TrustProgramme(
            key: programme, days: days,
            terms: begun.enumerated().sorted { ($0.element.from, $0.offset) < ($1.element.from, $1.offset) }
                .map(\.element),
            settings: try TrustSettings.read(db, programme: programme),
            parts: try TrustAnswerStore(db: db).parts(of: programme), today: today)
    }

    /// The term's last day that counts: cut to the programme's days, and to today where it still runs.
    func lastDay(of term: StudyDocument.Period) -> Day { min(term.to, days.upperBound, today) }

    func isRunning(_ term: StudyDocument.Period) -> Bool { today <= min(term.to, days.upperBound) }

    /// The place of the term that a day belongs to; a day between terms belongs to the one before.
    func term(of day: Day) -> Int? {
        terms.firstIndex { $0.contains(day) } ?? terms.lastIndex { $0.from <= day }
    }
}
