import Measures
import Support

@testable import Kollegium

/// Somebody who knows who answered which question when, and everything that one role is shown; and wants to know what
/// a single person answered, or what fewer than five did.
struct Attacker {
    let study: SecretStudy
    let shown: ShownFigures
    private static let group = 5

    /// What was found out, in words; empty where nothing was.
    func findings() throws -> [String] {
        try shown.shares.filter { !$0.isLimit }.flatMap { share in
            try unanimity(share) + between(share)
        } + limits() + directions() + combinations() + remainders() + attendance() + distributions()
    }

    /// Whom a share covers: those who answered about the area, or, where it says that it leaves some out, those of them
    /// who answered the same as those covered by an earlier figure from which few differ. Its own counts are the proof.
    private func people(of share: ShownFigures.Share) throws -> Set<String> {
        let items = study.areas[share.area] ?? []
        var own = study.answering(items, share.part, share.team)
        guard share.isNarrowed else { return Set(own.keys) }
        let earlier = try shown.shares.filter { other in
            other.team == share.team && other.area == share.area && other.part < share.part
        }.map { other in
            let covered = try people(of: other)
            return study.answering(items, other.part, other.team).filter { covered.contains($0.key) }
        }
        var before: Int
        repeat {
            before = own.count
            for figure in earlier {
                let differing = Set(own.keys).union(figure.keys).filter { own[$0] != figure[$0] }
                if (1..<Self.group).contains(differing.count) {
                    own = own.filter { figure[$0.key] == $0.value }
                }
            }
        } while own.count < before
        let cells = study.cells(own.keys, items, share.part)
        guard cells.count == share.of, share.isLimit || study.top(cells) == share.top else {
            throw Failed(program: "attack", message: "nobody fits \(share)")
        }
        return Set(own.keys)
    }

    private func unanimity(_ share: ShownFigures.Share) throws -> [String] {
        let people = try people(of: share)
        let items = study.areas[share.area] ?? []
        let cells = study.cells(people, items, share.part)
        guard cells.count == share.of, study.top(cells) == share.top else {
            throw Failed(program: "attack", message: "\(share) is not what these people answered")
        }
        var found: [String] = []
        if people.count < Self.group { found.append("few: \(share)") }
        if items.count == 1, !study.published, people.count < 8 { found.append("a single item: \(share)") }
        if share.top == 0 || share.top == share.of { found.append("all alike: \(share)") }
        return found
    }

    /// As if everybody stays with what they answered: who is in the later of two figures and not in the earlier.
    private func between(_ later: ShownFigures.Share) throws -> [String] {
        let items = study.areas[later.area] ?? []
        let own = try people(of: later)
        return try shown.shares.filter { share in
            share.team == later.team && share.area == later.area && !share.isLimit && share.part < later.part
        }.compactMap { share in
            let earlier = try people(of: share)
            let before = study.answering(items, share.part, share.team).filter { earlier.contains($0.key) }
            let after = study.answering(items, later.part, later.team).filter { own.contains($0.key) }
            let differing = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
            let new = differing.filter { !(after[$0] ?? []).subtracting(before[$0] ?? []).isEmpty }
            guard differing.count < Self.group, !new.isEmpty else { return nil }
            return "new between \(share.part) and \(later.part) in \(later.area): \(new)"
        }
    }

    /// What the index says of an area of which only a limit is told: whether all must have answered high, or low.
    private func limits() throws -> [String] {
        try shown.indices.flatMap { index -> [String] in
            let shares = shown.shares.filter {
                $0.team == index.team && $0.part == index.part && $0.area != SecretStudy.goals
            }
            let told = try shares.map { share in
                let cells = study.cells(
                    try people(of: share), study.areas[share.area] ?? [], share.part)
                return (share: share, answers: cells.count, sum: study.sum(cells))
            }
            let exact = told.filter { !$0.share.isLimit }
            if Hundredths(exact.reduce(0) { $0 + $1.sum }, over: exact.reduce(0) { $0 + $1.answers })?.count
                == index.value
            {
                return []
            }
            let answers = told.reduce(0) { $0 + $1.answers }
            let sum = told.reduce(0) { $0 + $1.sum }
            guard Hundredths(sum, over: answers)?.count == index.value else {
                throw Failed(program: "attack", message: "the index \(index) is of something else")
            }
            return told.filter(\.share.isLimit).compactMap { limited in
                var (least, most) = (sum, sum)
                for other in told where other.share.area != limited.share.area {
                    let top = other.share.top ?? other.answers
                    let low = other.share.top ?? 0
                    least -= 5 * top + 3 * (other.answers - top)
                    most -= 4 * low + (other.answers - low)
                }
                let isHigh = least >= 5 * limited.answers - 1
                return isHigh || most <= limited.answers + 2
                    ? "the index gives \(limited.share.area) of \(index.team) away" : nil
            }
        }
    }

    /// How changes fall on the people, told of too few or all alike.
    private func directions() -> [String] {
        shown.changes.flatMap { change -> [String] in
            var found: [String] = []
            let isFew = !study.published && change.people < 8
            if isFew && (change.hasCounts || change.hasInterval || change.hasTests) {
                found.append("spread of few: \(change)")
            }
            if change.hasInterval && change.people == 6 { found.append("least and greatest: \(change)") }
            if [change.up, change.same, change.down].contains(change.people) {
                found.append("all one way: \(change)")
            }
            if change.extreme { found.append("all at an end: \(change)") }
            if change.people < Self.group { found.append("few: \(change)") }
            return found
        }
    }

