import CoreMetrics
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Support
import Testing

@testable import Kollegium

@Suite struct PrometheusMetricsTests {
    private func read(_ metrics: PrometheusMetrics) throws -> Exposition {
        try Exposition(metrics.exposition())
    }

    @Test func `each kind has its form`() throws {
        let metrics = PrometheusMetrics(helps: ["mail_sent": "Messages sent."])
        Counter(label: "mail.sent", dimensions: [("by", "smtp")], factory: metrics).increment(by: 3)
        FloatingPointCounter(label: "heat", factory: metrics).increment(by: 0.25)
        Gauge(label: "pool", factory: metrics).record(4)
        let meter = Meter(label: "running", factory: metrics)
        meter.increment(by: 3)
        meter.decrement(by: 1)
        let timer = CoreMetrics.Timer(label: "wait", factory: metrics)
        for nanoseconds in [500_000, 1_000_000, 30_000_000, 90_000_000_000] {
            timer.recordNanoseconds(Int64(nanoseconds))
        }
        Recorder(label: "size", factory: metrics).record(512)
        let text = String(decoding: metrics.exposition(), as: UTF8.self)
        #expect(
            text.hasPrefix(
                "# HELP heat_total heat\n# TYPE heat_total counter\nheat_total 0.25\n# HELP mail_sent_total Messages sent.\n# TYPE mail_sent_total counter\nmail_sent_total{by=\"smtp\"} 3\n"
            ))
        let found = try read(metrics)
        #expect(found["pool"] == 4 && found["running"] == 2)
        #expect(found["wait_seconds_bucket", ["le": "0.001"]] == 2)
        #expect(found["wait_seconds_bucket", ["le": "0.025"]] == 2)
        #expect(found["wait_seconds_bucket", ["le": "0.05"]] == 3)
        #expect(found["wait_seconds_bucket", ["le": "30"]] == 3)
        #expect(found["wait_seconds_count"] == 4)
        #expect(abs((found["wait_seconds_sum"] ?? 0) - 90.0315) < 1e-9)
        #expect(found["size_count"] == 1 && found["size_sum"] == 512)
        #expect(found.families["wait_seconds"]?.type == "histogram")
    }

    @Test func `any label can be told, and is read back as it was`() throws {
        let metrics = PrometheusMetrics(helps: ["x": "a\\b\nc"])
        let values = ["", "å", "\"", "\\", "\n", "\\n", "a\"b\\\n", "{},=", "\u{1F600}"]
        for value in values { Counter(label: "x", dimensions: [("v", value)], factory: metrics).increment() }
        let found = try read(metrics)
        for value in values { #expect(found["x_total", ["v": value]] == 1) }
        #expect(found.families["x_total"]?.help == "a\\b\nc")
    }

    @Test func `any name becomes one that Prometheus takes`() throws {
        let metrics = PrometheusMetrics()
        for label in ["", "1st", "å.ä", "a b", "{", "a:b"] {
            Counter(
                label: label, dimensions: [("le", "1"), ("__x", "2"), ("9", "3"), ("", "4")], factory: metrics
            )
            .increment()
        }
        let found = try read(metrics)
        #expect(found.families.count == 5)
        #expect(found["a:b_total", ["le_": "1", "_x": "2", "_9": "3", "_": "4"]] == 1)
    }

    @Test func `the same labels in any order are the same line`() throws {
        let metrics = PrometheusMetrics()
        Counter(label: "x", dimensions: [("a", "1"), ("b", "2")], factory: metrics).increment()
        Counter(label: "x", dimensions: [("b", "2"), ("a", "1")], factory: metrics).increment()
        #expect(try read(metrics)["x_total", ["a": "1", "b": "2"]] == 2)
    }

    @Test func `labels without end fill no memory`() throws {
        let metrics = PrometheusMetrics(limit: 10)
        for number in 0..<1_000 {
            Counter(label: "x", dimensions: [("n", "\(number)")], factory: metrics).increment()
        }
        let found = try read(metrics)
        #expect(found.families["x_total"]?.samples.count == 11)
        #expect(found["x_total", ["n": "other"]] == 990)
        #expect(found["x_total", ["n": "3"]] == 1)
    }

    @Test func `a name counts one kind of thing`() throws {
        let metrics = PrometheusMetrics()
        Gauge(label: "x_total", factory: metrics).record(7)
        Counter(label: "x", factory: metrics).increment()
        #expect(try read(metrics)["x_total"] == 7)
    }

    @Test func `counters never fall, and what is no number is not counted`() throws {
        let metrics = PrometheusMetrics()
        let counter = metrics.makeFloatingPointCounter(label: "x", dimensions: [])
        counter.increment(by: 2)
        for wrong in [-1, .nan, .infinity] { counter.increment(by: wrong) }
        metrics.makeCounter(label: "x", dimensions: []).increment(by: -5)
        let recorder = metrics.makeRecorder(label: "h", dimensions: [], aggregate: true)
        recorder.record(Double.nan)
        recorder.record(Int64.max)
        let found = try read(metrics)
        #expect(found["x_total"] == 2)
        #expect(found["h_count"] == 1)
    }

    @Test func `numbers are written as they are read`() {
        let texts = [0, -1, 0.1, 1e300, 1e-7, 123_456_789, .infinity, -.infinity, .nan].map(
            MetricsText.number)
        #expect(texts == ["0", "-1", "0.1", "1e+300", "1e-07", "123456789", "+Inf", "-Inf", "NaN"])
    }

    @Test func `nothing is lost when many count at once`() async throws {
        let metrics = PrometheusMetrics()
        await withTaskGroup(of: Void.self) { group in
            for worker in 0..<8 {
                group.addTask {
                    for _ in 0..<2_000 {
                        metrics.makeCounter(label: "x", dimensions: [("w", "\(worker % 2)")]).increment(by: 1)
                        metrics.makeTimer(label: "t", dimensions: []).recordNanoseconds(1_000)
                    }
                }
            }
        }
        let found = try read(metrics)
        #expect(found["x_total", ["w": "0"]] == 8_000 && found["x_total", ["w": "1"]] == 8_000)
        #expect(found["t_seconds_count"] == 16_000)
    }

    @Test func `the process tells of itself`() async throws {
        let metrics = PrometheusMetrics()
        ProcessMetrics.add(to: metrics)
        metrics.gauge("unknown", "Not to be had.") { nil }
        let found = try read(metrics)
        let memory = try #require(found["process_resident_memory_bytes"])
        #expect(memory > 1_000_000 && memory < 1e12)
        let started = try #require(found["process_start_time_seconds"])
        let age = Date().timeIntervalSince1970 - started
        #expect(age > -2 && age < 86_400)
        #expect(try #require(found["process_cpu_seconds_total"]) > 0)
        #expect(try #require(found["process_open_fds"]) > 2)
        #expect(try #require(found["process_max_fds"]) > 2)
        #expect(found.families["unknown"] == nil)
    }
}

