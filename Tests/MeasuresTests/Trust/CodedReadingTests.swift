import Testing

@testable import Measures

/// What coded evidence says, rule by rule.
@Suite struct CodedReadingTests {
    private func read(_ form: TrustForm, _ said: Said..., countsPractice: Bool = true) -> CodedReading {
        CodedReading(form, Said.standing(said), countsPractice: countsPractice)
    }

    @Test func `two independent sources make a low level, and one does not`() {
        let team = Said("organisational-trustworthiness", "low", .team)
        let supervisor = Said("organisational-trustworthiness", "low", .supervisor)
        let both = read(.process, team, supervisor)
        #expect(both.level == .low)
        #expect(both.reason == .organisationDistrusted)
        #expect(both.evidence == [team.id, supervisor.id].sorted())
        let one = read(.process, team)
        #expect(one.level == nil)
        #expect(one.reason == .lowFromOneSource)
        #expect(one.evidence == [team.id])
    }

    @Test func `two sources of one voice are one, and a nameless one is no second`() {
        let report = Said("relations", "doubted", .supervisor, source: "supervisor-report")
        let diary = Said("relations", "doubted", .supervisor, source: "process-diary")
        #expect(read(.collegial, report, diary).reason == .lowFromOneSource)
        let nameless = Said("relations", "doubted", .unnamed, source: nil)
        #expect(read(.collegial, report, nameless).reason == .lowFromOneSource)
        #expect(read(.collegial, nameless).reason == .lowFromOneSource)
        #expect(read(.collegial, report, Said("relations", "doubted", .team)).level == .low)
    }

    @Test func `trust in the supervision counts where it is low, and by itself not where it is high`() {
        let low = read(
            .process, Said("supervision-trust", "low", .team), Said("supervision-trust", "low", .leaders))
        #expect(low.level == .low)
        #expect(low.reason == .organisationDistrusted)
        #expect(read(.process, Said("supervision-trust", "high", .team)).reason == .noEvidence)
    }

    @Test func `a disputed purpose decides even where the organisation is trusted`() {
        let reading = read(
            .process, Said("organisational-trustworthiness", "high", .team),
            Said("purpose", "disputed", .team),
            Said("purpose", "disputed", .leaders))
        #expect(reading.level == .low)
        #expect(reading.reason == .purposeDisputed)
    }

    @Test func `sources that disagree are divided views, which count as high enough`() {
        for (form, one, other) in [
            (
                TrustForm.process, ("organisational-trustworthiness", "high"),
                ("organisational-trustworthiness", "low")
            ),
            (.process, ("purpose", "shared"), ("purpose", "disputed")),
            (.process, ("supervision-trust", "high"), ("supervision-trust", "low")),
            (.process, ("organisational-trustworthiness", "high"), ("purpose", "disputed")),
            (.collegial, ("relations", "affirmed"), ("relations", "doubted")),
            (.collective, ("efficacy", "growing"), ("efficacy", "low")),
        ] {
            let reading = read(form, Said(one.0, one.1, .team), Said(other.0, other.1, .supervisor))
            #expect(reading.isDivided, "\(one) \(other)")
            #expect(reading.reason == .dividedViews)
            #expect(reading.level == .enough)
            #expect(reading.evidence.count == 2)
            #expect(reading.speaksFor.count == 1)
            #expect(reading.speaksAgainst.count == 1)
        }
    }

    @Test func `two against and one for are divided too`() {
        let reading = read(
            .collegial, Said("relations", "doubted", .team), Said("relations", "doubted", .supervisor),
            Said("relations", "affirmed", .leaders))
        #expect(reading.isDivided)
    }

    @Test func `the other process rules`() {
        let trusted = Said("organisational-trustworthiness", "high", .team)
        #expect(read(.process, trusted).reason == .organisationTrusted)
        #expect(read(.process, trusted).level == .high)
        let apart = read(.process, trusted, Said("leadership-distance", "distant", .leaders))
        #expect(apart.level == .enough)
        #expect(apart.reason == .leadershipApart)
        #expect(read(.process, Said("purpose", "shared", .team)).level == nil)
    }

