/// A programme's phases as a bar in time, with the list that says the same in words.
struct PhaseTimeline: Sendable {
    /// The bar is hidden from who hears the page: the list is there for them.
    let svg: String
    let phases: [Phase]

    struct Phase: Sendable {
        let name: String
        let days: String
        /// Names its style: `past`, `now`, or nothing for one to come.
        let state: String
        let isNow: Bool
        let words: String
    }

    /// - Parameter phases: in the order of their days; they may overlap.
    init(_ phases: [StudyDocument.Period], in days: ClosedRange<Day>, today: Day, _ language: Language) {
        svg = Self.bar(phases, days, today)
        self.phases = phases.map { phase in
            let isNow = phase.from <= today && today <= phase.to
            return Phase(
                name: language.phase(phase.code), days: language.span(phase.from...max(phase.from, phase.to)),
                state: phase.to < today ? "past" : isNow ? "now" : "", isNow: isNow,
                words: Self.words(phase, today)(language))
        }
    }

    private static func bar(_ phases: [StudyDocument.Period], _ days: ClosedRange<Day>, _ today: Day)
        -> String
    {
        let start = days.lowerBound.number
        let length = days.upperBound.number - start + 1
        func rectangle(_ from: Int, _ to: Int, _ style: String) -> String {
            let (from, to) = (min(max(0, from), length), min(max(0, to), length))
            return to > from
                ? "<rect x=\"\(from)\" width=\"\(to - from)\" height=\"10\" class=\"\(style)\"/>" : ""
        }
        let now = today.number - start
        var shapes = rectangle(0, length, "coming")
        for phase in phases {
            let (from, to) = (phase.from.number - start, phase.to.number - start + 1)
            shapes += rectangle(from, min(to, now), "past") + rectangle(max(from, now), to, "running")
        }
        if days.contains(today) {
            let width = max(1, length / 180)
            shapes += rectangle(min(now, length - width), min(now, length - width) + width, "today")
        }
        return
            "<svg class=\"span\" viewBox=\"0 0 \(length) 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
            + shapes + "</svg>"
    }

    private static func words(_ phase: StudyDocument.Period, _ today: Day) -> Sentence {
        if phase.to < today { return Sentence(sv: "avslutad", en: "ended") }
        if phase.from <= today {
            let left = phase.to.number - today.number
            return left == 0
                ? Sentence(sv: "sista dagen i dag", en: "last day today")
                : Sentence(
                    sv: left == 1 ? "1 dag kvar" : "\(left) dagar kvar",
                    en: left == 1 ? "1 day left" : "\(left) days left")
        }
        let away = phase.from.number - today.number
        return Sentence(
            sv: away == 1 ? "börjar i morgon" : "börjar om \(away) dagar",
            en: away == 1 ? "begins tomorrow" : "begins in \(away) days")
    }
}
