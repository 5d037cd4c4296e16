/// What is wrong with a form, each mistake with the field it stands at, in the order of the form. A field of a list
/// has its place in its name: `phases.2.from`. The empty name is the form as a whole.
struct FormProblems: Sendable, Equatable {
    struct Problem: Sendable, Equatable {
        let field: String
        let sentence: Sentence
    }

    private(set) var all: [Problem] = []

    var isEmpty: Bool { all.isEmpty }

    /// What is wrong with one field; one sentence is enough to mend it by.
    subscript(field: String) -> Sentence? { all.first { $0.field == field }?.sentence }

    mutating func report(_ field: String, _ sentence: Sentence) {
        all.append(Problem(field: field, sentence: sentence))
    }
}

/// A person's mistake. Nothing was changed, and what they typed is still in the draft that they gave.
struct FormRefusal: Error, Equatable {
    let problems: FormProblems

    init(_ problems: FormProblems) {
        self.problems = problems
    }

    /// One mistake; without a field it is the form's as a whole.
    init(_ field: String = "", _ sentence: Sentence) {
        var problems = FormProblems()
        problems.report(field, sentence)
        self.problems = problems
    }
}

/// What came of a draft: what it says, where all of it makes sense, or what is wrong.
struct Examined<Values: Sendable>: Sendable {
    let values: Values?
    let problems: FormProblems

    init(_ form: FormReading, _ make: () -> Values?) {
        problems = form.problems
        values = form.problems.isEmpty ? make() : nil
    }

    /// - Throws: `FormRefusal` with all that is wrong.
    func sound() throws -> Values {
        guard let values else { throw FormRefusal(problems) }
        return values
    }
}
