import Measures

extension ContinuityReport {
    /// For people at a terminal: who is no longer there, then the terms of each team in two tables.
    func table(_ console: Console) -> String {
        let language = console.language
        let labels = TeamLabels(teams.map(\.name))
        var lines = console.heading(
            Sentence(sv: "Kontinuitet i lagen", en: "Continuity in the teams")(language) + " · "
                + study.title(language))
        lines += absent(labels, language).flatMap { wrapped($0) }
        guard teams.contains(where: { !$0.terms.isEmpty }) else { return lines.joined(separator: "\n") }
        lines += [""]
        lines += console.heading(
            Sentence(sv: "Träffar och närvaro", en: "Meetings and attendance")(language))
        lines += [""] + meetings(labels, language) + [""] + wrapped(meetingsExplained(language)) + [""]
        lines += console.heading(
            Sentence(
                sv: "Medlemmar, visad praktik och återkoppling från ledningen",
                en: "Members, practice shown and feedback from leaders")(language))
        lines += [""] + people(labels, language) + [""] + wrapped(peopleExplained(language))
        return lines.joined(separator: "\n")
    }

    private func meetings(_ labels: TeamLabels, _ language: Language) -> [String] {
        let columns = [
            Sentence(sv: "Hållna av planerade", en: "Held of planned"),
            Sentence(sv: "Inställda", en: "Cancelled"), Sentence(sv: "Minuter", en: "Minutes"),
            Sentence(sv: "Längsta uppehåll, dagar", en: "Longest gap, days"),
            Sentence(sv: "Närvaro", en: "Attendance"),
        ]
        return rows(columns, labels, language) { continuity in
            let meetings = continuity.meetings
            let (present, absent) = (meetings.attendance.present, meetings.attendance.absent)
            let counts = "\(language.grouped(present))/\(language.grouped(present + absent))"
            return [
                "\(language.grouped(meetings.held))/\(language.grouped(meetings.planned))",
                language.grouped(meetings.cancelled), language.grouped(meetings.minutesHeld),
                meetings.longestGapDays.map(language.grouped) ?? "–",
                continuity.tellsAttendance
                    ? meetings.attendance.percent.map { "\(language.percent($0)) \(counts)" } ?? "–" : "–",
            ]
        }
    }

    private func people(_ labels: TeamLabels, _ language: Language) -> [String] {
        let columns = [
            Sentence(sv: "Vid start", en: "At start"), Sentence(sv: "Nya", en: "Joined"),
            Sentence(sv: "Slutade", en: "Left"), Sentence(sv: "Vid slut", en: "At end"),
            Sentence(sv: "Har visat praktik", en: "Have shown practice"),
            Sentence(sv: "Första gången", en: "First time"), Sentence(sv: "Återkoppling", en: "Feedback"),
        ]
        return rows(columns, labels, language) { continuity in
            let members = continuity.members
            return [members.atStart, members.joined, members.left, members.atEnd].map(language.grouped) + [
                language.grouped(continuity.practiceShown.people),
                continuity.practiceShown.firstDay.map(language.date) ?? "–",
                language.grouped(continuity.leaderFeedback),
            ]
        }
    }

    /// A table with one row for each team and term.
    private func rows(
        _ headings: [Sentence], _ labels: TeamLabels, _ language: Language,
        _ cells: (TermContinuity) -> [String]
    ) -> [String] {
        var table = TextTable(
            [
                .init(heading: Sentence(sv: "Lag", en: "Team")(language), side: .left, most: 30),
                .init(heading: Sentence(sv: "Termin", en: "Term")(language), side: .left, most: 12),
            ] + headings.map { .init(heading: $0(language), side: .right) })
        for team in teams {
            for term in team.terms {
                table.add([labels.label(team.name), terms[term.index].code] + cells(term.continuity))
            }
        }
        return table.lines()
    }

    func meetingsExplained(_ language: Language) -> String {
        Sentence(
            sv:
                "Planerade är terminens alla träffar, vad det än blev av dem; minuterna är de planerade "
                + "för dem som hölls. Längsta uppehåll går från en hållen träff till nästa inom "
                + "terminen. Närvaro är andelen närvarande av närvarande och frånvarande; den som hade giltigt "
                + "förfall räknas inte.",
            en:
                "Planned are all the term's meetings, whatever became of them; the minutes are those "
                + "planned for the meetings held. The longest gap goes from one held meeting to the next "
                + "within the term. Attendance is the share present of those present or absent; whoever "
                + "was excused does not count.")(language)
    }

    func peopleExplained(_ language: Language) -> String {
        Sentence(
            sv:
                "Medlemmar är lärare, samtalsledare och arbetslagsledare, var och en räknad en gång. Har "
                + "visat praktik räknar alla som har gjort det fram till terminens slut, också i "
                + "tidigare terminer; återkoppling är hur många gånger ledningen gav den under terminen.",
            en:
                "Members are teachers, conversation leaders and team leaders, each counted once. Have "
                + "shown practice counts everybody who has done so by the end of the term, in earlier "
                + "terms too; feedback is how many times leaders gave it in the term.")(language)
    }
}
