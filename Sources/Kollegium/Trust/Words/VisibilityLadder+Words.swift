import Measures

extension VisibilityLadder {
    static let heading = Sentence(sv: "Synlighetstrappan", en: "The ladder of visibility")

    /// What the ladder can know, to stand beside it.
    static let reach = Sentence(
        sv:
            "Trappan påverkar ingen nivå, och ett nej räknas aldrig. Här noteras att någon har visat sin praktik, men inte hur, så stegen berättat, visat material och bjudit in till besök syns inte.",
        en:
            "The ladder affects no level, and a no is never counted. It is noted here that somebody has shown their practice, but not how, so the steps of telling, showing material and inviting a visit are not seen."
    )

    /// What there is to say, one sentence to a line.
    var words: [Sentence] {
        switch self {
        case .tooEarly:
            return [
                Sentence(
                    sv:
                        "Före lagets tredje termin görs inget av trappan. Inget lag i studien filmade under sin första.",
                    en:
                        "Before the team's third term nothing is made of the ladder. No team of the study filmed in its first."
                )
            ]
        case .seen(let seen):
            return [seen.shown.map(Self.words) ?? Self.nothing]
                + (seen.offered.isEmpty ? [] : [Self.offered(seen)])
        }
    }

    private static let nothing = Sentence(
        sv: "Inget är noterat om visad praktik. Det säger inget om någon.",
        en: "Nothing is noted of practice shown. That says nothing of anybody.")

    private static func words(_ shown: Shown) -> Sentence {
        func day(_ language: Language) -> String { Day(number: shown.first).map(language.date) ?? "–" }
        let people = shown.people
        return Sentence(
            sv:
                "\(people) \(people == 1 ? "person" : "personer") har visat ett klipp eller ett helt samtal, första gången \(day(.sv)).",
            en:
                "\(people) \(people == 1 ? "person has" : "people have") shown a clip or a whole conversation, the first time on \(day(.en))."
        )
    }

    private static func offered(_ seen: Seen) -> Sentence {
        let count = seen.offered.count
        return Sentence(
            sv: "Filmning har erbjudits \(count) \(count == 1 ? "gång" : "gånger").",
            en: "Filming has been offered \(count == 1 ? "once" : "\(count) times").")
    }
}

extension VisibilityLadder.Rung {
    var words: Sentence {
        switch self {
        case .told: Sentence(sv: "berättat om det", en: "told about it")
        case .material: Sentence(sv: "visat material", en: "showed material")
        case .clip: Sentence(sv: "visat ett klipp", en: "showed a clip")
        case .conversation: Sentence(sv: "visat ett helt samtal", en: "showed a whole conversation")
        case .visit: Sentence(sv: "bjudit in till besök", en: "invited a visit")
        }
    }
}
