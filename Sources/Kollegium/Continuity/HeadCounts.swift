import Measures
import Storage

/// What leaders and programme staff see of continuity: how often teams met and how large a share was there, and never
/// who was not.
struct HeadCounts: Sendable {
    let terms: [StudyDocument.Period]
    let rows: [Row]

    /// One team in one term.
    struct Row: Sendable {
        let team: TeamStore.Name
        /// Index into `terms`.
        let term: Int
        let planned: Int
        let held: Int
        /// Nil where it would speak of fewer than three people.
        let attendance: AttendanceTally?
        let members: Int
        /// Meetings of days to come; told with a team's last term.
        let coming: Int?
    }

    init(_ report: ContinuityReport) {
        terms = report.terms
        rows = report.teams.filter { !$0.isFrozen }.flatMap { team in
            team.terms.enumerated().map { place, term in
                let continuity = term.continuity
                return Row(
                    team: team.name, term: term.index, planned: continuity.meetings.planned,
                    held: continuity.meetings.held,
                    attendance: continuity.tellsAttendance ? continuity.meetings.attendance : nil,
                    members: continuity.members.atEnd,
                    coming: place == team.terms.count - 1 ? team.coming : nil)
            }
        }
    }

    func table(_ labels: TeamLabels, _ language: Language) -> ReportTable {
        ReportTable(
            name: Sentence(
                sv: "Träffar och närvaro, termin för termin", en: "Meetings and attendance, term by term")(
                    language),
            corner: Sentence(sv: "Lag", en: "Team")(language),
            columns: [.words(Sentence(sv: "Termin", en: "Term")(language))]
                + [
                    Sentence(sv: "Planerade", en: "Planned"), Sentence(sv: "Hållna", en: "Held"),
                    Sentence(sv: "Närvaro", en: "Attendance"), Sentence(sv: "Medlemmar", en: "Members"),
                    Sentence(sv: "Kommande träffar", en: "Meetings to come"),
                ].map { .init($0(language)) },
            rows: rows.map { row in
                ReportTable.Row(
                    heading: labels.label(row.team),
                    cells: [
                        .words(terms[row.term].code), .init(language.grouped(row.planned)),
                        .init(language.grouped(row.held)),
                        .init(row.attendance?.percent.map { language.percent($0) } ?? "–"),
                        .init(language.grouped(row.members)),
                        .init(row.coming.map { language.grouped($0) } ?? "–"),
                    ])
            })
    }
}

/// What many teams come to together, term by term.
struct ContinuityTotal: Sendable {
    let terms: [StudyDocument.Period]
    let minimum: Int
    /// In the order of the terms.
    let rows: [Row]

    struct Row: Sendable, Equatable {
        var teams = 0
        var planned = 0
        var held = 0
        var attendance = AttendanceTally()
        /// Members of teams whose attendance is not in it.
        var outside = 0
        /// Whether as many are outside as make a group, or nobody.
        var tellsAttendance = false
    }

    /// - Parameter teams: All of the programme's, or those of a school.
    static func read(
        _ db: Session, _ study: Study, _ teams: Selection.Teams = .all, through: Day
    ) throws -> ContinuityTotal {
        let report = try ContinuityReport.read(db, study, Selection(teams: teams, through: through))
        return ContinuityTotal(report, study.withholding(.pages))
    }

    init(_ report: ContinuityReport, _ withholding: Withholding) {
        terms = report.terms
        minimum = withholding.minimumGroup
        var rows = report.terms.map { _ in Row() }
        for team in report.teams {
            for term in team.terms {
                let continuity = term.continuity
                if team.isFrozen || !continuity.tellsAttendance {
                    rows[term.index].outside += continuity.members.atStart + continuity.members.joined
                } else {
                    rows[term.index].attendance.present += continuity.meetings.attendance.present
                    rows[term.index].attendance.absent += continuity.meetings.attendance.absent
                }
                guard !team.isFrozen else { continue }
                rows[term.index].teams += 1
                rows[term.index].planned += continuity.meetings.planned
                rows[term.index].held += continuity.meetings.held
            }
        }
        self.rows = rows.map { row in
            var row = row
            row.tellsAttendance = withholding.showsTotal(leavingOut: row.outside)
            return row
        }
    }

    /// For a page; nil where no team has met.
    func words(_ title: Sentence, _ language: Language) -> ReportTotal? {
        guard rows.contains(where: { $0.teams > 0 }) else { return nil }
        let table = ReportTable(
            name: title(language), corner: Sentence(sv: "Termin", en: "Term")(language),
            columns: [
                Sentence(sv: "Lag", en: "Teams"), Sentence(sv: "Planerade", en: "Planned"),
                Sentence(sv: "Hållna", en: "Held"), Sentence(sv: "Närvaro", en: "Attendance"),
            ].map { .init($0(language)) },
            rows: zip(terms, rows).map { term, row in
                ReportTable.Row(
                    heading: term.code,
                    cells: [
                        language.grouped(row.teams), language.grouped(row.planned),
                        language.grouped(row.held),
                        row.tellsAttendance
                            ? row.attendance.percent.map { language.percent($0) } ?? "–" : "–",
                    ].map { .init($0) })
            })
        return ReportTotal(
            title: title(language),
            explanation: Sentence(
                sv:
                    "Lag som vilar är inte med. Närvaron visas inte där de som inte är med i den är färre än \(minimum).",
                en:
                    "Resting teams are not in it. Attendance is not shown where those outside it are fewer than \(minimum)."
            )(language), tables: [table])
    }
}
