import Measures
import Storage

/// How the work held together: for each team and term its meetings, attendance, members, shown practice and
/// the leaders' feedback.
struct ContinuityReport: Report {
    let study: Study
    /// By their first day; those that begin on the same one as the study has them. As of a day those that have begun,
    /// the running one ending with the day.
    let terms: [StudyDocument.Period]
    /// All teams of the programme, by code; or those selected.
    let teams: [Team]
    /// Whether it is read for pages and downloads, as of a day.
    var isForPages = false

    struct Team: Sendable {
        let name: TeamStore.Name
        /// The terms in which the team has a member, in order.
        let terms: [Term]
        /// When the team ended the programme, where it did so before the study's last day.
        let ended: Day?
        /// Meetings planned for days after the report's.
        let coming: Int
        /// Whether the team had so few members on the report's day that nothing is told of it.
        let isFrozen: Bool
        /// nil where it was not asked for.
        let course: Course?
    }

    struct Term: Sendable {
        /// Index into the report's `terms`.
        let index: Int
        let continuity: TermContinuity
    }

    /// What a picture of the team's time is drawn from, each by day.
    struct Course: Sendable {
        var meetings: [MeetingStore.Meeting] = []
        var events: [EventStore.Event] = []
    }

    /// - Parameter keepingCourses: Whether each team's meetings and events are kept beside the figures.
    ///   Otherwise only one team's meetings are in memory at a time.
    /// - Parameter rules: What holds as of a day; others than those of pages only to see what they are good for.
    static func read(
        _ db: Session, _ study: Study, _ selection: Selection = .everything,
        in order: TeamStore.Order = .byCode, keepingCourses: Bool = false, rules: Withholding.Rules = .pages
    ) throws -> ContinuityReport {
        let isWithholding = selection.through != nil && rules.contains(.meetings)
        let days = try ProgrammeStore(db: db).days(of: study.programme)
        let terms = try ProgrammeStore(db: db).terms(of: study.programme).byFirstDay.begun(selection)
        let names = try TeamStore(db: db).names(of: study.programme, selection, order)

        var known: [Int64: TeamCourse] = [:]
        try TeamStore(db: db).memberships(of: study.programme, selection) { team, membership in
            guard selection.includes(membership.from) else { return }
            known[team, default: TeamCourse()].memberships.append(.init(membership))
        }
        let frozen = Set(
            names.map(\.key).filter { team in
                selection.through.map { Frozen.isFrozen((known[team] ?? TeamCourse()).memberships, on: $0) }
                    ?? false
            })
        var ended: [Int64: Day] = [:]
        var courses: [Int64: Course] = [:]
        try EventStore(db: db).events(of: study.programme, selection) { team, event in
            guard selection.includes(event.day) else { return }
            known[team, default: TeamCourse()].add(event)
            if event.kind == "programme-ended", event.day < days.upperBound { ended[team] = event.day }
            if keepingCourses { courses[team, default: Course()].events.append(event) }
        }
        var figures: [Int64: [Term]] = [:]
        var coming: [Int64: Int] = [:]
        try MeetingStore(db: db).meetings(of: study.programme, selection) { team, meetings in
            var course = known.removeValue(forKey: team) ?? TeamCourse()
            let past = meetings.filter { selection.includes($0.day) }
            coming[team] = meetings.count { !selection.includes($0.day) && $0.status != .cancelled }
            course.meetings = past.map { TeamCourse.Meeting($0, ofEnough: isWithholding) }
            figures[team] = course.terms(terms, of: days)
            if keepingCourses { courses[team, default: Course()].meetings = past }
        }
        let teams = names.map { name in
            Team(
                name: name, terms: figures[name.key] ?? known[name.key]?.terms(terms, of: days) ?? [],
                ended: ended[name.key], coming: coming[name.key] ?? 0, isFrozen: frozen.contains(name.key),
                course: keepingCourses ? courses[name.key] ?? Course() : nil)
        }
        return ContinuityReport(
            study: study, terms: terms, teams: teams, isForPages: selection.through != nil)
    }
}

extension TeamCourse {
    /// The figures of each term that has any.
    fileprivate func terms(
        _ terms: [StudyDocument.Period], of study: ClosedRange<Day>
    ) -> [ContinuityReport.Term] {
        let study = study.lowerBound.number...study.upperBound.number
        return terms.enumerated().compactMap { index, term in
            let days = term.from.number...term.to.number
            return TermContinuity(self, term: days, study: study).map { .init(index: index, continuity: $0) }
        }
    }

    fileprivate mutating func add(_ event: EventStore.Event) {
        switch (event.kind, event.person) {
        case ("leader-feedback", _): leaderFeedback.append(event.day.number)
        case ("practice-shown", let person?): showings.append(.init(day: event.day.number, person: person))
        default: break
        }
    }
}

extension TeamCourse.Membership {
    init(_ membership: TeamStore.Membership) {
        self.init(
            person: membership.person, from: membership.from.number, to: membership.to?.number)
    }
}

extension TeamCourse.Meeting {
    fileprivate init(_ meeting: MeetingStore.Meeting, ofEnough: Bool) {
        self.init(
            day: meeting.day.number, status: meeting.status, plannedMinutes: meeting.plannedMinutes,
            attendance: ofEnough ? meeting.attendance.ofEnough : meeting.attendance)
    }
}

extension [StudyDocument.Period] {
    /// Those that have begun, as far as they have gone.
    fileprivate func begun(_ selection: Selection) -> [StudyDocument.Period] {
        guard let through = selection.through else { return self }
        return filter { $0.from <= through }.map { term in
            StudyDocument.Period(code: term.code, from: term.from, to: Swift.min(term.to, through))
        }
    }

    fileprivate var byFirstDay: [StudyDocument.Period] {
        enumerated().sorted { ($0.element.from, $0.offset) < ($1.element.from, $1.offset) }.map(\.element)
    }
}
