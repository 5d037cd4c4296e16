import Measures

/// What is told of a change where not everything is.
extension ChangeReport.Entry {
    func people(_ language: Language) -> String {
        let people = change?.people ?? 0
        return Sentence(sv: "\(people) personer", en: "\(people) people")(language)
    }

    /// How many went which way; nil where that is not told.
    func directions(_ language: Language) -> String? {
        guard let change else { return nil }
        switch telling.directions {
        case .counts:
            return Sentence(
                sv: "\(change.up) upp, \(change.same) lika, \(change.down) ned",
                en: "\(change.up) up, \(change.same) the same, \(change.down) down")(language)
        case .mostlyUp: return Sentence(sv: "minst 80\u{A0}% upp", en: "at least 80% up")(language)
        case .mostlySame: return Sentence(sv: "minst 80\u{A0}% lika", en: "at least 80% the same")(language)
        case .mostlyDown: return Sentence(sv: "minst 80\u{A0}% ned", en: "at least 80% down")(language)
        case .untold: return nil
        }
    }

    /// The same for the columns of a table.
    func counts(_ language: Language) -> [String] {
        guard let change else { return ["–", "–", "–"] }
        let most = "≥\u{A0}" + language.percent(80)
        switch telling.directions {
        case .counts: return [change.up, change.same, change.down].map { language.grouped($0) }
        case .mostlyUp: return [most, "–", "–"]
        case .mostlySame: return ["–", most, "–"]
        case .mostlyDown: return ["–", "–", most]
        case .untold: return ["–", "–", "–"]
        }
    }
}

extension ChangeReport {
    /// Who is missing from a team's own changes.
    func absenceInTeam(_ language: Language) -> [String] {
        guard !steps.isEmpty else { return [ReportAbsence.noChangeYet(language)] }
        let untold = waves.filter { waves in
            !entries.contains { waves.contains(steps[$0.step]) && $0.change != nil }
        }
        let few = untold.map { waves in
            Sentence(
                sv:
                    "\(waves.title(language)): inget visas, för att färre än \(study.minimumGroup) svarade båda gångerna eller för att enskildas svar kunde räknas ut.",
                en:
                    "\(waves.title(language)): nothing is shown, because fewer than \(study.minimumGroup) answered both times or because single people's answers could be worked out."
            )(language)
        }
        let once = Sentence(
            sv:
                "De som bara svarade en av gångerna är inte med: den som slutade kan ha sett det annorlunda.",
            en: "Those who answered only one of the times are not in it: who left may have seen it otherwise."
        )
        return few + [once(language)]
    }

    func keyOnPages(_ language: Language) -> String {
        Sentence(
            sv:
                "Pricken är skillnaden mellan två enkäter för dem som svarade båda gångerna, i frågornas steg: till höger om mitten har tilliten ökat. Strecket är ett intervall på 95 % med personen som enhet; det ritas där tillräckligt många svarade.",
            en:
                "The dot is the difference between two questionnaires for those who answered both times, in steps of the questions: to the right of the middle trust has grown. The bar is an interval of 95% with the person as the unit; it is drawn where enough people answered."
        )(language)
    }

    func explanationOnPages(_ language: Language) -> String {
        let spread = study.published ? study.minimumGroup : study.minimumForSingleItems
        let interval = max(spread, ChangeTelling.fewestForInterval)
        return Sentence(
            sv:
                "Skillnader mellan de svarandes egna medelvärden, bland dem som båda gångerna svarat på minst hälften av frågorna. Färre än \(study.minimumGroup) visas ej; hur många som gått upp och ned visas från \(spread) personer, och intervall från \(interval). Har nästan alla gått åt samma håll sägs bara det. \(isForTeam ? "" : "Medelvärden visas bara där alla siffror om en omgång gäller samma personer. ")Frågor som räknas i utfallet räknas inte här. En skillnad i en så liten grupp säger något om dem som svarade, och lite om vad den beror på.",
            en:
                "Differences between the respondents' own means, among those who both times answered at least half of the questions. Fewer than \(study.minimumGroup) are not shown; how many went up and down is shown from \(spread) people up, and intervals from \(interval). Where nearly all went the same way only that is said. \(isForTeam ? "" : "Means are shown only where all figures of a wave are of the same people. ")Questions that count in the outcome do not count here. A difference in so small a group says something about those who answered, and little about what it comes from."
        )(language)
    }
}
