/// How a page tells how many have handed in.
struct WaveStatusView: Sendable {
    let total: String?
    /// What the total leaves out, and which teams have no count.
    let remark: String?
    let teams: [Team]
    let hasTeams: Bool
    let pager: Pager?

    struct Team: Sendable {
        let name: String
        let school: String
        let count: String
    }

    /// - Parameter names: in the order to show them.
    init(
        _ status: WaveStatus, _ names: [TeamStore.Name], minimum: Int, page: Int, of url: SiteURL,
        _ language: Language
    ) {
        let shown = names.compactMap { name in status.teams[name.key].map { (name, $0) } }
        let list = ListPage(
            Array(shown.dropFirst(ListPage<Team>.offset(page, Self.size)).prefix(Self.size + 1)),
            number: page,
            size: Self.size)
        teams = list.rows.map {
            Team(name: $0.name, school: $0.schoolName, count: Self.ofTeam($1, language))
        }
        hasTeams = !teams.isEmpty
        pager = Pager(list, of: url, [], language)
        let isBlurred = status.teams.values.contains { Self.isAtAnEnd($0) }
        total = status.total.map { isBlurred ? Self.roughly($0, status, language) : Self.words($0, language) }
        remark = Self.remark(status, minimum, language)
    }

    private static let size = 50

    /// A count that would tell of each member: that nobody has, or that all have.
    private static func isAtAnEnd(_ count: WaveStatus.Count) -> Bool {
        count.handedIn <= 1 || count.handedIn >= count.asked - 1
    }

    private static func ofTeam(_ count: WaveStatus.Count, _ language: Language) -> String {
        guard isAtAnEnd(count) else { return words(count, language) }
        let asked = language.grouped(count.asked)
        if count.handedIn <= 1 {
            return Sentence(sv: "högst 1 av \(asked)", en: "at most 1 of \(asked)")(language)
        }
        let least = language.grouped(count.asked - 1)
        return Sentence(sv: "minst \(least) av \(asked)", en: "at least \(least) of \(asked)")(language)
    }

    /// No more than the teams' counts say together, so that what one of them leaves open cannot be taken from the total.
    private static func roughly(
        _ total: WaveStatus.Count, _ status: WaveStatus, _ language: Language
    ) -> String {
        let asked = language.grouped(total.asked)
        let counts = status.teams.values
        let told = counts.reduce(0) { $0 + least($1) }
        guard told == 0 else {
            let least = language.grouped(told)
            return Sentence(sv: "minst \(least) av \(asked)", en: "at least \(least) of \(asked)")(language)
        }
        let hidden = total.asked - counts.reduce(0) { $0 + $1.asked }
        let most = language.grouped(counts.reduce(hidden) { $0 + self.most($1) })
        return Sentence(sv: "högst \(most) av \(asked)", en: "at most \(most) of \(asked)")(language)
    }

    /// So many of a team have at least, by what is said of it.
    private static func least(_ count: WaveStatus.Count) -> Int {
        guard isAtAnEnd(count) else { return count.handedIn }
        return count.handedIn <= 1 ? 0 : count.asked - 1
    }

    private static func most(_ count: WaveStatus.Count) -> Int {
        guard isAtAnEnd(count) else { return count.handedIn }
        return count.handedIn <= 1 ? 1 : count.asked
    }

    private static func words(_ count: WaveStatus.Count, _ language: Language) -> String {
        Sentence(
            sv: "\(language.grouped(count.handedIn)) av \(language.grouped(count.asked))",
            en: "\(language.grouped(count.handedIn)) of \(language.grouped(count.asked))")(language)
    }

    private static func remark(_ status: WaveStatus, _ minimum: Int, _ language: Language) -> String? {
        let (few, teams) = (language.grouped(minimum), language.grouped(status.hiddenTeams))
        if status.total == nil {
            return Sentence(
                sv: "Färre än \(few) tillfrågas, så här står inga antal.",
                en: "Fewer than \(few) are asked, so there are no counts here.")(language)
        }
        guard status.hiddenTeams > 0 else { return nil }
        let isOne = status.hiddenTeams == 1
        return status.countsHidden
            ? Sentence(
                sv: "\(teams) lag har färre än \(few) tillfrågade och räknas bara i summan.",
                en:
                    "\(teams) \(isOne ? "team has" : "teams have") fewer than \(few) people asked and \(isOne ? "counts" : "count") in the total only."
            )(language)
            : Sentence(
                sv: "\(teams) lag har färre än \(few) tillfrågade och räknas inte här, inte heller i summan.",
                en:
                    "\(teams) \(isOne ? "team has" : "teams have") fewer than \(few) people asked and \(isOne ? "is" : "are") not counted here, nor in the total."
            )(language)
    }
}
