import CYaml
import Foundation

/// Goes through the events of a YAML text and reports what a bundle may not have. It keeps its own short stack
/// and calls itself nowhere, so that a file of nothing but `[` does no harm.
struct YAMLScan {
    /// The largest file, in bytes: 8 MB.
    static let sizeLimit = 8 * 1_048_576
    /// The deepest nesting of lists and mappings.
    static let depthLimit = 64

    private let file: String
    private let problems: Problems
    private var levels: [Level] = []
    private var documents = 0

    private struct Level {
        let isMapping: Bool
        var expectsKey: Bool
        /// The names met so far in the mapping, with their lines.
        var keys: [String: Int] = [:]
    }

    private static let usualTags: Set<String> = Set(
        ["str", "int", "float", "bool", "null", "seq", "map"].map { "tag:yaml.org,2002:" + $0 } + ["!"])

    init(file: String, problems: Problems) {
        self.file = file
        self.problems = problems
    }

    /// Reports whatever is wrong with the text, in whose lines `YAMLText` finds nothing to report.
    mutating func run(_ bytes: [UInt8]) {
        // The parser keeps a pointer to itself, so it needs an address that stays.
        let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
        defer { parser.deallocate() }
        guard yaml_parser_initialize(parser) == 1 else {
            problems.report(.unreadable(ENOMEM), file: file)
            return
        }
        defer { yaml_parser_delete(parser) }
        bytes.withUnsafeBufferPointer { bytes in
            yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
            yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
            while true {
                var event = yaml_event_t()
                guard yaml_parser_parse(parser, &event) == 1 else {
                    reportFailure(parser.pointee, bytes)
                    return
                }
                let goesOn = take(event)
                yaml_event_delete(&event)
                if !goesOn { return }
            }
        }
    }

    /// False when nothing after the event is worth looking at.
    private mutating func take(_ event: yaml_event_t) -> Bool {
        let line = line(event.start_mark)
        switch event.type {
        case YAML_STREAM_END_EVENT:
            if documents == 0 { problems.report(.emptyYAML, file: file) }
            return false
        case YAML_DOCUMENT_START_EVENT:
            documents += 1
            if documents > 1 { report(.severalDocuments, line) }
            return documents == 1
        case YAML_ALIAS_EVENT:
            report(.alias(text(event.data.alias.anchor)), line)
            passNode(key: nil, line)
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            checkProperties(anchor: scalar.anchor, tag: scalar.tag, line)
            let value = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
            if value.contains(0) { report(.controlCharacter, line) }
            passNode(key: String(decoding: value, as: UTF8.self), line)
        case YAML_SEQUENCE_START_EVENT:
            checkProperties(
                anchor: event.data.sequence_start.anchor, tag: event.data.sequence_start.tag, line)
            return enter(isMapping: false, line)
        case YAML_MAPPING_START_EVENT:
            checkProperties(anchor: event.data.mapping_start.anchor, tag: event.data.mapping_start.tag, line)
            return enter(isMapping: true, line)
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
            levels.removeLast()
        default:
            break
        }
        return true
    }

    private mutating func enter(isMapping: Bool, _ line: Int) -> Bool {
        if let level = levels.last, level.isMapping, level.expectsKey { report(.complexKey, line) }
        passNode(key: nil, line)
        guard levels.count < Self.depthLimit else {
            report(.deepYAML(most: Self.depthLimit), line)
            return false
        }
        levels.append(Level(isMapping: isMapping, expectsKey: isMapping))
        return true
    }

    /// Notes a node in the list or mapping that it is in, as a name or as a value by turns.
    private mutating func passNode(key: String?, _ line: Int) {
        guard let last = levels.indices.last, levels[last].isMapping else { return }
        if levels[last].expectsKey, let key {
            if let first = levels[last].keys[key] {
                report(.duplicateKey(key, first: first), line)
            } else {
                levels[last].keys[key] = line
            }
        }
        levels[last].expectsKey.toggle()
    }

    private func checkProperties(
        anchor: UnsafeMutablePointer<UInt8>?, tag: UnsafeMutablePointer<UInt8>?, _ line: Int
    ) {
        if anchor != nil { report(.anchor(text(anchor)), line) }
        if tag != nil, !Self.usualTags.contains(text(tag)) { report(.foreignTag(text(tag)), line) }
    }

    /// Where the text is no YAML. Of something that is never closed, the beginning is told.
    private func reportFailure(_ parser: yaml_parser_t, _ bytes: UnsafeBufferPointer<UInt8>) {
        let problem = parser.problem.map { String(cString: $0) } ?? ""
        // What is missing at the end is placed behind the last line break, on a line that is not there.
        let last = Self.lineCount(bytes)
        func line(_ mark: yaml_mark_t) -> Int { min(self.line(mark), last) }
        if parser.error == YAML_READER_ERROR {
            let before = bytes.prefix(Int(parser.problem_offset))
            report(.controlCharacter, before.count { $0 == 10 } + 1)
        } else if problem.hasPrefix("Maximum nesting level") {
            report(.deepYAML(most: Self.depthLimit), line(parser.problem_mark))
        } else if problem.contains("end of stream"), parser.context != nil {
            report(.neverClosedYAML, line(parser.context_mark))
        } else {
            // A name without its colon is noticed only later than where it stands.
            let mark = problem == "could not find expected ':'" ? parser.context_mark : parser.problem_mark
            report(.brokenYAML(problem, opened: line(parser.context_mark)), line(mark))
        }
    }

    private func report(_ sentence: @autoclosure () -> Sentence, _ line: Int) {
        problems.report(sentence(), file: file, line: line)
    }

    /// libyaml counts lines from 0.
    private func line(_ mark: yaml_mark_t) -> Int { Int(mark.line) + 1 }

    /// Every line break ends a line, an old one of CR alone too; what follows the last is one more.
    private static func lineCount(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let breaks = bytes.indices.count { index in
            bytes[index] == 10 || bytes[index] == 13 && (index + 1 == bytes.count || bytes[index + 1] != 10)
        }
        return breaks + (bytes.last == 10 || bytes.last == 13 ? 0 : 1)
    }

    private func text(_ pointer: UnsafeMutablePointer<UInt8>?) -> String {
        pointer.map { String(cString: $0) } ?? ""
    }
}
