import NIOCore
import Testing

@testable import Kollegium

@Suite struct ClientPaceTests {
    private let limits = SlowClientLimits()
    private func at(_ seconds: Int) -> NIODeadline {
        .uptimeNanoseconds(1_000_000_000 * UInt64(100 + seconds))
    }

    @Test func `a body has a minute, and then a pace to keep`() {
        var body = BodyPace()
        body.wait(at(0))
        #expect(!body.isTooSlow(limits, at(60)))
        #expect(body.isTooSlow(limits, at(61)))
        body.came(100_000, at(61))
        body.wait(at(61))
        #expect(!body.isTooSlow(limits, at(100)))
        #expect(body.isTooSlow(limits, at(101)))
    }

    @Test func `while we do not wait, nobody is slow`() {
        var body = BodyPace()
        body.wait(at(0))
        body.came(1, at(1))
        #expect(!body.isTooSlow(limits, at(10_000)))
        body.wait(at(10_000))
        #expect(!body.isTooSlow(limits, at(10_059)))
        #expect(body.isTooSlow(limits, at(10_060)))
    }

    /// Whether the client was found slow at each of some moments, with so many bytes left.
    private func found(_ answer: inout AnswerPace, _ moments: [(left: Int, at: Int)]) -> [Bool] {
        moments.map { answer.isTooSlow(left: $0.left, limits, at($0.at)) }
    }

    @Test func `an answer has half a minute at a time`() {
        var answer = AnswerPace()
        let before = found(&answer, [(0, 0)])
        answer.handOver(1_000_000, at(0))
        let after = found(&answer, [(1_000_000, 29), (970_000, 30), (970_000, 59), (940_001, 60)])
        #expect(before + after == [false, false, false, false, true])
    }

    @Test func `what was taken long ago buys no time`() {
        var answer = AnswerPace()
        answer.handOver(5_000_000, at(0))
        let before = found(&answer, [(0, 1)])
        answer.handOver(1_000_000, at(1_000))
        let after = found(&answer, [(1_000_000, 1_029), (1_000_000, 1_030)])
        #expect(before + after == [false, false, true])
    }
}
