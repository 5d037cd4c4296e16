/// The answers as JSON: what the columns mean, and then a row on each line, its cells in the order of the columns. A
/// number is an answer, null none; opted out and not asked are told as words.
final class ResearchJSON: ResearchTable {
    private let target: any BundleTarget
    private let plan: ResearchPlan
    private var isFirst = true

    static let format = "kollegium-research/1"

    init(_ plan: ResearchPlan, to target: any BundleTarget) throws {
        self.plan = plan
        self.target = target
        try target.begin(plan.subject.fileName + ".json")
        var json = JSONWriter()
        json.object { json in
            json.string("format", Self.format)
            json.string("study", plan.study.code)
            json.string("questionnaire", plan.subject.code)
            json.string("language", plan.language.rawValue)
            json.lines("variables", plan.variables) { json, variable in
                Self.tell(variable, &json, plan.language)
            }
        }
        // The object goes on with its rows.
        try write(Array(json.bytes.dropLast()) + Array(",\n\"rows\": [".utf8))
    }

    private static func tell(_ variable: ResearchVariable, _ json: inout JSONWriter, _ language: Language) {
        json.string("name", variable.name)
        json.string("label", variable.label)
        json.string("kind", variable.kindName)
        if case .number(let steps) = variable.kind {
            json.array("values") { json in
                for step in steps {
                    json.object { json in
                        json.number("value", step.number)
                        json.string("label", step.words)
                    }
                }
            }
        }
        guard variable.isAnswer else { return }
        json.string("optedOut", variable.optedOut)
        json.string("item", variable.about.item)
        json.string("type", variable.about.type)
        json.array("waves") { json in for wave in variable.about.waves { json.number(nil, wave) } }
    }

    func row(_ values: [ResearchValue]) throws {
        var json = JSONWriter()
        json.array { json in
            for (variable, value) in zip(plan.variables, values) {
                switch value {
                case .nothing: json.string(nil, nil)
                case .optedOut:
                    if case .text = variable.kind {
                        json.string(nil, nil)
                    } else {
                        json.string(nil, "opted-out")
                    }
                case .notAsked:
                    if case .text = variable.kind {
                        json.string(nil, nil)
                    } else {
                        json.string(nil, "not-asked")
                    }
                case .number(let number): json.number(nil, number)
                case .text(let text): json.string(nil, text)
                }
            }
        }
        try write(Array((isFirst ? "\n" : ",\n").utf8) + json.bytes)
        isFirst = false
    }

    func close() throws {
        try write(Array("\n]}\n".utf8))
    }

    private func write(_ bytes: [UInt8]) throws { try bytes.withUnsafeBytes(target.write) }
}
