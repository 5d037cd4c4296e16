import Measures
import Testing

@Suite struct PossibleShareTests {
    @Test(arguments: [
        // Seven of nine answered two items each; 10 of 14 answers on top, four missing.
        (10, 14, 18, 56, 78),
        (14, 25, 25, 56, 56), (0, 5, 8, 0, 38), (5, 5, 8, 63, 100), (0, 0, 6, 0, 100), (0, 6, 6, 0, 0),
        // Halves go up: 12.5 and 37.5; 0.5 and 99.5.
        (1, 6, 8, 13, 38), (1, 2, 200, 1, 100),
    ])
    func `the missing are all below, or all on top`(
        top: Int, answers: Int, asked: Int, lowest: Int, highest: Int
    ) throws {
        let possible = try #require(PossibleShare(top: top, answers: answers, asked: asked))
        #expect(possible.lowestPercent == lowest)
        #expect(possible.highestPercent == highest)
    }

    @Test func `there is none without anybody asked, nor for counts that cannot be`() {
        #expect(PossibleShare(top: 0, answers: 0, asked: 0) == nil)
        #expect(PossibleShare(top: 0, answers: 0, asked: -4) == nil)
        #expect(PossibleShare(top: 2, answers: 5, asked: 4) == nil)
        #expect(PossibleShare(top: 6, answers: 5, asked: 8) == nil)
        #expect(PossibleShare(top: -1, answers: 5, asked: 8) == nil)
        #expect(PossibleShare(top: 0, answers: -1, asked: 8) == nil)
    }

    @Test func `it holds the share whoever the missing are`() throws {
        for asked in 1...14 {
            for answers in 0...asked {
                for top in 0...answers {
                    let possible = try #require(PossibleShare(top: top, answers: answers, asked: asked))
                    let percents = (0...(asked - answers)).map { missingOnTop in
                        // Half up, in whole numbers.
                        (200 * (top + missingOnTop) + asked) / (2 * asked)
                    }
                    #expect(possible.lowestPercent == percents.min())
                    #expect(possible.highestPercent == percents.max())
                }
            }
        }
    }

    @Test func `the largest counts do not overflow`() {
        let possible = PossibleShare(top: .max / 2, answers: .max - 1, asked: .max)
        #expect(possible?.lowestPercent == 50)
        #expect(possible?.highestPercent == 50)
    }
}
