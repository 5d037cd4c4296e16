import Measures

/// A survey on trust made by chance; the same seed gives the same.
struct RandomTrustSurvey {
    private var random: RepeatableRandom

    static func make(seed: UInt64) -> TrustSurvey {
        var maker = RandomTrustSurvey(random: RepeatableRandom(seed: seed))
        return maker.survey()
    }

    /// How a team answers: by how much from wave to wave, and how many in a hundred answers lie beside the mood.
    private struct Temper {
        let trend, noise: Int
    }

    private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    private mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

    private mutating func survey() -> TrustSurvey {
        var survey = TrustSurvey(["q1": parts()])
        if chance(30) { survey.questionnaires["q2"] = parts() }
        survey.minimumGroup = chance(25) ? number(5...8) : 5
        survey.published = chance(25)
        let teams = ["t2", "T1", "å", "t10", "Ä", "z"].shuffled(using: &random)
        survey.teams = Array(teams.prefix(number(1...4)))
        for team in survey.teams {
            let temper = Temper(trend: number(-1...1), noise: chance(25) ? 0 : 40)
            // All subsets of many people take the naive way long, so most teams are small.
            for person in 0..<(chance(10) ? number(12...15) : number(4...10)) {
                answer(&survey, "\(team)-\(person)", home: team, temper)
            }
        }
        survey.answers.shuffle(using: &random)
        return survey
    }

    private mutating func parts() -> [TrustSurvey.Part] {
        let waves = [1, 2, 3, 5].shuffled(using: &random).prefix(number(1...4))
        return waves.map { wave in
            var asks: [TrustForm: Int] = [:]
            for form in TrustForm.allCases where chance(75) { asks[form] = number(1...10) }
            return TrustSurvey.Part("w\(wave)", wave: wave, asks)
        }
    }

    /// Most people answer most of the time, and some have moved to another team by then.
    private mutating func answer(
        _ survey: inout TrustSurvey, _ person: String, home: String, _ temper: Temper
    ) {
        let mood = number(1...5)
        for (id, parts) in survey.questionnaires.sorted(by: { $0.key < $1.key }) {
            for part in parts where chance(90) {
                let team = chance(5) ? survey.teams.randomElement(using: &random) ?? home : home
                let mood = chance(40) ? mood : min(max(mood + temper.trend * (part.wave - 2), 1), 5)
                for (form, count) in part.asks.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                    let skips = chance(30) ? 45 : 5
                    let steps = (0..<count).map { _ in step(around: mood, temper, skips: skips) }
                    survey.answer(part.id, person, steps, on: form, team: team, in: id)
                }
            }
        }
    }

    private mutating func step(around mood: Int, _ temper: Temper, skips: Int) -> Int? {
        if chance(skips) { return chance(50) ? nil : TrustSurvey.optOut }
        return min(max(mood + (chance(temper.noise) ? number(-2...2) : 0), 1), 5)
    }
}
