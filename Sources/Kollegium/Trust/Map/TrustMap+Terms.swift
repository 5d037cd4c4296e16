import Measures

extension TrustMap {
    init(team: Int64, _ record: TrustRecord, in programme: TrustProgramme) {
        let own = programme.terms.indices.filter { index in
            let first = max(programme.terms[index].from, programme.days.lowerBound)
            let last = programme.lastDay(of: programme.terms[index])
            return first <= last && !record.members(on: first...last).isEmpty
        }
        let judged = own.filter { index in
            record.members(on: programme.lastDay(of: programme.terms[index])).count
                >= Frozen.fewestMembers
        }
        let answers = TermAnswers.readings(record, in: programme, terms: Set(judged))
        let terms = own.enumerated().map { place, index in
            let period = programme.terms[index]
            let findings = TermFindings(
                number: place + 1, answers: answers[index] ?? [:],
                statements: record.standing(on: min(period.to, programme.today)),
                process: record.process(of: period, in: programme))
            return Term(
                period: period, number: place + 1, isRunning: programme.isRunning(period),
                standing: judged.contains(index) ? .judged(ThreeSources.assess(findings)) : .frozen)
        }
        let day = min(programme.today, programme.days.upperBound)
        let isFrozen = record.members(on: day).count < Frozen.fewestMembers
        self.team = team
        today = programme.today
        settings = programme.settings
        self.terms = terms
        self.isFrozen = isFrozen
        ladder =
            isFrozen ? nil : terms.last.map { record.ladder(term: $0.number, on: programme.today) }
    }
}

extension TrustRecord {
    fileprivate func standing(on day: Day) -> [CodedStatement] {
        let text = day.description
        return CodedStatement.standing(statements.filter { $0.date <= text })
    }

    fileprivate func ladder(term number: Int, on day: Day) -> VisibilityLadder {
        let past = events.filter { $0.day <= day }
        return VisibilityLadder(
            term: number,
            showings: past.compactMap { event in
                guard event.kind == "practice-shown", let person = event.person else { return nil }
                return TeamCourse.Showing(day: event.day.number, person: person)
            }, offered: past.filter { $0.kind == "filming-offered" }.map(\.day.number))
    }

    fileprivate func process(
        of term: StudyDocument.Period, in programme: TrustProgramme
    ) -> TermProcess {
        let last = min(term.to, programme.today)
        var process = TermProcess()
        for meeting in meetings where term.from <= meeting.day && meeting.day <= last {
            // What is planned for today may still be held.
            if meeting.day == programme.today, meeting.status == .planned { continue }
            process.planned += 1
            guard meeting.status == .held else { continue }
            process.held += 1
            let attendance = meeting.attendance.ofEnough
            process.attendance.present += attendance.present
            process.attendance.absent += attendance.absent
        }
        let past = events.filter { $0.day <= last }
        func days(_ kind: String) -> [Day] { past.filter { $0.kind == kind }.map(\.day) }
        process.leaderFeedback = days("leader-feedback").count { $0 >= term.from }
        process.unresolved = days("organisation-unresolved").filter { $0 >= term.from }.map(\.number)
        process.standing = FrameChange.standing(
            past.compactMap { event in
                FrameChange.Kind(rawValue: event.kind).map { FrameChange(kind: $0, day: event.day.number) }
            },
            merged: days("team-merged").map(\.number),
            agreed: days("exclusion-agreed-jointly").map { day in
                (programme.term(of: day).map { max(programme.terms[$0].to, day) } ?? day).number
            })
        return process
    }
}
