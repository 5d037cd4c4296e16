import Testing

@testable import Measures

/// A team made up answer by answer, so that what may be shown can be counted anew, person by person.
private struct MadeUpTeam {
    let areas: [OutcomeArea]
    /// By area, person and item; nil where a person did not answer.
    var answers: [[[Int?]]]
    let withholding: Withholding

    init(using generator: inout SeededRandom) {
        areas = (0..<Int.random(in: 1...5, using: &generator)).map {
            OutcomeArea(code: "area \($0)", ratingItems: Int.random(in: 1...3, using: &generator))
        }
        let people = Int.random(in: 0...14, using: &generator)
        // Some areas are answered by nearly all, some by few; some by people who agree, some not.
        answers = areas.map { area in
            let willing = Int.random(in: 1...10, using: &generator)
            let lowest = [1, 1, 4].randomElement(using: &generator) ?? 1
            return (0..<people).map { _ in
                (0..<area.ratingItems).map { _ in
                    Int.random(in: 1...10, using: &generator) <= willing
                        ? Int.random(in: lowest...5, using: &generator) : nil
                }
            }
        }
        withholding = Withholding(
            minimumGroup: Int.random(in: 5...7, using: &generator),
            minimumForSingleItems: Int.random(in: 8...10, using: &generator),
            published: Bool.random(using: &generator))
    }

    func people(in place: Int) -> Int { answers[place].count { $0.contains { $0 != nil } } }

    func steps(in place: Int) -> [Int] { answers[place].flatMap { $0.compactMap(\.self) } }

    var respondents: Int {
        let people = answers.first?.count ?? 0
        return (0..<people).count { person in answers.contains { $0[person].contains { $0 != nil } } }
    }

    var tallies: [String: AnswerTally] {
        var tallies: [String: AnswerTally] = [:]
        for (place, area) in areas.enumerated() where people(in: place) > 0 {
            let steps = steps(in: place)
            tallies[area.code] = AnswerTally(
                people: people(in: place), answers: steps.count, top: steps.count { $0 >= 4 },
                sum: steps.reduce(0, +))
        }
        return tallies
    }

    func outcome(published: Bool? = nil) -> Outcome {
        let withholding = Withholding(
            minimumGroup: withholding.minimumGroup, minimumForSingleItems: withholding.minimumForSingleItems,
            published: published ?? withholding.published)
        return Outcome(areas: areas, respondents: respondents, tallies: tallies, withholding: withholding)
    }

    func place(of area: String) -> Int { areas.firstIndex { $0.code == area } ?? areas.endIndex }
}

private func teams(seed: UInt64) -> [MadeUpTeam] {
    var generator = SeededRandom(seed: seed)
    return (0..<1500).map { _ in MadeUpTeam(using: &generator) }
}

@Suite struct WithholdingPropertyTests {
    @Test func `nothing is shown of fewer people than the minimum`() {
        for team in teams(seed: 1) {
            let outcome = team.outcome()
            #expect(outcome.reported == (team.respondents >= team.withholding.minimumGroup))
            if !outcome.reported {
                #expect(outcome.respondents == nil && outcome.index == nil)
                #expect(outcome.areas.isEmpty && outcome.withheld.isEmpty)
            }
            for share in outcome.areas {
                let place = team.place(of: share.area)
                #expect(share.people == team.people(in: place))
                #expect(share.people >= team.withholding.minimumGroup)
                if team.areas[place].ratingItems == 1 && !team.withholding.published {
                    #expect(share.people >= team.withholding.minimumForSingleItems)
                }
            }
        }
    }

    @Test func `of a reported team each area is either shown or named as withheld`() {
        for team in teams(seed: 2) {
            let outcome = team.outcome()
            guard outcome.reported else { continue }
            let codes = team.areas.map(\.code)
            #expect((outcome.areas.map(\.area) + outcome.withheld).sorted() == codes)
            #expect(outcome.areas.map(\.area) == codes.filter { !outcome.withheld.contains($0) })
            for code in outcome.withheld {
                let place = team.place(of: code)
                let needed =
                    team.areas[place].ratingItems == 1 && !team.withholding.published
                    ? max(team.withholding.minimumGroup, team.withholding.minimumForSingleItems)
                    : team.withholding.minimumGroup
                #expect(team.people(in: place) < needed)
            }
        }
    }

    @Test func `an exact share is never an extreme of a single item, and is the share of the answers`() {
        for team in teams(seed: 3) {
            for share in team.outcome().areas {
                let place = team.place(of: share.area)
                let steps = team.steps(in: place)
                let top = steps.count { $0 >= 4 }
                let masked = team.areas[place].ratingItems == 1 && !team.withholding.published
                #expect(share.of == steps.count)
                switch share.shown {
                case .exact(let shownTop, let percent):
                    #expect(shownTop == top)
                    #expect(abs(200 * top - 2 * percent * steps.count) <= steps.count)
                    if masked {
                        #expect(5 * top < 4 * steps.count && 5 * top > steps.count)
                    }
                case .atLeast(let percent):
                    #expect(percent == 80 && masked && 5 * top >= 4 * steps.count)
                case .atMost(let percent):
                    #expect(percent == 20 && masked && 5 * top <= steps.count)
                }
            }
        }
    }

    @Test func `the index is the mean of the answers shown`() throws {
        for team in teams(seed: 4) {
            let outcome = team.outcome()
            let steps = outcome.areas.flatMap { team.steps(in: team.place(of: $0.area)) }
            guard !steps.isEmpty else {
                #expect(outcome.index == nil)
                continue
            }
            let count = try #require(outcome.index?.count)
            #expect(abs(200 * steps.reduce(0, +) - 2 * count * steps.count) <= steps.count)
        }
    }

    @Test func `no answer in a withheld area has any influence on what is shown`() {
        var generator = SeededRandom(seed: 5)
        var tried = 0
        for team in teams(seed: 5) {
            let outcome = team.outcome()
            for code in outcome.withheld {
                var changed = team
                let place = team.place(of: code)
                changed.answers[place] = team.answers[place].map { items in
                    items.map { step in step == nil ? nil : Int.random(in: 1...5, using: &generator) }
                }
                #expect(changed.outcome() == outcome)
                tried += 1
            }
        }
        #expect(tried > 500)
    }

    @Test func `being published exempts from the two rules on single items and from nothing else`() {
        for team in teams(seed: 6) {
            let (published, not) = (team.outcome(published: true), team.outcome(published: false))
            #expect(published.reported == not.reported)
            #expect(published.respondents == not.respondents)
            let several = { (share: OutcomeShare) in team.areas[team.place(of: share.area)].ratingItems > 1 }
            #expect(published.areas.filter(several) == not.areas.filter(several))
            for code in published.withheld {
                #expect(not.withheld.contains(code))
                #expect(team.people(in: team.place(of: code)) < team.withholding.minimumGroup)
            }
            for share in published.areas {
                guard case .exact = share.shown else {
                    Issue.record("a share of a published study is masked")
                    continue
                }
            }
        }
    }
}
