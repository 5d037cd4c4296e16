import Measures

extension ContinuityReport {
    /// `kollegium-report/1`.
    var json: [UInt8] {
        JSONWriter.report(study) { json in
            let rows = teamsTold.flatMap { team in team.terms.map { (team: team, term: $0) } }
            json.lines("teams", rows) { json, row in
                json.string("team", row.team.name.code)
                json.string("term", terms[row.term.index].code)
                write(row.term.continuity, to: &json)
            }
        }
    }

    private func write(_ continuity: TermContinuity, to json: inout JSONWriter) {
        let meetings = continuity.meetings
        json.object("meetings") { json in
            json.number("planned", meetings.planned)
            json.number("held", meetings.held)
            json.number("cancelled", meetings.cancelled)
        }
        json.number("minutesHeld", meetings.minutesHeld)
        json.number("longestGapDays", meetings.longestGapDays)
        let attendance = told(continuity)
        json.object("attendance") { json in
            json.number("present", attendance?.present)
            json.number("absent", attendance?.absent)
            json.number("excused", attendance?.excused)
            json.decimal("share", attendance?.share?.description)
        }
        json.object("members") { json in
            json.number("atStart", continuity.members.atStart)
            json.number("atEnd", continuity.members.atEnd)
            json.number("joined", continuity.members.joined)
            json.number("left", continuity.members.left)
        }
        json.object("practiceShown") { json in
            json.string("first", continuity.practiceShown.firstDay?.description)
            json.number("people", continuity.practiceShown.people)
        }
        json.number("leaderFeedback", continuity.leaderFeedback)
    }

    /// One row for each team and term.
    func csv(for use: CSVUse) throws -> [UInt8] {
        let columns = [
            "team", "school", "term", "planned", "held", "cancelled", "minutes_held", "longest_gap_days",
            "present", "absent", "excused", "share", "at_start", "at_end", "joined", "left",
            "practice_shown_first", "practice_shown_people", "leader_feedback",
        ]
        return try csvBytes(columns, for: use) { writer in
            for team in teamsTold {
                for term in team.terms {
                    let (meetings, members) = (term.continuity.meetings, term.continuity.members)
                    let attendance = told(term.continuity)
                    let counts = [meetings.planned, meetings.held, meetings.cancelled, meetings.minutesHeld]
                    let there = [attendance?.present, attendance?.absent, attendance?.excused]
                    let people = [members.atStart, members.atEnd, members.joined, members.left]
                    try writer.record(
                        [team.name.code, team.name.schoolCode, terms[term.index].code]
                            + counts.map(String.init) + [meetings.longestGapDays.map(String.init) ?? ""]
                            + there.map { $0.map(String.init) ?? "" } + [attendance?.share?.description ?? ""]
                            + people.map(String.init)
                            + [
                                term.continuity.practiceShown.firstDay?.description ?? "",
                                String(term.continuity.practiceShown.people),
                                String(term.continuity.leaderFeedback),
                            ])
                }
            }
        }
    }
}

extension PracticeShown {
    /// The first day as the calendar has it.
    var firstDay: Day? { first.flatMap(Day.init(number:)) }
}
