/// What each column of a research file means, a row for each.
struct Codebook {
    static let columns = [
        "variable", "label", "kind", "values", "missing", "item", "type", "form", "facet", "area", "waves",
    ]

    let rows: [[String]]

    init(_ plan: ResearchPlan) {
        rows = plan.variables.map { variable in
            let about = variable.about
            return [
                variable.name, variable.label, variable.kindName, variable.values,
                variable.missing(plan.language), about.item, about.type, about.form, about.facet, about.area,
                about.waves.map(String.init).joined(separator: " "),
            ]
        }
    }
}

extension ResearchVariable {
    /// The format's own word.
    var kindName: String {
        switch kind {
        case .word: "code"
        case .number: "number"
        case .text: "text"
        }
    }

    var steps: [Step] {
        if case .number(let steps) = kind { steps } else { [] }
    }

    fileprivate var values: String {
        steps.map { "\($0.number) = \($0.words)" }.joined(separator: "; ")
    }

    fileprivate func missing(_ language: Language) -> String {
        guard isAnswer, case .number = kind else { return "" }
        let nothing = Sentence(sv: "obesvarad = tomt", en: "not answered = empty")(language)
        // The words first: a cell that began with the number would look like a formula.
        return
            "\(optedOut) = \(Self.optedOutNumber); \(Self.notAsked(language)) = \(Self.notAskedNumber); \(nothing)"
    }
}
