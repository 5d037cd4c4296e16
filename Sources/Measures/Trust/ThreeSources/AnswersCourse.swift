/// Reads a form's rounds of answers in their order, because a level depends on those before: it moves only when the
/// figures pass a border by the margin, or are past it in two rounds running. With true means of 4.0 to 4.2 a bare
/// border would be a coin toss.
public struct AnswersCourse: Sendable {
    private let thresholds: TrustThresholds
    private let privacy: AnswerPrivacy
    private var level: TrustLevel?
    private var bare: TrustLevel?
    /// Whose answers each mean that was told is made of: those of the form under nil, those of facets under theirs.
    private var told: [TrustFacet?: [Set<Int64>]] = [:]

    public init(_ thresholds: TrustThresholds, privacy: AnswerPrivacy) {
        self.thresholds = thresholds
        self.privacy = privacy
    }

    public mutating func read(_ round: AnswerRound) -> AnswersReading {
        let everybody = round.counted
        guard everybody.count >= privacy.minimumGroup else { return .insufficient(.tooFew) }
        guard everybody.count * 100 >= round.asked * thresholds.answeringPercent else {
            return .insufficient(.smallShare)
        }
        let keys = apart(Set(everybody.map(\.key)), of: nil)
        let people = everybody.filter { keys.contains($0.key) }
        guard people.count >= privacy.minimumGroup,
            let means = RoundMeans(people, of: round, privacy: privacy, apart: { apart($1, of: $0) })
        else { return .insufficient(.tooFew) }

        let ladder = AnswerLevels(means, thresholds)
        let own = ladder.bare
        let before = bare ?? own
        let highestLow = max(ladder.certainlyAtLeast, min(before, own))
        let lowestHigh = min(ladder.certainlyAtMost, max(before, own))
        let now = max(highestLow, min(level ?? own, lowestHigh))
        level = now
        bare = own
        told[nil, default: []].append(keys)
        for facet in means.facets where facet.mean != nil {
            told[facet.facet, default: []].append(facet.people)
        }
        let figures = AnswersReading.Figures(
            round: round.name, people: people.count, asked: round.asked, mean: means.mean.rounded,
            facets: means.facets.map { ($0.facet, $0.mean?.rounded) },
            facetLevels: means.facets.map { $0.mean.map(thresholds.level(ofFacet:)) },
            coversThoseBefore: people.count < everybody.count)
        return AnswersReading(
            level: now, reason: now == own ? Self.reason(now) : .held, bare: own, figures: figures,
            wouldChange: ladder.changes(from: now))
    }

    /// Those whose answers may be told beside the rounds before. Where the people differ by at least one and by fewer
    /// than the minimum group, the difference of two means would tell of those few: then only those count who are in
    /// both. Also where a study is published: that exempts from the rule of single items and from nothing else.
    private func apart(_ people: Set<Int64>, of facet: TrustFacet?) -> Set<Int64> {
        guard let told = told[facet] else { return people }
        var keys = people
        func close() -> Set<Int64>? {
            told.last { earlier in
                (1..<privacy.minimumGroup).contains(earlier.symmetricDifference(keys).count)
                    && !keys.isSubset(of: earlier)
            }
        }
        while let earlier = close() { keys.formIntersection(earlier) }
        return keys
    }

    private static func reason(_ level: TrustLevel) -> AnswersReading.Reason {
        switch level {
        case .high: .high
        case .enough: .enough
        case .low: .low
        }
    }
}
