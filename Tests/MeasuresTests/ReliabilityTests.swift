import Measures
import Testing

@Suite struct ReliabilityTests {
    @Test func `the intraclass correlations of three small teams are R's`() throws {
        let correlation = try #require(IntraclassCorrelation(SmallTeams.scaleMeans))
        #expect(abs(correlation.icc1 - 0.1999939897) < 1e-10)
        #expect(abs((correlation.icc2 ?? 0) - 0.6363549436) < 1e-10)
    }

    @Test func `teams that differ while their people do not explain everything`() throws {
        let correlation = try #require(IntraclassCorrelation([[2.1, 2.1, 2.1], [3.7, 3.7], [4.4]]))
        #expect(correlation.icc1 == 1)
        #expect(correlation.icc2 == 1)
    }

    @Test func `people who differ more than teams give negative correlations, as they are`() throws {
        // Mean squares of 0.25 between teams and 8 within.
        let correlation = try #require(IntraclassCorrelation([[1, 5], [1.5, 5.5]]))
        #expect(correlation.icc1 == -7.75 / 8.25)
        #expect(correlation.icc2 == -31)
    }

    @Test func `equal team means have no reliability to tell`() throws {
        let correlation = try #require(IntraclassCorrelation([[1, 2, 3], [0.1, 2, 3.9], [2.2, 1.8]]))
        #expect(correlation.icc2 == nil)
        // Mean size 8/3, so −1 / (8/3 − 1).
        #expect(abs(correlation.icc1 + 0.6) < 1e-12)
    }

    @Test func `there is no correlation without teams, people or differences`() {
        #expect(IntraclassCorrelation([]) == nil)
        #expect(IntraclassCorrelation([[1, 2, 3]]) == nil)
        #expect(IntraclassCorrelation([[1, 2, 3], []]) == nil)
        #expect(IntraclassCorrelation([[1], [2], [4]]) == nil)
        #expect(IntraclassCorrelation([[3.3, 3.3], [3.3, 3.3, 3.3]]) == nil)
        #expect(IntraclassCorrelation([[1, 2], [.nan, 3]]) == nil)
        #expect(IntraclassCorrelation([[1, 2], [.infinity, 3]]) == nil)
    }

    @Test func `teams without values change nothing`() {
        let teams = SmallTeams.scaleMeans
        #expect(IntraclassCorrelation([[]] + teams + [[]]) == IntraclassCorrelation(teams))
    }

    @Test func `alpha of four items is R's, over the people who answered all`() throws {
        let alpha = try #require(CronbachAlpha(TeamRatings(rows: SmallTeams.rows())))
        #expect(alpha.people == 21)
        #expect(abs(alpha.raw - 0.9144008056) < 1e-10)
        #expect(abs((alpha.standardised ?? 0) - 0.9165340984) < 1e-10)
        #expect(abs((alpha.averageInterItemCorrelation ?? 0) - 0.7329940665) < 1e-10)
    }

    @Test func `a row with a gap counts nowhere`() throws {
        let rows: [[Int?]] = [[1, 2, 2], [4, 5, 4], [3, 3, 5], [2, 1, 2]]
        let gaps: [[Int?]] = [[5, nil, 1], [nil, nil, nil], [1, 5], []]
        #expect(CronbachAlpha(TeamRatings(rows: rows + gaps)) == CronbachAlpha(TeamRatings(rows: rows)))
        #expect(CronbachAlpha(TeamRatings(rows: rows))?.people == 4)
    }

    @Test func `items that say the same have an alpha of one`() throws {
        let alpha = try #require(CronbachAlpha(TeamRatings(rows: [1, 2, 4, 5].map { [$0, $0, $0] })))
        #expect(abs(alpha.raw - 1) < 1e-12)
        #expect(abs((alpha.standardised ?? 0) - 1) < 1e-12)
        #expect(abs((alpha.averageInterItemCorrelation ?? 0) - 1) < 1e-12)
    }

    @Test func `an item without variance leaves the raw alpha alone`() throws {
        let alpha = try #require(CronbachAlpha(TeamRatings(rows: [[1, 3, 1], [2, 3, 2], [4, 3, 5]])))
        // Variances 7/3, 0 and 13/3 of a total of 13: 3/2 · (1 − 20/39).
        #expect(abs(alpha.raw - 19.0 / 26) < 1e-12)
        #expect(alpha.standardised == nil)
        #expect(alpha.averageInterItemCorrelation == nil)
    }

    @Test func `items that go against each other have a negative alpha`() throws {
        let alpha = try #require(CronbachAlpha(TeamRatings(rows: [[1, 5], [2, 3], [5, 2], [4, 1]])))
        #expect(alpha.raw < 0)
        #expect((alpha.averageInterItemCorrelation ?? 0) < 0)
    }

    @Test func `standardised items that cancel out have no standardised alpha`() throws {
        // The second item is six less twice the first, so only the raw sums differ.
        let alpha = try #require(CronbachAlpha(TeamRatings(rows: [[1, 9], [2, 7], [3, 5], [4, 3]])))
        #expect(alpha.standardised == nil)
        #expect(abs((alpha.averageInterItemCorrelation ?? 0) + 1) < 1e-12)
    }

    @Test func `there is no alpha of one item, of one person, or of equal sums`() {
        #expect(CronbachAlpha(TeamRatings(rows: [])) == nil)
        #expect(CronbachAlpha(TeamRatings(rows: [[1], [2], [3]])) == nil)
        #expect(CronbachAlpha(TeamRatings(rows: [[1, 2, 3]])) == nil)
        #expect(CronbachAlpha(TeamRatings(rows: [[1, 2], [3, nil]])) == nil)
        #expect(CronbachAlpha(TeamRatings(rows: [[1, 4], [2, 3], [4, 1]])) == nil)
        #expect(CronbachAlpha(TeamRatings(rows: [[nil, nil], [nil, nil]])) == nil)
    }
}
