/// The pages of one team, side by side above each of them: what the template `team-tabs` shows.
struct TeamTabs: Sendable, Hashable {
    let name: String
    let before: [Link]
    let here: Link
    let after: [Link]

    /// - Parameters:
    ///   - team: its public id.
    ///   - part: the page that is shown.
    init(_ team: String, name: String, at part: SiteURL.TeamPart, _ language: Language) {
        self.name = name
        let links = Self.parts.map { Link($0.words(language), .team(team, $0.part)) }
        let place = Self.parts.firstIndex { $0.part == part } ?? 0
        before = Array(links[..<place])
        here = links[place]
        after = Array(links[(place + 1)...])
    }

    private static let parts: [(part: SiteURL.TeamPart, words: Sentence)] = [
        (.overview, Sentence(sv: "Lagets sida", en: "The team’s page")),
        (.trust, Sentence(sv: "Tillitskarta", en: "Trust map")),
        (.outcome, Sentence(sv: "Utfall", en: "Outcome")),
        (.continuity, Sentence(sv: "Kontinuitet", en: "Continuity")),
        (.change, Sentence(sv: "Förändring", en: "Change")),
        (.purpose, Sentence(sv: "Syftet", en: "The purpose")),
    ]
}
