extension ContinuityReport {
    /// Which teams have ended and which are missing, before anybody reads of those that are there.
    func absent(_ labels: TeamLabels, _ language: Language) -> [String] {
        guard let last = teams.compactMap({ $0.terms.last?.index }).max() else {
            return [
                Sentence(
                    sv: "Inget lag har någon medlem under någon av terminerna.",
                    en: "No team has a member in any of the terms.")(language)
            ]
        }
        let ended = named(labels, language) { team in
            team.terms.isEmpty ? nil : team.ended.map { " (\(language.date($0)))" }
        }
        let gone = named(labels, language) { team in
            guard team.ended == nil, let own = team.terms.last?.index, own < last else { return nil }
            return Sentence(sv: " (senast \(terms[own].code))", en: " (until \(terms[own].code))")(language)
        }
        let never = named(labels, language) { $0.terms.isEmpty ? "" : nil }
        let sentences = [
            ended.map {
                Sentence(
                    sv: "\($0.count) har avslutat programmet: \($0.names).",
                    en: "\($0.count) ended the programme: \($0.names).")
            },
            gone.map {
                Sentence(
                    sv: "\($0.count) saknar medlemmar den sista terminen: \($0.names).",
                    en: "\($0.count) had no members in the last term: \($0.names).")
            },
            never.map {
                Sentence(
                    sv: "\($0.count) saknar medlemmar under alla terminer och visas inte: \($0.names).",
                    en: "\($0.count) had no members in any term and are not shown: \($0.names).")
            },
        ].compactMap(\.self)
        if sentences.isEmpty {
            return [
                Sentence(
                    sv: "Alla lag har medlemmar till och med den sista terminen, \(terms[last].code).",
                    en: "All teams have members up to the last term, \(terms[last].code).")(language)
            ]
        }
        return sentences.map { $0(language) }
    }

    /// For a team's own page: whether it has ended or has had nobody in it.
    func ownAbsence(_ language: Language) -> [String] {
        teams.compactMap { team in
            if let day = team.ended {
                return Sentence(
                    sv: "Laget avslutade programmet \(language.date(day)).",
                    en: "The team ended the programme on \(language.date(day)).")(language)
            }
            guard team.terms.isEmpty else { return nil }
            return Sentence(
                sv: "Laget har inte haft någon medlem under någon termin än.",
                en: "The team has had no member in any term yet.")(language)
        }
    }

    /// How many of the teams the remark is made of, and the first six of them with it; nil where it is made
    /// of none.
    private func named(
        _ labels: TeamLabels, _ language: Language, _ remark: (Team) -> String?
    ) -> (count: String, names: String)? {
        let named = teams.compactMap { team in remark(team).map { labels.label(team.name) + $0 } }
        guard !named.isEmpty else { return nil }
        let (count, all) = (language.grouped(named.count), language.grouped(teams.count))
        return (
            Sentence(sv: "\(count) av \(all) lag", en: "\(count) of \(all) teams")(language),
            named.prefix(6).joined(separator: ", ") + (named.count > 6 ? ", …" : "")
        )
    }
}
