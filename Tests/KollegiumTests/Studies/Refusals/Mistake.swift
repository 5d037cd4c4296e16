import Support
import Testing

/// One thing that is wrong with an otherwise sound bundle, and the lines that tell it.
typealias Mistake = Altered

extension Mistake {
    /// A line put in the place of one of the small study's, and the one sentence about it.
    init(_ file: String, _ line: Int, _ text: String, _ sentence: String) {
        self.init("\(file):\(line) \(text.prefix(60))", "\(file):\(line): \(sentence)") {
            $0.set(line, of: file, to: text)
        }
    }

    /// Several of a kind, each another value at the same place of a line.
    static func each(
        _ file: String, _ line: Int, _ before: String, _ after: String,
        _ values: KeyValuePairs<String, String>
    ) -> [Mistake] {
        values.map { Mistake(file, line, before + $0.key + after, $0.value) }
    }

    /// Imports the small study with the mistake into an empty database, and expects to be told and nothing else.
    func expectRefusal(sourceLocation: SourceLocation = #_sourceLocation) async throws {
        try await withPlace(.sqlite) { place in
            let ending = try await place.import(TestBundle.small.changed(make))
            #expect(ending.status == 1, sourceLocation: sourceLocation)
            #expect(ending.output == "", sourceLocation: sourceLocation)
            #expect(ending.errorLines == lines, sourceLocation: sourceLocation)
            #expect(try await place.filled() == [], sourceLocation: sourceLocation)
        }
    }
}
