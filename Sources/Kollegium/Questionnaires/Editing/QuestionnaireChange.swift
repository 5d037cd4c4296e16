/// What a new version would change, and what stands in its way: what people have been asked stays as they were asked
/// it, and what they answered keeps its meaning.
struct QuestionnaireChange: Sendable {
    let before: Questionnaire?
    let after: Questionnaire
    /// The parts that have been opened, as they stand.
    let locked: [Questionnaire.Part]

    init(_ standing: StandingQuestionnaire, to after: Questionnaire) {
        before = standing.whole
        self.after = after
        locked = standing.lockedParts
    }

    /// Why it cannot be written; empty where it can.
    var obstacles: [Sentence] {
        flaws + lockedFlaws + scaleFlaws + areaFlaws + itemFlaws
    }

    /// What is missing in itself.
    private var flaws: [Sentence] {
        var flaws: [Sentence] = []
        if after.parts.isEmpty {
            flaws.append(Sentence(sv: "enkäten har ingen del än", en: "the questionnaire has no part yet"))
        }
        for part in after.parts where part.items.isEmpty {
            flaws.append(
                Sentence(
                    sv: "delen ”\(part.name(.sv))” har inga frågor än",
                    en: "the part “\(part.name(.en))” has no questions yet"))
        }
        if Set(after.parts.map(\.code)).count < after.parts.count {
            flaws.append(
                Sentence(sv: "två delar har samma kortnamn", en: "two parts have the same short name"))
        }
        return flaws
    }

    private var lockedFlaws: [Sentence] {
        var flaws = locked.filter { part in !after.parts.contains { $0.asks(as: part) } }.map { part in
            Sentence(
                sv:
                    "delen ”\(part.name(.sv))” har öppnats; den står kvar som den är, med samma frågor i samma ordning",
                en:
                    "the part “\(part.name(.en))” has been opened; it stays as it is, with the same questions in the same order"
            )
        }
        if let before, !locked.isEmpty, before.audience != after.audience || before.asks != after.asks {
            flaws.append(
                Sentence(
                    sv: "vem enkäten är till för kan inte ändras när en del har öppnats; gör en ny enkät",
                    en:
                        "whom the questionnaire is for cannot change once a part has been opened; make a new questionnaire"
                ))
        }
        return flaws
    }

    private var scaleFlaws: [Sentence] {
        let used = Set(locked.flatMap { $0.items.compactMap(\.scale) })
        return (before?.scales ?? []).filter { scale in
            used.contains(scale.code) && !after.scales.contains(scale)
        }.map { scale in
            Sentence(
                sv: "skalan ”\(scale.code)” har använts i en del som har öppnats; gör en ny skala i stället",
                en:
                    "the scale “\(scale.code)” was used in a part that has been opened; make a new scale instead"
            )
        }
    }

    private var areaFlaws: [Sentence] {
        let used = Set(locked.flatMap { $0.items.compactMap(\.area) })
        return (before?.areas ?? []).filter { area in
            used.contains(area.code) && !after.areas.contains(area)
        }.map { area in
            Sentence(
                sv:
                    "området ”\(area.name(.sv))” har använts i en del som har öppnats; gör ett nytt område i stället",
                en:
                    "the area “\(area.name(.en))” was used in a part that has been opened; make a new area instead"
            )
        }
    }

    /// An item that was asked is the same question ever after: of the same type, on as many steps.
    private var itemFlaws: [Sentence] {
        var asked: [String: Asked] = [:]
        for part in locked {
            for item in part.items {
                for (code, type) in item.answered {
                    asked[code] = Asked(type, item, before?.scales ?? [])
                }
            }
        }
        let open = Set(locked.map(\.code))
        var flaws: [Sentence] = []
        for part in after.parts where !open.contains(part.code) {
            for item in part.items {
                let isOther = item.answered.contains { code, type in
                    asked[code].map { $0 != Asked(type, item, after.scales) } ?? false
                }
                guard isOther else { continue }
                flaws.append(
                    Sentence(
                        sv:
                            "frågan ”\(item.name(.sv).excerpt)” har besvarats på ett annat sätt förut; behåll dess typ och antalet steg, eller ge den ett nytt kortnamn",
                        en:
                            "the question “\(item.name(.en).excerpt)” has been answered in another way before; keep its type and the number of steps, or give it a new short name"
                    ))
            }
        }
        return flaws
    }

    private struct Asked: Equatable {
        let type: ItemType
        let steps: Int
        /// In which order the values stand is the author's to choose.
        let values: Set<String>

        init(_ type: ItemType, _ item: Questionnaire.Item, _ scales: [Questionnaire.Scale]) {
            let scale = scales.first { $0.code == item.scale }
            self.type = type
            steps = scale?.steps.count ?? 0
            values = type == .choice ? Set(scale?.steps.compactMap(\.value) ?? []) : []
        }
    }
}

extension Questionnaire.Part {
    /// Whether it is the same to those who answer; on which day it opened is no matter of its wording.
    func asks(as other: Questionnaire.Part) -> Bool {
        var part = self
        part.opens = other.opens
        return part == other
    }

    /// What people call it.
    func name(_ language: Language) -> String { title(language).isEmpty ? code : title(language) }
}

extension Questionnaire.Area {
    func name(_ language: Language) -> String { label(language).isEmpty ? code : label(language) }
}

extension Questionnaire.Item {
    func name(_ language: Language) -> String {
        if !label(language).isEmpty { return label(language) }
        return type == .goalReview
            ? Sentence(sv: "Målen från förra gången", en: "The goals from last time")(language) : code
    }
}

extension Questionnaire {
    func name(_ language: Language) -> String { title(language).isEmpty ? code : title(language) }
}
