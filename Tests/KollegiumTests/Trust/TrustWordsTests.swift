import Measures
import Testing

@testable import Kollegium

/// Every rule, cap, source and reason has its sentence, in both languages.
@Suite struct TrustWordsTests {
    private static let sentences: [Sentence] = {
        let borders = TrustThresholds()
        var all = AnswersReading.Reason.allCases.map { $0.words(borders, minimumGroup: 5) }
        all += CodedReading.Reason.allCases.map(\.words) + ProcessReading.Reason.allCases.map(\.words)
        all += TrustCap.allCases.map(\.words) + FormVerdict.Combination.allCases.map(\.words)
        all += VisibilityLadder.Rung.allCases.map(\.words) + TrustFacet.allCases.map(\.words)
        all += VisibilityLadder.tooEarly.words
        all += [
            ProcessChange.meetingsHeld(3, of: 4), .leaderFeedback(true), .leaderFeedback(false),
            .organisationResolved, .attendance(percent: 85, reaches: true),
            .attendance(percent: 65, reaches: false),
        ].map(\.words)
        all += FrameChange.Kind.allCases.map { ProcessChange.lifted($0).words }
        all += [
            TrustWords.caution, TrustWords.running, TrustWords.frozen, TrustConditions.heading,
            TrustConditions.reach, VisibilityLadder.reach,
        ]
        return all
    }()

    @Test func `each has its own words in each language`() {
        for sentence in Self.sentences {
            #expect(!sentence.sv.isEmpty)
            #expect(!sentence.en.isEmpty)
            #expect(sentence.sv != sentence.en)
            #expect(!(sentence.sv + sentence.en).contains("!"))
            #expect(!(sentence.sv + sentence.en).contains(" - "))
        }
        let reasons = CodedReading.Reason.allCases.map(\.words.sv)
        #expect(Set(reasons).count == reasons.count)
    }

    @Test func `a sentence has its capital at its beginning alone`() {
        let three = PersonMean(sum: 6, answers: 2)
        let people = (1...5).map {
            AnswerRound.Person(
                key: $0, all: PersonMean(sum: 12, answers: 4), facets: [.honesty: three, .openness: three])
        }
        var course = AnswersCourse(TrustThresholds(), privacy: AnswerPrivacy())
        let reading = course.read(
            AnswerRound(
                name: "r", items: 4, facetItems: [.honesty: 2, .openness: 2], asked: 5, people: people))
        let words = reading.wouldChange.first?.words
        #expect(
            words?.sv.hasPrefix(
                "Medelvärdet når 4,00, medelvärdet för ärlighet når 3,50 och medelvärdet för öppenhet når 3,50."
            )
                == true, "\(words?.sv ?? "")")
        #expect(
            words?.en.hasPrefix(
                "The mean reaches 4.00, the mean of honesty reaches 3.50 and the mean of openness reaches 3.50."
            )
                == true, "\(words?.en ?? "")")
    }

    @Test func `nothing says that a team will fail`() {
        let forbidden = ["misslyck", "kommer inte att", "fail", "will not"]
        for sentence in Self.sentences {
            let words = (sentence.sv + " " + sentence.en).lowercased()
            for word in forbidden { #expect(!words.contains(word), "\(sentence.sv)") }
        }
    }

    @Test func `every indicator and value that a change may name has words`() {
        for indicator in TrustIndicators.all {
            for value in indicator.values {
                let words = CodedChange(indicator: indicator.code, value: value, instead: nil).words
                #expect(!words.sv.contains(indicator.code))
                #expect(TrustWords.value(indicator.code, value).sv != value)
            }
        }
    }

    @Test func `the conditions are told as conditions`() {
        let assessment = ThreeSources.assess(TermFindings(number: 1))
        #expect(
            assessment.conditions.map(\.words.sv) == [
                "Processtillit, minst tillräckligt hög: inte känt",
                "Kollektiv tillit, minst tillräckligt hög: inte känt",
                "Kollegial tillit, hög, för att lärandet ska fördjupas: inte känt",
            ])
        #expect(TrustConditions.heading.en == "The conditions that the teams which completed had")
    }

    @Test func `what would change it says what, and what would follow`() throws {
        let assessment = ThreeSources.assess(
            TermFindings(number: 1, process: TermProcess(planned: 10, held: 6, leaderFeedback: 1)))
        let change = try #require(
            assessment.wouldChange(.process).first {
                $0.subject == .process(.meetingsHeld(7, of: 10))
            })
        #expect(change.words(minimumGroup: 5, answeringPercent: 60).sv == "7 av 10 planerade träffar hålls.")
        #expect(
            change.effect?.sv
                == "Då ger processen nivån ”tillräckligt hög”, och alla källor tillsammans nivån ”tillräckligt hög”."
        )
    }
}
