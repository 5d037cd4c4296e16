import Measures

/// Puts a team's rounds of answers into its terms and reads them in their order.
enum TermAnswers {
    /// - Parameter terms: The places of the terms that are judged. Answers of other terms are not told, so they are
    ///   not read either.
    /// - Returns: For each term what its answers say of the forms; a form not asked about is missing.
    static func readings(
        _ record: TrustRecord, in programme: TrustProgramme, terms: Set<Int>
    ) -> [Int: [TrustForm: AnswersReading]] {
        var readings: [Int: [TrustForm: AnswersReading]] = [:]
        let rounds = programme.parts.compactMap { Round($0, record, in: programme) }
            .filter { terms.contains($0.term) }.sorted { ($0.day, $0.part.wave) < ($1.day, $1.part.wave) }
        for form in TrustForm.allCases {
            var course = AnswersCourse(programme.settings.thresholds, privacy: programme.settings.privacy)
            for round in rounds where round.part.items[form] != nil {
                let reading =
                    round.isClosed ? course.read(round.answers(form, record)) : .insufficient(.open)
                // A later round of the term takes an earlier one's place, unless it says nothing.
                if reading.level == nil, readings[round.term]?[form]?.level != nil { continue }
                readings[round.term, default: [:]][form] = reading
            }
        }
        return readings
    }

    /// A part as one team meets it.
    private struct Round {
        let part: TrustAnswerStore.Part
        let sheets: TrustAnswerStore.Sheets
        /// When it opened or, where nobody wrote that down, was first answered.
        let day: Day
        let term: Int
        /// Whether no more answers come: the day that it closes on has come or, where none is set, the day after the
        /// team's last answer.
        let isClosed: Bool

        init?(_ part: TrustAnswerStore.Part, _ record: TrustRecord, in programme: TrustProgramme) {
            let sheets = record.sheets[part.key] ?? TrustAnswerStore.Sheets()
            guard let day = part.opens ?? sheets.first, day <= programme.today,
                let term = programme.term(of: day)
            else { return nil }
            self.part = part
            self.sheets = sheets
            self.day = day
            self.term = term
            isClosed =
                part.closes.map { $0 <= programme.today }
                ?? sheets.last.map { $0 < programme.today } ?? false
        }

        func answers(_ form: TrustForm, _ record: TrustRecord) -> AnswerRound {
            let people = sheets.people.compactMap { key, forms in
                forms[form].map { AnswerRound.Person(key: key, all: $0.all, facets: $0.facets) }
            }
            return AnswerRound(
                name: part.code, items: part.items[form] ?? 0, facetItems: part.facetItems[form] ?? [:],
                asked: record.members(on: day).union(sheets.people.keys).count,
                people: people.sorted { $0.key < $1.key })
        }
    }
}
