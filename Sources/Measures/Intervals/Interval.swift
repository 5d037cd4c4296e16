/// Two limits between which a figure may well lie; `lower <= upper`.
///
/// They are shares (0…1) where the figure is a share, and steps where it is an index.
public struct Interval: Sendable, Equatable {
    public let lower: Double
    public let upper: Double

    /// Limits given in the wrong order are put in the right one.
    public init(lower: Double, upper: Double) {
        self.lower = min(lower, upper)
        self.upper = max(lower, upper)
    }
}
