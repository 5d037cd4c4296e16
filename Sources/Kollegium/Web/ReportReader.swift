/// For whom a report is put into words. Nobody gets figures that another may not have had withheld; they differ in how
/// much of them there is, and in what teams are called.
enum ReportReader: Sendable {
    /// Who asked for it at the command line.
    case report
    /// A team and its supervisor: their own figures, and no other team's.
    case team
    /// School leaders and programme staff.
    case leaders
    /// Researchers, to whom teams are codes.
    case researcher

    /// Whether what a reviewer asks for stands at the end.
    var reviews: Bool { self == .report || self == .researcher }

    /// Whether there are pictures of so many teams: a page is to stay small.
    func draws(_ teams: Int) -> Bool {
        switch self {
        case .report, .team: true
        case .leaders: false
        case .researcher: teams <= 12
        }
    }

    func labels(_ teams: [TeamStore.Name]) -> TeamLabels {
        switch self {
        case .report: TeamLabels(teams)
        case .team, .leaders: .whole(teams)
        case .researcher: .codes(teams)
        }
    }
}
