/// From when until when a wave takes answers, as somebody types it. Fields: `opens`, `lastDay`.
struct WaveDays: Sendable, Equatable {
    /// Empty: somebody opens it by hand.
    var opens = ""
    /// The last day on which it takes answers. Empty: somebody closes it by hand.
    var lastDay = ""
    /// What the form was made from (`FormBasis`); nil for a new plan.
    var basis: String?

    struct Values: Sendable, Equatable {
        let opens: Day?
        /// The first day that takes no answers.
        let closes: Day?
    }

    init(opens: String = "", lastDay: String = "", basis: String? = nil) {
        self.opens = opens
        self.lastDay = lastDay
        self.basis = basis
    }

    init(_ wave: Wave) {
        self.init(
            opens: wave.opens?.description ?? "", lastDay: wave.lastDay?.description ?? "",
            basis: FormBasis.of([
                wave.opens?.description ?? "", wave.lastDay?.description ?? "",
                wave.openedAt == nil ? "planned" : wave.closedAt == nil ? "open" : "closed",
            ]))
    }

    init(_ form: Form) {
        self.init(opens: form["opens"], lastDay: form["lastDay"], basis: form["basis"])
    }

    /// - Parameter opened: the day on which the wave opened; then only the last one can be moved.
    func examined(today: Day, opened: Day? = nil) -> Examined<Values> {
        var form = FormReading()
        let first = opened ?? form.day("opens", opens)
        if opened == nil, let first, first < today { form.report("opens", .dayHasBeen) }
        let last = form.day("lastDay", lastDay)
        if let last {
            if last < today {
                form.report("lastDay", .dayHasBeen)
            } else if let first, last < first {
                form.report("lastDay", .closesBeforeOpening(first))
            }
        }
        return Examined(form) {
            Values(opens: first, closes: last.flatMap { Day(number: $0.number + 1) })
        }
    }
}

extension Sentence {
    fileprivate static let dayHasBeen = Sentence(
        sv: "dagen har redan varit; ange i dag eller en senare dag",
        en: "the day has been already; give today or a later one")

    fileprivate static func closesBeforeOpening(_ first: Day) -> Sentence {
        Sentence(
            sv: "sista svarsdagen är före den första, \(Language.sv.date(first)); ange en senare dag",
            en: "the last day for answers is before the first, \(Language.en.date(first)); give a later one")
    }
}
