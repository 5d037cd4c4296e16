/// The rules of one form made ready to be read quickly: the indicators they ask for have places in a row,
/// and each condition has one yes or no for each state that its indicator can be in. A report goes
/// through thousands of teams, each with every single change tried.
struct FormReading: Sendable, Equatable {
    /// What is known of an indicator: nothing, a value that it does not have, or the value at some place
    /// in its list.
    private enum State {
        static let unknown = 0
        static let foreign = 1
        static func value(at place: Int) -> Int { place + 2 }
    }

    private struct Test: Equatable {
        let place: Int
        /// One for each state.
        let passes: [Bool]
    }

    private struct Line: Equatable {
        let rule: TrustRule
        let tests: [Test]
    }

    private let form: TrustForm
    /// The indicators that the rules name, in the order of their first mention.
    private let indicators: [TrustIndicator]
    private let lines: [Line]

    /// - Parameters:
    ///   - rules: The form's rules, in their order, found sound by `TrustRulesError.check`.
    ///   - indicators: All indicators of the set.
    init(of form: TrustForm, rules: [TrustRule], indicators: [TrustIndicator]) {
        var named: [TrustIndicator] = []
        var lines: [Line] = []
        for rule in rules {
            var tests: [Test] = []
            for condition in rule.conditions {
                guard let indicator = indicators.first(where: { $0.code == condition.indicator }) else {
                    continue
                }
                let place = named.firstIndex(of: indicator) ?? named.endIndex
                if place == named.endIndex {
                    named.append(indicator)
                }
                tests.append(
                    Test(place: place, passes: Self.states(of: indicator, meeting: condition.demand)))
            }
            lines.append(Line(rule: rule, tests: tests))
        }
        self.form = form
        self.indicators = named
        self.lines = lines
    }

    private static func states(of indicator: TrustIndicator, meeting demand: TrustCondition.Demand) -> [Bool]
    {
        switch demand {
        case .unknown: [true, false] + indicator.values.map { _ in false }
        case .anyOf(let values): [false, false] + indicator.values.map { values.contains($0) }
        }
    }

    func verdict(on evidence: [String: TrustEvidence]) -> TrustVerdict {
        let found = indicators.map { evidence[$0.code] }
        let states = zip(indicators, found).map { indicator, evidence in
            guard let evidence else { return State.unknown }
            return indicator.values.firstIndex(of: evidence.value).map(State.value(at:)) ?? State.foreign
        }
        let line = firstLine(in: states)
        return TrustVerdict(
            form: form,
            level: line?.rule.level,
            rule: line?.rule.name,
            evidence: line?.tests.compactMap { found[$0.place]?.id } ?? [],
            missing: line == nil ? zip(indicators, found).filter { $1 == nil }.map(\.0.code) : [],
            wouldChange: changes(from: states, level: line?.rule.level))
    }

    private func firstLine(in states: [Int]) -> Line? {
        lines.first { line in line.tests.allSatisfy { $0.passes[states[$0.place]] } }
    }

    /// Every change of one indicator to another of its values that gives another level than the present.
    private func changes(from states: [Int], level: TrustLevel?) -> [TrustChange] {
        var changes: [TrustChange] = []
        var changed = states
        for (place, indicator) in indicators.enumerated() {
            for (index, value) in indicator.values.enumerated() where State.value(at: index) != states[place]
            {
                changed[place] = State.value(at: index)
                let other = firstLine(in: changed)?.rule.level
                if other != level {
                    changes.append(TrustChange(indicator: indicator.code, value: value, level: other))
                }
            }
            changed[place] = states[place]
        }
        return changes
    }
}
