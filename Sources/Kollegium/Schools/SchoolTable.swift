/// Schools in figures as they were when the programme began, for the template `school-table`. What is not known is a
/// dash.
struct SchoolTable: Sendable {
    let schools: [Row]
    let isEmpty: Bool

    struct Row: Sendable {
        let path: String
        let name: String
        /// The figures in the order of the columns, as ready text.
        let municipality: String
        let kind: String
        let teams: String
        let pupils: String
        let foreignBackground: String
        let parents: String
        let passedAll: String
        let merit: String
    }

    init(_ schools: [SchoolStore.School], _ language: Language) {
        isEmpty = schools.isEmpty
        self.schools = schools.map { school in
            let profile = school.profile
            return Row(
                path: SiteURL.school(school.publicID).path, name: school.name,
                municipality: profile.municipality ?? "–", kind: profile.municipalityType ?? "–",
                teams: language.grouped(school.teams), pupils: profile.pupils.map(language.grouped) ?? "–",
                foreignBackground: language.share(profile.foreignBackground),
                parents: language.share(profile.parentsPostSecondary),
                passedAll: language.share(profile.grade9PassedAll), merit: language.number(profile.meritValue)
            )
        }
    }
}

extension Language {
    /// A figure as it was typed: without decimals where it has none.
    func number(_ number: Double?) -> String {
        guard let number else { return "–" }
        return decimal(number, places: number == number.rounded() ? 0 : 1)
    }

    /// Per cent as it was typed.
    func share(_ percent: Double?) -> String {
        guard let percent else { return "–" }
        return number(percent) + (self == .sv ? "\u{A0}%" : "%")
    }
}
