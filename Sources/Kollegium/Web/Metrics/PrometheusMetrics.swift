import CoreMetrics
import Synchronization

/// What the program counts, kept as Prometheus asks for it. A factory for swift-metrics, so that libraries which count
/// by it are heard too.
///
/// A counter of swift-metrics becomes a `counter` with `_total`, a meter or a recorder that does not add up a `gauge`,
/// a timer a `histogram` in seconds, a recorder that adds up a `histogram`. The same label and dimensions give the same
/// handler. A family holds at most `limit` sets of labels: those beyond share one in which every label is `other`, so
/// that no client can fill the memory. What has been counted is never forgotten: a counter that went away and came back
/// would look like one that started again.
final class PrometheusMetrics: MetricsFactory {
    private struct Contents {
        var families: [String: MetricFamily] = [:]
        /// What is looked up when somebody asks, in the order it was added.
        var gauges: [(name: String, help: String, type: MetricFamily.Kind, value: @Sendable () -> Double?)] =
            []
    }

    private let contents = Mutex(Contents())
    private let limit: Int
    private let helps: [String: String]

    /// - Parameters:
    ///   - limit: Sets of labels to a family.
    ///   - helps: What a family counts, by its name without ending.
    init(limit: Int = 500, helps: [String: String] = [:]) {
        self.limit = limit
        self.helps = helps
    }

    /// A figure that is looked up when somebody asks; nil where it cannot be known just then.
    func gauge(_ name: String, _ help: String, _ value: @escaping @Sendable () -> Double?) {
        contents.withLock { $0.gauges.append((MetricName.family(name), help, .gauge, value)) }
    }

    /// The same for a figure that only grows.
    func counter(_ name: String, _ help: String, _ value: @escaping @Sendable () -> Double?) {
        contents.withLock { $0.gauges.append((MetricName.family(name), help, .counter, value)) }
    }

    // What swift-metrics asks of a factory

    func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        series(label, ending: "_total", .counter, dimensions)
    }

    func makeFloatingPointCounter(label: String, dimensions: [(String, String)])
        -> any FloatingPointCounterHandler
    {
        series(label, ending: "_total", .counter, dimensions)
    }

    func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        series(label, ending: "", .gauge, dimensions)
    }

    func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        series(label, ending: "", aggregate ? .histogram(MetricBuckets.sizes) : .gauge, dimensions)
    }

    func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        series(label, ending: "_seconds", .histogram(MetricBuckets.seconds), dimensions)
    }

    func destroyCounter(_ handler: any CounterHandler) {}
    func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {}
    func destroyMeter(_ handler: any MeterHandler) {}
    func destroyRecorder(_ handler: any RecorderHandler) {}
    func destroyTimer(_ handler: any TimerHandler) {}

    private func series(
        _ label: String, ending: String, _ kind: MetricFamily.Kind, _ dimensions: [(String, String)]
    ) -> MetricSeries {
        let stem = MetricName.family(label)
        let name = stem.hasSuffix(ending) ? stem : stem + ending
        let labels = MetricName.labels(dimensions)
        return contents.withLock { contents in
            var family = contents.families[name] ?? MetricFamily(kind: kind, help: helps[stem] ?? label)
            let series = family.series(labels, limit: limit, as: kind)
            contents.families[name] = family
            return series
        }
    }

    /// Everything as text, format 0.0.4, in an order that is always the same.
    func exposition() -> [UInt8] {
        let (families, gauges) = contents.withLock { ($0.families, $0.gauges) }
        var text = MetricsText()
        for (name, family) in families.sorted(by: { $0.key < $1.key }) { text.add(name, family) }
        for gauge in gauges where families[gauge.name] == nil {
            text.add(gauge.name, gauge.help, gauge.type, gauge.value())
        }
        return text.bytes
    }

    static let contentType = "text/plain; version=0.0.4; charset=utf-8"
}

/// Upper bounds of what a histogram tells apart.
enum MetricBuckets {
    static let seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]
    static let sizes = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000.0]
}
