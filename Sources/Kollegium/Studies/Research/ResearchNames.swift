import Crypto
import Foundation

/// The names of variables in research files, made from the codes of a questionnaire's items. They are legal in SPSS and
/// in Stata, and an item has the same one in each file: it hangs on the item's own code and, where two codes would get the
/// same name, on which item was there first.
///
/// Small letters; å and ä become a, ö becomes o, and all but letters and digits an underscore; at most 24 characters.
/// What would not begin with a letter gets `q_` before it, and a word that means something to a program, or to us, `_q`
/// behind it. The second of two alike ends in four signs of its code's SHA-256.
struct ResearchNames: Sendable {
    /// By item.
    private(set) var names: [Int64: String] = [:]
    private var taken: Set<String> = []

    /// - Parameter items: in the order in which they came to be.
    init(_ items: [(key: Int64, code: String)]) {
        for item in items {
            var name = Self.name(of: item.code)
            if isTaken(name) { name = name.prefix(19) + "_" + Self.fingerprint(item.code) }
            names[item.key] = name
            taken.formUnion(Self.family(name))
        }
    }

    subscript(item: Int64) -> String { names[item] ?? "q_\(item)" }

    private func isTaken(_ name: String) -> Bool { !taken.isDisjoint(with: Self.family(name)) }

    /// A variable and those that tell more about it.
    enum Ending: String, CaseIterable {
        /// Whether a text is there; the text itself may be left out.
        case state = "_state"
        /// What became of the earlier answer.
        case back = "_back"
        /// The step before the earlier answer was shown.
        case first = "_first"
    }

    private static func family(_ name: String) -> Set<String> {
        Set([name] + Ending.allCases.map { name + $0.rawValue })
    }

    static func name(of code: String) -> String {
        var name = ""
        for scalar in code.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9": name.unicodeScalars.append(scalar)
            default: if scalar.properties.generalCategory != .nonspacingMark { name += "_" }
            }
        }
        name = String(name.prefix(24))
        while name.hasSuffix("_") { name.removeLast() }
        if name.first?.isLetter != true { name = "q_" + name.prefix(22) }
        while name.hasSuffix("_") { name.removeLast() }
        return isReserved(name) ? name.prefix(22) + "_q" : name
    }

    private static func isReserved(_ name: String) -> Bool {
        if name.hasPrefix("str"), name.dropFirst(3).allSatisfy(\.isNumber) { return true }
        // As the further pieces of a long text are called.
        if name.wholeMatch(of: /.*_t[0-9]+/) != nil { return true }
        return spss.contains(name) || stata.contains(name) || ResearchVariable.Own(rawValue: name) != nil
    }

    private static let spss: Set = [
        "all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with",
    ]
    private static let stata: Set = [
        "byte", "double", "float", "if", "in", "int", "long", "strl", "using", "with",
    ]

    private static func fingerprint(_ code: String) -> String {
        SHA256.hash(data: Array(code.precomposedStringWithCanonicalMapping.utf8)).prefix(2).hexadecimal
    }
}
