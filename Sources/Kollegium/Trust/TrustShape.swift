import Measures

/// A level as a shape beside its word, so that it can be told without colour: full, half, empty, and broken where
/// nothing is known. Divided views are two halves that do not meet; a level that rests is a broken ring with two bars;
/// what is preliminary stands small in a broken ring.
enum TrustShape {
    enum Mark: Sendable, Hashable {
        case level(TrustLevel)
        case divided, insufficient, resting
    }

    static func svg(_ level: TrustLevel?) -> String { svg(level.map(Mark.level) ?? .insufficient) }

    static func svg(_ mark: Mark, isPreliminary: Bool = false) -> String {
        let inside = inside(mark)
        let shape =
            isPreliminary
            ? "<circle cx=\"8\" cy=\"8\" r=\"7.2\" class=\"outline unknown\"/>"
                + "<g transform=\"translate(3.6 3.6) scale(.55)\">\(inside)</g>"
            : inside
        return "<svg class=\"shape\" viewBox=\"0 0 16 16\" aria-hidden=\"true\">\(shape)</svg>"
    }

    private static func inside(_ mark: Mark) -> String {
        switch mark {
        case .level(.high): "<circle cx=\"8\" cy=\"8\" r=\"7\" class=\"full\"/>"
        case .level(.enough):
            "<circle cx=\"8\" cy=\"8\" r=\"6.5\" class=\"outline\"/><path d=\"M8 1.5a6.5 6.5 0 0 0 0 13z\" class=\"full\"/>"
        case .level(.low): "<circle cx=\"8\" cy=\"8\" r=\"6.5\" class=\"outline\"/>"
        case .divided:
            "<path d=\"M6.6 1.8v11A5.5 5.5 0 0 1 6.6 1.8z\" class=\"full\"/>"
                + "<path d=\"M9.4 3.2v11a5.5 5.5 0 0 0 0-11z\" class=\"outline\"/>"
        case .insufficient: "<circle cx=\"8\" cy=\"8\" r=\"6.5\" class=\"outline unknown\"/>"
        case .resting:
            "<circle cx=\"8\" cy=\"8\" r=\"6.5\" class=\"outline unknown\"/><path d=\"M6.2 5.5v5m3.6-5v5\" class=\"outline\"/>"
        }
    }
}
