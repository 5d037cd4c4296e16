/// What stands at the head of a questionnaire that was filled in on paper, as somebody types it. Fields: `pseudonym`, `day`,
/// `replace`.
struct PaperSheet: Sendable, Equatable {
    var pseudonym = ""
    var day = ""
    /// The pseudonym whose earlier paper is to be replaced: a tick for one of them holds for no other.
    var replaced = ""

    var replaces: Bool { !replaced.isEmpty && TypedText(replaced).text == TypedText(pseudonym).text }

    struct Values: Sendable, Equatable {
        let pseudonym: String
        let day: Day
        let replaces: Bool
    }

    init() {}

    init(_ form: Form) {
        pseudonym = form["pseudonym"]
        day = form["day"]
        replaced = form["replace"]
    }

    func examined(_ wave: Wave, today: Day) -> Examined<Values> {
        var form = FormReading()
        let pseudonym = form.text("pseudonym", pseudonym, missing: .noPseudonym)
        let day = form.day("day", day, missing: .noDay)
        if let day {
            if day > today {
                form.report("day", .dayToCome)
            } else if wave.opens.map({ day < $0 }) ?? false || wave.closes.map({ day >= $0 }) ?? false {
                form.report("day", .outside(wave))
            }
        }
        return Examined(form) {
            guard let pseudonym, let day else { return nil }
            return Values(pseudonym: pseudonym, day: day, replaces: replaces)
        }
    }
}

extension Sentence {
    fileprivate static let noPseudonym = Sentence(
        sv: "skriv pseudonymen som står på papperet", en: "write the pseudonym that stands on the paper")
    fileprivate static let noDay = Sentence(
        sv: "skriv dagen som står på papperet", en: "write the day that stands on the paper")
    fileprivate static let dayToCome = Sentence(
        sv: "dagen har inte varit än; skriv dagen som står på papperet",
        en: "the day has not been yet; write the day that stands on the paper")

    fileprivate static func outside(_ wave: Wave) -> Sentence {
        Sentence(
            sv: "dagen ligger utanför omgångens svarstid, \(wave.days(.sv))",
            en: "the day lies outside the wave’s time for answers, \(wave.days(.en))")
    }
}
