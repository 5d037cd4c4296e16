extension TrustLevel: Comparable {
    private var height: Int {
        switch self {
        case .low: 0
        case .enough: 1
        case .high: 2
        }
    }

    public static func < (one: TrustLevel, other: TrustLevel) -> Bool { one.height < other.height }
}

/// The means of one round, over the people who may be told of.
struct RoundMeans {
    struct Facet {
        let facet: TrustFacet
        /// Those whose answers the mean is made of.
        let people: Set<Int64>
        /// Nil where they are too few to tell it.
        let mean: MeanOfPeople?
    }

    let mean: MeanOfPeople
    /// Those asked about, in the order of `TrustFacet`.
    let facets: [Facet]

    /// - Parameter apart: Leaves of those who answered a facet the ones who may be told of beside earlier rounds.
    init?(
        _ people: [AnswerRound.Person], of round: AnswerRound, privacy: AnswerPrivacy,
        apart: (TrustFacet, Set<Int64>) -> Set<Int64>
    ) {
        guard let mean = MeanOfPeople(people.map(\.all)) else { return nil }
        self.mean = mean
        facets = TrustFacet.allCases.compactMap { facet in
            guard let items = round.facetItems[facet], items > 0 else { return nil }
            let keys = apart(facet, Set(people.filter { $0.facets[facet] != nil }.map(\.key)))
            let answers = people.filter { keys.contains($0.key) }.compactMap { $0.facets[facet] }
            let isSingle = items == 1 && !privacy.isPublished
            let fewest =
                isSingle ? max(privacy.minimumGroup, privacy.minimumForSingleItems) : privacy.minimumGroup
            return Facet(
                facet: facet, people: keys, mean: answers.count >= fewest ? MeanOfPeople(answers) : nil)
        }
    }
}

extension TrustThresholds {
    /// What a facet by itself gives, by its borders as they are.
    func level(ofFacet mean: MeanOfPeople) -> TrustLevel {
        mean.isAtLeast(highFacet) ? .high : mean.isAtLeast(enoughFacet) ? .enough : .low
    }
}

/// The levels that a round's means give: by the borders as they are, and with the margin for and against.
struct AnswerLevels {
    private let means: RoundMeans
    private let thresholds: TrustThresholds

    init(_ means: RoundMeans, _ thresholds: TrustThresholds) {
        self.means = means
        self.thresholds = thresholds
    }

    var bare: TrustLevel { level { $0.isAtLeast($1) } }

    /// The highest level whose borders are all passed upwards by the margin.
    var certainlyAtLeast: TrustLevel { level { $0.isAtLeast($1 + thresholds.margin) } }

    /// The level that is left when only borders passed downwards by the margin count.
    var certainlyAtMost: TrustLevel {
        thresholds.margin == 0 ? bare : level { $0.isAbove($1 - thresholds.margin) }
    }

    private func level(_ passes: (MeanOfPeople, Int) -> Bool) -> TrustLevel {
        for level in [TrustLevel.high, .enough] {
            guard let (mean, facet) = borders(level), passes(means.mean, mean) else { continue }
            // A facet that may not be told may not decide either; but “every facet” cannot be said then.
            if level == .high, !unanswered.isEmpty { continue }
            if means.facets.allSatisfy({ $0.mean.map { passes($0, facet) } ?? true }) { return level }
        }
        return .low
    }

    private var unanswered: [TrustFacet] { means.facets.filter { $0.mean == nil }.map(\.facet) }

    private func borders(_ level: TrustLevel) -> (mean: Int, facet: Int)? {
        switch level {
        case .high: (thresholds.highMean, thresholds.highFacet)
        case .enough: (thresholds.enoughMean, thresholds.enoughFacet)
        case .low: nil
        }
    }

    /// What lies nearest for the next level up and the next level down.
    func changes(from level: TrustLevel) -> [AnswersChange] {
        let margin = Hundredths(count: thresholds.margin)
        var changes: [AnswersChange] = []
        if let next: TrustLevel = level == .low ? .enough : level == .enough ? .high : nil,
            let (mean, facet) = borders(next)
        {
            let needs = subjects(mean, facet).filter { !$0.mean.isAtLeast($0.border) }
            changes.append(
                AnswersChange(
                    level: next, direction: .reaches, needs: needs.map(\.need), margin: margin,
                    unanswered: next == .high ? unanswered : []))
        }
        if let next: TrustLevel = level == .high ? .enough : level == .enough ? .low : nil,
            let (mean, facet) = borders(level)
        {
            let all = subjects(mean, facet)
            let below = all.filter { !$0.mean.isAtLeast($0.border) }
            let nearest = all.min { $0.mean.distance(to: $0.border) < $1.mean.distance(to: $1.border) }
            let needs = below.isEmpty ? nearest.map { [$0.need] } ?? [] : []
            changes.append(
                AnswersChange(
                    level: next, direction: .fallsBelow, needs: needs, margin: margin, unanswered: []))
        }
        return changes
    }

    private struct Subject {
        let subject: AnswersChange.Subject
        let mean: MeanOfPeople
        let border: Int
        var need: AnswersChange.Need { .init(subject: subject, border: Hundredths(count: border)) }
    }

    private func subjects(_ mean: Int, _ facet: Int) -> [Subject] {
        [Subject(subject: .mean, mean: means.mean, border: mean)]
            + means.facets.compactMap { each in
                each.mean.map { Subject(subject: .facet(each.facet), mean: $0, border: facet) }
            }
    }
}
