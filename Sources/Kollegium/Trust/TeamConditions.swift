import Measures
import Storage

/// What leaders and programme staff learn of a team's work in the present term: time and conditions, in words and plain
/// counts. No answer is read for it, and nothing collegial comes out of it.
struct TeamConditions: Sendable {
    let team: Int64
    /// nil where the team has no term yet.
    let words: ProcessConditions?
    /// nil where the team is too small to tell of.
    let time: MeetingTime?
    /// The last time that leaders gave feedback, up to today.
    let feedback: Day?

    /// Meetings of the term and their planned time.
    struct MeetingTime: Sendable, Equatable {
        /// Those that lie behind, whatever became of them.
        var planned = 0
        var held = 0
        var minutesPlanned = 0
        var minutesHeld = 0
        /// Of those still to come.
        var minutesToCome = 0

        static func + (one: MeetingTime, other: MeetingTime) -> MeetingTime {
            MeetingTime(
                planned: one.planned + other.planned, held: one.held + other.held,
                minutesPlanned: one.minutesPlanned + other.minutesPlanned,
                minutesHeld: one.minutesHeld + other.minutesHeld,
                minutesToCome: one.minutesToCome + other.minutesToCome)
        }
    }

    /// Of some teams of one programme, in six statements however many there are.
    static func read(
        _ db: Session, _ teams: Set<Int64>, of programme: Int64, today: Day
    ) throws -> [Int64: TeamConditions] {
        let store = ProgrammeStore(db: db)
        let days = try store.days(of: programme)
        let begun = try store.terms(of: programme).filter { $0.from <= today && $0.from <= days.upperBound }
        // Without parts there are no rounds, and so no answers.
        let setting = TrustProgramme(
            key: programme, days: days, terms: begun.sorted { $0.from < $1.from },
            settings: TrustSettings(privacy: AnswerPrivacy(), thresholds: TrustThresholds()), parts: [],
            today: today)
        let records = try TrustRecord.withoutAnswers(
            db, of: programme, Selection(teams: .page(teams.sorted()), through: nil))
        return Dictionary(
            uniqueKeysWithValues: teams.map { team in
                (team, TeamConditions(team, records[team] ?? TrustRecord(), setting))
            })
    }

    private init(_ team: Int64, _ record: TrustRecord, _ programme: TrustProgramme) {
        let map = TrustMap(team: team, record, in: programme)
        self.team = team
        let ended = record.events.filter {
            $0.kind == "programme-ended" && $0.day <= programme.today
                && $0.day < programme.days.upperBound
        }.map(\.day).max()
        words = ended.map(ProcessConditions.init(ended:)) ?? map.terms.last.map(ProcessConditions.init)
        let past = record.events.filter { $0.day <= programme.today }
        feedback = map.isFrozen ? nil : past.filter { $0.kind == "leader-feedback" }.map(\.day).max()
        guard !map.isFrozen, let term = map.terms.last, case .judged = term.standing else {
            time = nil
            return
        }
        time = record.meetings.filter { term.period.contains($0.day) }
            .map { MeetingTime($0, today: programme.today) }.reduce(MeetingTime(), +)
    }
}

extension TeamConditions.MeetingTime {
    /// What is planned for today may still be held.
    fileprivate init(_ meeting: MeetingStore.Meeting, today: Day) {
        if meeting.status == .planned, meeting.day >= today {
            minutesToCome = meeting.plannedMinutes
            return
        }
        planned = 1
        minutesPlanned = meeting.plannedMinutes
        guard meeting.status == .held else { return }
        held = 1
        minutesHeld = meeting.plannedMinutes
    }
}
