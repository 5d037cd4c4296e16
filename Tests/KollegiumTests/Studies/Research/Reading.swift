import Foundation
import Support
import Testing

@testable import Kollegium

/// A research file as a program that reads such files finds it; cells as texts, nil for nothing.
struct Reading {
    struct Variable {
        let name: String
        let label: String
        let values: [(value: String, words: String)]
        let missing: [Double]
    }

    let variables: [Variable]
    let rows: [[String?]]

    private static let root = (0..<5).reduce(URL(fileURLWithPath: #filePath)) { url, _ in
        url.deletingLastPathComponent()
    }
    private static let readers = root.appending(path: "Tests/KollegiumTests/Witness/Readers")
    /// As it is called: where the link leads it would know none of its packages.
    private static let python = root.path + "/.build/browser/bin/python"

    /// - Parameter reader: `python` or `R`.
    init(_ reader: String, _ path: String) async throws {
        let ending =
            reader == "R"
            ? try await run("Rscript", [Self.readers.appending(path: "read.R").path, path])
            : try await run(Self.python, ["-B", Self.readers.appending(path: "read.py").path, path])
        try #require(ending.status == 0, "\(ending.errors)")
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(ending.output.utf8)) as? [String: Any])
        variables = try #require(json["variables"] as? [[String: Any]]).map { variable in
            Variable(
                name: variable["name"] as? String ?? "", label: variable["label"] as? String ?? "",
                values: (variable["values"] as? [[String]] ?? []).map { ($0[0], $0[1]) },
                missing: (variable["missing"] as? [[Double]] ?? []).flatMap(\.self))
        }
        rows = try #require(json["rows"] as? [[Any]]).map { $0.map(Self.text) }
    }

    /// Numbers without decimals.
    private static func text(_ cell: Any) -> String? {
        switch cell {
        case let text as String: text.isEmpty ? nil : text
        case let number as NSNumber: "\(number.intValue)"
        default: nil
        }
    }
}

/// Holds what was read against the table and the codebook of the same answers.
func expectSame(
    _ read: Reading, _ table: ParsedCSV, _ codebook: ParsedCSV, _ format: ResearchFormat,
    _ language: Language,
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    #expect(read.variables.map(\.name) == table.columns, sourceLocation: sourceLocation)
    try #require(read.rows.count == table.records.count && !read.rows.isEmpty, sourceLocation: sourceLocation)
    for (variable, meaning) in zip(read.variables, codebook.records) {
        let label = meaning["label"] ?? ""
        #expect(
            variable.label == (format == .dta ? label.cut(toCharacters: 80) : label),
            sourceLocation: sourceLocation)
        let words = Dictionary(uniqueKeysWithValues: variable.values.map { ($0.value, $0.words) })
        for step in (meaning["values"] ?? "").split(separator: "; ") {
            let sides = step.split(separator: " = ", maxSplits: 1)
            let told = words[String(sides[0])] ?? words[sides[0] + ".0"]
            #expect(told == String(sides[1]), "\(variable.name)", sourceLocation: sourceLocation)
        }
        guard let missing = meaning["missing"] else { continue }
        let marks = format == .dta ? ["a", "b"] : ["-8.0", "-9.0"]
        let told = marks.map { words[$0] ?? words[$0.replacing(".0", with: "")] ?? "nothing" }
        #expect(missing.hasPrefix("\(told[0]) = -8; \(told[1]) = -9; "), sourceLocation: sourceLocation)
        if format == .sav {
            #expect(Set(variable.missing) == [-8, -9], "\(variable.name)", sourceLocation: sourceLocation)
        }
    }
    var kinds: [String: Int] = [:]
    for (row, record) in zip(read.rows, table.records) {
        for (variable, cell) in zip(read.variables, row) {
            var expected = record[variable.name]
            if format == .dta, expected == "-8" { expected = "a" }
            if format == .dta, expected == "-9" { expected = "b" }
            if expected?.hasPrefix("'=") == true { expected?.removeFirst() }
            kinds[
                expected == nil ? "nothing" : expected == "-8" || expected == "a" ? "opted out" : "else",
                default: 0] += 1
            if cell != expected {
                #expect(cell == expected, "\(variable.name)", sourceLocation: sourceLocation)
            }
        }
    }
    // That they agree must say something.
    #expect(kinds.count == 3, sourceLocation: sourceLocation)
}
