/// The form above a list of teams, and the way to its next page.
struct TeamFinder: Sendable {
    /// A list that is seen at a glance needs no form.
    let isShown: Bool
    /// Where the form leads.
    let path: String
    let search: String
    let hasSchools: Bool
    let schools: [Choice]
    /// Said where no team is found.
    let nothing: String?
    /// Whether there are others than this page.
    let hasPages: Bool
    let next: String?
    /// Back to the beginning, on a later page.
    let first: String?

    struct Choice: Sendable {
        let id: String
        let name: String
        let isChosen: Bool
    }

    private static let fewest = 12

    /// More would be a list nobody reads; schools are found by typing then.
    private static let mostSchools = 60

    /// - Parameter schools: Those to choose from; none on a school's own page.
    init(
        _ filter: TeamFilter, _ page: TeamListPage, schools: [SchoolStore.Choice], at url: SiteURL,
        _ language: Language
    ) {
        isShown = page.teams.count > Self.fewest || page.next != nil || filter != TeamFilter()
        path = url.path
        search = filter.search
        hasSchools = schools.count > 1 && schools.count <= Self.mostSchools
        self.schools =
            hasSchools
            ? schools.map { Choice(id: $0.publicID, name: $0.name, isChosen: $0.publicID == filter.school) }
            : []
        nothing = page.teams.isEmpty ? Self.nothing(filter)(language) : nil
        next = page.next.map { Self.address(url, filter, after: $0) }
        hasPages = page.next != nil || filter.after != nil
        first = filter.after.map { _ in Self.address(url, filter, after: nil) }
    }

    private static func nothing(_ filter: TeamFilter) -> Sentence {
        filter == TeamFilter()
            ? Sentence(sv: "Här finns inga lag än.", en: "There are no teams here yet.")
            : Sentence(sv: "Inget lag motsvarar sökningen.", en: "No team matches the search.")
    }

    private static func address(_ url: SiteURL, _ filter: TeamFilter, after: String?) -> String {
        url.path(asking: [
            ("school", filter.school ?? ""), ("search", filter.search), ("after", after ?? ""),
        ])
    }
}
