/// A question as somebody types it. Which fields it has follows from its type, which stays.
///
/// Fields: `sv`, `en`, `code` (of a new one), `scale`, `alternativesSV`, `alternativesEN`, `area`, `form`, `facet`,
/// `looksBack`.
struct QuestionForm: Sendable, Equatable {
    let type: ItemType
    var sv = ""
    var en = ""
    var code = ""
    var scale = ""
    /// One on each line; they become a scale of their own.
    var alternativesSV = ""
    var alternativesEN = ""
    var area = ""
    var form = ""
    var facet = ""
    var looksBack = ""

    init(_ type: ItemType) {
        self.type = type
        looksBack = [.rating, .goal, .goalReview].contains(type) ? "yes" : ""
    }

    init(_ item: Questionnaire.Item) {
        type = item.type
        sv = item.label.sv ?? ""
        en = item.label.en ?? ""
        code = item.code
        scale = item.scale ?? ""
        area = item.area ?? ""
        form = item.form ?? ""
        facet = item.facet ?? ""
        looksBack = item.looksBack ? "yes" : ""
    }

    init(_ type: ItemType, _ sent: Form) {
        self.type = type
        sv = sent["sv"]
        en = sent["en"]
        code = sent["code"]
        scale = sent["scale"]
        alternativesSV = sent["alternativesSV"]
        alternativesEN = sent["alternativesEN"]
        area = sent["area"]
        form = sent["form"]
        facet = sent["facet"]
        looksBack = sent["looksBack"]
    }

    var basis: String {
        FormBasis.of([type.rawValue, sv, en, code, scale, area, form, facet, looksBack])
    }

    /// Whether it may say what it tells of the outcome, or of trust.
    var isMeasured: Bool { type == .rating }

    /// The item as it would stand in a part; a scale that is made for it is put into the questionnaire.
    /// - Parameter present: the item that is changed; nil for a new one.
    /// - Throws: `FormRefusal` with all that is wrong.
    func item(
        in content: inout Questionnaire, part: Questionnaire.Part, present: Questionnaire.Item?
    ) throws -> Questionnaire.Item {
        var reading = FormReading()
        let label = Title(
            sv: reading.question("sv", sv), en: reading.question("en", en))
        if TypedText(sv).isEmpty, TypedText(en).isEmpty {
            reading.report(
                "sv",
                Sentence(
                    sv: "skriv frågan, på minst ett av språken",
                    en: "write the question, in one of the languages at least"))
        }
        let code = present?.code ?? newCode(in: content, part: part, label, &reading)
        let made = Alternatives(self, &reading).scale(called: code, in: content, &reading)
        let scale = made?.code ?? self.scale(in: content, &reading)
        let area = chosen(
            "area", area, among: content.areas.map(\.code), isUsed: isMeasured, &reading)
        let form = chosen("form", form, among: TrustIndicators.forms, isUsed: isMeasured, &reading)
        let facet = chosen("facet", facet, among: TrustIndicators.facets, isUsed: isMeasured, &reading)
        if facet != nil, form == nil {
            reading.report(
                "form",
                Sentence(
                    sv: "välj vilken form av tillit sidan hör till",
                    en: "choose the form of trust that the side belongs to"))
        }
        let item = try Examined(reading) {
            Questionnaire.Item(
                code: code, type: type, scale: scale, area: area, form: form, facet: facet, label: label,
                looksBack: looksBack == "yes", extra: present?.extra)
        }.sound()
        if let made { content.scales.append(made) }
        return item
    }

    private func scale(in content: Questionnaire, _ reading: inout FormReading) -> String? {
        guard type.needsScale || type == .ranking else { return nil }
        if scale.isEmpty {
            if type.needsScale {
                reading.report(
                    "scale",
                    type.takesAlternatives
                        ? Sentence(
                            sv: "välj en skala, eller skriv alternativen nedan",
                            en: "choose a scale, or write the alternatives below")
                        : Sentence(
                            sv: "välj en skala; finns den inte än, gör den först",
                            en: "choose a scale; if it is not there yet, make it first"))
            }
            return nil
        }
        guard let known = content.scales.first(where: { $0.code == scale }) else {
            reading.report("scale", .chooseOne)
            return nil
        }
        if type == .choice, known.steps.contains(where: { $0.value == nil }) {
            reading.report(
                "scale",
                Sentence(
                    sv: "ett val behöver en skala där varje steg har ett värde",
                    en: "a choice needs a scale whose every step has a value"))
        }
        return scale
    }

    private func chosen(
        _ field: String, _ value: String, among known: [String], isUsed: Bool, _ reading: inout FormReading
    ) -> String? {
        guard isUsed, !value.isEmpty else { return nil }
        if !known.contains(value) { reading.report(field, .chooseOne) }
        return value
    }

    /// What is typed, or read from the question; goals are numbered. A question that is in another part already keeps
    /// its name there, so that the answers of one person can be followed.
    private func newCode(
        in content: Questionnaire, part: Questionnaire.Part, _ label: Title, _ reading: inout FormReading
    ) -> String {
        let taken = Set(part.items.flatMap { $0.answered.map(\.code) })
        let typed = reading.text("code", code, most: 60) ?? ""
        guard typed.isEmpty else {
            let isClash =
                taken.contains(typed)
                || (ItemType.goalExtents.contains(typed) && type != .goalReview)
            if isClash {
                reading.report(
                    "code",
                    Sentence(
                        sv: "delen har redan en fråga med det kortnamnet",
                        en: "the part has a question of that short name already"))
            }
            return typed
        }
        if type == .goal {
            return (1...).lazy.map { "goal-\($0)" }.first { !taken.contains($0) } ?? "goal"
        }
        let everywhere = Set(content.parts.flatMap { $0.items.flatMap { $0.answered.map(\.code) } })
        return ReadableCode.free(
            ReadableCode.from(label.sv ?? label.en ?? "", otherwise: type.rawValue),
            among: everywhere.union(ItemType.goalExtents))
    }
}

extension FormReading {
    /// A question may have several lines; nil where nothing was typed.
    fileprivate mutating func question(_ field: String, _ typed: String) -> String? {
        let written = WrittenText(typed)
        if let flaw = written.flaw(most: 1_000) {
            report(field, flaw)
            return nil
        }
        return written.isEmpty ? nil : written.text
    }
}

extension Sentence {
    static let chooseOne = Sentence(sv: "välj något i listan", en: "choose something in the list")
}