    @Test func `the collective rules`() {
        let established = Said("efficacy", "established", .team)
        let drivers = Said("drivers", "present", .supervisor)
        #expect(read(.collective, established, drivers).reason == .efficacyCarried)
        #expect(read(.collective, established, drivers).level == .high)
        #expect(read(.collective, established).reason == .efficacyOnItsWay)
        #expect(read(.collective, established, drivers, Said("drivers", "absent", .team)).level == .enough)
        #expect(
            read(.collective, established, drivers, Said("efficacy", "growing", .leaders)).level == .enough)
        let trusted = Said("organisational-trustworthiness", "high", .team)
        #expect(read(.collective, trusted).reason == .efficacyNotDoubted)
        #expect(read(.collective, trusted).level == .enough)
        #expect(
            read(.collective, trusted, Said("supervision-trust", "low", .leaders)).reason == .noEvidence)
        let low = read(.collective, Said("efficacy", "low", .team), Said("efficacy", "low", .supervisor))
        #expect(low.level == .low)
        #expect(low.reason == .efficacyLow)
    }

    @Test func `the collegial rules, and practice only where it may count`() {
        #expect(read(.collegial, Said("relations", "affirmed", .team)).level == .high)
        let surface = Said("climate", "apparent-only", .team)
        let hidden = Said("practice", "not-visible", .supervisor)
        #expect(read(.collegial, surface, hidden).reason == .harmonyWithoutPractice)
        #expect(read(.collegial, surface, hidden).level == .low)
        #expect(read(.collegial, surface, hidden, countsPractice: false).reason == .noEvidence)
        #expect(read(.collegial, surface).reason == .noEvidence)
        #expect(read(.collegial, surface, hidden, Said("practice", "visible", .leaders)).isDivided)
    }

    @Test func `the newest of an indicator and source stands, and of the same day the last id`() {
        let old = Said("relations", "doubted", .team, id: "e9", date: "2014-01-01")
        let new = Said("relations", "affirmed", .team, id: "e1", date: "2014-06-01")
        let same = Said("relations", "doubted", .team, id: "e2", date: "2014-06-01")
        let other = Said("relations", "affirmed", .supervisor, id: "e3", date: "2013-01-01")
        #expect(Said.standing([old, new]).map(\.id) == ["e1"])
        #expect(Said.standing([same, new, old, other]).map(\.id) == ["e3", "e2"])
    }

    @Test func `the order in which evidence comes makes no difference`() {
        var generator = SeededRandom(seed: 5)
        for _ in 0..<500 {
            let said = Said.random(&generator)
            for form in TrustForm.allCases {
                let one = CodedReading(form, Said.standing(said), countsPractice: true)
                let other = CodedReading(
                    form, Said.standing(said.shuffled(using: &generator)), countsPractice: true)
                #expect(one == other)
            }
        }
    }

    @Test func `low is never given on one voice, nor where anybody speaks for it`() {
        var generator = SeededRandom(seed: 6)
        for _ in 0..<2_000 {
            let standing = Said.standing(Said.random(&generator))
            for form in TrustForm.allCases {
                let reading = CodedReading(form, standing, countsPractice: true)
                guard reading.level == .low else { continue }
                let voices = Set(standing.filter { reading.evidence.contains($0.id) }.map(\.voice))
                #expect(voices.subtracting([.unnamed]).count >= 2)
                #expect(!reading.isDivided)
            }
        }
    }
}

/// A piece of evidence as a test says it.
struct Said {
    let statement: CodedStatement

    init(
        _ indicator: String, _ value: String, _ voice: EvidenceVoice, source: String?? = .none,
        id: String? = nil, date: String = "2014-01-01"
    ) {
        let name = source ?? "\(voice)"
        statement = CodedStatement(
            evidence: TrustEvidence(
                id: id ?? "\(indicator)-\(value)-\(name ?? "")", indicator: indicator, value: value),
            date: date, source: name, voice: voice)
    }

    var id: String { statement.id }

    static func standing(_ said: [Said]) -> [CodedStatement] {
        CodedStatement.standing(said.map(\.statement))
    }

    static func random(_ generator: inout SeededRandom) -> [Said] {
        let values = TrustForm.allCases.flatMap { CodedSides.values[$0] ?? [] }
        let voices: [EvidenceVoice] = [.team, .supervisor, .leaders, .other("x"), .unnamed]
        return (0..<Int.random(in: 0...7, using: &generator)).compactMap { number in
            guard let value = values.randomElement(using: &generator),
                let voice = voices.randomElement(using: &generator)
            else { return nil }
            return Said(
                value.indicator, value.value, voice, source: voice == .unnamed ? .some(nil) : .none,
                id: "e\(number)", date: "2014-01-0\(Int.random(in: 1...3, using: &generator))")
        }
    }
}
