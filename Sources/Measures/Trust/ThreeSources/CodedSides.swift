/// The indicators of trust, and which side each of their values takes.
enum CodedSides {
    enum Side { case supports, opposes }

    /// All values of the indicators, by form, in the order shown to readers.
    static let values: [TrustForm: [(indicator: String, value: String, side: Side)]] = [
        .process: [
            ("purpose", "shared", .supports), ("purpose", "disputed", .opposes),
            (organisation, "high", .supports), (organisation, "low", .opposes),
            ("supervision-trust", "high", .supports), ("supervision-trust", "low", .opposes),
            ("leadership-distance", "distant", .opposes), ("leadership-distance", "close", .supports),
        ],
        .collective: [
            ("drivers", "present", .supports), ("drivers", "absent", .opposes),
            ("efficacy", "low", .opposes), ("efficacy", "growing", .supports),
            ("efficacy", "established", .supports),
        ],
        .collegial: [
            ("relations", "affirmed", .supports), ("relations", "doubted", .opposes),
            ("climate", "apparent-only", .opposes), ("climate", "open", .supports),
            ("practice", "not-visible", .opposes), ("practice", "visible", .supports),
        ],
    ]

    static let organisation = "organisational-trustworthiness"

    static func side(_ statement: CodedStatement, of form: TrustForm) -> Side? {
        values[form]?.first { $0.indicator == statement.indicator && $0.value == statement.value }?.side
    }
}

extension [CodedStatement] {
    func saying(_ indicator: String, _ values: String...) -> [CodedStatement] {
        filter { $0.indicator == indicator && values.contains($0.value) }
    }

    /// How many voices are sure to be different people's.
    var independentVoices: Int {
        let named = Set(map(\.voice)).subtracting([.unnamed])
        return named.isEmpty && !isEmpty ? 1 : named.count
    }

    var ids: [String] { map(\.id) }
}
