import Measures

extension TrustCap {
    /// What holds the level down, and how far.
    var words: Sentence {
        switch self {
        case .purposeDisputed:
            Sentence(
                sv: "Syftet med arbetet är omtvistat. Då är processtilliten som högst låg.",
                en: "The purpose of the work is disputed. Trust in the process is then low at most.")
        case .organisationUnresolved:
            Sentence(
                sv: "Organiseringen var olöst under terminen. Då är processtilliten som högst låg.",
                en: "The organisation was unresolved in the term. Trust in the process is then low at most.")
        case .noLeaderFeedback:
            Sentence(
                sv:
                    "Ingen återkoppling från ledningen är noterad under terminen. Då är processtilliten som högst tillräckligt hög.",
                en:
                    "No feedback from leaders is noted in the term. Trust in the process is then high enough at most."
            )
        case .teamSplit:
            Sentence(
                sv: "Laget är delat. Då är den kollektiva tilliten som högst låg.",
                en: "The team is split. Collective trust is then low at most.")
        case .exemptionNotAgreed:
            Sentence(
                sv:
                    "Ett undantag gäller som laget och ledningen inte har kommit överens om gemensamt. Då är den kollektiva tilliten som högst tillräckligt hög.",
                en:
                    "An exemption stands that the team and its leaders did not agree on jointly. Collective trust is then high enough at most."
            )
        case .reductionNotAgreed:
            Sentence(
                sv:
                    "Ramen är minskad utan gemensam överenskommelse. Då är den kollektiva tilliten som högst tillräckligt hög.",
                en:
                    "The frame is reduced without a joint agreement. Collective trust is then high enough at most."
            )
        case .harmonyWithoutPractice:
            Sentence(
                sv:
                    "Harmoni utan praktik: både handledaren och laget ser ett gott klimat på ytan och en praktik som inte visas, efter tredje terminen. Då är den kollegiala tilliten som högst låg.",
                en:
                    "Harmony without practice: supervisor and team both see a climate that is good on the surface and practice that is not shown, after the third term. Collegial trust is then low at most."
            )
        }
    }
}

extension FormVerdict.Combination {
    var words: Sentence {
        switch self {
        case .medianOfThree:
            Sentence(
                sv: "Tre källor säger något. Den mittersta av deras nivåer gäller.",
                en: "Three sources have something to say. The middle one of their levels holds.")
        case .lowerOfTwo:
            Sentence(
                sv: "Två källor säger något. Den lägre av deras nivåer gäller.",
                en: "Two sources have something to say. The lower of their levels holds.")
        case .oneAlone: TrustWords.preliminary
        case .noSource:
            Sentence(sv: "Ingen källa räcker för en nivå.", en: "No source is enough for a level.")
        }
    }
}
