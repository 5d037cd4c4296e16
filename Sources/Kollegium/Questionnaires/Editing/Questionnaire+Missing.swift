/// What is worded in one language only: whoever reads the other meets the first.
extension Title {
    /// The language that has no words; nil where both have, or neither.
    var missing: Language? {
        switch (sv ?? "", en ?? "") {
        case ("", ""): nil
        case ("", _): .sv
        case (_, ""): .en
        default: nil
        }
    }
}

extension Questionnaire.Item {
    var missing: Language? { label.missing }
}

extension Questionnaire {
    /// What lacks words in a language, as people call it, in the order of the questionnaire.
    func lacking(_ missing: Language) -> [Sentence] {
        var lacking: [Sentence] = []
        if title.missing == missing {
            lacking.append(Sentence(sv: "enkätens namn", en: "the questionnaire’s name"))
        }
        for part in parts {
            let name = Sentence(sv: "”\(part.name(.sv))”", en: "“\(part.name(.en))”")
            if part.title.missing == missing {
                lacking.append(
                    Sentence(sv: "namnet på delen \(name.sv)", en: "the name of the part \(name.en)"))
            }
            let count = part.items.count { $0.missing == missing }
            if count > 0 {
                lacking.append(
                    Sentence(
                        sv: "\(count) \(count == 1 ? "fråga" : "frågor") i \(name.sv)",
                        en: "\(count) \(count == 1 ? "question" : "questions") in \(name.en)"))
            }
        }
        for scale in scales
        where scale.optOut.missing == missing || scale.steps.contains(where: { $0.label.missing == missing })
        {
            lacking.append(Sentence(sv: "skalan ”\(scale.code)”", en: "the scale “\(scale.code)”"))
        }
        for area in areas where area.label.missing == missing {
            lacking.append(
                Sentence(sv: "området ”\(area.name(.sv))”", en: "the area “\(area.name(.en))”"))
        }
        return lacking
    }
}

extension Language {
    /// What is said of something that has no words in it.
    func missing(_ language: Language) -> String {
        switch self {
        case .sv: Sentence(sv: "svenska saknas", en: "Swedish is missing")(language)
        case .en: Sentence(sv: "engelska saknas", en: "English is missing")(language)
        }
    }
}
