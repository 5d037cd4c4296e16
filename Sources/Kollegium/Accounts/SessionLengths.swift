/// How long a session lasts. All in milliseconds.
struct SessionLengths: Sendable, Equatable {
    /// Without a request in between.
    var idle: Int64 = 12 * 3_600_000
    /// All told.
    var whole: Int64 = 30 * 86_400_000
    /// Until its secret is changed.
    var rotation: Int64 = 15 * 60_000
    /// How long the secret before is as good, because requests are under way with it.
    var grace: Int64 = 60_000
    /// How exactly we know when it was last used: one write in this time, at most.
    var exactness: Int64 = 60_000
}
