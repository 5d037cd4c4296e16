import Measures
import Support

@testable import Kollegium

/// What is told of a whole wave's answers to one question.
extension Attacker {
    func distributions() throws -> [String] {
        try shown.distributions.flatMap { told -> [String] in
            let covered = try covered(by: told)
            var found: [String] = []
            if covered.count < (study.published ? 5 : 8) { found.append("a distribution of few: \(told)") }
            found += try newcomers(told, covered)
            found += unmasked(told, covered)
            var attack = LinearAttack()
            for group in told.groups where group.count != nil {
                var figure: [LinearAttack.Secret: (Int, Int)] = [:]
                for person in covered {
                    for place in group.alternatives {
                        figure[.init(person: person, name: "\(place)")] = (1, 1)
                    }
                }
                attack.know(figure)
            }
            if let few = attack.smallGroup(below: 5) { found.append("\(told.item) of \(few.sorted())") }
            return found
        }
    }

    /// Whom a distribution covers: as many people as it says, whose answers fall as it says.
    private func covered(by told: ShownFigures.Distribution) throws -> Set<String> {
        var own = Set(study.chosen(told.item, told.part).keys)
        if told.isNarrowed {
            let earlier = try shown.distributions.filter { $0.item == told.item && $0.part < told.part }
                .sorted { $0.part < $1.part }.map { try covered(by: $0) }
            var before: Int
            repeat {
                before = own.count
                for people in earlier where (1..<5).contains(own.symmetricDifference(people).count) {
                    own.formIntersection(people)
                }
            } while own.count < before
        }
        let chosen = study.chosen(told.item, told.part)
        let fits = told.groups.allSatisfy { group in
            let count = own.count { group.alternatives.contains(chosen[$0] ?? -1) }
            return group.count.map { $0 == count } ?? true
                && group.atLeast.map { 100 * count >= $0 * own.count } ?? true
                && group.atMost.map { 100 * count <= $0 * own.count } ?? true
        }
        guard own.count == told.people, fits else {
            throw Failed(program: "attack", message: "nobody fits \(told)")
        }
        return own
    }

    /// As if everybody stays with what they answered: who is in the later of two figures and not in the earlier.
    private func newcomers(_ later: ShownFigures.Distribution, _ own: Set<String>) throws -> [String] {
        guard later.groups.contains(where: { $0.count != nil }) else { return [] }
        return try shown.distributions.filter { $0.item == later.item && $0.part < later.part }.compactMap {
            let before = try covered(by: $0)
            let new = own.subtracting(before)
            guard own.symmetricDifference(before).count < 5, !new.isEmpty else { return nil }
            return "new between \($0.part) and \(later.part) in \(later.item): \(new)"
        }
    }

    /// Alternatives that nearly nobody or nearly everybody chose, of which the figures leave but one number possible.
    private func unmasked(_ told: ShownFigures.Distribution, _ covered: Set<String>) -> [String] {
        let chosen = study.chosen(told.item, told.part)
        let (all, alternatives) = (covered.count, told.item == "choice" ? 4 : 5)
        guard !told.groups.isEmpty else { return [] }
        return (0..<alternatives).compactMap { place in
            let count = covered.count { chosen[$0] == place }
            guard 5 * count <= all || 5 * count >= 4 * all else { return nil }
            let bounds = bounds(place, told, all)
            return bounds.lowerBound == bounds.upperBound
                ? "alternative \(place) of \(told.item) in \(told.part) is \(count) of \(all)" : nil
        }
    }

    /// How many can have chosen an alternative, by its group's share and by what is left of all others.
    private func bounds(_ place: Int, _ told: ShownFigures.Distribution, _ all: Int) -> ClosedRange<Int> {
        func bounds(of group: ShownFigures.Distribution.Group) -> ClosedRange<Int> {
            if let count = group.count { return count...count }
            return
                (group.atLeast.map { ($0 * all + 99) / 100 } ?? 0)...(group.atMost.map { $0 * all / 100 }
                ?? all)
        }
        guard let own = told.groups.first(where: { $0.alternatives.contains(place) }) else { return 0...all }
        let others = told.groups.filter { $0 != own }.map(bounds)
        let whole = bounds(of: own)
        let least = max(whole.lowerBound, all - others.reduce(0) { $0 + $1.upperBound })
        let most = min(whole.upperBound, all - others.reduce(0) { $0 + $1.lowerBound })
        return own.alternatives.count == 1 ? least...most : 0...most
    }
}
