import Measures
import Testing

@testable import Kollegium

@Suite struct TrustItemChoiceTests {
    private static let facets = Questionnaire.facets

    private static func items(_ facets: [String?], _ each: Int, shuffled: Bool = false) -> TrustItemChoice {
        var items: [TrustItemChoice.Item] = []
        for form in TrustForm.allCases {
            for facet in facets {
                for number in 0..<each {
                    let key = Int64(items.count)
                    items.append(
                        .init(
                            key: key, code: "\(form)-\(facet ?? "none")-\(number)", form: form, facet: facet,
                            position: shuffled ? (Int(key) * 7) % 31 : Int(key)))
                }
            }
        }
        return TrustItemChoice(items: items)
    }

    @Test(arguments: [false, true]) func `the short form has the first of each form and facet`(
        _ shuffled: Bool
    ) {
        let choice = Self.items(Self.facets, 2, shuffled: shuffled)
        let asked = choice.items.filter { choice.asked(.short, wave: 2).contains($0.key) }
        #expect(asked.count == 15)
        #expect(Set(asked.map { "\($0.form) \($0.facet ?? "")" }).count == 15)
        for item in asked {
            let others = choice.items.filter { $0.form == item.form && $0.facet == item.facet }
            #expect(others.allSatisfy { $0.position >= item.position })
        }
        #expect(choice.asked(.full, wave: 1).count == 30)
    }

    @Test func `a question of no facet is in the short form`() {
        let choice = Self.items(["honesty", nil], 3)
        #expect(choice.asked(.short, wave: 1).count == 3 * (1 + 3))
    }

    @Test(arguments: [1, 4, 17]) func `ten in turn ask all in three waves, and of each form every time`(
        _ first: Int
    ) {
        let choice = Self.items(Self.facets, 2)
        let waves = (first..<first + 3).map { choice.asked(.inTurn, wave: $0) }
        #expect(waves.map(\.count) == [10, 10, 10])
        #expect(waves.reduce(Set()) { $0.union($1) }.count == 30)
        for wave in waves {
            let forms = choice.items.filter { wave.contains($0.key) }.map(\.form)
            for form in TrustForm.allCases { #expect((3...4).contains(forms.count { $0 == form })) }
        }
    }

    @Test func `the places of questions in a part do not move them to another turn`() {
        let (one, other) = (Self.items(Self.facets, 2), Self.items(Self.facets, 2, shuffled: true))
        for wave in 1...3 { #expect(one.asked(.inTurn, wave: wave) == other.asked(.inTurn, wave: wave)) }
    }

    @Test(arguments: 0..<40) func `a set of any size is asked whole, once in three waves`(_ size: Int) {
        let items = Array(Self.items(Self.facets, 3).items.prefix(size))
        let choice = TrustItemChoice(items: items)
        let waves = (1...3).map { choice.asked(.inTurn, wave: $0) }
        #expect(waves.map(\.count).reduce(0, +) == size)
        #expect(waves.reduce(Set()) { $0.union($1) } == Set(items.map(\.key)))
        let sizes = waves.map(\.count)
        #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)
    }
}
