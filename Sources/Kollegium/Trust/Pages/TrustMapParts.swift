import Measures

/// The conditions that teams which completed had, and which of them are there. Nothing is foretold.
struct TrustOutlookPart: Sendable {
    let heading: String
    /// The term that they are read from.
    let term: String
    let conditions: [Condition]
    /// Where the supervisor has set another level: that the rules' are read here.
    let readFrom: String?
    let reach: String

    struct Condition: Sendable {
        let words: String
        let state: String
    }

    init?(_ term: TrustMap.Term, _ overrides: [TrustOverride], _ language: Language) {
        guard let assessment = term.assessment else { return nil }
        heading = TrustConditions.heading(language)
        let name = language.shortTerm(term.period.code)
        self.term =
            (term.isRunning
            ? Sentence(sv: "Så som det ser ut i dag, \(name):", en: "As things stand today, \(name):")
            : Sentence(sv: "Så som det såg ut \(name):", en: "As things were in \(name):"))(language)
        conditions = assessment.conditions.map { condition in
            // “Processtillit, minst tillräckligt hög: finns”, with the state apart.
            let words = condition.words(language)
            let state = words.split(separator: ": ").last.map(String.init) ?? ""
            return Condition(words: String(words.dropLast(state.count)), state: state)
        }
        let hasOwn = TrustForm.allCases.contains { overrides.standing($0, term.period.code) != nil }
        readFrom =
            hasOwn
            ? Sentence(
                sv: "Här läses reglernas nivåer, inte de som handledaren har satt.",
                en: "These are read from the rules’ levels, not from those that the supervisor has set.")(
                    language) : nil
        reach = TrustConditions.reach(language)
    }
}

/// How visible practice has become, beside the map and apart from it.
struct TrustLadderPart: Sendable {
    let heading: String
    let words: [String]
    let hasRungs: Bool
    /// From the lowest; the page stands it on its feet.
    let rungs: [Rung]
    let reach: String

    struct Rung: Sendable {
        let style: String
        let words: String
        let isReached: Bool
        /// What can be known of it, where it is not reached.
        let remark: String?
    }

    init(_ ladder: VisibilityLadder, _ language: Language) {
        heading = VisibilityLadder.heading(language)
        words = ladder.words.map { $0(language) }
        reach = VisibilityLadder.reach(language)
        guard case .seen(let seen) = ladder else {
            rungs = []
            hasRungs = false
            return
        }
        hasRungs = true
        // A clip and a whole conversation are noted alike, so they are one step here.
        let shown = Sentence(
            sv: "visat ett klipp eller ett helt samtal", en: "showed a clip or a whole conversation")
        let steps: [(rungs: [VisibilityLadder.Rung], words: Sentence)] = [
            ([.told], VisibilityLadder.Rung.told.words), ([.material], VisibilityLadder.Rung.material.words),
            ([.clip, .conversation], shown), ([.visit], VisibilityLadder.Rung.visit.words),
        ]
        rungs = steps.map { step in
            let isReached = seen.shown.map { !Set($0.rungs).isDisjoint(with: step.rungs) } ?? false
            let isNoted = step.rungs.contains(.clip)
            return Rung(
                style: isReached ? "reached" : "", words: step.words(language).capitalFirst,
                isReached: isReached,
                remark: isNoted ? nil : Sentence(sv: "noteras inte", en: "not noted")(language))
        }
    }
}
