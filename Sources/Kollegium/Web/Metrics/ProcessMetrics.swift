import Foundation

/// What Linux says of our own process, under the names that Prometheus' own clients have.
enum ProcessMetrics {
    static func add(to metrics: PrometheusMetrics) {
        metrics.gauge("process_resident_memory_bytes", "Memory that the process has in use.") {
            field(1, of: "/proc/self/statm").map { $0 * Double(sysconf(Int32(_SC_PAGESIZE))) }
        }
        metrics.gauge("process_virtual_memory_bytes", "Memory that the process has asked for.") {
            field(0, of: "/proc/self/statm").map { $0 * Double(sysconf(Int32(_SC_PAGESIZE))) }
        }
        let start = startTime()
        metrics.gauge("process_start_time_seconds", "When the process started, in seconds since 1970.") {
            start
        }
        metrics.gauge("process_open_fds", "Files and sockets that are open.") {
            (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")).map { Double($0.count) }
        }
        metrics.gauge("process_max_fds", "Files and sockets that may be open.") {
            var limit = rlimit()
            guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return nil }
            return Double(limit.rlim_cur)
        }
        metrics.counter("process_cpu_seconds_total", "Processor time that the process has taken.") {
            var time = timespec()
            guard clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time) == 0 else { return nil }
            return Double(time.tv_sec) + Double(time.tv_nsec / 1_000_000) / 1_000
        }
    }

    private static func field(_ place: Int, of path: String) -> Double? {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
        let fields = text.split { $0 == " " || $0 == "\n" }
        return fields.indices.contains(place) ? Double(fields[place]) : nil
    }

    /// Field 22 of `stat`, in ticks since the machine started; the name before it may hold spaces and brackets.
    private static func startTime() -> Double? {
        guard let stat = try? String(contentsOfFile: "/proc/self/stat", encoding: .utf8),
            let end = stat.lastIndex(of: ")"),
            let machine = try? String(contentsOfFile: "/proc/stat", encoding: .utf8)
        else { return nil }
        let fields = stat[stat.index(after: end)...].split(separator: " ")
        let boot = machine.split(separator: "\n").first { $0.hasPrefix("btime ") }?.dropFirst(6)
        guard fields.count > 19, let ticks = Double(fields[19]), let boot, let started = Double(boot) else {
            return nil
        }
        return started + (ticks / Double(sysconf(Int32(_SC_CLK_TCK)))).rounded()
    }
}
