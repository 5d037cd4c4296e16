import CoreMetrics
import Synchronization

/// One line, or one histogram, of the metrics: what swift-metrics writes to, from any thread.
final class MetricSeries: Sendable {
    struct Value: Sendable, Equatable {
        /// What is counted or measured, or the sum of a histogram.
        var sum = 0.0
        /// For each bucket how many lie in it and in none below, the last being without bound. Empty but for histograms.
        var counts: [UInt64] = []
    }

    private let kind: MetricFamily.Kind
    private let value: Mutex<Value>

    init(_ kind: MetricFamily.Kind) {
        self.kind = kind
        var start = Value()
        if case .histogram(let bounds) = kind { start.counts = Array(repeating: 0, count: bounds.count + 1) }
        value = Mutex(start)
    }

    /// All of it at one moment, so that a histogram's parts agree.
    func read() -> Value { value.withLock { $0 } }

    private func observe(_ number: Double) {
        guard case .histogram(let bounds) = kind else {
            value.withLock { $0.sum = number }
            return
        }
        // What is no number would make the sum none for ever.
        guard number.isFinite else { return }
        var place = 0
        while place < bounds.count, number > bounds[place] { place += 1 }
        value.withLock {
            $0.counts[place] += 1
            $0.sum += number
        }
    }

    private func add(_ number: Double) {
        guard number.isFinite else { return }
        value.withLock { $0.sum += number }
    }
}

extension MetricSeries: CounterHandler, FloatingPointCounterHandler {
    /// A counter never falls.
    func increment(by amount: Int64) { if amount > 0 { add(Double(amount)) } }

    /// Meters go both ways, counters only up.
    func increment(by amount: Double) { if kind != .counter || amount > 0 { add(amount) } }

    func reset() { value.withLock { $0.sum = 0 } }
}

extension MetricSeries: MeterHandler, RecorderHandler {
    func set(_ value: Int64) { observe(Double(value)) }
    func set(_ value: Double) { observe(value) }
    func decrement(by amount: Double) { add(-amount) }
    func record(_ value: Int64) { observe(Double(value)) }
    func record(_ value: Double) { observe(value) }
}

extension MetricSeries: TimerHandler {
    func recordNanoseconds(_ duration: Int64) { observe(Double(duration) / 1_000_000_000) }
}
