import Measures

/// A level as a shape beside its word, so that it can be told without colour: full, half, empty, and broken where
/// nothing is known.
enum TrustShape {
    static func svg(_ level: TrustLevel?) -> String {
        let inside =
            switch level {
            case .high: "<circle cx=\"8\" cy=\"8\" r=\"7\" class=\"full\"/>"
            case .enough:
                "<circle cx=\"8\" cy=\"8\" r=\"6.5\" class=\"outline\"/><path d=\"M8 1.5a6.5 6.5 0 0 0 0 13z\" class=\"full\"/>"
            case .low: "<circle cx=\"8\" cy=\"8\" r=\"6.5\" class=\"outline\"/>"
            case nil: "<circle cx=\"8\" cy=\"8\" r=\"6.5\" class=\"outline unknown\"/>"
            }
        return "<svg class=\"shape\" viewBox=\"0 0 16 16\" aria-hidden=\"true\">\(inside)</svg>"
    }
}
