/// What is wrong with one place of a bundle. The line is that of the file, the first being 1; a missing file
/// has none.
struct Problem: Sendable, Equatable {
    let sentence: Sentence
    let file: String
    let line: Int?
}

/// The problems of a bundle, file by file. A file with a million bad lines must not fill the memory or the
/// screen, so of each file only the first ones are kept, and the rest are counted.
struct ProblemList: Sendable, Equatable {
    /// How many problems of each file are kept.
    let limit: Int
    private var files: [FileProblems] = []
    private var positions: [String: Int] = [:]

    private struct FileProblems: Sendable, Equatable {
        let name: String
        var kept: [Problem] = []
        var rest = 0
    }

    init(limit: Int) { self.limit = limit }

    var isEmpty: Bool { files.isEmpty }

    /// How many problems the file has, those that are only counted included.
    func count(in file: String) -> Int {
        positions[file].map { files[$0].kept.count + files[$0].rest } ?? 0
    }

    /// Adds a problem. The sentence is only made when it is kept.
    mutating func add(_ sentence: () -> Sentence, file: String, line: Int?) {
        let position = position(of: file)
        guard files[position].kept.count < limit else {
            files[position].rest += 1
            return
        }
        files[position].kept.append(Problem(sentence: sentence(), file: file, line: line))
    }

    mutating func add(_ others: ProblemList) {
        for other in others.files {
            for problem in other.kept { add({ problem.sentence }, file: problem.file, line: problem.line) }
            if other.rest > 0 { files[position(of: other.name)].rest += other.rest }
        }
    }

    /// `file:line: sentence` for each problem kept: the files in the order in which they were first met, and
    /// within a file by line, what concerns the whole file first. The rest of a file is one line at its end.
    func lines(_ language: Language) -> [String] {
        files.flatMap { file in
            let name = file.name.printable
            var lines = file.kept.enumerated()
                .sorted { ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset) }
                .map { _, problem in
                    let place = problem.line.map { "\(name):\($0)" } ?? name
                    return "\(place): \(problem.sentence(language))"
                }
            if file.rest > 0 {
                let rest = language.grouped(file.rest)
                let more = Sentence(sv: "och \(rest) till", en: "and \(rest) more")
                lines.append("\(name): \(more(language))")
            }
            return lines
        }
    }

    private mutating func position(of file: String) -> Int {
        if let position = positions[file] { return position }
        positions[file] = files.count
        files.append(FileProblems(name: file))
        return files.count - 1
    }
}
