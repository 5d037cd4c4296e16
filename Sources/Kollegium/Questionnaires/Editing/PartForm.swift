/// What a part is called and when its turn is, as somebody types it. Fields: `sv`, `en`, `wave`.
struct PartForm: Sendable, Equatable {
    var sv = ""
    var en = ""
    var wave = ""

    init(wave: Int) {
        self.wave = "\(wave)"
    }

    init(_ part: Questionnaire.Part) {
        sv = part.title.sv ?? ""
        en = part.title.en ?? ""
        wave = "\(part.wave)"
    }

    init(_ sent: Form) {
        sv = sent["sv"]
        en = sent["en"]
        wave = sent["wave"]
    }

    var basis: String { FormBasis.of([sv, en, wave]) }

    /// - Parameter present: the part that is changed; nil for a new one.
    /// - Throws: `FormRefusal` with all that is wrong.
    func part(in content: Questionnaire, present: Questionnaire.Part?) throws -> Questionnaire.Part {
        var reading = FormReading()
        let title = Title(sv: reading.text("sv", sv), en: reading.text("en", en))
        if TypedText(sv).isEmpty, TypedText(en).isEmpty { reading.report("sv", .nameMissing) }
        let wave = reading.count("wave", self.wave, within: 1...99)
        if wave == nil, reading.problems["wave"] == nil {
            reading.report(
                "wave",
                Sentence(sv: "skriv en siffra, 1 för den första", en: "write a number, 1 for the first"))
        }
        return try Examined(reading) {
            guard let wave else { return nil }
            let code =
                present?.code
                ?? ReadableCode.free(
                    ReadableCode.from(title.sv ?? title.en ?? "", otherwise: "part"),
                    among: Set(content.parts.map(\.code)))
            return Questionnaire.Part(
                code: code, wave: wave, title: title, opens: present?.opens, items: present?.items ?? [],
                extra: present?.extra)
        }.sound()
    }
}

/// An area that questions are summed up by. Fields: `sv`, `en`.
struct AreaForm: Sendable, Equatable {
    var sv = ""
    var en = ""

    init() {}

    init(_ area: Questionnaire.Area) {
        sv = area.label.sv ?? ""
        en = area.label.en ?? ""
    }

    init(_ sent: Form) {
        sv = sent["sv"]
        en = sent["en"]
    }

    var basis: String { FormBasis.of([sv, en]) }

    func area(in content: Questionnaire, present: Questionnaire.Area?) throws -> Questionnaire.Area {
        var reading = FormReading()
        let label = Title(sv: reading.text("sv", sv), en: reading.text("en", en))
        if TypedText(sv).isEmpty, TypedText(en).isEmpty { reading.report("sv", .nameMissing) }
        let code =
            present?.code
            ?? ReadableCode.free(
                ReadableCode.from(label.sv ?? label.en ?? "", otherwise: "area"),
                among: Set(content.areas.map(\.code)))
        return try Examined(reading) {
            Questionnaire.Area(code: code, label: label, extra: present?.extra)
        }.sound()
    }
}

/// What the questionnaire is called and whom it is for. Fields: `sv`, `en`, `audience`, `asks`.
struct HeadingForm: Sendable, Equatable {
    var sv = ""
    var en = ""
    var audience = "teacher"
    var asks = Wave.Asked.members.rawValue

    init(_ content: Questionnaire) {
        sv = content.title.sv ?? ""
        en = content.title.en ?? ""
        audience = content.audience
        asks = content.asks.rawValue
    }

    init(_ sent: Form) {
        sv = sent["sv"]
        en = sent["en"]
        audience = sent["audience"]
        asks = sent["asks"]
    }

    var basis: String { FormBasis.of([sv, en, audience, asks]) }

    /// - Parameter isOpened: whether somebody has been asked it: then it is for the same people ever after.
    func apply(to content: inout Questionnaire, isOpened: Bool) throws {
        var reading = FormReading()
        let title = Title(sv: reading.text("sv", sv), en: reading.text("en", en))
        if TypedText(sv).isEmpty, TypedText(en).isEmpty { reading.report("sv", .nameMissing) }
        if !isOpened {
            if !Questionnaire.audiences.contains(audience) { reading.report("audience", .chooseOne) }
            _ = reading.choice("asks", asks, of: Wave.Asked.self, missing: .chooseOne)
        }
        content.title = try Examined(reading) { title }.sound()
        guard !isOpened else { return }
        content.audience = audience
        content.asks = Wave.Asked(rawValue: asks) ?? .members
    }
}

extension Sentence {
    static let nameMissing = Sentence(
        sv: "skriv ett namn, på minst ett av språken", en: "write a name, in one of the languages at least")
}