    /// Any sums and differences of one team's figures.
    private func combinations() throws -> [String] {
        try study.teams.compactMap { team in
            var attack = LinearAttack()
            for share in shown.shares where share.team == team && !share.isLimit {
                let cells = study.cells(
                    try people(of: share), study.areas[share.area] ?? [], share.part)
                attack.know(
                    Dictionary(
                        uniqueKeysWithValues: cells.map {
                            (.init(person: $0.person, name: "\($0.part) \($0.item) top"), (1, 1))
                        }))
            }
            for index in shown.indices where index.team == team {
                let cells = try shown.shares.filter {
                    $0.team == team && $0.part == index.part && !$0.isLimit && $0.area != SecretStudy.goals
                }.flatMap { share in
                    study.cells(try people(of: share), study.areas[share.area] ?? [], share.part)
                }
                attack.know(
                    Dictionary(
                        uniqueKeysWithValues: cells.map {
                            (.init(person: $0.person, name: "\($0.part) \($0.item)"), (1, 1))
                        }))
            }
            for mean in shown.means where mean.team == team {
                let cells = try shown.shares.filter {
                    $0.team == team && $0.part == mean.part && !$0.isLimit && $0.area != SecretStudy.goals
                }.flatMap { share in
                    study.cells(try people(of: share), study.areas[share.area] ?? [], share.part)
                }
                let answers = Dictionary(grouping: cells, by: \.person).mapValues(\.count)
                var figure: [LinearAttack.Secret: (Int, Int)] = [:]
                for cell in cells {
                    figure[.init(person: cell.person, name: "\(cell.part) \(cell.item)")] =
                        (1, answers[cell.person] ?? 1)
                }
                attack.know(figure)
            }
            for level in shown.levels where level.team == team {
                if let covered = covered(by: level) { attack.know(covered) }
            }
            for change in shown.changes where change.team == team {
                let (from, to) = (try side(change, change.from), try side(change, change.to))
                if change.hasMeans {
                    attack.know(from)
                    attack.know(to)
                }
                attack.know(to.merging(from.mapValues { (-$0.0, $0.1) }) { one, _ in one })
            }
            return attack.smallGroup(below: Self.group).map { "combined in \(team): \($0.sorted())" }
        }
    }

    /// One of a change's two means: who was in it with what weight.
    private func side(
        _ change: ShownFigures.Change, _ part: String
    ) throws -> [LinearAttack.Secret: (Int, Int)] {
        let outcome = Set(study.areas.values.joined())
        let items = (study.forms[change.form] ?? []).filter { !usesOnce || !outcome.contains($0) }
        let sides = [change.from, change.to].map { part in
            study.answering(items, part, change.team).filter { 2 * $0.value.count >= items.count }
        }
        let people = Set(sides[0].keys).intersection(sides[1].keys)
        guard people.count == change.people else {
            throw Failed(program: "attack", message: "nobody fits \(change)")
        }
        let answered = study.answering(items, part, change.team)
        return people.reduce(into: [:]) { weights, person in
            let own = answered[person] ?? []
            for item in own { weights[.init(person: person, name: "\(part) \(item)")] = (1, own.count) }
        }
    }

    /// Whether a question of the outcome is left out of the change.
    let usesOnce: Bool

    /// What totals over teams say of those who are in no team's figure: all of one area together, of the programme and
    /// of each school, on whatever day they were read.
    private func remainders() throws -> [String] {
        try Dictionary(grouping: shown.totals) { $0.part + " " + $0.area }.values.compactMap {
            totals -> String? in
            guard let one = totals.first else { return nil }
            var attack = LinearAttack()
            for share in shown.shares
            where share.part == one.part && share.area == one.area && !share.isLimit {
                attack.know(secrets(try people(of: share)))
            }
            for total in totals {
                let (people, outside) = try people(of: total)
                if (1..<Self.group).contains(outside) { return "a total leaves out \(outside)" }
                attack.know(secrets(people))
            }
            return attack.smallGroup(below: Self.group).map {
                "left by totals of \(one.area): \($0.sorted())"
            }
        }
    }

    /// Whom a total covers, and how many of its teams' people it leaves out.
    private func people(of total: ShownFigures.Total) throws -> (Set<String>, outside: Int) {
        let items = study.areas[total.area] ?? []
        let teams = study.teams.filter { total.teams?.contains($0) ?? true }
        let figures = total.beside.filter {
            $0.part == total.part && $0.area == total.area && !$0.isLimit && teams.contains($0.team)
        }
        let inFigures = Set(try figures.flatMap { try people(of: $0) })
        let everybody = Set(teams.flatMap { study.answering(items, total.part, $0).keys })
        for people in [inFigures, everybody] {
            let cells = study.cells(people, items, total.part)
            if people.count == total.people, cells.count == total.of, study.top(cells) == total.top {
                return (people, everybody.subtracting(people).count)
            }
        }
        throw Failed(program: "attack", message: "nobody fits \(total)")
    }

    private func secrets(_ people: Set<String>) -> [LinearAttack.Secret: (Int, Int)] {
        Dictionary(uniqueKeysWithValues: people.map { (.init(person: $0, name: "top"), (1, 1)) })
    }
}
