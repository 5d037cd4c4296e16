import Foundation
import Yams

/// Reads a YAML file of a bundle into Yams' tree, after looking at it for what a bundle may not have: anchors
/// and aliases, tags of other kinds than the usual, several documents, a name used twice in a mapping, and
/// nesting without end. Each is reported at its line; nil where there was anything to report.
func parseYAML(_ bytes: [UInt8], file: String, problems: Problems) -> Node? {
    var bytes = bytes[...]
    if bytes.count > YAMLScan.sizeLimit {
        problems.report(.largeYAML, file: file)
        return nil
    }
    if let mark = ByteOrderMark(bytes) {
        if let problem = mark.problem {
            problems.report(problem, file: file, line: 1)
            return nil
        }
        bytes = bytes.dropFirst(3)
    }
    let known = problems.count(in: file)
    bytes.withUnsafeBufferPointer { bytes in
        YAMLText.forEachLine(bytes) { line, number in
            for sentence in YAMLText.problems(line) { problems.report(sentence, file: file, line: number) }
        }
    }
    guard problems.count(in: file) == known else { return nil }

    var scan = YAMLScan(file: file, problems: problems)
    scan.run(Array(bytes))
    guard problems.count(in: file) == known else { return nil }

    guard let node = try? Yams.compose(yaml: String(decoding: bytes, as: UTF8.self)) else {
        problems.report(.emptyYAML, file: file)
        return nil
    }
    return node
}

extension Node {
    /// The line on which the node begins, the first of the file being 1. Nil for nodes that were not read.
    var line: Int? { mark?.line }
}
