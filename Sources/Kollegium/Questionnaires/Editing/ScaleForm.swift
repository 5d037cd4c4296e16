/// A scale as somebody types it: its steps from the lowest, a row for each; an empty row is none.
///
/// Fields: `steps.0.sv`, `steps.0.en`, `steps.0.value` and on, `optOutSV`, `optOutEN`, `code` (of a new one).
struct ScaleForm: Sendable, Equatable {
    var code = ""
    var steps: [Step] = []
    var optOutSV = ""
    var optOutEN = ""

    struct Step: Sendable, Equatable {
        var sv = ""
        var en = ""
        var value = ""

        var isBlank: Bool { [sv, en, value].allSatisfy { TypedText($0).isEmpty } }
    }

    /// More than anybody can tell apart.
    static let mostSteps = 20

    init() {}

    init(_ scale: Questionnaire.Scale) {
        code = scale.code
        steps = scale.steps.map {
            Step(sv: $0.label.sv ?? "", en: $0.label.en ?? "", value: $0.value ?? "")
        }
        optOutSV = scale.optOut.sv ?? ""
        optOutEN = scale.optOut.en ?? ""
    }

    init(_ sent: Form) {
        code = sent["code"]
        while steps.count < Self.mostSteps, sent.has("steps.\(steps.count).sv") {
            let row = "steps.\(steps.count)"
            steps.append(
                Step(sv: sent[row + ".sv"], en: sent[row + ".en"], value: sent[row + ".value"]))
        }
        optOutSV = sent["optOutSV"]
        optOutEN = sent["optOutEN"]
    }

    var basis: String {
        FormBasis.of([code, optOutSV, optOutEN] + steps.flatMap { [$0.sv, $0.en, $0.value] })
    }

    /// - Parameter present: the scale that is changed; nil for a new one.
    /// - Throws: `FormRefusal` with all that is wrong.
    func scale(in content: Questionnaire, present: Questionnaire.Scale?) throws -> Questionnaire.Scale {
        var reading = FormReading()
        var name = present?.code ?? ""
        if present == nil {
            name = reading.text("code", code, most: 60, missing: .nameMissing) ?? ""
            if content.scales.contains(where: { $0.code == name }) {
                reading.report(
                    "code",
                    Sentence(
                        sv: "det finns redan en skala som heter så",
                        en: "there is a scale of that name already"))
            }
        }
        var steps = self.steps.enumerated().filter { !$0.element.isBlank }.map { place, step in
            let row = "steps.\(place)"
            return Questionnaire.Scale.Step(
                value: reading.text(row + ".value", step.value, most: 60),
                label: Title(
                    sv: reading.text(row + ".sv", step.sv), en: reading.text(row + ".en", step.en)))
        }
        examine(steps, in: content, &reading)
        let isUnvalued = !steps.contains { $0.value != nil }
        let isChoice = content.parts.contains { part in
            part.items.contains { $0.type == .choice && $0.scale == name }
        }
        // Of a new one nobody has files yet; a choice cannot do without.
        if isUnvalued, present == nil || isChoice {
            for place in steps.indices { steps[place].value = "\(place + 1)" }
        }
        let optOut = Title(
            sv: reading.text("optOutSV", optOutSV), en: reading.text("optOutEN", optOutEN))
        return try Examined(reading) {
            Questionnaire.Scale(code: name, steps: steps, optOut: optOut, extra: present?.extra)
        }.sound()
    }

    private func examine(
        _ steps: [Questionnaire.Scale.Step], in content: Questionnaire, _ reading: inout FormReading
    ) {
        guard !steps.isEmpty else {
            reading.report(
                "steps.0.sv",
                Sentence(sv: "skriv stegen, det lägsta först", en: "write the steps, the lowest first"))
            return
        }
        // A file has one list for each language and one for values, all of them as long.
        let columns = [
            ("sv", steps.map(\.label.sv)), ("en", steps.map(\.label.en)), ("value", steps.map(\.value)),
        ]
        for (name, texts) in columns where texts.contains(nil) && texts.contains(where: { $0 != nil }) {
            guard let place = texts.firstIndex(of: nil) else { continue }
            let row = self.steps.indices.filter { !self.steps[$0].isBlank }[place]
            reading.report(
                "steps.\(row).\(name)",
                Sentence(
                    sv: "fyll i det här för alla steg, eller inte för något",
                    en: "fill this in for all steps, or for none"))
        }
        let values = steps.compactMap(\.value)
        if Set(values).count < values.count {
            reading.report(
                "steps.0.value",
                Sentence(sv: "två steg har samma värde", en: "two steps have the same value"))
        }
    }
}