@Suite struct RequestMetricsTests {
    private struct Mishap: Error {}

    @Test func `requests are counted by route, and nobody's id makes a line of its own`() async throws {
        let metrics = PrometheusMetrics()
        let router = Router()
        router.add(middleware: RequestMetrics(metrics))
        router.get("teams/:team") { _, _ in "hej" }
        router.get("mishap") { _, _ -> String in throw Mishap() }
        router.post("form") { _, _ -> String in throw RequestRefusal.formExpired }
        try await Application(router: router).test(.router) { client in
            for number in 0..<50 {
                try await client.execute(uri: "/teams/\(number)?a=b", method: .get) { _ in }
            }
            for path in ["/nowhere/1", "/nowhere/2"] {
                try await client.execute(uri: path, method: .get) { _ in }
            }
            try await client.execute(uri: "/nowhere", method: .init("BREW")!) { _ in }
            try await client.execute(uri: "/form", method: .post) { _ in }
            _ = try? await client.execute(uri: "/mishap", method: .get) { _ in }
        }
        let found = try Exposition(metrics.exposition())
        let counts =
            found.families["http_server_request_duration_seconds"]?.samples
            .filter { $0.name.hasSuffix("_count") } ?? []
        let told = Dictionary(
            uniqueKeysWithValues: counts.map {
                (
                    "\($0.labels["method"] ?? "") \($0.labels["route"] ?? "") \($0.labels["status"] ?? "")",
                    $0.value
                )
            })
        let team = try #require(told.keys.first { $0.contains("/teams/") })
        #expect(!team.contains { $0.isNumber && $0 != "2" })
        #expect(
            told.filter { $0.key != team } == [
                "GET (none) 4xx": 2, "other (none) 4xx": 1, "POST /form 4xx": 1, "GET /mishap 5xx": 1,
            ])
        #expect(told[team] == 50)
        #expect(found["http_server_requests_running"] == 0)
    }
}

@Suite struct MetricsDoorTests {
    @Test func `a token opens, and nothing near it`() {
        let door = MetricsDoor.token("hemlig")
        for right in ["Bearer hemlig", "bearer hemlig"] {
            #expect(door.opens(to: nil, headers: [.authorization: right]))
        }
        for wrong in [
            "", "hemlig", "Bearer ", "Bearer hemli", "Bearer hemligt", "Bearer  hemlig", "Basic hemlig",
        ] {
            #expect(!door.opens(to: ClientAddress("127.0.0.1"), headers: [.authorization: wrong]))
        }
        #expect(!door.opens(to: ClientAddress("127.0.0.1"), headers: [:]))
    }

    @Test func `without a token it is this machine, and not a proxy on it`() {
        let door = MetricsDoor.loopback
        #expect(door.opens(to: ClientAddress("127.0.0.1"), headers: [:]))
        #expect(door.opens(to: ClientAddress("::1"), headers: [:]))
        #expect(!door.opens(to: ClientAddress("192.0.2.1"), headers: [:]))
        #expect(!door.opens(to: nil, headers: [:]))
        #expect(!door.opens(to: ClientAddress("127.0.0.1"), headers: [.xForwardedFor: "192.0.2.1"]))
    }
}
