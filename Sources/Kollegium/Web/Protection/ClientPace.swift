import NIOCore

/// How fast the body of one request comes. Only waiting counts: while we read nothing, the clock stands.
struct BodyPace {
    private var bytes = 0
    private var waited = TimeAmount.zero
    private var waitingSince: NIODeadline?

    /// We are ready for more; nothing changes if we were.
    mutating func wait(_ now: NIODeadline) {
        if waitingSince == nil { waitingSince = now }
    }

    mutating func came(_ count: Int, _ now: NIODeadline) {
        bytes += count
        if let since = waitingSince { waited = waited + (now - since) }
        waitingSince = nil
    }

    func isTooSlow(_ limits: SlowClientLimits, _ now: NIODeadline) -> Bool {
        let waited = waited + (waitingSince.map { now - $0 } ?? .zero)
        return waited > limits.body && bytes < limits.bodyPace * Int(waited.nanoseconds / 1_000_000) / 1_000
    }
}

/// How fast a client takes what it asked for.
struct AnswerPace {
    /// Bytes handed over to be sent in all, and how many of them were gone when we last saw that it went well.
    private var handedOver = 0
    private var gone = 0
    /// When that was; nil while nothing waits to be sent.
    private var seen: NIODeadline?

    mutating func handOver(_ count: Int, _ now: NIODeadline) {
        if seen == nil { seen = now }
        handedOver += count
    }

    /// - Parameter left: Bytes that wait here; the kernel's own buffer holds more, so a page never waits.
    mutating func isTooSlow(left: Int, _ limits: SlowClientLimits, _ now: NIODeadline) -> Bool {
        guard left > 0, let since = seen else {
            gone = handedOver
            seen = nil
            return false
        }
        let time = now - since
        guard time >= limits.answer else { return false }
        let more = max(0, handedOver - left) - gone
        if more < limits.answerPace * Int(time.nanoseconds / 1_000_000) / 1_000 { return true }
        gone += more
        seen = now
        return false
    }
}
