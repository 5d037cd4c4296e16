import Measures

/// What a reviewer reads of the questions' quality, in words and figures.
extension MeasurementQuality {
    static func heading(_ language: Language) -> String {
        Sentence(sv: "Hur väl frågorna mäter", en: "How well the questions measure")(language)
    }

    /// What the measures mean and when they mislead.
    static func explanation(_ language: Language) -> [String] {
        [
            Sentence(
                sv:
                    "Cronbachs alfa säger hur väl en uppsättning frågor hänger ihop, räknat på dem som svarat på alla. Över 0,7 brukar duga. Det vilseleder när frågorna är många (då stiger det av sig självt), när de mäter flera saker, och när de svarande är få: med tjugo personer kan det lätt hamna 0,1 fel.",
                en:
                    "Cronbach's alpha tells how well a set of questions hangs together, reckoned on those who answered all of them. Above 0.7 usually does. It misleads when the questions are many (it then rises by itself), when they measure several things, and when the respondents are few: with twenty people it is easily off by 0.1."
            )(
                language),
            Sentence(
                sv:
                    "ICC(1) är hur stor del av skillnaden mellan personer som är skillnad mellan lag, ICC(2) hur väl lagens medelvärden går att skilja åt. Nära noll eller under betyder att laget inte säger något om svaren, och då är lagens medelvärden mest personer. De vilseleder med få lag: fem lag kan ge nästan vad som helst.",
                en:
                    "ICC(1) is how much of the difference between people is difference between teams, ICC(2) how well the teams' means can be told apart. Near zero or below means that the team says nothing of the answers, and then the teams' means are mostly people. They mislead with few teams: five teams can give nearly anything."
            )(
                language),
            Sentence(
                sv:
                    "rWG(J) säger hur lika ett lags medlemmar svarar, från 0 (som av en slump) till 1 (alla lika). Likformigt jämför med att alla svar är lika troliga; snett med att folk hellre svarar i skalans övre del, och är oftast rimligare. Måttet stiger med antalet frågor och blir 0 när de är oense mer än slumpen. Medelavvikelsen säger samma sak i skalans steg: så långt från lagets medelvärde ligger ett svar i genomsnitt. Enighet är inte tillit: ett lag kan vara enigt om att tilliten är låg.",
                en:
                    "rWG(J) tells how alike a team's members answer, from 0 (as by chance) to 1 (all alike). Uniform compares with all answers being equally likely; skewed with people preferring the upper part of the scale, and is mostly the more reasonable. The measure rises with the number of questions, and is 0 where they disagree more than chance would. The average deviation says the same in steps of the scale: so far from the team's mean lies an answer on average. Agreement is not trust: a team may agree that trust is low."
            )(
                language),
        ]
    }

    /// One row for each set of questions.
    static func table(
        _ sets: [(label: String, quality: MeasurementQuality)], id: String, name: String, _ language: Language
    ) -> ReportTable {
        ReportTable(
            id: id, name: Sentence(sv: "Frågorna", en: "The questions")(language) + " · " + name,
            corner: Sentence(sv: "Frågor om", en: "Questions on")(language),
            columns: [
                Sentence(sv: "Antal frågor", en: "Questions"),
                Sentence(sv: "Svarat på alla", en: "Answered all"),
                Sentence(sv: "Alfa", en: "Alpha"),
                Sentence(sv: "Alfa, standardiserad", en: "Alpha, standardised"),
                Sentence(sv: "Samband mellan frågor", en: "Correlation between questions"),
                Sentence(sv: "ICC(1)", en: "ICC(1)"), Sentence(sv: "ICC(2)", en: "ICC(2)"),
            ].map { .init($0(language)) },
            rows: sets.filter { $0.quality.items > 0 }.map { label, quality in
                ReportTable.Row(
                    heading: label,
                    cells: [
                        .init(language.grouped(quality.items)), .init(language.grouped(quality.complete)),
                        .figure(quality.alpha?.raw, language), .figure(quality.alpha?.standardised, language),
                        .figure(quality.alpha?.averageInterItemCorrelation, language),
                        .figure(quality.correlation?.icc1, language),
                        .figure(quality.correlation?.icc2, language),
                    ])
            })
    }

    /// One row for each team and set of questions.
    static func agreementTable(
        _ sets: [(label: String, quality: MeasurementQuality)], teams: [TeamStore.Name], id: String,
        name: String, _ labels: TeamLabels, _ language: Language
    ) -> ReportTable {
        ReportTable(
            id: id,
            name: Sentence(sv: "Enighet i lagen", en: "Agreement in the teams")(language) + " · " + name,
            corner: Sentence(sv: "Lag", en: "Team")(language),
            columns: [.words(Sentence(sv: "Frågor om", en: "Questions on")(language))]
                + [
                    Sentence(sv: "Personer", en: "People"),
                    Sentence(sv: "rWG(J), likformigt", en: "rWG(J), uniform"),
                    Sentence(sv: "rWG(J), snett", en: "rWG(J), skewed"),
                    Sentence(sv: "Medelavvikelse, steg", en: "Average deviation, steps"),
                ].map { .init($0(language)) },
            rows: teams.flatMap { team in
                sets.compactMap { label, quality in
                    guard let agreement = quality.agreement[team.key] else { return nil }
                    return ReportTable.Row(
                        heading: labels.label(team),
                        cells: [
                            .words(label), .init(language.grouped(agreement.people)),
                            .figure(agreement.uniform, language), .figure(agreement.skewed, language),
                            .figure(agreement.deviation, language),
                        ])
                }
            })
    }
}
