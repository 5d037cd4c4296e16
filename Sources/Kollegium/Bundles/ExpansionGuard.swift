/// How large a zip may become when it is unpacked. Counted in bytes as they come out, because what a zip says
/// of its own sizes may be a lie.
struct ExpansionLimits: Sendable {
    /// The most bytes in all, whole gigabytes of 2³⁰.
    var gigabytes: Int64 = 4
    /// The most bytes for each byte of the zip.
    var ratio: Int64 = 200
    /// So many bytes in all are never too many: small repetitive files pack well.
    var always: Int64 = 1_048_576
}

/// Counts what comes out of a zip. Reading the same file twice counts once.
final class ExpansionGuard {
    private let limits: ExpansionLimits
    private let zipSize: Int64
    private var furthest: [String: Int64] = [:]
    private var total: Int64 = 0

    init(zipSize: Int64, limits: ExpansionLimits) {
        self.limits = limits
        self.zipSize = zipSize
    }

    /// Notes that the reading of a file has come to `position` bytes, and gives what to say where that is
    /// beyond a limit.
    func advance(_ file: String, to position: Int64) -> Sentence? {
        let before = furthest[file] ?? 0
        guard position > before else { return nil }
        furthest[file] = position
        total += position - before
        if total > limits.gigabytes << 30 { return .expandsBeyond(gigabytes: limits.gigabytes) }
        if total > limits.always, total / limits.ratio >= zipSize, total > zipSize * limits.ratio {
            return .expandsBeyond(ratio: limits.ratio)
        }
        return nil
    }
}
