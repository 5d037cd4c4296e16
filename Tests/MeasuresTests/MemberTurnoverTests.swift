import Measures
import Testing

/// The days are 100 to 120, first and last among them.
@Suite struct MemberTurnoverTests {
    /// At the start, at the end, joined, left.
    private func counts(_ memberships: [(person: Int64, from: Int, to: Int?)]) -> [Int]? {
        MemberTurnover(
            memberships.map { .init(person: $0.person, from: $0.from, to: $0.to) }, in: 100...120
        ).map { [$0.atStart, $0.atEnd, $0.joined, $0.left] }
    }

    @Test(
        arguments: [
            (90, nil, [1, 1, 0, 0]), (100, nil, [1, 1, 0, 0]), (100, 121, [1, 1, 0, 0]),
            (100, 120, [1, 0, 0, 1]), (90, 101, [1, 0, 0, 1]),
            (101, nil, [0, 1, 1, 0]), (120, nil, [0, 1, 1, 0]), (120, 121, [0, 1, 1, 0]),
            (101, 120, [0, 0, 1, 1]), (110, 111, [0, 0, 1, 1]),
        ] as [(Int, Int?, [Int])])
    func `one person counts on the days from the first up to the day that they are no longer there`(
        from: Int, to: Int?, expected: [Int]
    ) {
        #expect(counts([(1, from, to)]) == expected)
    }

    @Test(arguments: [(90, 100), (90, 95), (121, nil), (121, 130)] as [(Int, Int?)])
    func `a team without a member on any of the days has no figures`(from: Int, to: Int?) {
        #expect(counts([(1, from, to)]) == nil)
        #expect(counts([(1, from, to), (2, 110, 111)]) == [0, 0, 1, 1])
        #expect(counts([]) == nil)
    }

    @Test func `somebody in two roles at once is one person`() {
        #expect(counts([(1, 90, nil), (1, 105, nil), (1, 100, 110)]) == [1, 1, 0, 0])
        #expect(counts([(1, 90, 110), (1, 105, nil)]) == [1, 1, 0, 0])
    }

    @Test func `somebody who left and came back neither joined nor left`() {
        #expect(counts([(1, 90, 101), (1, 120, nil)]) == [1, 1, 0, 0])
        #expect(counts([(1, 101, 102), (1, 119, 120)]) == [0, 0, 1, 1])
    }

    @Test func `several people add up in whatever order they come`() {
        let memberships: [(person: Int64, from: Int, to: Int?)] = [
            (7, 90, nil), (3, 110, nil), (7, 100, 105), (-2, 90, 104), (3, 100, 101), (5, 118, 119),
            (8, 80, 100),
        ]
        #expect(counts(memberships) == [3, 2, 1, 2])
        #expect(counts(memberships.reversed()) == [3, 2, 1, 2])
    }

    @Test func `on a single day whoever is there was there at its start and at its end`() {
        let one = MemberTurnover(
            [.init(person: 1, from: 5, to: 6), .init(person: 2, from: 6, to: nil)], in: 5...5)
        #expect(one?.atStart == 1)
        #expect(one?.atEnd == 1)
        #expect(one?.joined == 0)
        #expect(one?.left == 0)
    }
}
