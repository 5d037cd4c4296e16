/// The metrics as text, in Prometheus' format 0.0.4.
struct MetricsText {
    private(set) var bytes: [UInt8] = []

    mutating func add(_ name: String, _ family: MetricFamily) {
        head(name, family.help, family.kind)
        for (labels, series) in family.all.sorted(by: { $0.key < $1.key }) {
            let value = series.read()
            if case .histogram(let bounds) = family.kind {
                histogram(name, labels, bounds, value)
            } else {
                line(name, labels, Self.number(value.sum))
            }
        }
    }

    /// One without labels. Without a value it is not there at all.
    mutating func add(_ name: String, _ help: String, _ kind: MetricFamily.Kind, _ value: Double?) {
        guard let value else { return }
        head(name, help, kind)
        line(name, "", Self.number(value))
    }

    private mutating func head(_ name: String, _ help: String, _ kind: MetricFamily.Kind) {
        let help = help.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
        bytes += Array("# HELP \(name) \(help)\n# TYPE \(name) \(kind.word)\n".utf8)
    }

    private mutating func histogram(
        _ name: String, _ labels: String, _ bounds: [Double], _ value: MetricSeries.Value
    ) {
        let before = labels.isEmpty ? "" : labels + ","
        var count: UInt64 = 0
        for (place, own) in value.counts.enumerated() {
            count += own
            let bound = place < bounds.count ? Self.number(bounds[place]) : "+Inf"
            line(name + "_bucket", before + "le=\"\(bound)\"", String(count))
        }
        line(name + "_sum", labels, Self.number(value.sum))
        line(name + "_count", labels, String(count))
    }

    private mutating func line(_ name: String, _ labels: String, _ value: String) {
        bytes += Array((labels.isEmpty ? "\(name) \(value)\n" : "\(name){\(labels)} \(value)\n").utf8)
    }

    /// As Go reads it, and whole numbers without a point.
    static func number(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
        if let whole = Int64(exactly: value), whole.magnitude < 1 << 53 { return String(whole) }
        return value.description
    }
}
