import Measures
import Storage

/// How the work held together: for each team and term its meetings, attendance, members, shown practice and
/// the leaders' feedback.
struct ContinuityReport: Report {
    let study: Study
    /// By their first day; those that begin on the same one as the study has them.
    let terms: [StudyDocument.Period]
    /// All teams of the programme, by code.
    let teams: [Team]

    struct Team: Sendable {
        let name: TeamStore.Name
        /// The terms in which the team has a member, in order.
        let terms: [Term]
        /// When the team ended the programme, where it did so before the study's last day.
        let ended: Day?
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
    static func read(_ db: Session, _ study: Study, keepingCourses: Bool = false) throws -> ContinuityReport {
        let days = try ProgrammeStore(db: db).days(of: study.programme)
        let terms = try ProgrammeStore(db: db).terms(of: study.programme).byFirstDay
        let names = try TeamStore(db: db).names(of: study.programme)

        var known: [Int64: TeamCourse] = [:]
        try TeamStore(db: db).memberships(of: .programme(study.programme)) { team, membership in
            known[team, default: TeamCourse()].memberships.append(.init(membership))
        }
        var ended: [Int64: Day] = [:]
        var courses: [Int64: Course] = [:]
        try EventStore(db: db).events(of: .programme(study.programme)) { team, event in
            known[team, default: TeamCourse()].add(event)
            if event.kind == "programme-ended", event.day < days.upperBound { ended[team] = event.day }
            if keepingCourses { courses[team, default: Course()].events.append(event) }
        }
        var figures: [Int64: [Term]] = [:]
        try MeetingStore(db: db).meetings(of: .programme(study.programme)) { team, meetings in
            var course = known.removeValue(forKey: team) ?? TeamCourse()
            course.meetings = meetings.map(TeamCourse.Meeting.init)
            figures[team] = course.terms(terms, of: days)
            if keepingCourses { courses[team, default: Course()].meetings = meetings }
        }
        let teams = names.map { name in
            Team(
                name: name, terms: figures[name.key] ?? known[name.key]?.terms(terms, of: days) ?? [],
                ended: ended[name.key], course: keepingCourses ? courses[name.key] ?? Course() : nil)
        }
        return ContinuityReport(study: study, terms: terms, teams: teams)
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
    fileprivate init(_ membership: TeamStore.Membership) {
        self.init(
            person: membership.person, from: membership.from.number, to: membership.to?.number)
    }
}

extension TeamCourse.Meeting {
    fileprivate init(_ meeting: MeetingStore.Meeting) {
        self.init(
            day: meeting.day.number, status: meeting.status, plannedMinutes: meeting.plannedMinutes,
            attendance: meeting.attendance)
    }
}

extension [StudyDocument.Period] {
    fileprivate var byFirstDay: [StudyDocument.Period] {
        enumerated().sorted { ($0.element.from, $0.offset) < ($1.element.from, $1.offset) }.map(\.element)
    }
}
