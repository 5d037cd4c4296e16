extension TeamRoom {
    /// The team's key.
    var key: Int64 { place.team ?? 0 }

    /// The day on which somebody's present time in the team began. Another role from the same day on is the same time.
    func presence(of person: Int64, on today: Day) -> Day? {
        let own = stays.filter { $0.person == person }
        guard var since = own.filter({ $0.lasts(on: today) }).map(\.from).min() else { return nil }
        while let earlier = own.first(where: { $0.from < since && ($0.to.map { $0 >= since } ?? true) }) {
            since = earlier.from
        }
        return since
    }

    /// What somebody is called who is or was here.
    func name(of person: Int64?, _ language: Language) -> String {
        stays.first { $0.person == person }?.name
            ?? Sentence(sv: "någon som inte är kvar här", en: "somebody who is no longer here")(language)
    }
}
