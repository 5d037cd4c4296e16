import Measures

/// What questionnaires are called on pages.
extension ItemType {
    func name(_ language: Language) -> String {
        let name =
            switch self {
            case .rating: Sentence(sv: "Skattning på en skala", en: "Rating on a scale")
            case .choice: Sentence(sv: "Val av ett", en: "Choice of one")
            case .text: Sentence(sv: "Öppen fråga", en: "Open question")
            case .goal: Sentence(sv: "Mål", en: "Goal")
            case .goalReview: Sentence(sv: "Uppföljning av målen", en: "Review of the goals")
            case .goalExtent: Sentence(sv: "Hur långt ett mål nåddes", en: "How far a goal was reached")
            case .ranking: Sentence(sv: "Rangordning", en: "Ranking")
            }
        return name(language)
    }

    /// What it is for, in a sentence.
    func purpose(_ language: Language) -> String {
        let purpose =
            switch self {
            case .rating:
                Sentence(
                    sv: "Ett steg av några. Går att följa från gång till gång.",
                    en: "One step of some. Can be followed from time to time.")
            case .choice:
                Sentence(sv: "Ett av några alternativ.", en: "One of some alternatives.")
            case .text: Sentence(sv: "Svar med egna ord.", en: "An answer in one’s own words.")
            case .goal:
                Sentence(
                    sv: "Ett mål med egna ord, som följs upp nästa gång.",
                    en: "A goal in one’s own words, which is reviewed next time.")
            case .goalReview, .goalExtent:
                Sentence(
                    sv: "Hur långt vart och ett av målen från förra delen nåddes.",
                    en: "How far each of the goals of the part before was reached.")
            case .ranking: Sentence(sv: "Några saker i ordning.", en: "Some things in order.")
            }
        return purpose(language)
    }
}

extension Sentence {
    /// Told to whoever asks for something in people's own words.
    static let readersOfOwnWords = Sentence(
        sv:
            "Det som skrivs med egna ord läses inte av programledningen, bara av studiens forskare, och bara från dem som har sagt ja till det.",
        en:
            "What is written in people’s own words is not read by programme leaders, only by the study’s researchers, and only of those who said yes to that."
    )
}

extension Questionnaire {
    /// Whom it is for, in words.
    func audienceName(_ language: Language) -> String { Self.audienceName(audience, asks, language) }

    static func audienceName(_ audience: String, _ asks: Wave.Asked, _ language: Language) -> String {
        let isLeaders = audience == "school-leader"
        let name =
            switch asks {
            case .members:
                isLeaders
                    ? Sentence(sv: "skolledare", en: "school leaders")
                    : Sentence(sv: "lärare", en: "teachers")
            case .leavers:
                isLeaders
                    ? Sentence(sv: "skolledare som slutar", en: "school leaders who leave")
                    : Sentence(sv: "lärare som lämnar ett lag", en: "teachers who leave a team")
            }
        return name(language)
    }
}

extension StandingQuestionnaire.Part {
    /// Whether its day has not come: a demonstration may take place before some of its answers were given.
    func isAhead(on today: Day) -> Bool { stage == .answered && opens.map { today < $0 } ?? false }

    func words(on today: Day, _ language: Language) -> String {
        let words =
            switch stage {
            case .answered where isAhead(on: today): Sentence(sv: "inte planerad", en: "not planned")
            case .waiting: Sentence(sv: "inte planerad", en: "not planned")
            case .planned:
                opens.map {
                    Sentence(sv: "öppnar \(Language.sv.date($0))", en: "opens \(Language.en.date($0))")
                } ?? Sentence(sv: "planerad", en: "planned")
            case .open: Sentence(sv: "öppen", en: "open")
            case .closed: Sentence(sv: "stängd", en: "closed")
            case .answered: Sentence(sv: "besvarad", en: "answered")
            }
        return words(language)
    }
}

/// The words of the forms of trust and their sides, for those who write questions.
enum TrustItemWords {
    static func form(_ form: String, _ language: Language) -> String {
        TrustForm(rawValue: form).map { TrustWords.form($0)(language) } ?? form
    }

    static func facet(_ facet: String, _ language: Language) -> String {
        let words: Sentence? =
            switch TrustFacet(rawValue: facet) {
            case .benevolence: Sentence(sv: "välvilja", en: "benevolence")
            case .reliability: Sentence(sv: "tillförlitlighet", en: "reliability")
            case .competence: Sentence(sv: "kompetens", en: "competence")
            case .honesty: Sentence(sv: "ärlighet", en: "honesty")
            case .openness: Sentence(sv: "öppenhet", en: "openness")
            case nil: nil
            }
        return words?(language) ?? facet
    }
}
