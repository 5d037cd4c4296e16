import Testing

@testable import Measures

/// Which changes may stand beside each other.
@Suite struct ChangeChainTests {
    private let eight: Set<Int64> = [1, 2, 3, 4, 5, 6, 7, 8]
    private let seven: Set<Int64> = [1, 2, 3, 4, 5, 6, 7]

    @Test func `the same people through all waves are told with their means`() {
        var chain = ChangeChain()
        for wave in 1...3 as ClosedRange<Int64> {
            let told = (
                chain.difference(from: wave, to: wave + 1, of: eight),
                chain.means(from: wave, to: wave + 1, of: eight)
            )
            #expect(told == (true, true))
        }
    }

    @Test func `where somebody has left the later change is told without means`() {
        var chain = ChangeChain()
        #expect(chain.difference(from: 1, to: 2, of: eight) && chain.means(from: 1, to: 2, of: eight))
        let later = (
            chain.difference(from: 2, to: 3, of: seven), chain.means(from: 2, to: 3, of: seven)
        )
        #expect(later == (true, false))
        // The means of a still later one would lead back by the difference between.
        let last = (
            chain.difference(from: 3, to: 4, of: seven), chain.means(from: 3, to: 4, of: seven)
        )
        #expect(last == (true, false))
    }

    @Test func `two ways round that are not of the same people are not both told`() {
        var chain = ChangeChain()
        let told = [
            chain.difference(from: 1, to: 3, of: eight), chain.difference(from: 2, to: 3, of: eight),
            chain.difference(from: 1, to: 4, of: seven), chain.difference(from: 2, to: 4, of: eight),
        ]
        #expect(told == [true, true, true, false])
    }

    @Test func `a change that others of the same people already tell says nothing new`() {
        var chain = ChangeChain()
        let told = [
            chain.difference(from: 1, to: 3, of: eight), chain.difference(from: 2, to: 3, of: eight),
            chain.difference(from: 1, to: 4, of: eight), chain.difference(from: 2, to: 4, of: eight),
        ]
        #expect(told == [true, true, true, true])
    }
}
