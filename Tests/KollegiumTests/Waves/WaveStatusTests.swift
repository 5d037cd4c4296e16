import Testing

@testable import Kollegium

@Suite struct WaveStatusTests {
    private func status(_ counts: [(Int, Int)], minimum: Int = 5) -> WaveStatus {
        WaveStatus(
            Dictionary(
                uniqueKeysWithValues: counts.enumerated().map {
                    (Int64($0.offset), WaveStatus.Count(handedIn: $0.element.0, asked: $0.element.1))
                }), minimumGroup: minimum)
    }

    @Test func `teams of the smallest group have a count, and the total counts all`() {
        let status = status([(3, 5), (4, 7)])
        #expect(status.teams.count == 2 && status.hiddenTeams == 0)
        #expect(status.total == WaveStatus.Count(handedIn: 7, asked: 12) && status.countsHidden)
    }

    @Test func `one small team is in no total, or the total less the others would tell of it`() {
        let status = status([(3, 5), (4, 7), (1, 4)])
        #expect(status.teams.count == 2 && status.hiddenTeams == 1)
        #expect(status.total == WaveStatus.Count(handedIn: 7, asked: 12) && !status.countsHidden)
    }

    @Test func `small teams that are many enough together are in the total`() {
        let status = status([(3, 5), (1, 4), (2, 2)])
        #expect(status.teams.count == 1 && status.hiddenTeams == 2)
        #expect(status.total == WaveStatus.Count(handedIn: 6, asked: 11) && status.countsHidden)
    }

    @Test func `too few people have no total either`() {
        #expect(status([(1, 2), (1, 2)]).total == nil)
        #expect(status([]).total == nil)
        #expect(status([(1, 4), (2, 3)]).total == WaveStatus.Count(handedIn: 3, asked: 7))
        #expect(status([(4, 8), (1, 9)], minimum: 9).total == WaveStatus.Count(handedIn: 1, asked: 9))
    }

    @Test
    func `a school's small teams are in no total of the school, or the programme's would tell of others`() {
        let counts = [1: (1, 3), 2: (2, 3), 3: (4, 6)].map {
            (Int64($0.key), WaveStatus.Count(handedIn: $0.value.0, asked: $0.value.1))
        }
        let status = WaveStatus(
            Dictionary(uniqueKeysWithValues: counts), minimumGroup: 5, isWhole: false)
        #expect(status.total == WaveStatus.Count(handedIn: 4, asked: 6) && !status.countsHidden)
    }

    /// Whoever takes the shown teams from the shown total is left with nobody, or with as many as the smallest group.
    @Test func `no hidden count follows from what is shown`() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<2_000 {
            let minimum = Int.random(in: 5...9, using: &random)
            let counts = (0..<Int.random(in: 0...9, using: &random)).map { _ in
                let asked = Int.random(in: 1...14, using: &random)
                return (Int.random(in: 0...asked, using: &random), asked)
            }
            let status = status(counts, minimum: minimum)
            for count in status.teams.values { #expect(count.asked >= minimum) }
            guard let total = status.total else { continue }
            let rest = total.asked - status.teams.values.map(\.asked).reduce(0, +)
            #expect(rest == 0 || rest >= minimum)
        }
    }
}
