import Measures

/// What levels, forms and indicators are called on the map. Most of the words stand in the YAML of `table3/1`, whose
/// forms, levels and indicators are the same.
enum TrustWords {
    private static let file = try? TrustRulesFile.named("table3/1")

    private static func both(_ text: (TrustRulesFile, Language) -> String, else code: String) -> Sentence {
        guard let file else { return Sentence(sv: code, en: code) }
        return Sentence(sv: text(file, .sv), en: text(file, .en))
    }

    static func form(_ form: TrustForm) -> Sentence {
        both({ $0.form(form, $1) }, else: form.rawValue)
    }

    static func level(_ level: TrustLevel?) -> Sentence {
        both({ $0.level(level, $1) }, else: level?.rawValue ?? "?")
    }

    static func indicator(_ code: String) -> Sentence {
        both({ $0.indicator(code, $1) }, else: code)
    }

    static func value(_ indicator: String, _ value: String) -> Sentence {
        both({ $0.value(indicator, value, $1) }, else: value)
    }

    /// `Tron på vad laget kan tillsammans: växande`.
    static func seen(_ indicator: String, _ value: String) -> Sentence {
        let (about, seen) = (self.indicator(indicator), self.value(indicator, value))
        return Sentence(sv: "\(about.sv): \(seen.sv)", en: "\(about.en): \(seen.en)")
    }

    /// What `three-sources/1` is and how far it reaches, to stand beside the map.
    static let caution = Sentence(
        sv:
            "En nivå är ingen poäng. Den ges av namngivna regler ur tre källor – enkätsvar, kodade belägg och processen själv – och ingen studie har prövat om reglerna håller. De är ett underlag för samtal i laget.",
        en:
            "A level is no score. It is given by named rules from three sources – answers, coded evidence and the process itself – and no study has tested whether the rules hold. They are something for the team to talk from."
    )

    static let running = Sentence(
        sv: "Terminen pågår: nivån gäller som det ser ut i dag.",
        en: "The term is under way: the level is as things stand today.")

    static let frozen = Sentence(
        sv: "Laget har färre än tre medlemmar, så här visas varken nivåer eller antal.",
        en: "The team has fewer than three members, so neither levels nor counts are shown.")

    static let preliminary = Sentence(
        sv: "Preliminär: bara en källa säger något, och en källa ensam ger aldrig hög nivå.",
        en:
            "Preliminary: only one source has something to say, and one source alone never gives a high level."
    )

    static let divided = Sentence(
        sv:
            "Delade meningar: källorna ser olika på saken. Det räknas som tillräckligt högt, men inte som högt.",
        en: "Divided views: the sources see it differently. That counts as high enough, but not as high.")

    static let answers = Sentence(sv: "Svaren", en: "The answers")
    static let coded = Sentence(sv: "Kodade belägg", en: "Coded evidence")
    static let process = Sentence(sv: "Processen själv", en: "The process itself")
    static let speaksFor = Sentence(sv: "Talar för tillit", en: "Speaks for trust")
    static let speaksAgainst = Sentence(sv: "Talar emot", en: "Speaks against")
}

extension TrustFacet {
    var words: Sentence {
        switch self {
        case .benevolence: Sentence(sv: "välvilja", en: "benevolence")
        case .reliability: Sentence(sv: "tillförlitlighet", en: "reliability")
        case .competence: Sentence(sv: "kompetens", en: "competence")
        case .honesty: Sentence(sv: "ärlighet", en: "honesty")
        case .openness: Sentence(sv: "öppenhet", en: "openness")
        }
    }
}
