extension TestBundle {
    /// The answers as `responses.csv` has them, and the people and memberships that they speak of, all teachers from the
    /// first day.
    mutating func set(answers: [[String]]) {
        let members = Set(answers.map { [$0[3], $0[2]] }).sorted { $0.lexicographicallyPrecedes($1) }
        self["people.csv"] = csvText(["id", "name"], Set(members.map { $0[1] }).sorted().map { [$0, $0] })
        self["memberships.csv"] = csvText(
            ["team", "person", "role", "from"], members.map { $0 + ["teacher", "2013-08-19"] })
        self["responses.csv"] = csvText(["instrument", "part", "person", "team", "item", "value"], answers)
    }
}
