/// What is wrong with a form that was sent, summed up above it, each with the way to its field.
struct Mistakes: Sendable, Hashable {
    let heading: String
    let list: [Mistake]

    struct Mistake: Sendable, Hashable {
        let words: String
        /// nil for what is wrong with the form as a whole.
        let path: String?
    }

    init(_ problems: FormProblems, _ language: Language) {
        let count = problems.all.count
        heading =
            (count == 1
            ? Sentence(
                sv: "En sak att rätta; inget har gått förlorat", en: "One thing to mend; nothing is lost")
            : Sentence(
                sv: "\(count) saker att rätta; inget har gått förlorat",
                en: "\(count) things to mend; nothing is lost"))(language)
        list = problems.all.map {
            Mistake(words: $0.sentence.asWhole(language), path: $0.field.isEmpty ? nil : "#" + $0.field)
        }
    }

    init?(_ problems: FormProblems?, _ language: Language) {
        guard let problems, !problems.isEmpty else { return nil }
        self.init(problems, language)
    }
}

extension PageHeading {
    /// The title of a page with a form; it begins with what one has to know first.
    static func form(_ title: Sentence, _ problems: FormProblems?, _ language: Language) -> PageHeading {
        let isWrong = !(problems?.isEmpty ?? true)
        let mark = isWrong ? Sentence(sv: "Fel: ", en: "Error: ")(language) : ""
        return PageHeading(title: mark + title(language))
    }
}
