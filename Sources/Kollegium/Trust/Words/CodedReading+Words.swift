import Measures

extension CodedReading.Reason {
    var words: Sentence {
        switch self {
        case .organisationDistrusted:
            Sentence(
                sv: "Två oberoende källor visar låg tilltro till hur ledning eller handledning bär arbetet.",
                en:
                    "Two independent sources show low trust in how leadership or supervision carries the work."
            )
        case .purposeDisputed:
            Sentence(
                sv: "Två oberoende källor visar skilda meningar om vad arbetet är till för.",
                en: "Two independent sources show disagreement about what the work is for.")
        case .leadershipApart:
            Sentence(
                sv: "Organisationen har förtroende, medan ledningen står på avstånd från arbetet.",
                en: "The organisation is trusted, while leadership stands at a distance from the work.")
        case .organisationTrusted:
            Sentence(
                sv: "Organisationen har förtroende, och ingen källa säger emot.",
                en: "The organisation is trusted, and no source says otherwise.")
        case .efficacyLow:
            Sentence(
                sv: "Två oberoende källor visar låg tro på vad laget kan tillsammans, som det är nu.",
                en: "Two independent sources show low belief in what the team can do together, as it is now.")
        case .efficacyCarried:
            Sentence(
                sv: "Tron på vad laget kan tillsammans är etablerad, och det finns kollegor som går före.",
                en: "Belief in what the team can do together is established, and colleagues lead the way.")
        case .efficacyOnItsWay:
            Sentence(
                sv:
                    "Tron på vad laget kan tillsammans växer, eller är etablerad utan belägg för att kollegor går före.",
                en:
                    "Belief in what the team can do together is growing, or established without evidence that colleagues lead the way."
            )
        case .efficacyNotDoubted:
            Sentence(
                sv: "Inget är sagt om tron på vad laget kan tillsammans, men organisationen har förtroende.",
                en:
                    "Nothing is said of the belief in what the team can do together, but the organisation is trusted."
            )
        case .relationsDoubted:
            Sentence(
                sv:
                    "Två oberoende källor visar tvivel om välviljan, ärligheten eller öppenheten mellan kollegor. Det gäller relationerna, inte någon enskild.",
                en:
                    "Two independent sources show doubt about benevolence, honesty or openness between colleagues. It concerns the relations, not any one person."
            )
        case .harmonyWithoutPractice:
            Sentence(
                sv:
                    "Två oberoende källor visar ett gott klimat på ytan och en praktik som inte har visats, så tilliten har ännu inte fått bära något.",
                en:
                    "Two independent sources show a climate that is good on the surface and practice that has not been shown, so trust has not yet had to carry anything."
            )
        case .relationsAffirmed:
            Sentence(
                sv: "Välvilja, ärlighet och öppenhet mellan kollegor bekräftas.",
                en: "Benevolence, honesty and openness between colleagues are affirmed.")
        case .dividedViews: TrustWords.divided
        case .lowFromOneSource:
            Sentence(
                sv:
                    "Ett belägg visar låg tillit, men inget belägg från någon annan gör det. Två oberoende behövs för låg nivå, så beläggen ger ingen nivå. Men så länge det står blir nivån inte hög.",
                en:
                    "One piece of evidence shows low trust, but none from anybody else does. A low level takes two independent ones, so the evidence gives no level. But as long as it stands, the level is not high."
            )
        case .noEvidence:
            Sentence(
                sv: "Det finns inga kodade belägg som avgör nivån.",
                en: "There is no coded evidence that decides the level."
            )
        }
    }
}

extension CodedStatement {
    /// What was seen, by what kind of source and when. A source that is not known by name is “another source”.
    var words: Sentence {
        Sentence(sv: told(.sv), en: told(.en))
    }

    /// The same without its id in the study, for those who know no ids.
    func plain(_ language: Language) -> String {
        let seen = TrustWords.seen(indicator, value)(language)
        let origin = origin(language).joined(separator: ", ")
        return origin.isEmpty ? seen : "\(seen) (\(origin))"
    }

    private func told(_ language: Language) -> String {
        let seen = TrustWords.seen(indicator, value)(language)
        return "\(seen) (\((origin(language) + [id]).joined(separator: ", ")))"
    }

    private func origin(_ language: Language) -> [String] {
        [source.map { EvidenceSource.words($0, language) }, Day(date).map { language.date($0) }]
            .compactMap(\.self)
    }
}

extension CodedChange {
    var words: Sentence {
        let seen = TrustWords.seen(indicator, value)
        guard let instead else {
            return Sentence(
                sv: "Ett belägg till, från någon annan, visar ”\(seen.sv)”.",
                en: "One more piece of evidence, from somebody else, shows “\(seen.en)”.")
        }
        return Sentence(
            sv: "Belägget \(instead) visar i stället ”\(seen.sv)”.",
            en: "The evidence \(instead) shows instead “\(seen.en)”.")
    }

    /// The same, the evidence told by what it says and where it comes from, and not by its id.
    func words(among statements: [CodedStatement]) -> Sentence {
        guard let present = statements.first(where: { $0.id == instead }) else { return words }
        let seen = TrustWords.seen(indicator, value)
        return Sentence(
            sv: "I stället för ”\(present.plain(.sv))” visar samma källa ”\(seen.sv)”.",
            en: "Instead of “\(present.plain(.en))” the same source shows “\(seen.en)”.")
    }
}
