/// The first line of a CSV: which columns there are, and where.
struct CSVHeader {
    /// The number of fields that each record must have.
    private(set) var width = 0
    /// For each column asked for its place in the file, -1 where it is not there.
    private(set) var positions: [Int]
    private(set) var unknownNames: [String] = []
    private(set) var unknownPositions: [Int] = []

    /// The header of a file that could not be read.
    init(columns: [CSVColumn]) { positions = Array(repeating: -1, count: columns.count) }

    /// Reads the first record as a header, and reports what is wrong with it.
    init(_ scanner: CSVScanner, columns: [CSVColumn], file: String, problems: Problems) throws {
        self.init(columns: columns)
        if let problem = try scanner.begin()?.problem {
            problems.report(problem, file: file, line: 1)
            return
        }
        guard try scanner.advance() else {
            problems.report(.emptyFile(columns), file: file, line: 1)
            return
        }
        guard scanner.isWhole, scanner.findings.isEmpty else {
            for finding in scanner.findings {
                problems.report(finding.flaw.sentence, file: file, line: finding.line)
            }
            return
        }
        guard scanner.fieldCount <= CSVScanner.columnLimit else {
            problems.report(
                .tooManyColumns(scanner.fieldCount, most: CSVScanner.columnLimit), file: file,
                line: scanner.line)
            return
        }
        let names = (0..<scanner.fieldCount).map { scanner.field($0).string }
        let sentences = match(names, columns)
        for sentence in sentences { problems.report(sentence, file: file, line: scanner.line) }
        guard sentences.isEmpty else { return }
        width = names.count
        for (index, column) in columns.enumerated() where positions[index] < 0 {
            if let near = Self.nearly(column.name, unknownNames) {
                problems.notice(.perhapsMeant(near, column.name), file: file, line: scanner.line)
            }
        }
    }

    /// Finds the columns by name and gives what is wrong. Strings compare by canonical equivalence, which is
    /// the comparison after NFC that the format asks for.
    private mutating func match(_ names: [String], _ columns: [CSVColumn]) -> [Sentence] {
        if let separator = Self.foreignSeparator(names) { return [.separated(by: separator)] }
        var sentences: [Sentence] = []
        var seen: Set<String> = []
        var named: Set<String> = []
        let wanted = Dictionary(
            columns.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        for (position, name) in names.enumerated() {
            if name.isEmpty {
                sentences.append(.nameless(position + 1))
            } else if !seen.insert(name).inserted {
                if named.insert(name).inserted { sentences.append(.namedTwice(name)) }
            } else if let index = wanted[name] {
                positions[index] = position
            } else {
                unknownNames.append(name)
                unknownPositions.append(position)
            }
        }
        for (index, column) in columns.enumerated() where column.required && positions[index] < 0 {
            sentences.append(.missingColumn(column.name, near: Self.nearly(column.name, unknownNames)))
        }
        return sentences
    }

    /// The separator that a header of a single name seems to be meant with.
    private static func foreignSeparator(_ names: [String]) -> Character? {
        guard names.count == 1 else { return nil }
        return [";", "\t", "|"].first { names[0].contains($0) }
    }

    /// The name among those given that differs from the one wanted by case, spaces and hyphens only.
    private static func nearly(_ name: String, _ names: [String]) -> String? {
        func folded(_ text: String) -> String {
            let letters = text.lowercased().unicodeScalars.filter {
                !$0.properties.isWhitespace && $0 != "\u{FEFF}" && $0 != "_" && $0 != "-"
            }
            return String(String.UnicodeScalarView(letters))
        }
        return names.first { folded($0) == folded(name) }
    }
}
