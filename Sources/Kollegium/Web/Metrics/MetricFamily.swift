/// All that is counted under one name.
struct MetricFamily: Sendable {
    enum Kind: Sendable, Equatable {
        case counter, gauge
        /// With the upper bounds of its buckets, ascending, without infinity.
        case histogram([Double])

        var word: String {
            switch self {
            case .counter: "counter"
            case .gauge: "gauge"
            case .histogram: "histogram"
            }
        }
    }

    let kind: Kind
    let help: String
    /// By its labels as they stand between the braces.
    private(set) var all: [String: MetricSeries] = [:]

    init(kind: Kind, help: String) {
        self.kind = kind
        self.help = help
    }

    /// The one with these labels. Who comes under a name that counts another kind of thing gets one that nobody sees:
    /// better than to mix the two.
    mutating func series(_ labels: [MetricName.Label], limit: Int, as kind: Kind) -> MetricSeries {
        guard kind == self.kind else { return MetricSeries(kind) }
        let key = MetricName.text(labels)
        if let known = all[key] { return known }
        guard all.count >= limit else { return add(key) }
        let shared = MetricName.text(labels.map { .init(name: $0.name, value: "other") })
        return all[shared] ?? add(shared)
    }

    private mutating func add(_ key: String) -> MetricSeries {
        let series = MetricSeries(kind)
        all[key] = series
        return series
    }
}

/// Names as Prometheus takes them.
enum MetricName {
    struct Label: Sendable {
        let name, value: String
    }

    /// `http.server.requests` as `http_server_requests`.
    static func family(_ label: String) -> String { clean(label, allowing: ":") }

    /// In the order of their names, each name once.
    static func labels(_ dimensions: [(String, String)]) -> [Label] {
        var values: [String: String] = [:]
        for (name, value) in dimensions {
            var name = clean(name, allowing: "")
            // What begins with two is Prometheus' own, and `le` is the bound of a bucket.
            while name.hasPrefix("__") { name.removeFirst() }
            values[name == "le" ? "le_" : name] = value
        }
        return values.sorted { $0.key < $1.key }.map { Label(name: $0.key, value: $0.value) }
    }

    /// `method="GET",route="/"`
    static func text(_ labels: [Label]) -> String {
        labels.map { "\($0.name)=\"\(escaped($0.value))\"" }.joined(separator: ",")
    }

    private static func escaped(_ value: String) -> String {
        var text = ""
        for scalar in value.unicodeScalars.prefix(200) {
            switch scalar {
            case "\\": text += "\\\\"
            case "\"": text += "\\\""
            case "\n": text += "\\n"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    private static func clean(_ text: String, allowing extra: String) -> String {
        var name = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "a"..."z", "A"..."Z", "_": name.unicodeScalars.append(scalar)
            case "0"..."9": name += name.isEmpty ? "_" + String(scalar) : String(scalar)
            case _ where extra.unicodeScalars.contains(scalar): name.unicodeScalars.append(scalar)
            default: name += "_"
            }
        }
        return name.isEmpty ? "_" : name
    }
}
