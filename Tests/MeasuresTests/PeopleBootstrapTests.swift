import Testing

@testable import Measures

private func person(_ answers: Int, top: Int, sum: Int) -> PersonTally {
    PersonTally(answers: answers, top: top, sum: sum)
}

/// A team of five in which people gave from one to four answers.
private let team = [
    person(4, top: 3, sum: 16), person(2, top: 0, sum: 5), person(4, top: 4, sum: 19),
    person(1, top: 1, sum: 4), person(3, top: 1, sum: 9),
]

@Suite struct PeopleBootstrapTests {
    @Test(arguments: [1, 2, 39, 40, 41, 80, 81, 999, 2_000])
    func `limits are the figures that leave a fortieth, rounded up, at each end`(resamples: Int) throws {
        var random = SeededRandom(seed: 99)
        var (shares, indexes) = ([Double](), [Double]())
        for _ in 0..<resamples {
            let drawn = (0..<5).map { _ in team[random.next(below: 5)] }
            let answers = Double(drawn.map(\.answers).reduce(0, +))
            shares.append(Double(drawn.map(\.top).reduce(0, +)) / answers)
            indexes.append(Double(drawn.map(\.sum).reduce(0, +)) / answers)
        }
        let cut = Int((0.025 * Double(resamples)).rounded(.up))
        func limits(_ figures: [Double]) -> Interval {
            Interval(lower: figures.sorted()[cut - 1], upper: figures.sorted(by: >)[cut - 1])
        }
        let bootstrap = PeopleBootstrap(seed: 99, resamples: resamples)
        #expect(bootstrap.share(team) == limits(shares))
        #expect(bootstrap.index(team) == limits(indexes))
    }

    /// Of five people three said yes, so resampled shares are binomial: none with 1.0 %, one at most with
    /// 8.7 %, all five with 7.8 %. Of thirty, twelve did: at most 6 with 1.7 %, 7 with 4.4 %; at least 18
    /// with 2.1 %, 17 with 4.8 %.
    @Test func `with one answer each the limits are those of the binomial distribution`() {
        let five = (0..<5).map { person(1, top: $0 < 3 ? 1 : 0, sum: $0 < 3 ? 5 : 1) }
        let thirty = (0..<30).map { person(1, top: $0 < 12 ? 1 : 0, sum: $0 < 12 ? 5 : 1) }
        let bootstrap = PeopleBootstrap(seed: 1979, resamples: 20_000)
        #expect(bootstrap.share(five) == Interval(lower: 0.2, upper: 1))
        #expect(bootstrap.index(five) == Interval(lower: 1.8, upper: 5))
        #expect(bootstrap.share(thirty) == Interval(lower: 7.0 / 30, upper: 17.0 / 30))
    }

    @Test func `the same seed gives the same interval, and another need not`() {
        let first = PeopleBootstrap(seed: 5, resamples: 200)
        #expect(first.share(team) == first.share(team))
        #expect(first.index(team) == PeopleBootstrap(seed: 5, resamples: 200).index(team))
        let others = (6..<16).map { PeopleBootstrap(seed: $0, resamples: 200).index(team) }
        #expect(others.contains { $0 != first.index(team) })
    }

    @Test func `the order of people matters, so callers sort them`() {
        let differs = (0..<20).contains { seed in
            let bootstrap = PeopleBootstrap(seed: UInt64(seed), resamples: 200)
            return bootstrap.index(team) != bootstrap.index(team.reversed())
        }
        #expect(differs)
    }

    @Test func `one person, or nobody, leaves nothing to resample`() {
        let bootstrap = PeopleBootstrap(seed: 1)
        #expect(bootstrap.share([]) == nil)
        #expect(bootstrap.index([]) == nil)
        #expect(bootstrap.share([person(4, top: 2, sum: 12)]) == nil)
        #expect(bootstrap.index([person(4, top: 2, sum: 12), person(0, top: 0, sum: 0)]) == nil)
        #expect(bootstrap.share([person(0, top: 0, sum: 0), person(0, top: 0, sum: 0)]) == nil)
    }

    @Test func `people without answers are left out`() {
        let bootstrap = PeopleBootstrap(seed: 11)
        let withSilent = [person(0, top: 0, sum: 0)] + team + [person(0, top: 0, sum: 0)]
        #expect(bootstrap.share(withSilent) == bootstrap.share(team))
        #expect(bootstrap.index(withSilent) == bootstrap.index(team))
    }

    @Test func `where everyone is alike both limits are the figure, however many answers each gave`() {
        let alike = [
            person(3, top: 1, sum: 10), person(6, top: 2, sum: 20), person(300, top: 100, sum: 1_000),
        ]
        let bootstrap = PeopleBootstrap(seed: 21)
        #expect(bootstrap.share(alike) == Interval(lower: 1.0 / 3, upper: 1.0 / 3))
        #expect(bootstrap.index(alike) == Interval(lower: 10.0 / 3, upper: 10.0 / 3))
        let top = [person(2, top: 2, sum: 10), person(4, top: 4, sum: 20)]
        #expect(bootstrap.share(top) == Interval(lower: 1, upper: 1))
        let none = [person(2, top: 0, sum: 2), person(4, top: 0, sum: 4)]
        #expect(bootstrap.share(none) == Interval(lower: 0, upper: 0))
    }

    @Test func `a million answers are no trouble, and less than one resample is one`() throws {
        let large = [
            person(1_000_000, top: 250_000, sum: 3_000_000), person(1_000_000, top: 750_000, sum: 4_000_000),
        ]
        #expect(PeopleBootstrap(seed: 2).share(large) == Interval(lower: 0.25, upper: 0.75))
        #expect(PeopleBootstrap(seed: 2).index(large) == Interval(lower: 3, upper: 4))
        let once = try #require(PeopleBootstrap(seed: 2, resamples: 0).share(team))
        #expect(once.lower == once.upper)
        #expect(once == PeopleBootstrap(seed: 2, resamples: 1).share(team))
    }
}
