/// A record of a bundle's CSV file under examination: each question either gives a sound value or reports, at
/// the record's line, what is wrong and what would be right. After all questions `isSound` tells whether the
/// record may be kept.
struct CheckedRow {
    let csv: CSVReader
    let file: String
    let problems: Problems
    private(set) var isSound = true

    init(_ csv: CSVReader, file: String, problems: Problems) {
        self.csv = csv
        self.file = file
        self.problems = problems
    }

    mutating func reject(_ sentence: @autoclosure () -> Sentence) {
        isSound = false
        problems.report(sentence(), file: file, line: csv.line)
    }

    /// Passes the record over without a word, where it fails only because of what has been reported elsewhere.
    mutating func passOver() {
        isSound = false
    }

    func notice(_ sentence: @autoclosure () -> Sentence) {
        problems.notice(sentence(), file: file, line: csv.line)
    }

    /// An identifier of the record itself or of what it refers to.
    mutating func identifier(_ column: Int, _ name: String) -> CSVField? {
        let field = csv.field(column)
        guard !field.isEmpty else {
            reject(.empty(name))
            return nil
        }
        guard field.bytes.count <= 200 else {
            reject(
                Sentence(
                    sv: "”\(name)” är längre än 200 byte; ange en kortare beteckning",
                    en: "“\(name)” is longer than 200 bytes; give a shorter one"))
            return nil
        }
        return field
    }

    mutating func text(_ column: Int, _ name: String) -> String? {
        guard let text = optionalText(column) else {
            reject(.empty(name))
            return nil
        }
        return text
    }

    func optionalText(_ column: Int) -> String? {
        let field = csv.field(column)
        return field.isEmpty ? nil : field.string
    }

    /// One of a few words.
    mutating func word(_ column: Int, _ name: String, of words: [String]) -> String? {
        let field = csv.field(column)
        guard !field.isEmpty else {
            reject(.empty(name))
            return nil
        }
        let text = field.string
        guard words.contains(text) else {
            reject(.notOneOf(name, text, words))
            return nil
        }
        return text
    }

    mutating func day(_ column: Int, _ name: String) -> Day? {
        guard !csv.field(column).isEmpty else {
            reject(.empty(name))
            return nil
        }
        return optionalDay(column, name)
    }

    mutating func optionalDay(_ column: Int, _ name: String) -> Day? {
        let field = csv.field(column)
        guard !field.isEmpty else { return nil }
        guard let day = Day(field.bytes) else {
            reject(.noDay(name, field.string))
            return nil
        }
        return day
    }

    /// A whole number from 0 up; empty is nil.
    mutating func count(_ column: Int, _ name: String, from least: Int = 0) -> Int? {
        let field = csv.field(column)
        guard !field.isEmpty else { return nil }
        guard let number = field.integer(), number >= least, number <= 1_000_000_000 else {
            reject(
                Sentence(
                    sv: "”\(name)” är ”\(field.string.excerpt)”; ange ett heltal från \(least)",
                    en: "“\(name)” is “\(field.string.excerpt)”; give a whole number from \(least) up"))
            return nil
        }
        return number
    }

    /// A number with a decimal point, within bounds; empty is nil.
    mutating func decimal(_ column: Int, _ name: String, within bounds: ClosedRange<Double>) -> Double? {
        let field = csv.field(column)
        guard !field.isEmpty else { return nil }
        let plain = field.bytes.allSatisfy { "0123456789.".utf8.contains($0) }
        guard plain, let number = Double(field.string), bounds.contains(number) else {
            let (least, most) = (Int(bounds.lowerBound), Int(bounds.upperBound))
            reject(
                Sentence(
                    sv: "”\(name)” är ”\(field.string.excerpt)”; ange ett tal från \(least) till \(most), "
                        + "med decimalpunkt",
                    en: "“\(name)” is “\(field.string.excerpt)”; give a number from \(least) to \(most), "
                        + "with a decimal point"))
            return nil
        }
        return number
    }
}

extension Sentence {
    static func empty(_ name: String) -> Sentence {
        Sentence(sv: "”\(name)” är tomt; det måste ha ett värde", en: "“\(name)” is empty; it needs a value")
    }

    static func notOneOf(_ name: String, _ text: String, _ words: [String]) -> Sentence {
        let list = words.joined(separator: ", ")
        return Sentence(
            sv: "”\(name)” är ”\(text.excerpt)”; det ska vara ett av: \(list)",
            en: "“\(name)” is “\(text.excerpt)”; it should be one of: \(list)")
    }

    static func noDay(_ name: String, _ text: String) -> Sentence {
        Sentence(
            sv: "”\(name)” är ”\(text.excerpt)”, som inte är ett datum; skriv som 2014-06-05",
            en: "“\(name)” is “\(text.excerpt)”, which is no date; write it as 2014-06-05")
    }

    /// A reference that leads nowhere: `name` says which column, `file` where the thing should stand.
    static func unknown(_ name: String, _ text: String, in file: String) -> Sentence {
        Sentence(
            sv: "”\(name)” är ”\(text.excerpt)”, som inte finns i \(file)",
            en: "“\(name)” is “\(text.excerpt)”, which is not in \(file)")
    }

    static func repeated(_ name: String, _ text: String) -> Sentence {
        Sentence(
            sv: "”\(name)” är ”\(text.excerpt)”, som redan finns på en tidigare rad; det ska vara unikt",
            en: "“\(name)” is “\(text.excerpt)”, which an earlier row has already; it should be unique")
    }

    static func neverMember(_ person: String, _ team: String) -> Sentence {
        Sentence(
            sv: "”\(person.excerpt)” har aldrig varit med i lag ”\(team.excerpt)” enligt memberships.csv",
            en: "“\(person.excerpt)” has never been a member of team “\(team.excerpt)” in memberships.csv"
        )
    }

    static func outsideMembership(_ person: String, _ team: String) -> Sentence {
        Sentence(
            sv: "datumet ligger utanför den tid som ”\(person.excerpt)” var med i lag ”\(team.excerpt)”",
            en: "the date lies outside the time that “\(person.excerpt)” was in team “\(team.excerpt)”")
    }
}
