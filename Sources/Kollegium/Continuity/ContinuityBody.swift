import Measures

/// Continuity as it stands in a page, by the template `continuity-body`.
struct ContinuityBody: Sendable {
    let absentHeading: String
    let absent: [String]
    /// How the pictures are read.
    let key: String
    let teams: [Team]
    let notes: [String]

    struct Team: Sendable {
        let name: String
        let summary: String
        let picture: String
        let hasEvents: Bool
        /// In the order of their numbers.
        let events: [String]
        let table: ReportTable
    }

    static let source = Sentence(
        sv:
            "Enligt lärarna och deras handledare, så som de har antecknat träffar, närvaro och händelser.",
        en:
            "According to the teachers and their supervisors, as they noted meetings, attendance and events."
    )

    init(_ report: ContinuityReport, for reader: ReportReader, _ language: Language) {
        let labels = reader.labels(report.teams.map(\.name))
        absentHeading = ReportAbsence.heading(language)
        let missing = reader == .team ? report.ownAbsence(language) : report.absent(labels, language)
        absent = ReportAbsence.orNobody(missing + report.withoutMeetings(labels, language), language)
        key = Sentence(
            sv:
                "En rad är en termin, ett streck nedåt är ett månadsskifte. En stapel är en hållen träff, mörkare ju fler som var där; tom där närvaron inte är känd eller gäller färre än tre. Ett kryss är en inställd träff, en ring en träff som ingen sagt hur det gick med. Siffrorna är händelser, namngivna i listan intill.",
            en:
                "A row is a term, a tick downwards is where a month begins. A bar is a meeting held, darker the more people were there; empty where attendance is not known or is of fewer than three. A cross is a cancelled meeting, a ring one of which nobody said what became. The numbers are events, named in the list beside it."
        )(language)
        teams = report.teams.filter { !$0.terms.isEmpty || $0.course?.meetings.isEmpty == false }.map {
            team in
            Team(team, report.terms, labels.label(team.name), language)
        }
        notes = [
            report.meetingsExplained(language), report.peopleExplained(language),
            Sentence(
                sv:
                    "Där laget har färre än tre medlemmar visas ingen närvaro. En stapels skugga följer närvaron i kvadrat, så att skillnader syns. Fritext ur anteckningar visas inte här.",
                en:
                    "Where the team has fewer than three members no attendance is shown. The shade of a bar follows attendance squared, so that differences can be seen. Free text of notes is not shown here."
            )(
                language),
        ]
    }
}

extension ContinuityBody.Team {
    fileprivate init(
        _ team: ContinuityReport.Team, _ terms: [StudyDocument.Period], _ label: String, _ language: Language
    ) {
        let shown = team.terms.map { terms[$0.index] }
        let happened = (team.course?.events ?? []).filter { event in
            shown.contains { $0.from <= event.day && event.day <= $0.to }
        }
        name = label
        summary = team.summary(terms, language)
        picture =
            TimelinePanel(
                shown, meetings: team.course?.meetings ?? [], events: happened,
                withoutAttendance: Set(
                    team.terms.filter { !$0.continuity.tellsAttendance }.map { terms[$0.index].code }),
                name: Sentence(
                    sv: "\(label). Träffar, närvaro och händelser",
                    en: "\(label). Meetings, attendance and events")(
                        language),
                description: summary, language
            ).svg
        events = happened.map { "\(language.weekdayAndDate($0.day)): \(EventKind.words($0.kind, language))" }
        hasEvents = !happened.isEmpty
        table = team.table(terms, label, language)
    }
}

extension ContinuityReport.Team {
    /// The whole time in a sentence.
    fileprivate func summary(_ terms: [StudyDocument.Period], _ language: Language) -> String {
        // Each meeting once, also where terms overlap.
        let meetings = (course?.meetings ?? []).filter { meeting in
            self.terms.contains { terms[$0.index].contains(meeting.day) }
        }
        let held = meetings.count { $0.status == .held }
        let planned = meetings.count
        let people = self.terms.last?.continuity.practiceShown.people ?? 0
        let gap = self.terms.compactMap(\.continuity.meetings.longestGapDays).max()
        let told = Sentence(
            sv: "\(held) av \(planned) planerade träffar hölls.",
            en: "\(held) of \(planned) planned meetings were held.")(
                language)
        let pause = gap.map { days in
            Sentence(
                sv: " Längsta uppehållet inom en termin var \(days) dagar.",
                en: " The longest gap within a term was \(days) days.")(language)
        }
        let shown = Sentence(
            sv: people == 0
                ? " Ingen hade visat sin praktik för kollegorna."
                : " \(people) \(people == 1 ? "person" : "personer") hade visat sin praktik för kollegorna.",
            en: people == 0
                ? " Nobody had shown their practice to colleagues."
                : " \(people) \(people == 1 ? "person" : "people") had shown their practice to colleagues.")(
                language)
        let end = ended.map { day in
            Sentence(
                sv: " Laget avslutade programmet \(language.date(day)); därefter planerades inget mer.",
                en:
                    " The team ended the programme on \(language.date(day)); nothing more was planned after that."
            )(
                language)
        }
        return told + (end ?? "") + (pause ?? "") + shown
    }

    func table(
        _ terms: [StudyDocument.Period], _ label: String, _ language: Language
    ) -> ReportTable {
        ReportTable(
            name: Sentence(sv: "\(label), termin för termin", en: "\(label), term by term")(language),
            corner: Sentence(sv: "Termin", en: "Term")(language),
            columns: [
                Sentence(sv: "Planerade", en: "Planned"), Sentence(sv: "Hållna", en: "Held"),
                Sentence(sv: "Inställda", en: "Cancelled"), Sentence(sv: "Timmar", en: "Hours"),
                Sentence(sv: "Längsta uppehåll, dagar", en: "Longest gap, days"),
                Sentence(sv: "Närvaro", en: "Attendance"), Sentence(sv: "Medlemmar", en: "Members"),
                Sentence(sv: "Nya, slutade", en: "Joined, left"),
                Sentence(sv: "Visat sin praktik", en: "Shown practice"),
                Sentence(sv: "Åter\u{AD}koppling", en: "Feedback"),
            ].map { .init($0(language)) },
            rows: self.terms.map { row in
                let (meetings, members) = (row.continuity.meetings, row.continuity.members)
                let attendance = row.continuity.tellsAttendance ? meetings.attendance.percent : nil
                let cells = [
                    language.grouped(meetings.planned), language.grouped(meetings.held),
                    language.grouped(meetings.cancelled),
                    language.decimal(Double(meetings.minutesHeld) / 60, places: 1),
                    meetings.longestGapDays.map { language.grouped($0) } ?? "–",
                    attendance.map { language.percent($0) } ?? "–",
                    members.atStart == members.atEnd
                        ? "\(members.atEnd)" : "\(members.atStart) → \(members.atEnd)",
                    "\(members.joined), \(members.left)", "\(row.continuity.practiceShown.people)",
                    "\(row.continuity.leaderFeedback)",
                ]
                return ReportTable.Row(heading: terms[row.index].code, cells: cells.map { .init($0) })
            })
    }
}

extension ContinuityReport {
    fileprivate func withoutMeetings(_ labels: TeamLabels, _ language: Language) -> [String] {
        let without = teams.filter { $0.terms.allSatisfy { $0.continuity.meetings.planned == 0 } }
        guard !without.isEmpty else { return [] }
        let names = ReportAbsence.list(without.map { labels.label($0.name) })
        return [
            Sentence(
                sv: "Utan antecknade träffar: \(names).", en: "Without any meetings noted: \(names).")(
                    language)
        ]
    }
}
