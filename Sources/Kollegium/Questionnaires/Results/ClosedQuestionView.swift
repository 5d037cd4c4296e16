import Measures

/// A closed question's answers as a page tells them, by the template `closed-question`.
struct ClosedQuestionView: Sendable {
    /// Where no table carries it.
    let question: String?
    /// Nil where nothing may be told of how the answers fall.
    let table: ReportTable?
    let notes: [String]

    /// - Parameter id: of its table, for who reads the page by program.
    init(_ told: ClosedQuestion, id: String, _ study: Study, _ language: Language) {
        let (asked, distribution) = (told.question, told.distribution)
        let label = asked.label(language)
        let name = label.isEmpty ? asked.code : label
        question = distribution.groups.isEmpty ? name : nil
        table =
            distribution.groups.isEmpty
            ? nil
            : ReportTable(
                id: id, name: name, corner: Sentence(sv: "Svar", en: "Answer")(language),
                columns: [.init(Sentence(sv: "Andel", en: "Share")(language))],
                rows: distribution.groups.map { group in
                    ReportTable.Row(
                        heading: asked.words(group, language),
                        cells: [.init(language.words(group, of: distribution.people))])
                })
        var notes: [String] = []
        if let people = distribution.people {
            if distribution.groups.isEmpty {
                notes.append(
                    Sentence(
                        sv:
                            "\(language.grouped(people)) svarade. Svaren är så spridda att inget svar valdes av mer än en tredjedel, och därför visas inga andelar.",
                        en:
                            "\(language.grouped(people)) answered. The answers are so spread that no answer was chosen by more than a third, so no shares are shown."
                    )(language))
            } else {
                notes.append(
                    Sentence(
                        sv: "\(language.grouped(people)) svarade.",
                        en: "\(language.grouped(people)) answered."
                    )(language))
            }
        } else {
            notes.append(Self.tooFew(study, language))
        }
        if told.isNarrowed, distribution.people != nil {
            notes.append(
                Sentence(
                    sv:
                        "Några få svarade bara en av gångerna. För att deras svar inte ska gå att räkna ut gäller siffrorna de som svarat båda gångerna.",
                    en:
                        "A few people answered only one of the times. So that their answers cannot be worked out, the figures cover those who answered both times."
                )(language))
        }
        self.notes = notes
    }

    static func tooFew(_ study: Study, _ language: Language) -> String {
        let fewest = study.fewestForDistributions
        return Sentence(
            sv: "Visas ej, för att färre än \(fewest) svarade.",
            en: "Not shown, because fewer than \(fewest) answered.")(language)
    }
}

extension AskedPart.Question {
    /// What is told by one share.
    fileprivate func words(_ group: Distribution.Group, _ language: Language) -> String {
        let names = group.alternatives.map { alternative($0, language) }
        guard names.count > 1 else { return names.first ?? "" }
        let list = names.joined(separator: "; ")
        return Sentence(sv: "\(list) – tillsammans", en: "\(list) – together")(language)
    }
}

extension Language {
    fileprivate func words(_ group: Distribution.Group, of people: Int?) -> String {
        switch group.shown {
        case .exact(let top, let percent): "\(self.percent(percent)) (\(top)/\(people ?? 0))"
        case .atLeast(let percent): "≥ " + self.percent(percent)
        case .atMost(let percent): "≤ " + self.percent(percent)
        }
    }
}

extension Study {
    /// From how many answers on it is told how they fall on a question's alternatives.
    var fewestForDistributions: Int {
        max(Distribution.fewest, published ? minimumGroup : max(minimumGroup, minimumForSingleItems))
    }
}
