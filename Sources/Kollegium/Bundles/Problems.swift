/// Collects what an import finds wrong (problems, which stop it) and worth knowing (notices, which do not).
/// It goes through the whole import and is confined to it, so that one run tells of every mistake.
final class Problems {
    private(set) var errors = ProblemList(limit: 100)
    private(set) var notices = ProblemList(limit: 20)

    /// True as long as nothing stops the import; notices do not count.
    var isEmpty: Bool { errors.isEmpty }

    /// The number of problems in a file, those beyond the hundred that are kept included.
    func count(in file: String) -> Int { errors.count(in: file) }

    /// Reports a mistake. `line` is the line in the file, the first being 1; a missing file has none.
    func report(_ sentence: @autoclosure () -> Sentence, file: String, line: Int? = nil) {
        errors.add(sentence, file: file, line: line)
    }

    /// Takes in what stopped the reading of a file, so that the other files can still be looked at.
    func report(_ error: BundleError) { errors.add(error.problems) }

    /// Tells of something that is right but may not be what was meant.
    func notice(_ sentence: @autoclosure () -> Sentence, file: String, line: Int? = nil) {
        notices.add(sentence, file: file, line: line)
    }

    /// The problems as people read them, `file:line: sentence`, at most 100 for each file and then the count
    /// of the rest.
    func lines(_ language: Language) -> [String] { errors.lines(language) }

    /// The notices in the same form, at most 20 for each file.
    func noticeLines(_ language: Language) -> [String] { notices.lines(language) }
}

/// A bundle that cannot be taken in, with every reason that was found.
struct BundleError: Error, Equatable {
    let problems: ProblemList
    /// What was worth knowing besides: it often explains a problem.
    private(set) var notices = ProblemList(limit: 20)

    init(_ problems: Problems) {
        self.problems = problems.errors
        notices = problems.notices
    }

    init(_ problems: ProblemList) { self.problems = problems }

    init(_ sentence: Sentence, file: String, line: Int? = nil) {
        var problems = ProblemList(limit: 100)
        problems.add({ sentence }, file: file, line: line)
        self.problems = problems
    }

    /// The reasons as people read them, `file:line: sentence`.
    func lines(_ language: Language) -> [String] { problems.lines(language) }
}
