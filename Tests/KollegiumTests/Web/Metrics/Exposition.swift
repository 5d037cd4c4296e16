/// The metrics as a strict reader of format 0.0.4 takes them: anything that the format does not allow is an error.
struct Exposition {
    struct Flaw: Error, CustomStringConvertible {
        let description: String
    }

    struct Sample: Equatable {
        let name: String
        let labels: [String: String]
        let value: Double
    }

    struct Family {
        var type = "untyped"
        var help: String?
        var samples: [Sample] = []
    }

    private(set) var families: [String: Family] = [:]

    init(_ bytes: [UInt8]) throws {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw Flaw(description: "no UTF-8") }
        guard text.isEmpty || text.hasSuffix("\n") else {
            throw Flaw(description: "the last line has no end")
        }
        var current: String?
        for line in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            var reader = Reader(Array(line))
            if reader.take("# HELP ") {
                let name = try reader.name(colons: true)
                try reader.expect(" ")
                guard families[name] == nil else { throw Flaw(description: "\(name) comes twice") }
                families[name] = Family(help: try reader.escaped(until: nil))
                current = name
            } else if reader.take("# TYPE ") {
                let name = try reader.name(colons: true)
                try reader.expect(" ")
                guard name == current, families[name]?.samples.isEmpty == true else {
                    throw Flaw(description: "a type apart from its family: \(name)")
                }
                let type = reader.rest
                guard ["counter", "gauge", "histogram"].contains(type) else {
                    throw Flaw(description: "type \(type)")
                }
                families[name]?.type = type
            } else {
                let sample = try reader.sample()
                guard let current, let family = families[current] else {
                    throw Flaw(description: "no family")
                }
                let endings = family.type == "histogram" ? ["_bucket", "_sum", "_count"] : [""]
                guard endings.contains(where: { sample.name == current + $0 }) else {
                    throw Flaw(description: "\(sample.name) in the family \(current)")
                }
                guard
                    !family.samples.contains(where: { $0.name == sample.name && $0.labels == sample.labels })
                else {
                    throw Flaw(description: "\(sample) comes twice")
                }
                families[current]?.samples.append(sample)
            }
        }
        for (name, family) in families where family.type == "histogram" { try Self.check(name, family) }
    }

    /// The buckets of each histogram grow towards infinity, where they are the count.
    private static func check(_ name: String, _ family: Family) throws {
        let series = Dictionary(grouping: family.samples) { $0.labels.filter { $0.key != "le" } }
        for (labels, samples) in series {
            let buckets = samples.filter { $0.name == name + "_bucket" }
            let bounds = try buckets.map { bucket in
                guard let le = bucket.labels["le"], let bound = Reader.number(le) else {
                    throw Flaw(description: "a bucket without bound in \(name)")
                }
                return bound
            }
            let counts = buckets.map(\.value)
            guard bounds == bounds.sorted(), Set(bounds).count == bounds.count, bounds.last == .infinity,
                counts == counts.sorted(), samples.filter({ $0.name == name + "_sum" }).count == 1,
                samples.filter({ $0.name == name + "_count" }).map(\.value) == [counts.last ?? -1]
            else { throw Flaw(description: "the histogram \(name) \(labels) does not agree with itself") }
        }
    }

    subscript(_ name: String, _ labels: [String: String] = [:]) -> Double? {
        families.values.lazy.flatMap(\.samples).first { $0.name == name && $0.labels == labels }?.value
    }

    private struct Reader {
        private let scalars: [Unicode.Scalar]
        private var place = 0

        init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

        private var next: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }
        var rest: String { scalars[place...].reduce(into: "") { $0.unicodeScalars.append($1) } }

        mutating func take(_ text: String) -> Bool {
            let wanted = Array(text.unicodeScalars)
            guard scalars[place...].starts(with: wanted) else { return false }
            place += wanted.count
            return true
        }

        mutating func expect(_ text: String) throws {
            guard take(text) else { throw Flaw(description: "“\(text)” expected before “\(rest)”") }
        }

        mutating func name(colons: Bool) throws -> String {
            var name = ""
            while let scalar = next {
                switch scalar {
                case "a"..."z", "A"..."Z", "_": break
                case "0"..."9" where !name.isEmpty: break
                case ":" where colons: break
                default:
                    guard !name.isEmpty else { throw Flaw(description: "no name at “\(rest)”") }
                    return name
                }
                name.unicodeScalars.append(scalar)
                place += 1
            }
            guard !name.isEmpty else { throw Flaw(description: "no name") }
            return name
        }

        mutating func escaped(until end: Unicode.Scalar?) throws -> String {
            var text = ""
            while let scalar = next, scalar != end {
                place += 1
                guard scalar == "\\" else {
                    text.unicodeScalars.append(scalar)
                    continue
                }
                switch next {
                case "\\": text += "\\"
                case "n": text += "\n"
                case "\"" where end != nil: text += "\""
                default: throw Flaw(description: "a stray backslash")
                }
                place += 1
            }
            guard end == nil || next == end else { throw Flaw(description: "a text without end") }
            return text
        }

        mutating func sample() throws -> Sample {
            let name = try name(colons: true)
            var labels: [String: String] = [:]
            if take("{") {
                repeat {
                    let label = try self.name(colons: false)
                    try expect("=\"")
                    guard labels.updateValue(try escaped(until: "\""), forKey: label) == nil else {
                        throw Flaw(description: "the label \(label) comes twice")
                    }
                    try expect("\"")
                } while take(",")
                try expect("}")
            }
            try expect(" ")
            guard let value = Self.number(rest) else { throw Flaw(description: "“\(rest)” is no number") }
            return Sample(name: name, labels: labels, value: value)
        }

        static func number(_ text: String) -> Double? {
            switch text {
            case "+Inf": return .infinity
            case "-Inf": return -.infinity
            case "NaN": return .nan
            default:
                guard text.utf8.allSatisfy({ "0123456789.e+-".utf8.contains($0) }) else { return nil }
                return Double(text)
            }
        }
    }
}
