import Measures
import Support
import Testing

@testable import Kollegium

/// What the figures let through, whoever answered what.
@Suite struct PurposeFigureTests {
    private static let withholding = Withholding(published: false, rules: .pages)

    @Test func `too few answers, nearly all alike, and the share between`() {
        func shown(_ yes: Int, _ no: Int) -> OutcomeShare.Shown? {
            let answers =
                Array(repeating: PurposeAnswer.yes, count: yes)
                + Array(repeating: PurposeAnswer.no, count: no)
            let term = PurposeFigures.Term(
                code: "VT2015",
                answers: Dictionary(uniqueKeysWithValues: answers.enumerated().map { (Int64($0), $1) }))
            return PurposeFigures([term], Self.withholding).terms[0].share?.shown
        }
        #expect(shown(4, 3) == nil && shown(0, 0) == nil && shown(7, 0) == nil)
        #expect(shown(5, 3) == .exact(top: 5, percent: 63))
        #expect(shown(8, 2) == .atLeast(80) && shown(10, 0) == .atLeast(80))
        #expect(shown(2, 8) == .atMost(20) && shown(0, 10) == .atMost(20))
    }

    @Test func `partly is to share it`() {
        let answers = (0..<10).map { (Int64($0), $0 < 6 ? PurposeAnswer.partly : .no) }
        let figures = PurposeFigures(
            [.init(code: "VT2015", answers: Dictionary(uniqueKeysWithValues: answers))], Self.withholding)
        #expect(figures.terms[0].share?.shown == .exact(top: 6, percent: 60))
    }

    @Test(arguments: 1...(isLongRun ? 2_000 : 200) as ClosedRange<UInt64>)
    func `no figure and no two figures tell of fewer than the minimum`(_ seed: UInt64) {
        var random = RepeatableRandom(seed: seed)
        let minimum = Int.random(in: 5...7, using: &random)
        let withholding = Withholding(minimumGroup: minimum, published: false, rules: .pages)
        let people = Int.random(in: 3...20, using: &random)
        let terms = (0..<Int.random(in: 1...5, using: &random)).map { number in
            var term = PurposeFigures.Term(code: "T\(number)")
            let staying = Int.random(in: 50...100, using: &random)
            for person in 0..<people where Int.random(in: 0..<100, using: &random) < staying {
                term.answers[Int64(person)] = PurposeAnswer.allCases.randomElement(using: &random)
            }
            return term
        }
        let figures = PurposeFigures(terms, withholding)
        #expect(figures.terms.map(\.term) == terms.map(\.code))
        let coverage = WaveCoverage(
            terms.map { $0.answers.mapValues { _ in [1] } }, minimum: minimum
        ) { $0 >= 8 }
        for (place, figure) in figures.terms.enumerated() {
            guard let share = figure.share else { continue }
            #expect(share.people >= 8 && share.of == share.people)
            if case .exact(let top, _) = share.shown {
                #expect(10 * top < 8 * share.of && 10 * top > 2 * share.of)
                let covered = coverage.people[place].compactMap { terms[place].answers[$0] }
                #expect(top == covered.count { $0 != .no } && share.of == covered.count)
            }
            #expect(share.people <= terms[place].answers.count)
            for earlier in 0..<place where figures.terms[earlier].share != nil {
                // Where few differ, the later figure covers nobody who has not answered both times.
                let (now, then) = (coverage.people[place], coverage.people[earlier])
                let apart = now.symmetricDifference(then).count
                #expect(apart >= minimum || now.isSubset(of: then), "\(apart) stand out")
            }
        }
        // A later term changes nothing that was shown before.
        let before = PurposeFigures(Array(terms.dropLast()), withholding).terms
        #expect(Array(figures.terms.dropLast()) == before)
    }
}
