/// The indicators of trust that the bundle format knows, each with the form it speaks of and its values.
enum TrustIndicators {
    struct Indicator: Sendable {
        let code: String
        let form: String
        let values: [String]
    }

    static let forms = ["process", "collegial", "collective"]
    static let facets = ["benevolence", "reliability", "competence", "honesty", "openness"]

    static let all = [
        Indicator(code: "purpose", form: "process", values: ["shared", "disputed"]),
        Indicator(code: "organisational-trustworthiness", form: "process", values: ["high", "low"]),
        Indicator(code: "supervision-trust", form: "process", values: ["high", "low"]),
        Indicator(code: "leadership-distance", form: "process", values: ["distant", "close"]),
        Indicator(code: "drivers", form: "collective", values: ["present", "absent"]),
        Indicator(code: "efficacy", form: "collective", values: ["low", "growing", "established"]),
        Indicator(code: "relations", form: "collegial", values: ["affirmed", "doubted"]),
        Indicator(code: "climate", form: "collegial", values: ["apparent-only", "open"]),
        Indicator(code: "practice", form: "collegial", values: ["not-visible", "visible"]),
    ]
}
